/// Which sentences of a document that was read are those that are made, changed or not.
struct SentencePairs {
  private(set) var pairs: [(made: Int, read: Int)] = []

  private let made: [Statement]
  private let weights: [String: Double]

  /// Sentences of fewer words are known again only as they are.
  private static let fewest = 4

  init(made: [Statement], read: [Statement]) {
    self.made = made
    var counts: [String: Int] = [:]
    for sentence in made { for word in Self.distinct(sentence) { counts[word, default: 0] += 1 } }
    weights = counts.mapValues { 1 / Double($0) }
    var places: [String: [Int]] = [:]
    for (place, sentence) in made.enumerated() { places[sentence.words, default: []].append(place) }
    var used: Set<Int> = []
    var free: [Int] = []
    for (place, sentence) in read.enumerated() {
      guard let candidates = places[sentence.words],
        let one = Self.best(candidates, made, sentence, used)
      else {
        free.append(place)
        continue
      }
      used.insert(one)
      pairs.append((one, place))
    }
    pairEdited(made.indices.filter { !used.contains($0) }, free, read)
    pairs.sort { ($0.read, $0.made) < ($1.read, $1.made) }
  }

  /// Of sentences with the same words the one with the same numbers, else the first that is free.
  private static func best(
    _ candidates: [Int], _ made: [Statement], _ sentence: Statement, _ used: Set<Int>
  ) -> Int? {
    let keys = sentence.tokens.filter { $0.kind == .number }.map(\.key)
    func hasSame(_ place: Int) -> Bool {
      made[place].tokens.filter { $0.kind == .number }.map(\.key) == keys
    }
    let free = candidates.filter { !used.contains($0) }
    if let same = free.first(where: hasSame) ?? candidates.first(where: hasSame) { return same }
    guard sentence.tokens.count(where: { $0.kind == .word }) >= fewest else { return nil }
    return free.first { made[$0].section == sentence.section } ?? free.first ?? candidates.last
  }

  /// Pairs sentences that share most of the words that tell them from others.
  private mutating func pairEdited(_ left: [Int], _ free: [Int], _ read: [Statement]) {
    let left = left.filter { made[$0].hasNumbers || made[$0].hasMarks }
    guard !left.isEmpty, !free.isEmpty else { return }
    var places: [String: [Int]] = [:]
    var theirs: [Int: Double] = [:]
    for place in free {
      let words = Self.distinct(read[place])
      theirs[place] = weight(words)
      for word in words { places[word, default: []].append(place) }
    }
    var scored: [(score: Double, made: Int, read: Int)] = []
    for one in left {
      let words = Self.distinct(made[one])
      guard words.count >= Self.fewest else { continue }
      let ours = weight(words)
      var shared: [Int: (weight: Double, words: Int)] = [:]
      for word in words {
        for place in places[word] ?? [] {
          let before = shared[place] ?? (0, 0)
          shared[place] = (before.weight + (weights[word] ?? 1), before.words + 1)
        }
      }
      for (place, common) in shared where common.words >= Self.fewest {
        let least = min(ours, theirs[place] ?? 0)
        let part = common.weight / max(least, 1e-9)
        guard part >= 0.6, common.weight >= 0.25 * ours else { continue }
        scored.append((part + common.weight / max(ours, 1e-9), one, place))
      }
    }
    var (usedMade, usedRead): (Set<Int>, Set<Int>) = ([], [])
    for pair in scored.sorted(by: { ($0.score, $1.made, $1.read) > ($1.score, $0.made, $0.read) })
    where !usedMade.contains(pair.made) {
      // Two sentences that were made one each have their words in it.
      guard !usedRead.contains(pair.read) || contains(read[pair.read], made[pair.made]) else {
        continue
      }
      usedMade.insert(pair.made)
      usedRead.insert(pair.read)
      pairs.append((pair.made, pair.read))
    }
  }

  private func contains(_ longer: Statement, _ shorter: Statement) -> Bool {
    let words = Self.distinct(shorter)
    let common = words.intersection(Self.distinct(longer))
    return Double(common.count) >= 0.8 * Double(words.count)
  }

  /// The sentence that shares most words with one, for what it may have become.
  func nearest(to sentence: Statement) -> Int? {
    let words = Self.distinct(sentence)
    let used = Set(pairs.map(\.made))
    let scores = made.indices.filter { !used.contains($0) && made[$0].hasNumbers }
      .map { (place: $0, score: weight(words.intersection(Self.distinct(made[$0])))) }
    guard let best = scores.max(by: { $0.score < $1.score }), best.score > 0.25 * weight(words)
    else { return nil }
    return best.place
  }

  private func weight(_ words: Set<String>) -> Double {
    words.reduce(0) { $0 + (weights[$1] ?? 1) }
  }

  private static func distinct(_ sentence: Statement) -> Set<String> {
    Set(sentence.tokens.lazy.filter { $0.kind == .word }.map(\.key))
  }
}

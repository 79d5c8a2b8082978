import Figures

/// What became of the figures of one sentence.
struct SentenceReport {
  private(set) var findings: [Finding] = []
  /// Figures whose numbers stand there.
  private var standing: Set<Int> = []
  private var faulty: Set<Int> = []

  private let made: Statement
  private let read: Statement
  private let ours, theirs: [Token]
  private let places: [Int?]

  /// - Parameters:
  ///   - made: the sentence as the data in hand make it.
  ///   - read: what it became, the first of its parts.
  ///   - ours: the tokens of the one.
  ///   - theirs: those of the other, with all its parts.
  ///   - places: where each of ours is among theirs.
  init(
    _ made: Statement, _ read: Statement, _ ours: [Token], _ theirs: [Token], _ places: [Int?]
  ) {
    self.made = made
    self.read = read
    self.ours = ours
    self.theirs = theirs
    self.places = places
  }

  /// Ids of the figures that stand there.
  var found: Set<String> { Set(standing.map { made.figures[$0].id }) }
  var unchanged: Int { standing.subtracting(faulty).count }

  private func owner(_ index: Int) -> Int? {
    made.owners.indices.contains(index) ? made.owners[index] : nil
  }

  /// Takes down that a number has its like.
  mutating func keep(_ index: Int) {
    if let owner = owner(index) { standing.insert(owner) }
  }

  /// Takes down that a number has become another.
  mutating func change(_ index: Int, _ verdict: Finding.Verdict) {
    guard let place = places[index] else { return }
    let (says, should) = (read.text(theirs[place]), made.text(ours[index]))
    if let owner = owner(index) {
      // Several numbers of one figure are one finding.
      if faulty.contains(owner),
        let last = findings.lastIndex(where: { $0.figure == made.figures[owner].id })
      {
        findings[last].says += ", " + says
        findings[last].shouldSay += ", " + should
        if verdict == .altered { findings[last].verdict = .altered }
        findings[last].why = verdict == .altered ? Self.altered : findings[last].why
        return
      }
      faulty.insert(owner)
    }
    findings.append(
      Finding(
        verdict, figure: id(index), place: read.section, words: words(around: place),
        says: says, shouldSay: should, why: Self.why(verdict)))
  }

  private func id(_ index: Int) -> String { owner(index).map { made.figures[$0].id } ?? "" }

  private static let altered = "It is not the number that was written there."

  static func why(_ verdict: Finding.Verdict) -> String {
    switch verdict {
    case .stale: "It was so when the document was made; the data in hand say otherwise."
    case .altered: altered
    case .differs:
      "The data in hand say otherwise; whether it is old or was changed, the document does not tell."
    case .lostRange: "A modelled value stands without its range."
    case .lostMark: "What says how it is known is gone: its mark, its note or its source."
    case .lostCaveat: "What has to be said beside it is gone."
    }
  }

  /// The words before and behind a token of what was read.
  private func words(around place: Int) -> String {
    let first = theirs[max(0, place - 7)].range.lowerBound
    let last = theirs[min(theirs.count - 1, place + 5)].range.upperBound
    let text = read.source.text(first..<last).filter { $0 != TokenText.noteMark }
    let whole = text.count > 160 ? String(text.prefix(160)) + "\u{2026}" : text
    return (place > 7 ? "\u{2026}" : "") + whole
      + (place + 6 < theirs.count ? "\u{2026}" : "")
  }

  /// Modelled values whose range was cut.
  mutating func checkRanges() {
    for (place, figure) in made.figures.enumerated() where standing.contains(place) {
      guard figure.value?.number != nil, figure.value?.low != nil, figure.value?.high != nil else {
        continue
      }
      let numbers = ours.indices.filter { ours[$0].kind == .number && owner($0) == place }
      guard numbers.count > 1, let value = numbers.first, let stands = places[value],
        numbers.dropFirst().contains(where: { places[$0] == nil })
      else { continue }
      add(.lostRange, place, at: stands, shouldSay: figure.prose)
    }
  }

  /// Figures that stand there without their mark, or without a word of it.
  ///
  /// - Parameter byNotes: whether notes say it.
  mutating func checkMarks(byNotes: Bool) {
    for place in made.figures.indices {
      let own = ours.indices.filter { owner($0) == place }
      let numbers = own.filter { ours[$0].kind == .number }
      // What is said in other words stands where anything of its sentence does.
      let stands =
        numbers.isEmpty
        ? (own.isEmpty ? nil : places.compactMap { $0 }.last)
        : numbers.compactMap { places[$0] }.first
      guard let stands else { continue }
      for index in own where ours[index].kind == .mark {
        let lost = places[index].map { Self.lost(ours[index].key, theirs[$0].key) } ?? .lostMark
        if let lost { add(lost, place, at: stands, shouldSay: made.text(ours[index])) }
      }
      guard byNotes, let note = made.notes.indices.contains(place) ? made.notes[place] : nil else {
        continue
      }
      let lost = read.notes.compactMap { $0 }.map { Self.lost(note: note, $0) }
      guard !lost.contains(nil) else { continue }
      let verdict = lost.contains(.lostCaveat) ? Finding.Verdict.lostCaveat : .lostMark
      add(verdict, place, at: stands, shouldSay: note)
    }
  }

  private mutating func add(
    _ verdict: Finding.Verdict, _ place: Int, at stands: Int, shouldSay: String
  ) {
    faulty.insert(place)
    standing.insert(place)
    findings.append(
      Finding(
        verdict, figure: made.figures[place].id, place: read.section,
        words: words(around: stands),
        says: theirs[stands].kind == .number ? read.text(theirs[stands]) : "", shouldSay: shouldSay,
        why: Self.why(verdict)))
  }

  /// What a mark has lost, by its words: nil for nothing.
  static func lost(_ made: String, _ read: String) -> Finding.Verdict? {
    let words = made.split(separator: " ").filter { !isOfData($0) }
    let theirs = Set(read.split(separator: " "))
    if let first = words.first, !theirs.contains(first) { return .lostMark }
    return words.allSatisfy(theirs.contains) ? nil : .lostCaveat
  }

  /// Names of the data are none of a mark's words.
  private static func isOfData(_ word: Substring) -> Bool { word == "data" || word == "digigov" }

  /// What a note has lost of what it said of a figure; of a publication its name may be changed.
  static func lost(note made: String, _ read: String) -> Finding.Verdict? {
    func words(_ text: some StringProtocol) -> String {
      TokenText(String(text)).tokens.filter { $0.kind == .word }.map(\.key)
        .joined(separator: " ")
    }
    let isModelled = made.hasPrefix("Modelled")
    let head = isModelled ? made[...] : made.prefix { $0 != ":" }
    let theirs = words(read)
    // A source that was cut leaves nothing behind the mark.
    if !isModelled, head.count < made.count - 1,
      theirs.split(separator: " ").count <= words(head).split(separator: " ").count
    {
      return .lostMark
    }
    return lost(words(head), theirs)
  }
}

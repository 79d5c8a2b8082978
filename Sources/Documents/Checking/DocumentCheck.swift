public import Figures

/// A document that people may have edited, held against what the data in hand would make of it.
///
/// Sentences and rows are found again by their words, wherever they were moved to. Only what was made
/// by this program, or says the value of a figure in its words, is looked at.
public struct DocumentCheck {
  /// In the order of the document; what is gone from it last.
  public private(set) var findings: [Finding] = []
  /// Figures that stand there as they should.
  public private(set) var unchanged = 0
  /// How many of them were found in other words, by their value and what they are of.
  public private(set) var foundByWords = 0
  /// Figures with something amiss.
  public var faulty: Int { findings.count }

  let made: Statements
  let read: Statements
  let record: Record?
  /// Whether it was made on the data in hand, as far as it says.
  let isSameData: Bool
  private let canHaveNotes: Bool
  /// Texts that name the data and no figure.
  private let edition: Set<String>
  /// Of what was read, whether something like it was made.
  private var isMatched: [Bool]
  /// Ids of figures that were found.
  private var found: Set<String> = []

  /// - Parameters:
  ///   - read: the document as it is now.
  ///   - document: what its recipe makes on the data in hand; nil where it has none.
  ///   - recipe: what it was made of, as it says itself.
  ///   - known: further figures that it may quote, asked for where numbers are left over.
  public init(
    _ read: ReadDocument, against document: Document?, recipe: Recipe?, known: () -> [Figure]
  ) {
    made = Statements(document ?? Document(title: ""))
    self.read = Statements(read)
    canHaveNotes = read.canHaveNotes
    record = Record(read.record)
    isSameData =
      recipe != nil && recipe?.data == document?.recipe?.data
      && recipe?.date == document?.recipe?.date
    edition = Set(
      [document?.recipe, recipe].compactMap { $0 }.flatMap { recipe in
        [recipe.date, String(recipe.data.split(separator: "@").last ?? "")]
      }.filter { !$0.isEmpty }.map { "#" + $0 })
    isMatched = [Bool](repeating: false, count: self.read.sentences.count)
    checkSentences()
    let rest = checkSheets()
    checkCaveats()
    var figures = document?.figures ?? []
    let sentences = self.read.sentences.indices.filter { !isMatched[$0] }
      .map { self.read.sentences[$0] }
    let looseTexts = sentences.map { Array($0.tokens) } + rest
    let loose = LooseNumbers(looseTexts)
    guard !loose.isEmpty else { return }
    figures += known()
    foundByWords = loose.count(of: figures)
    unchanged += foundByWords
  }

  // MARK: Sentences

  private mutating func checkSentences() {
    let pairs = SentencePairs(made: made.sentences, read: read.sentences)
    var byRead: [Int: [Int]] = [:]
    for (one, place) in pairs.pairs { byRead[place, default: []].append(one) }
    matchedSentences = Set(pairs.pairs.map(\.made))
    for place in read.sentences.indices {
      guard let partners = byRead[place] else {
        checkLeftOver(place, pairs)
        continue
      }
      isMatched[place] = true
      let isExact = partners.contains { made.sentences[$0].words == read.sentences[place].words }
      let end = isExact ? place : lastFree(from: place, byRead)
      for one in partners { check(made.sentences[one], from: place, through: end) }
      for other in place...end { isMatched[other] = true }
    }
  }

  private var matchedSentences: Set<Int> = []

  /// A sentence that was parted goes on in those behind it that are like no other.
  private func lastFree(from place: Int, _ byRead: [Int: [Int]]) -> Int {
    var end = place
    while end + 1 < read.sentences.count, byRead[end + 1] == nil,
      read.sentences[end + 1].paragraph == read.sentences[place].paragraph
    { end += 1 }
    return end
  }

  /// A sentence that was written there and that the data in hand do not give.
  private mutating func checkLeftOver(_ place: Int, _ pairs: SentencePairs) {
    let sentence = read.sentences[place]
    guard !isMatched[place], !isOfItself(sentence), record?.knows(sentence.words) == true,
      sentence.hasNumbers, made.sentences.contains(where: { !$0.figures.isEmpty })
    else { return }
    isMatched[place] = true
    findings.append(
      Finding(
        .stale, place: sentence.section, words: Self.cut(sentence.text), says: sentence.text,
        shouldSay: pairs.nearest(to: sentence).map { made.sentences[$0].text } ?? "",
        why: "The data in hand do not give this sentence any more."))
  }

  /// Whether a sentence names the data and has no other number.
  private func isOfItself(_ sentence: Statement) -> Bool {
    sentence.tokens.allSatisfy { $0.kind != .number || edition.contains($0.key) }
  }

  /// - Parameters:
  ///   - place: the first sentence that it may have become.
  ///   - end: the last.
  private mutating func check(_ one: Statement, from place: Int, through end: Int) {
    let other = read.sentences[place]
    let last = read.sentences[end].tokens.endIndex
    let tokens = Array(other.source.tokens[other.tokens.startIndex..<last])
    let ours = Array(one.tokens)
    let places = Alignment.places(ours, tokens)
    var report = SentenceReport(one, other, ours, tokens, places)
    for index in ours.indices where ours[index].kind == .number {
      guard let found = places[index] else { continue }
      report.keep(index)
      let (mine, theirs) = (ours[index], tokens[found])
      guard mine.key != theirs.key, !edition.contains(mine.key), !edition.contains(theirs.key)
      else { continue }
      report.change(index, verdict(one, index, other, found))
    }
    report.checkRanges()
    report.checkMarks(byNotes: canHaveNotes)
    found.formUnion(report.found)
    unchanged += report.unchanged
    findings += report.findings
  }

  /// Whether a number that is not what it should be was written so.
  private func verdict(
    _ one: Statement, _ index: Int, _ other: Statement, _ found: Int
  ) -> Finding.Verdict {
    let place = other.tokens.startIndex + found
    guard let record else { return isSameData ? .altered : .differs }
    guard place < other.tokens.endIndex else { return .altered }
    if record.knows(other.words) {
      return record.wrote(other.recorded(place), in: other.words) ? .stale : .altered
    }
    guard record.knows(one.words) else { return isSameData ? .altered : .differs }
    // Its words were changed: those that were written stand before the number that should be there.
    let before = one.recorded(one.tokens.startIndex + index).split(separator: " ").dropLast()
    let number = (before.map(String.init) + [other.tokens[place].key]).joined(separator: " ")
    return record.wrote(number, in: one.words) ? .stale : .altered
  }

  /// As much of a text as a line takes.
  static func cut(_ text: String, around bytes: Range<Int>? = nil) -> String {
    let most = 64
    guard text.count > most else { return text }
    let utf8 = text.utf8
    let middle = bytes.map { min($0.lowerBound, utf8.count) } ?? 0
    let before = String(decoding: utf8.prefix(middle), as: UTF8.self)
    guard before.count > most / 2 else { return String(text.prefix(most)) + "\u{2026}" }
    let rest = text.dropFirst(before.count - most / 2)
    return "\u{2026}" + rest.prefix(most) + (rest.count > most ? "\u{2026}" : "")
  }

  // MARK: Tables

  /// - Returns: the numbers of rows that are like none that was made.
  private mutating func checkSheets() -> [[Token]] {
    let pairs = SheetPairs(made: made.sheets, read: read.sheets)
    matchedSheets = Set(pairs.places.compactMap { $0 })
    var rest: [[Token]] = []
    for (place, sheet) in read.sheets.enumerated() {
      guard let one = pairs.places[place] else {
        rest += sheet.rows.map { $0.cells.flatMap(\.tokens) }
        continue
      }
      var report = SheetReport(
        made.sheets[one], sheet, record, isSameData: isSameData, byNotes: canHaveNotes, edition)
      report.check()
      found.formUnion(report.found)
      unchanged += report.unchanged
      findings += report.findings
      rest += report.rest
    }
    return rest
  }

  private var matchedSheets: Set<Int> = []

  // MARK: What has to be said

  /// Captions and sentences that say what is to be known of figures which still stand there.
  private mutating func checkCaveats() {
    for place in matchedSheets.sorted() {
      guard let caption = made.sheets[place].caption else { continue }
      let captions = made.sentences.indices.filter {
        made.sentences[$0].captioned == place && made.sentences[$0].hasMarks
      }
      guard !captions.isEmpty, matchedSentences.isDisjoint(with: captions) else { continue }
      findings.append(
        Finding(
          .lostMark, figure: caption.id, place: made.sheets[place].section,
          words: Self.cut(made.sheets[place].name),
          shouldSay: made.sentences[captions[0]].text,
          why: "The caption is gone that says how the numbers of this table are known."))
    }
    for (place, sentence) in made.sentences.enumerated()
    where sentence.rule.hasPrefix("note.disputed") && !matchedSentences.contains(place) {
      let isSplit = sentence.rule == "note.disputed.split"
      let ids = sentence.figures.map(\.id).filter(found.contains)
      guard let id = ids.first ?? (isSplit && hasModelled ? "final_benefit" : nil) else { continue }
      findings.append(
        Finding(
          .lostCaveat, figure: id, place: sentence.section, words: Self.cut(sentence.text),
          shouldSay: sentence.text,
          why: isSplit
            ? "The sentence is gone that says that no split by department is published."
            : "The sentence is gone that says that published figures differ."))
    }
  }

  /// Whether a number of the model still stands there.
  private var hasModelled: Bool {
    made.sentences.contains { sentence in
      sentence.figures.contains { $0.mark == .modelled && found.contains($0.id) }
    }
  }
}

import Figures

/// What became of the figures of one table.
struct SheetReport {
  private(set) var findings: [Finding] = []
  private(set) var unchanged = 0
  /// Ids of the figures that stand there.
  private(set) var found: Set<String> = []
  /// The numbers of rows that are like none that was made.
  private(set) var rest: [[Token]] = []

  private let made, read: Sheet
  private let rows: [Row]
  private let record: Record?
  private let isSameData: Bool
  /// Whether notes say how figures are known.
  private let byNotes: Bool
  private let edition: Set<String>
  /// Where each of our columns is among theirs.
  private var columns: [Int?] = []
  /// Rows that lack a column that belongs to their numbers.
  private var lacking: [Int: [(row: Row, verdict: Finding.Verdict)]] = [:]

  init(
    _ made: Sheet, _ read: Sheet, _ record: Record?, isSameData: Bool, byNotes: Bool,
    _ edition: Set<String>
  ) {
    self.made = made
    self.read = read
    self.record = record
    self.isSameData = isSameData
    self.byNotes = byNotes
    self.edition = edition
    let names = Set(made.rows.map(\.name))
    let isHeader = !Set(made.header).isDisjoint(with: read.header)
    let first = Row(cells: read.titles.map { TokenText($0) }, notes: [])
    rows = (isHeader || !names.contains(first.name) ? [] : [first]) + read.rows
    columns = Self.columns(made.header, read.header, isHeader)
  }

  private static func columns(_ made: [String], _ read: [String], _ isHeader: Bool) -> [Int?] {
    guard isHeader else { return made.indices.map { $0 < read.count ? $0 : nil } }
    var used: Set<Int> = []
    var columns = made.map { title -> Int? in
      let place = read.indices.first { read[$0] == title && !used.contains($0) }
      if let place { used.insert(place) }
      return place
    }
    // One that was given another name stands where it stood.
    if made.count == read.count {
      for place in made.indices where columns[place] == nil && !used.contains(place) {
        columns[place] = place
      }
    }
    return columns
  }

  mutating func check() {
    let pairs = paired()
    for (row, place) in zip(rows, pairs) {
      guard let place else {
        checkLeftOver(row)
        continue
      }
      check(made.rows[place], row)
    }
    for column in lacking.keys.sorted() {
      guard let all = lacking[column], let first = all.first else { continue }
      let title = made.titles[column]
      let count = all.count
      let ids = all.compactMap { $0.row.figures.compactMap { $0?.id }.first }
      findings.append(
        Finding(
          first.verdict, figure: ids.first ?? made.caption?.id ?? "", place: place,
          words: "column \(title)",
          why:
            "The column is gone, of \(count == 1 ? "one row" : "\(count) rows") that stand there: "
            + Self.loss(first.verdict)))
    }
  }

  private static func loss(_ verdict: Finding.Verdict) -> String {
    verdict == .lostRange
      ? "the ranges of modelled values." : "it says how the figures are known."
  }

  private var place: String { read.section.isEmpty ? made.name : read.section }

  // MARK: Rows

  /// Rows of a table after which they are known by their whole labels alone.
  private static let most = 2_000

  /// Of each row that was read, the one that is made.
  private func paired() -> [Int?] {
    var places: [String: [Int]] = [:]
    for (place, row) in made.rows.enumerated() { places[row.name, default: []].append(place) }
    var used: Set<Int> = []
    var pairs = rows.map { row -> Int? in
      guard let candidates = places[row.name] else { return nil }
      let free = candidates.filter { !used.contains($0) }
      let best = (free.isEmpty ? candidates : free).max { likeness($0, row) < likeness($1, row) }
      if let best { used.insert(best) }
      return best
    }
    // What is of another year, or was given another name, has the words of its label.
    let ours = made.rows.map(Self.words)
    for place in rows.indices.prefix(Self.most) where pairs[place] == nil {
      let words = Self.words(rows[place])
      guard words.count > 1 else { continue }
      let scored = made.rows.indices.filter { !used.contains($0) }.map { one in
        (one, Self.share(words, ours[one]))
      }
      guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 >= 0.6,
        scored.count(where: { $0.1 == best.1 }) == 1 || best.1 == 1
      else { continue }
      pairs[place] = best.0
      used.insert(best.0)
    }
    return pairs
  }

  private static func words(_ row: Row) -> Set<String> {
    Set((row.label?.tokens ?? []).filter { $0.kind == .word }.map(\.key))
  }

  private static func share(_ one: Set<String>, _ two: Set<String>) -> Double {
    2 * Double(one.intersection(two).count) / Double(max(1, one.count + two.count))
  }

  /// How many cells are the same.
  private func likeness(_ place: Int, _ row: Row) -> Int {
    let ours = made.rows[place].cells
    return columns.enumerated().count { column, other in
      guard let other, ours.indices.contains(column), row.cells.indices.contains(other) else {
        return false
      }
      return ours[column].tokens.map(\.key) == row.cells[other].tokens.map(\.key)
    }
  }

  /// A row that was written there and that the data in hand do not give.
  private mutating func checkLeftOver(_ row: Row) {
    let numbers = row.cells.dropFirst().flatMap(\.tokens).filter { $0.kind == .number }
    guard record?.knows("row " + row.name) == true, !numbers.isEmpty else {
      rest.append(row.cells.flatMap(\.tokens))
      return
    }
    findings.append(
      Finding(
        .stale, place: place, words: label(row),
        says: row.cells.dropFirst().first.map { $0.text(0..<$0.bytes.count) } ?? "",
        why: "The data in hand have no such row."))
  }

  private func label(_ row: Row) -> String {
    DocumentCheck.cut(row.label.map { $0.text(0..<$0.bytes.count) } ?? "")
  }

  // MARK: Cells

  private mutating func check(_ ours: Row, _ theirs: Row) {
    let before = findings.count
    var (standing, faulty) = (0, 0)
    for column in ours.cells.indices {
      let other = columns[column].flatMap { theirs.cells.indices.contains($0) ? $0 : nil }
      guard let other else { continue }
      if column == 0 {
        if ours.name != theirs.name { checkLabel(ours, theirs) }
        continue
      }
      let (mine, cell) = (ours.cells[column], theirs.cells[other])
      guard ours.isFigure[column], !cell.tokens.isEmpty else { continue }
      standing += 1
      if let figure = ours.figures[column] { found.insert(figure.id) }
      let count = findings.count
      compare(mine, cell, column, ours, theirs)
      if findings.count > count { faulty += 1 }
    }
    guard standing > 0 else { return }
    for column in ours.cells.indices.dropFirst() { checkBeside(column, ours, theirs) }
    // What is amiss beside a number is amiss with it.
    if faulty == 0, findings.count > before { faulty = 1 }
    unchanged += standing - faulty
  }

  private mutating func checkLabel(_ ours: Row, _ theirs: Row) {
    guard let mine = ours.label, let cell = theirs.label else { return }
    let places = Alignment.places(mine.tokens, cell.tokens)
    for (index, place) in places.enumerated() where mine.tokens[index].kind == .number {
      guard let place, mine.tokens[index].key != cell.tokens[place].key else { continue }
      let isWritten = record.map { $0.knows("row " + theirs.name) }
      findings.append(
        finding(
          verdict(isWritten), ours, theirs, column: 0, says: cell.text(cell.tokens[place].range),
          shouldSay: mine.text(mine.tokens[index].range)))
    }
  }

  private func verdict(_ isWritten: Bool?) -> Finding.Verdict {
    guard let isWritten else { return isSameData ? .altered : .differs }
    return isWritten ? .stale : .altered
  }

  private func finding(
    _ verdict: Finding.Verdict, _ ours: Row, _ theirs: Row, column: Int, says: String,
    shouldSay: String
  ) -> Finding {
    let figure = ours.figures.indices.contains(column) ? ours.figures[column] : nil
    // A number alone is of what the caption cites, not of another figure of its row.
    let isNumber = figure == nil && ours.isFigure.indices.contains(column) && ours.isFigure[column]
    let row = ours.figures.compactMap { $0 }.first
    let id = (figure ?? (isNumber ? made.caption ?? row : row ?? made.caption))?.id ?? ""
    let title = column == 0 ? "" : ", " + made.titles[column]
    return Finding(
      verdict, figure: id, place: place, words: label(theirs) + title, says: says,
      shouldSay: shouldSay, why: SentenceReport.why(verdict))
  }

  private mutating func compare(
    _ mine: TokenText, _ cell: TokenText, _ column: Int, _ ours: Row, _ theirs: Row
  ) {
    let places = Alignment.places(mine.tokens, cell.tokens)
    let numbers = mine.tokens.indices.filter { mine.tokens[$0].kind == .number }
    var (says, should): ([String], [String]) = ([], [])
    var isWritten: Bool?
    for index in numbers {
      guard let place = places[index] else { continue }
      let (one, two) = (mine.tokens[index], cell.tokens[place])
      guard one.key != two.key, !edition.contains(two.key) else { continue }
      says.append(cell.text(two.range))
      should.append(mine.text(one.range))
      let wrote = [theirs.name, ours.name].contains { name in
        record?.wrote(made.header[column] + " " + two.key, in: "row " + name) == true
      }
      if record != nil { isWritten = (isWritten ?? true) && wrote }
    }
    if !says.isEmpty {
      findings.append(
        finding(
          verdict(isWritten), ours, theirs, column: column, says: says.joined(separator: ", "),
          shouldSay: should.joined(separator: ", ")))
    }
    guard numbers.count > 1, places[numbers[0]] != nil, let figure = ours.figures[column],
      figure.value?.number != nil, figure.value?.low != nil,
      numbers.dropFirst().contains(where: { places[$0] == nil })
    else { return }
    findings.append(
      finding(
        .lostRange, ours, theirs, column: column, says: cell.text(0..<cell.bytes.count),
        shouldSay: figure.text))
  }

  private static let markTitles: Set = ["mark", "how known", "confidence", "mark of the value"]

  /// What a column beside the numbers of a row says of them; nil for one that says nothing.
  private func isAbout(_ column: Int, _ row: Row) -> Finding.Verdict? {
    if Self.markTitles.contains(made.header[column]) { return .lostMark }
    if row.isFigure[column] {
      return ["p10", "p90"].contains(made.header[column]) ? .lostRange : nil
    }
    return byNotes && row.cells[column].tokens.contains { $0.kind == .note } ? .lostMark : nil
  }

  /// Checks what belongs to the numbers of a row in a column of its own.
  private mutating func checkBeside(_ column: Int, _ ours: Row, _ theirs: Row) {
    let mine = ours.cells[column]
    guard !mine.tokens.isEmpty, let about = isAbout(column, ours) else {
      return checkDate(column, ours, theirs)
    }
    guard let other = columns[column] else {
      lacking[column, default: []].append((theirs, about))
      return
    }
    let cell = theirs.cells.indices.contains(other) ? theirs.cells[other] : TokenText("")
    let shown = mine.text(0..<mine.bytes.count)
    if mine.tokens.contains(where: { $0.kind == .note }) {
      let notes = theirs.notes.indices.contains(other) ? theirs.notes[other] : []
      let wanted = ours.notes[column].compactMap { $0 }.first ?? ""
      let lost = notes.compactMap { $0 }.map { SentenceReport.lost(note: wanted, $0) }
      if lost.contains(nil) { return }
      let verdict = lost.contains(.lostCaveat) ? Finding.Verdict.lostCaveat : .lostMark
      findings.append(
        finding(verdict, ours, theirs, column: column, says: "", shouldSay: wanted))
    } else if cell.tokens.isEmpty {
      findings.append(
        finding(about, ours, theirs, column: column, says: "", shouldSay: shown))
    } else if about == .lostMark {
      let keys = mine.tokens.filter { $0.kind != .note }.map(\.key)
      let read = cell.tokens.map(\.key)
      guard
        let lost = SentenceReport.lost(
          keys.joined(separator: " "), read.joined(separator: " "))
      else { return }
      findings.append(
        finding(
          lost, ours, theirs, column: column, says: cell.text(0..<cell.bytes.count),
          shouldSay: shown))
    }
  }

  /// A date beside a figure is part of it.
  private mutating func checkDate(_ column: Int, _ ours: Row, _ theirs: Row) {
    guard made.header[column] == "as of", let other = columns[column],
      theirs.cells.indices.contains(other)
    else { return }
    let (mine, cell) = (ours.cells[column], theirs.cells[other])
    guard !mine.tokens.isEmpty, !cell.tokens.isEmpty,
      mine.tokens.map(\.key) != cell.tokens.map(\.key),
      cell.tokens.contains(where: { !edition.contains($0.key) })
    else { return }
    let written = record.map { record in
      cell.tokens.allSatisfy { record.wrote("as of " + $0.key, in: "row " + theirs.name) }
    }
    findings.append(
      finding(
        verdict(written), ours, theirs, column: column, says: cell.text(0..<cell.bytes.count),
        shouldSay: mine.text(0..<mine.bytes.count)))
  }
}

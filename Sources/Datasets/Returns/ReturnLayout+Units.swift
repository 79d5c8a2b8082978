extension ReturnLayout {
  /// Finds a unit in a title, a heading, a row of units or a note below the table: the tables
  /// hold pounds and people, and a unit that nobody read is a wrong number. So is a figure of
  /// another time than a month.
  ///
  /// - Parameter takes: whether a unit that is a power of ten is taken; else each is refused.
  mutating func readUnits(
    in text: ReturnText, from top: Int, file: String, takes: Bool
  ) throws(Defect) {
    let columns = Set(measures.values)
    var ofColumns: [ReturnMeasure: Double] = [:]
    var ofAll: [ReturnMeasure: Double] = [:]
    // The empty rows of the template say £0.00 a thousand times.
    var silent: Set<String> = []
    for (place, row) in text.rows.enumerated() {
      let isData = place >= firstRow && !row[body].isEmpty && columns.contains { !row[$0].isEmpty }
      for (column, cell) in row.cells.enumerated() where !isData || columns.contains(column) {
        if cell.isEmpty || silent.contains(cell) { continue }
        // Among the data only a cell that is nothing but a unit says one.
        if isData, cell.utf8.contains(where: { (0x31...0x39).contains($0) }) { continue }
        let isHeading = (top..<firstRow).contains(place) && isAbove(columns, column, row)
        func refused(_ problem: String, _ expected: String) -> Defect {
          Defect(
            file: file, row: row.record, column: place < top ? nil : heading(column, text, top),
            value: cell, problem: problem, expected: expected)
        }
        if isHeading, let span = MonthWords(cell).span {
          throw refused(
            "figures of \(span)",
            "figures of one month: give these, or take the words away where they are of one")
        }
        guard let unit = ReturnUnits.unit(in: cell, ofColumn: isHeading)?.trimmed else {
          if !isHeading { silent.insert(cell) }
          continue
        }
        if isData, cell.words != unit.words { continue }
        guard let scale = ReturnUnits.scale(of: unit) else {
          throw refused(
            "figures in the unit \(unit)",
            "pounds and people: give the whole numbers, and take the unit away")
        }
        guard takes else {
          var question = refused(
            "figures in the unit \(unit)",
            "pounds and people: --take-units reads them as \(unit), or give the whole numbers")
          question.answers = [.units(file: file, unit: unit)]
          throw question
        }
        let isOwn = isHeading || columns.contains(column)
        for measure in isOwn ? under(column, row) : measuredBy(cell) {
          if isOwn { ofColumns[measure] = scale } else { ofAll[measure] = scale }
        }
        let note = ReturnNote(words: "figures in \(unit) are read as such (row \(row.record))")
        if !notes.contains(note) { notes.append(note) }
      }
    }
    scales = ofAll.merging(ofColumns) { $1 }
  }

  /// What a unit in a title or a note is of: money where it names money, else all.
  private func measuredBy(_ text: String) -> [ReturnMeasure] {
    let words = text.words.split(separator: " ")
    let isMoney =
      text.contains("£")
      || ["gbp", "pounds", "pence", "cost", "costs", "pay", "paybill", "money", "spend"]
        .contains { words.contains($0) }
    return measures.keys.filter { !isMoney || $0.isCost }
  }

  /// What stands below a heading: in its column, or in those behind it that have none.
  private func under(_ column: Int, _ row: ReturnText.Row) -> [ReturnMeasure] {
    measures.filter { place(of: row, from: column).contains($0.value) }.map(\.key)
  }

  private func place(of row: ReturnText.Row, from column: Int) -> Range<Int> {
    var end = column + 1
    while end < row.cells.count, row[end].isEmpty { end += 1 }
    return column..<end
  }

  /// Whether a heading stands above one of some columns: in it, or before it with blanks between.
  private func isAbove(_ columns: Set<Int>, _ column: Int, _ row: ReturnText.Row) -> Bool {
    !row[column].isEmpty && columns.contains { place(of: row, from: column).contains($0) }
  }

  /// What stands above a column, for a message.
  private func heading(_ column: Int, _ text: ReturnText, _ top: Int) -> String? {
    text.rows[top..<firstRow].map { $0[column] }.last { !$0.isEmpty }
  }
}

extension ReturnUnits {
  /// What a figure in a unit is multiplied by: 1,000 of `£000`, `£k`, `thousands`, `x 1,000`;
  /// 0.01 of `pence`. Nil for one that is no part or power of ten of a pound or a person, such as
  /// `€`.
  static func scale(of unit: String) -> Double? {
    let small = unit.lowercased()
    if ["€", "$", "\u{A5}", "eur", "usd", "dollar", "%", "percent"].contains(where: small.contains)
    {
      return nil
    }
    let words = small.words.replacing("gbp", with: "").split(separator: " ").map(String.init)
    for word in words where word.utf8.contains(where: { (0x61...0x7A).contains($0) }) {
      let stem = word.count > 2 && word.hasSuffix("s") ? String(word.dropLast()) : word
      if let scale = powers[stem] ?? powers[word] { return scale }
    }
    let powerSigns = [
      "10^3": 1e3, "10\u{B3}": 1e3, "10^6": 1e6, "10\u{2076}": 1e6, "10\u{B2}": 100,
    ]
    if let power = powerSigns.first(where: { small.contains($0.key) }) { return power.value }
    let digits = small.filter { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, Set(digits).isSubset(of: ["0", "1"]),
      digits.count(where: { $0 == "1" }) < 2
    else { return nil }
    let noughts = digits.count { $0 == "0" }
    return (2...9).contains(noughts) ? (0..<noughts).reduce(1) { power, _ in power * 10 } : nil
  }

  private static let powers: [String: Double] = [
    "thousand": 1e3, "thou": 1e3, "thsd": 1e3, "thous": 1e3, "k": 1e3, "ks": 1e3, "th": 1e3,
    "million": 1e6, "m": 1e6, "mn": 1e6, "mil": 1e6, "mill": 1e6, "mio": 1e6, "bn": 1e9,
    "billion": 1e9, "hundred": 100, "pence": 0.01, "penny": 0.01, "ten": 10, "dozen": 12,
    "lakh": 1e5, "crore": 1e7,
  ]
}

/// What the time that a figure covers may look like. It is free text, but a spreadsheet rewrites what
/// it takes for a date: a part of it that looks like one has to be in a form that sorts and is read
/// everywhere.
enum PeriodRules {
  static let expected =
    "2025, 2025-10, 2025-10-31, a financial year such as 2025-26, or two of them with \" to \""

  static func defects(of table: Table) -> [Defect] {
    guard let place = table.schema.place(of: "period") else { return [] }
    return (0..<table.count).compactMap { row in
      isSound(table.text(row, place))
        ? nil
        : table.defect(
          row: row, column: "period", problem: "a date in another form", expected: expected)
    }
  }

  /// Whether no part of a text looks like a date in another form: `Oct-25`, `October 2025`,
  /// `01/10/2025`, `2025/26`, `1.10.2025`, `2025-13`, `45931`.
  static func isSound(_ text: String) -> Bool {
    let words = text.lowercased().split { !($0.isLetter || $0.isNumber || "-/.:".contains($0)) }
    for (place, whole) in words.enumerated() {
      // A full stop or a dash at the end of a word is none of it.
      let word = whole[...(whole.lastIndex { $0.isLetter || $0.isNumber } ?? whole.startIndex)]
      let parts = word.split { !($0.isLetter || $0.isNumber) }
      if parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) {
        if !isWritten(word, parts.map(String.init)) { return false }
      } else if parts.contains(where: isMonth) {
        // A name of a month with a number in the same word, or beside it.
        let beside = [place - 1, place + 1].filter(words.indices.contains).map { words[$0] }
        if (parts + beside).contains(where: { $0.allSatisfy(\.isASCIIDigit) }) { return false }
      }
    }
    return true
  }

  /// Numbers as they are written: a count of up to three digits, or a year, month, day or financial
  /// year.
  private static func isWritten(_ word: Substring, _ parts: [String]) -> Bool {
    let numbers = parts.compactMap { Int($0) }
    guard word.allSatisfy({ $0.isASCIIDigit || $0 == "-" }), numbers.count == parts.count,
      word == parts.joined(separator: "-")
    else { return false }
    switch parts.map(\.count) {
    case [1], [2], [3], [4]: return true
    case [4, 2]:
      return (1...12).contains(numbers[1]) || numbers[1] == (numbers[0] + 1) % 100
    case [4, 2, 2]: return (1...12).contains(numbers[1]) && (1...31).contains(numbers[2])
    default: return false
    }
  }

  private static func isMonth(_ word: Substring) -> Bool {
    word.count >= 3 && months.contains { $0.hasPrefix(word) }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

import Frames

/// A number as it stands on the screen.
struct PrintedNumber: CustomStringConvertible {
  enum Kind { case number, period }

  /// Everything but blanks around it, and the number itself.
  var word, text: String
  var kind: Kind
  var column, row: Int

  var description: String { "\(text) (\(word)) at column \(column), row \(row)" }

  /// The digits with the decimal point alone, and the unit where there is one.
  var bare: BareNumber { BareNumber.all(in: text).first ?? BareNumber(digits: text, unit: "") }

  /// The numbers in a row of a frame, from one column to another. No numbers are: what follows
  /// letters without a blank (`P10`, `NPSV>0`), and what was cut and says so by an ellipsis.
  static func all(in frame: Frame, row: Int, columns: Range<Int>) -> [PrintedNumber] {
    var found: [PrintedNumber] = []
    var word = ""
    var start = 0
    func close(at column: Int) {
      defer { word = "" }
      guard word.contains(where: \.isNumber), !word.contains("…") else { return }
      let before = word.prefix { "(,.;:[\"'*+-".contains($0) }.count
      let shown = String(word.dropFirst(before)).trimmed
      guard let first = shown.first, !first.isLetter else { return }
      if shown.wholeMatch(of: /(?:19|20)\d\d(?:-\d\d){0,2}/) != nil {
        found.append(
          PrintedNumber(word: word, text: shown, kind: .period, column: start + before, row: row))
        return
      }
      for match in shown.matches(of: /£?\d[\d,]*(?:\.\d+)?(?:%|bn|m|k)?/) {
        let place =
          start + before + shown.distance(from: shown.startIndex, to: match.range.lowerBound)
        found.append(
          PrintedNumber(
            word: word, text: String(match.output), kind: .number, column: place, row: row))
      }
    }
    for column in columns {
      let text = frame[column, row].text
      let isPart = text != " " && (text == "£" || text == "…" || text.utf8.allSatisfy { $0 < 128 })
      if isPart, !text.isEmpty {
        if word.isEmpty { start = column }
        word += text
      } else if !text.isEmpty {
        close(at: column)
      }
    }
    close(at: columns.upperBound)
    return found
  }
}

/// A number without its surroundings, as cards and screens have it in common.
struct BareNumber: Hashable {
  var digits: String
  /// `£bn`, `£m`, `£`, `%` or nothing.
  var unit: String

  static func all(in text: String) -> [BareNumber] {
    text.matches(of: /(£?)(\d[\d,]*(?:\.\d+)?)(%|bn|m\b|k\b)?/).map { match in
      var digits = String(match.2)
      while digits.last == "," { digits.removeLast() }
      let behind = match.3.map(String.init) ?? ""
      return BareNumber(
        digits: digits.filter { $0 != "," }, unit: (match.1.isEmpty ? "" : "£") + behind)
    }
  }

  /// Whether two say the same: where both have a unit, it is the same one.
  func says(_ other: BareNumber) -> Bool {
    digits == other.digits && (unit == other.unit || unit.isEmpty || other.unit.isEmpty)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self
    while let last = text.last, ")],.;:\"'*!~?".contains(last) { text.removeLast() }
    return text
  }
}

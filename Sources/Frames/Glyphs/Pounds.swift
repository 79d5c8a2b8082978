import Figures

/// Sums of money where their sign cannot be written. `GBP` takes two cells more than `£`; they are
/// taken from the blanks or the line beside the text, so that the columns of a table stay where they
/// are.
struct Pounds {
  /// A row with its money as the sign and all else in ASCII.
  private var row: [Cell]
  private let currency: Currency
  /// How many cells more the letters take.
  private var more: Int { currency.letters.count - 1 }

  /// The row with every sign spelt out, or left blank where nothing beside its text can give way: a
  /// letter that is not the sign would be another currency, or none.
  static func spelt(_ row: ArraySlice<Cell>, _ currency: Currency) -> [Cell] {
    var pounds = Pounds(row: Array(row), currency: currency)
    var column = 0
    while let next = pounds.row[column...].firstIndex(where: { $0.text == currency.sign }) {
      column = pounds.spell(at: next) + 1
    }
    return pounds.row
  }

  /// - Returns: The last cell of what stands there now.
  private mutating func spell(at column: Int) -> Int {
    var start = column
    while start > 0, !isGap(before: start) { start -= 1 }
    var end = column + 1
    while end < row.count, !isGap(after: end - 1) { end += 1 }
    let style = row[column].style
    // Numbers are set from the right, so that what is before them gives way first.
    var (before, after) = (0, 0)
    for keepsBlank in [true, false] where before + after < more {
      before = min(room(from: start - 1, by: -1, like: style, keepsBlank: keepsBlank), more)
      after = min(room(from: end, by: 1, like: style, keepsBlank: keepsBlank), more)
      if before == more { after = 0 } else if after == more { before = 0 }
      after = min(after, more - before)
    }
    guard before + after == more else {
      row[column].text = " "
      return column
    }
    let letters = currency.letters.map { Cell(String($0), style) }
    var text = row[start..<column] + letters + row[(column + 1)..<end]
    var taken = (start - before)..<(end + after)
    // What stands next to the text stays there, such as the blank between a title and its line.
    if after > 0, taken.upperBound < row.count, mayGo(taken.upperBound) {
      text.append(row[end])
      taken = taken.lowerBound..<(taken.upperBound + 1)
    }
    if before > 0, taken.lowerBound > 0, mayGo(taken.lowerBound - 1) {
      text.insert(row[start - 1], at: text.startIndex)
      taken = (taken.lowerBound - 1)..<taken.upperBound
    }
    row.replaceSubrange(taken, with: text)
    return column - before + more
  }

  /// Whether two blanks or a line part the cell from what is before it.
  private func isGap(before column: Int) -> Bool {
    isLine(column - 1) || (isBlank(column - 1) && (column < 2 || gives(column - 2)))
  }

  private func isGap(after column: Int) -> Bool {
    isLine(column + 1) || (isBlank(column + 1) && (column + 2 >= row.count || gives(column + 2)))
  }

  private func isBlank(_ column: Int) -> Bool { row[column].text == " " }

  private func isLine(_ column: Int) -> Bool {
    ["|", "-", "=", "+"].contains(row[column].text) && isRule(column)
  }

  /// A sign of a number is no rule.
  private func isRule(_ column: Int) -> Bool {
    guard row[column].text != "|" else { return true }
    let beside = [column - 1, column + 1].filter(row.indices.contains).map { row[$0].text }
    return beside.contains { ["-", "=", "+"].contains($0) }
  }

  private func gives(_ column: Int) -> Bool { isBlank(column) || isLine(column) }

  /// Whether a cell may go: a blank, or a piece of a line that is no side of a box.
  private func mayGo(_ column: Int) -> Bool {
    isBlank(column) || (row[column].text != "|" && isLine(column))
  }

  /// How many cells from one on give way. One is kept, unless, where need be, the side of a box
  /// stands behind them.
  private func room(from column: Int, by step: Int, like style: Style, keepsBlank: Bool) -> Int {
    var count = 0
    var place = column
    while row.indices.contains(place), count <= more,
      mayGo(place),
      row[place].style.background == style.background
    {
      count += 1
      place += step
    }
    let isEdge = !row.indices.contains(place) || (!keepsBlank && row[place].text == "|")
    return isEdge ? count : max(count - 1, 0)
  }
}

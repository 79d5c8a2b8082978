import Charts

extension Document.Table {
  /// How wide each column is, so that none is narrower than its longest word while there is room:
  /// each gets what its widest cell needs, and where that is too much the widest give way first.
  ///
  /// - Parameters:
  ///   - room: for all columns with the gaps between them.
  ///   - type: the size of its letters, in the unit of the room.
  ///   - gap: between two columns.
  /// - Returns: widths that add up to the room less its gaps.
  public func widths(
    in room: Double, type: Double, gap: Double, _ references: References
  ) -> [Double] {
    guard !header.isEmpty else { return [] }
    let free = room - gap * Double(header.count - 1)
    let texts = header.indices.map { column in
      rows.map { (references.plain($0[column]), false) } + [(header[column], true)]
    }
    func measure(_ text: some StringProtocol, _ bold: Bool) -> Double {
      // A very long text needs no exact width to be wide.
      TextWidths.ems(String(text.prefix(400)), bold: bold) * type + type * 0.2
    }
    let wanted = texts.map { cells in cells.map { measure($0.0, $0.1) }.max() ?? 0 }
    let least = texts.map { cells in
      let words = cells.flatMap { cell in cell.0.split(separator: " ").map { measure($0, cell.1) } }
      return min(words.max() ?? 0, free / 2)
    }
    let sum = wanted.reduce(0, +)
    if sum <= free {
      // What is left goes to the widest column of words.
      var widths = wanted
      let numeric = numeric
      let place =
        widths.indices.filter { !numeric[$0] }.max { widths[$0] < widths[$1] } ?? 0
      widths[place] += free - sum
      return widths
    }
    // The level to which all wider columns are cut.
    var (low, high) = (0.0, wanted.max() ?? 0)
    for _ in 0..<40 {
      let level = (low + high) / 2
      let all = zip(wanted, least).reduce(0) { $0 + max(min($1.0, level), min($1.1, $1.0)) }
      if all > free { high = level } else { low = level }
    }
    let widths = zip(wanted, least).map { max(min($0, low), min($1, $0)) }
    let found = widths.reduce(0, +)
    return found > 0 ? widths.map { $0 * free / found } : widths
  }
}

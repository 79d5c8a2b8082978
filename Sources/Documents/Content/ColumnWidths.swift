import Charts

extension Document.Table {
  /// How wide each column is, so that none is narrower than its longest word while there is room, and
  /// the table as low as can be: room goes where the most text stands.
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
    func measure(_ text: some StringProtocol, _ bold: Bool) -> Double {
      // A very long text needs no exact width to be wide.
      TextWidths.ems(String(text.prefix(400)), bold: bold) * type + type * 0.2
    }
    // The heading last.
    let texts = header.indices.map { column in
      rows.map { (references.plain($0[column]), false) } + [(header[column], true)]
    }
    let wanted = texts.map { cells in cells.map { measure($0.0, $0.1) }.max() ?? 0 }
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
    var search = WidthSearch(
      words: texts.map { cells in
        cells.suffix(WidthSearch.mostRows).map { text, bold in
          text.prefix(400).split(separator: " ").map { measure($0, bold) }
        }
      }, space: type * 0.08, free: free)
    return search.widths(from: wanted)
  }
}

/// Looks for the widths at which a table has the fewest lines.
private struct WidthSearch {
  /// A long table is judged by its end, with its headings.
  static let mostRows = 120

  /// How wide the words of each cell are: by column, then by row.
  let words: [[[Double]]]
  /// What a space adds between two words beyond what each is measured with.
  let space: Double
  /// For all columns.
  let free: Double
  /// How many lines each cell of a column takes at a width, by column.
  private var known: [[Double: [Int]]]

  init(words: [[[Double]]], space: Double, free: Double) {
    self.words = words
    self.space = space
    self.free = free
    known = Array(repeating: [:], count: words.count)
  }

  /// From where the widest are cut to one level, and from where one column gives all that is lacking:
  /// between the two a search by steps can come to rest too early.
  mutating func widths(from wanted: [Double]) -> [Double] {
    let least = words.map { cells in min(cells.joined().max() ?? 0, free / 2) }
    let lacking = wanted.reduce(0, +) - free
    let starts =
      [level(wanted, least)]
      + wanted.indices.filter { wanted[$0] - lacking >= least[$0] }.map { place in
        var widths = wanted
        widths[place] -= lacking
        return widths
      }
    var found: (widths: [Double], height: Double)?
    for start in starts {
      let widths = lowered(start, least)
      let height = height(widths)
      if found.map({ height < $0.height - 1e-9 }) ?? true { found = (widths, height) }
    }
    return found?.widths ?? wanted
  }

  private mutating func lowered(_ start: [Double], _ least: [Double]) -> [Double] {
    var widths = start
    var best = height(widths)
    for part in [8.0, 16, 32, 64] {
      let step = free / part
      // Each round makes the table lower; no more are needed than it has columns to take from.
      for _ in 0..<4 * widths.count {
        var move: (from: Int, to: Int)?
        for from in widths.indices where widths[from] - step >= least[from] {
          for to in widths.indices where to != from {
            var other = widths
            other[from] -= step
            other[to] += step
            let height = height(other)
            if height < best - 1e-9 { (best, move) = (height, (from, to)) }
          }
        }
        guard let move else { break }
        widths[move.from] -= step
        widths[move.to] += step
      }
    }
    return widths
  }

  /// The widest cut to one level, so that all have room.
  private func level(_ wanted: [Double], _ least: [Double]) -> [Double] {
    var (low, high) = (0.0, wanted.max() ?? 0)
    func cut(_ level: Double) -> [Double] {
      zip(wanted, least).map { max(min($0, level), min($1, $0)) }
    }
    for _ in 0..<40 {
      let level = (low + high) / 2
      if cut(level).reduce(0, +) > free { high = level } else { low = level }
    }
    let widths = cut(low)
    let found = widths.reduce(0, +)
    return found > 0 ? widths.map { $0 * free / found } : widths
  }

  /// The lines of all rows; of two tables as low as one another that with fewer lines in its cells.
  private mutating func height(_ widths: [Double]) -> Double {
    var rows = Array(repeating: 0, count: words.first?.count ?? 0)
    var all = 0
    for (column, width) in widths.enumerated() {
      for (row, lines) in lines(column, width).enumerated() {
        rows[row] = max(rows[row], lines)
        all += lines
      }
    }
    return Double(rows.reduce(0, +)) + Double(all) * 0.001
  }

  private mutating func lines(_ column: Int, _ width: Double) -> [Int] {
    // Widths that were reached by different steps are the same width.
    let key = (width * 1024).rounded()
    if let found = known[column][key] { return found }
    let found = words[column].map { cell in
      var (lines, used) = (cell.isEmpty ? 0 : 1, 0.0)
      for word in cell {
        if used > 0, used + space + word > width + 1e-6 {
          lines += 1
          used = word
        } else {
          used += used > 0 ? space + word : word
        }
      }
      return lines
    }
    known[column][key] = found
    return found
  }
}

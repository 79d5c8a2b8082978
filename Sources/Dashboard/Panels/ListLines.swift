import Frames

/// How the cells of a list stand in so many columns: which columns are kept, how wide they are, and
/// over how many lines a row goes whose text is too long for its column. A row is never cut where
/// it can go on in the next line.
struct ListLines {
  /// The most lines of one row.
  private static let mostLines = 9

  /// Places of the columns that there is room for.
  let kept: [Int]
  /// The width of each column, kept or not.
  let widths: [Int]
  /// The columns taken by signs behind the numbers, by column.
  let signs: [Int]
  /// Of each row the lines of the cells that go on in the next line, by column.
  let wraps: [[Int: [String]]]
  /// Of each row the line, from 0, on which the cells stand that take one line only: the first, but
  /// of rows that begin with the same words the first on which they differ.
  let numberLines: [Int]

  init(_ columns: [Column], _ rows: [[Text]], width: Int) {
    let signs = columns.indices.map { index in
      columns[index].trailing
        ? rows.reduce(0) { max($0, index < $1.count ? $1[index].signs : 0) } : 0
    }
    let (widths, kept) = Self.fit(columns, rows, signs, into: width)
    self.signs = signs
    self.widths = widths
    self.kept = kept
    let wraps = rows.map { row in
      var lines: [Int: [String]] = [:]
      for index in kept where index < row.count && !columns[index].trailing {
        lines[index] = Self.lines(row[index], in: widths[index])
      }
      return lines
    }
    self.wraps = wraps
    numberLines =
      wraps.contains { !$0.isEmpty }
      ? Self.numberLines(rows, heads: kept.prefix { !columns[$0].trailing }, widths, wraps)
      : [Int](repeating: 0, count: rows.count)
  }

  /// A cell's text over several lines; nil where it fits, or is no text to be read on.
  private static func lines(_ cell: Text, in room: Int) -> [String]? {
    guard !cell.isPicture, displayWidth(cell.text) > room, room >= 7 else { return nil }
    if let short = cell.short, displayWidth(short) <= room { return nil }
    return [cell.text, cell.short].lazy.compactMap { $0.map { wrapped($0, width: room) } }
      .first { $0.count <= mostLines }
  }

  private static func numberLines(
    _ rows: [[Text]], heads: ArraySlice<Int>, _ widths: [Int], _ wraps: [[Int: [String]]]
  ) -> [Int] {
    /// What stands before the numbers where they stand on a line.
    func head(_ row: Int, _ line: Int) -> [String] {
      heads.map { column in
        if let lines = wraps[row][column] { return lines[min(line, lines.count - 1)] }
        return column < rows[row].count ? rows[row][column].fitted(to: widths[column]) : ""
      }
    }
    var places = [Int](repeating: 0, count: rows.count)
    for group in Dictionary(grouping: rows.indices, by: { head($0, 0) }).values
    where group.count > 1 {
      let heights = group.map { row in wraps[row].values.reduce(1) { max($0, $1.count) } }
      var (best, most) = (0, 1)
      for line in 1..<max(heights.max() ?? 1, 1) where most < group.count {
        let heads = Set(group.map { head($0, line) }).count
        if heads > most { (best, most) = (line, heads) }
      }
      for (row, height) in zip(group, heights) { places[row] = min(best, height - 1) }
    }
    return places
  }

  /// How many lines a row takes.
  func height(_ row: Int) -> Int { wraps[row].values.reduce(1) { max($0, $1.count) } }

  /// How many lines all rows take.
  var height: Int { wraps.indices.reduce(0) { $0 + height($1) } }

  /// The first row in sight, so that the chosen one is near the middle, and the row after the last.
  func visible(around chosen: Int, rows: Int) -> Range<Int> {
    guard !wraps.isEmpty, rows > 0 else { return 0..<0 }
    let chosen = min(max(chosen, 0), wraps.count - 1)
    var start = chosen
    var above = 0
    // Half of the room is above the chosen row, more where there is nothing below.
    let below = (chosen..<wraps.count).reduce(0) { $0 + height($1) }
    let room = min(max(rows / 2, rows - below), rows - height(chosen))
    while start > 0, above + height(start - 1) <= room {
      start -= 1
      above += height(start)
    }
    var end = start
    var used = 0
    while end < wraps.count, used + height(end) <= rows || end == start {
      used += height(end)
      end += 1
    }
    return start..<end
  }

  private static func fit(
    _ columns: [Column], _ rows: [[Text]], _ signs: [Int], into width: Int
  ) -> (widths: [Int], kept: [Int]) {
    var widths = columns.indices.map { index in
      columns[index].flexible
        ? columns[index].least
        : rows.reduce(displayWidth(columns[index].title)) { widest, row in
          guard index < row.count else { return widest }
          let cell = row[index]
          let needed =
            cell.spark.isEmpty
            ? displayWidth(cell.text) + signs[index] - cell.signs : cell.spark.count
          return max(widest, min(needed, columns[index].most))
        }
    }
    var kept = Array(columns.indices)
    func total() -> Int { kept.reduce(0) { $0 + widths[$1] } + 2 * max(kept.count - 1, 0) }
    // Those that say most are the last to go, the first of all unless it is said to matter less; none
    // stands in another's room, or in the frame.
    while total() > width, kept.count > 1 {
      let drop = kept.filter { $0 != kept[0] || columns[$0].priority > 0 }.max {
        (columns[$0].priority, $0) < (columns[$1].priority, $1)
      }
      kept.removeAll { $0 == drop }
    }
    if let flexible = kept.first(where: { columns[$0].flexible }) {
      widths[flexible] = max(width - (total() - widths[flexible]), 4)
    }
    return (widths, kept)
  }
}

import Charts
import Frames

/// A table laid out: headings over a line, rows under thin ones, texts broken and never cut, numbers
/// below one another.
struct GridLayout {
  let grid: Picture.Grid
  let width, type: Double
  let height: Double?

  init(_ grid: Picture.Grid, width: Double, height: Double?, type: Double) {
    self.grid = grid
    self.width = width
    self.height = height
    self.type = type
  }

  private var gap: Double { grid.columns.count > 6 ? type * 0.6 : type }
  private var line: Double { type * Scene.leading }

  private func measure(_ text: String, bold: Bool = false) -> Double {
    TextWidths.ems(neutralised(text), bold: bold) * type
  }

  private func isPicture(_ column: Int) -> Bool {
    grid.rows.contains { !$0[column].spark.isEmpty || !$0[column].parts.isEmpty }
  }

  /// Columns get what their widest cell needs; where that is too much, the widest give way first,
  /// down to their longest word.
  private var widths: [Double] {
    let wanted = grid.columns.indices.map { index -> Double in
      let cells = grid.rows.map { measure($0[index].text, bold: $0[index].isStrong) }
      let most = (cells + [measure(grid.columns[index].title, bold: true)]).max() ?? 0
      return isPicture(index) ? max(most, type * 7) : most
    }
    let least = grid.columns.indices.map { index -> Double in
      let texts = grid.rows.map(\.[index].text) + [grid.columns[index].title]
      let words = texts.flatMap { $0.split(separator: " ").map(String.init) }
      let longest = words.map { measure($0, bold: true) }.max() ?? 0
      return isPicture(index) ? type * 4 : min(longest, width / 3)
    }
    let room = width - gap * Double(max(grid.columns.count - 1, 0))
    guard wanted.reduce(0, +) > room else { return stretched(wanted, room) }
    // The level to which all wider columns are cut.
    var (low, high) = (0.0, wanted.max() ?? 0)
    for _ in 0..<40 {
      let level = (low + high) / 2
      let sum = zip(wanted, least).reduce(0) { $0 + max(min($1.0, level), min($1.1, $1.0)) }
      if sum > room { high = level } else { low = level }
    }
    return zip(wanted, least).map { max(min($0, low), min($1, $0)) }
  }

  /// What is left goes to pictures, else to the widest column of words, so that a table is as wide
  /// as its page.
  private func stretched(_ widths: [Double], _ room: Double) -> [Double] {
    var widths = widths
    let rest = room - widths.reduce(0, +)
    let words = widths.indices.filter { !grid.columns[$0].isNumber }
    guard
      let place = widths.indices.first(where: isPicture)
        ?? words.max(by: {
          widths[$0] < widths[$1]
        })
    else { return widths }
    widths[place] += rest
    return widths
  }

  var scene: Scene {
    let widths = widths
    var items: [Scene.Item] = []
    var top = 0.0
    let hasTitles = grid.columns.contains { !$0.title.isEmpty }
    if hasTitles {
      let titles = grid.columns.enumerated().map {
        lines(neutralised($1.title), width: widths[$0] + 0.01, size: type, bold: true)
      }
      let tall = Double(titles.map(\.count).max() ?? 1) * line
      for (index, title) in titles.enumerated() {
        items += text(
          title, index, widths, top: top + tall - Double(title.count) * line, bold: true, .text)
      }
      top += tall + type * 0.25
      items.append(rule(top, .axis, type * 0.08))
      top += type * 0.1
    }
    var shown = 0
    for row in grid.rows {
      let cells = row.enumerated().map { index, cell in
        cell.text.isEmpty
          ? []
          : lines(
            neutralised(cell.text), width: widths[index] + 0.01, size: type, bold: cell.isStrong)
      }
      let tall = max(Double(cells.map(\.count).max() ?? 1), 1) * line + type * 0.5
      if let height, top + tall + line > height, shown > 0 { break }
      for (index, cell) in row.enumerated() {
        items += text(
          cells[index], index, widths, top: top + type * 0.22, bold: cell.isStrong, .text)
        items += picture(cell, index, widths, middle: top + tall / 2)
      }
      top += tall
      items.append(rule(top, .grid, type * 0.06))
      shown += 1
    }
    let more = grid.rows.count - shown + grid.more
    if more > 0 {
      top += type * 0.3
      let words = "\(shown) of \(shown + more) rows; all are in the CSV of this picture"
      items.append(
        .text(Scene.Text(words, at: Charts.Point(0, top + type), size: type, .muted)))
      top += line
    }
    return Scene(width: width, height: top, items: items)
  }

  private func left(_ index: Int, _ widths: [Double]) -> Double {
    widths[..<index].reduce(0, +) + gap * Double(index)
  }

  private func text(
    _ lines: [String], _ index: Int, _ widths: [Double], top: Double, bold: Bool, _ ink: Scene.Ink
  ) -> [Scene.Item] {
    let isNumber = grid.columns[index].isNumber
    let x = left(index, widths) + (isNumber ? widths[index] : 0)
    return lines.enumerated().map { row, line in
      .text(
        Scene.Text(
          line, at: Charts.Point(x, top + type * 0.98 + self.line * Double(row)), size: type,
          bold: bold, ink, anchor: isNumber ? .end : .start))
    }
  }

  private func rule(_ y: Double, _ ink: Scene.Ink, _ thick: Double) -> Scene.Item {
    .shape(
      Scene.Shape(
        .lines([[Charts.Point(0, y), Charts.Point(width, y)]]), ink, Scene.Stroke(thick)))
  }

  private func picture(
    _ cell: Picture.Grid.Cell, _ index: Int, _ widths: [Double], middle: Double
  ) -> [Scene.Item] {
    let x = left(index, widths)
    let room = widths[index]
    if !cell.parts.isEmpty, cell.scale > 0 {
      var at = x
      return cell.parts.enumerated().compactMap { place, part in
        let length = max(part, 0) / cell.scale * room
        defer { at += length }
        guard length > 0 else { return nil }
        return .shape(
          Scene.Shape(
            .box(Charts.Point(at, middle - type * 0.45), width: length, height: type * 0.9),
            .role(.series(place))))
      }
    }
    let known = cell.spark.compactMap { $0 }
    guard let most = known.max(), let least = known.min(), cell.spark.count > 1 else { return [] }
    let range = min(least, 0)...max(most, least + 1e-9, 1e-9)
    let up = Scale(range, from: middle + type * 0.45, to: middle - type * 0.45)
    let step = room / Double(cell.spark.count - 1)
    let parts = cell.spark.enumerated().split { $0.element == nil }.map { part in
      part.map { Charts.Point(x + Double($0.offset) * step, up.place($0.element ?? 0)) }
    }
    return [
      .shape(
        Scene.Shape(
          .lines(parts.filter { $0.count > 1 }), .role(.series(0)), Scene.Stroke(type * 0.12)))
    ]
  }
}

import Charts
import Frames

/// A picture laid out for a page: what it says above, panels one below the other, and whence its
/// numbers come below.
struct PageScene {
  let picture: Picture
  let size: PageSize
  private var items: [Scene.Item] = []
  private var top: Double

  /// Nil where it is as high as what is on it.
  private let height: Double?

  private init(_ picture: Picture, _ size: PageSize, _ height: Double?) {
    self.picture = picture
    self.size = size
    self.height = height ?? size.height
    top = size.margin
  }

  /// - Parameter height: in pixels, in place of the size's own.
  static func scene(_ picture: Picture, _ size: PageSize, height: Double? = nil) -> Scene {
    var page = PageScene(picture, size, height)
    return page.scene()
  }

  private var width: Double { size.width - 2 * size.margin }

  private mutating func scene() -> Scene {
    let marking = neutralised(picture.handling)
    write(marking, size.caption, bold: true, anchor: .middle)
    if picture.dress != nil {
      write(neutralised(picture.headline), size.headline, bold: true)
      top += size.headline * 0.15
      write(neutralised(picture.subtitle), size.subtitle, .muted)
      top += size.subtitle * 0.7
    }
    var below = footer(marking)
    // Nothing stands below what is in a document, which says all that itself.
    let gap = below.height > 0 ? size.caption : 0
    let room = height.map { $0 - size.margin - below.height - gap - top }
    for part in picture.parts { draw(part, alone: picture.parts.count == 1, room: room) }
    top += gap * 0.8
    if let height {
      top = max(top, height - size.margin - below.height)
    }
    below.items = below.items.map { $0.moved(x: 0, y: top) }
    items += below.items
    top += below.height + size.margin
    return Scene(width: size.width, height: height.map { max($0, top) } ?? top, items: items)
  }

  /// A paragraph over the whole width.
  private mutating func write(
    _ text: String, _ size: Double, bold: Bool = false, _ ink: Scene.Ink = .text,
    anchor: Scene.Text.Anchor = .start
  ) {
    guard !text.isEmpty else { return }
    let block = paragraph(text, size, bold: bold, ink, anchor: anchor)
    items += block.items.map { $0.moved(x: 0, y: top) }
    top += block.height
  }

  private func paragraph(
    _ text: String, _ type: Double, bold: Bool = false, _ ink: Scene.Ink = .text,
    anchor: Scene.Text.Anchor = .start
  ) -> (items: [Scene.Item], height: Double) {
    let found = lines(text, width: width, size: type, bold: bold)
    let x = anchor == .middle ? size.width / 2 : size.margin
    let items = found.enumerated().map { row, line in
      Scene.Item.text(
        Scene.Text(
          line, at: Charts.Point(x, type * (Scene.leading * Double(row) + 0.98)), size: type,
          bold: bold, ink, anchor: anchor))
    }
    return (items, Double(found.count) * type * Scene.leading)
  }

  /// Source, dates and marks, what is missing, and what makes the picture again.
  private func footer(_ marking: String) -> (items: [Scene.Item], height: Double) {
    var items: [Scene.Item] = []
    var height = 0.0
    func add(_ text: String, _ ink: Scene.Ink, bold: Bool = false, middle: Bool = false) {
      guard !text.isEmpty else { return }
      let block = paragraph(
        neutralised(text), size.caption, bold: bold, ink, anchor: middle ? .middle : .start)
      items += block.items.map { $0.moved(x: 0, y: height) }
      height += block.height
    }
    if picture.dress != nil {
      add(picture.source.isEmpty ? "" : "Source: " + picture.source, .muted)
      add([picture.marks, picture.asOf].filter { !$0.isEmpty }.joined(separator: " "), .muted)
      add(picture.scenario.isEmpty ? "" : "Scenario: " + picture.scenario, .muted)
    }
    add(marking, .text, bold: true, middle: true)
    return (items, height)
  }

  private mutating func draw(_ part: Picture.Part, alone: Bool, room: Double?) {
    let left = size.margin
    if !alone {
      top += size.heading * 0.6
      write(neutralised(part.title), size.heading, bold: true)
      top += size.heading * 0.3
    }
    let note = part.note.isEmpty ? nil : paragraph(neutralised(part.note), size.text, .muted)
    var free = room.map { $0 - (note.map { $0.height + size.text * 0.4 } ?? 0) }
    if let grid = part.grid {
      let laid = GridLayout(grid, width: width, height: free, type: size.text).scene
      items += laid.items.map { $0.moved(x: left, y: top) }
      top += laid.height
      free = free.map { $0 - laid.height }
    }
    let sideBySide = part.charts.count > 1 && part.charts.allSatisfy { $0.form == .plot }
    if sideBySide {
      drawSideBySide(part.charts, free)
    } else {
      for chart in part.charts {
        let height = free.map { $0 / Double(part.charts.count) }
        let laid = chart.laidOut(width: width, height: height, type: size.text)
        items.append(.group(chart.title, laid.items.map { $0.moved(x: left, y: top) }))
        top += laid.height
      }
    }
    if let note {
      top += size.text * 0.4
      items += note.items.map { $0.moved(x: 0, y: top) }
      top += note.height
    }
  }

  /// Small charts beside one another, each under its name, as many in a row as have room.
  private mutating func drawSideBySide(_ charts: [Chart], _ free: Double?) {
    let gap = size.text * 1.2
    let columns = size == .half ? 1 : min(charts.count, charts.count == 4 ? 2 : 3)
    let rows = (charts.count + columns - 1) / columns
    let each = (width - gap * Double(columns - 1)) / Double(columns)
    let title = size.text * 1.5
    let height = free.map { ($0 - gap * Double(rows - 1)) / Double(rows) - title }
    var tallest = 0.0
    for (place, chart) in charts.enumerated() {
      let x = size.margin + Double(place % columns) * (each + gap)
      let laid = chart.laidOut(
        width: each, height: height ?? each * 0.72 + size.text * 4, type: size.text)
      let name = lines(neutralised(chart.title), width: each, size: size.text, bold: true)[0]
      items.append(
        .text(
          Scene.Text(
            name, at: Charts.Point(x, top + size.text), size: size.text, bold: true)))
      items.append(.group(chart.title, laid.items.map { $0.moved(x: x, y: top + title) }))
      tallest = max(tallest, laid.height + title)
      if place % columns == columns - 1 || place == charts.count - 1 {
        top += tallest + (place == charts.count - 1 ? 0 : gap)
        tallest = 0
      }
    }
  }
}

import Dashboard
import Frames
import TestSupport
import Testing

/// The focus and the hardware cursor, by which screen readers and magnifiers follow it: at every
/// Tab stop of every screen, at every size that the program can be used at.
@Suite struct FocusTests {
  static let places =
    ScreenPropertyTests.places
    + ["HO", "NHS", "LOCAL"].map { Place(.department, path: [$0]) }
    + [
      Place(.department, path: ["HO", "DBS"]),
      Place(.opportunity, path: ["automation", "Central"]),
      Place(.contractors, path: ["HMRC"]),
    ]

  /// Small ones, usual ones, and odd ones between the layouts.
  static let sizes = [
    (60, 18), (60, 20), (61, 19), (70, 20), (80, 20), (80, 22), (80, 24), (99, 27), (100, 18),
    (100, 20), (100, 30), (110, 19), (120, 36), (140, 34), (160, 48),
  ]

  @Test(arguments: places) func everyTabStopShowsItsFocusWithTheCursorOnIt(place: Place) throws {
    let world = try World.load()
    var state = try world.state(place, columns: 160, rows: 48)
    for (columns, rows) in Self.sizes {
      _ = state.update(.resized(columns: columns, rows: rows))
      var stops: [String] = []
      let panels = state.tabStops
      for _ in panels {
        for key in [KeyPress(.home), KeyPress(.end)] {
          world.send([key], to: &state)
          do throws(Fault) {
            let stop = try Stop(draw(state))
            if stops.last != stop.panel { stops.append(stop.panel) }
            // The first item, and the last of those that are drawn.
            try stop.expect(stop.item == (key.key == .home ? stop.least : stop.most), "its item")
          } catch {
            Issue.record("\(columns)x\(rows) after \(stops): \(error.text)")
          }
        }
        world.send([KeyPress(.tab)], to: &state)
      }
      #expect(stops == panels, "\(columns)x\(rows)")
    }
  }

  /// In front of a screen as well: on the chosen row, else on the first line that is shown.
  @Test(arguments: [(60, 18), (80, 24), (120, 36)])
  func inFrontOfAScreenTheCursorIsWhatIsRead(columns: Int, rows: Int) throws {
    let world = try World.load().withoutDraws
    let start = try world.state(columns: columns, rows: rows)
    for open in [[KeyPress.of("?")], [.of("s")], [.of("w")], [.of("p")], [.of("x")], [.of(":")]] {
      var state = start
      world.send(open, to: &state)
      for down in 0...3 {
        let drawing = draw(state)
        let cursor = try #require(drawing.frame.cursor)
        let cell = drawing.frame[cursor.column, cursor.row]
        let box = try #require(
          drawing.areas.last { $0.panel == "layer" && $0.item == nil }?.rect)
        #expect(box.inset(columns: 1, rows: 1).contains(column: cursor.column, row: cursor.row))
        if [.of("?"), .of("s")].contains(open) {
          #expect(cursor == Position(column: box.column + 2, row: box.row + 1))
        } else if cell.text == "▸" {
          #expect(cell.style.attributes.contains(.reverse), "\(open) \(down)")
        } else {
          #expect(open == [.of("w")], "a list has its cursor on the chosen row")
        }
        world.send([KeyPress(.down)], to: &state)
      }
    }
  }
}

/// What is wrong with a drawn screen.
private struct Fault: Error { var text: String }

/// The panel with the focus on a drawn screen, and where the cursor is in it.
private struct Stop {
  var panel = ""
  /// The item under the cursor, and the first and the last of the panel that are drawn.
  var item, least, most: Int?

  /// Throws where the focus cannot be seen, the cursor is elsewhere, or boxes are not whole.
  init(_ drawing: Drawing) throws(Fault) {
    let frame = drawing.frame
    func text(_ column: Int, _ row: Int) -> String { frame[column, row].text }
    guard let cursor = frame.cursor else { throw Fault(text: "no cursor") }
    let boxes = drawing.areas.filter { $0.item == nil && $0.heading == nil && $0.press == nil }
    var taken: [Position: String] = [:]
    for area in boxes {
      let (rect, name) = (area.rect, area.panel)
      for row in rect.row..<rect.endRow {
        for column in rect.column..<rect.endColumn {
          try expect(frame.bounds.contains(column: column, row: row), "\(name) on the screen")
          let other = taken.updateValue(name, forKey: Position(column: column, row: row))
          try expect(other == nil, "\(name) and not \(other ?? "") in one place")
        }
      }
      // The answer at the top has no box: the cursor in it is its focus.
      if name == "answer" {
        if rect.contains(column: cursor.column, row: cursor.row) { panel = name }
        continue
      }
      try expect(text(rect.column + 3, rect.row) != "─", "a heading of \(name)")
      guard rect.rows > 1 else {
        try expect(text(rect.column + 1, rect.row) == "+", "a folded line of \(name)")
        continue
      }
      let corners = [rect.row, rect.endRow - 1].flatMap { row in
        [rect.column, rect.endColumn - 1].map { text($0, row) }
      }
      if corners == ["┏", "┓", "┗", "┛"] {
        try expect(panel.isEmpty, "one focus, not \(panel) and \(name)")
        panel = name
      } else {
        try expect(corners == ["┌", "┐", "└", "┘"], "a whole frame of \(name), not \(corners)")
      }
      // The scale of a chart and the marker of the focus may stand in a side, text may not.
      for row in rect.row + 1..<rect.endRow - 1 {
        let sides = [rect.column, rect.endColumn - 1].map { text($0, row) }
        try expect(sides.allSatisfy("┃│▸".contains), "whole sides of \(name), not \(sides)")
      }
    }
    let focus = boxes.first { $0.panel == panel && ($0.rect.rows > 1 || panel == "answer") }?.rect
    guard let focus else { throw Fault(text: "no panel in focus") }
    try expect(focus.contains(column: cursor.column, row: cursor.row), "the cursor in \(panel)")
    let items = drawing.areas.filter {
      $0.panel == panel && $0.item != nil && $0.number == nil && !$0.rect.isEmpty
    }
    (least, most) = (items.compactMap(\.item).min(), items.compactMap(\.item).max())
    guard !items.isEmpty else {
      try expect(cursor == Position(column: focus.column + 1, row: focus.row), "a heading")
      return
    }
    item = items.first { $0.rect.contains(column: cursor.column, row: cursor.row) }?.item
    try expect(item != nil, "the cursor on an item of \(panel)")
    let cell = frame[cursor.column, cursor.row]
    try expect(cell.text == "▸", "a marker in \(panel), not \(cell.text)")
    try expect(cell.style.attributes.contains(.reverse), "reverse video in \(panel)")
  }

  func expect(_ isTrue: Bool, _ wanted: @autoclosure () -> String) throws(Fault) {
    if !isTrue { throw Fault(text: "not there: " + wanted()) }
  }
}

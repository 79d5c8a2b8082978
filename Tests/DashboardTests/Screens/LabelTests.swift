import Dashboard
import Frames
import TestSupport
import Testing

/// From 120 columns on nothing ends in a sign that it goes on, and rows of a list are told apart by
/// what stands before their numbers.
@Suite struct LabelTests {
  static let places =
    ScreenPropertyTests.places
    + [
      "HO", "DWP", "MOD", "NHS", "LOCAL", "HMT", "AGO", "DHSC", "MOJ", "DFE", "CO", "POLICE",
      "SCOT",
    ].map { Place(.department, path: [$0]) }

  @Test(arguments: places) func nothingIsCut(place: Place) throws {
    let world = try World.load()
    for (columns, rows) in [(120, 36), (140, 40), (160, 48), (200, 60)] {
      let state = try world.state(place, columns: columns, rows: rows)
      for line in draw(state).frame.lines where line.contains("…") {
        Issue.record("\(place.screen) \(place.path) at \(columns)x\(rows): \(line)")
      }
    }
  }

  /// Each panel that has the focus, as it stands and over the whole screen.
  @Test(arguments: places) func noPanelInFrontIsCut(place: Place) throws {
    let world = try World.load()
    var state = try world.state(place, columns: 120, rows: 36)
    for panel in state.outline.parts.map(\.id) {
      for enlarged in [false, true] {
        state.go {
          $0.panel = panel
          $0.enlarged = enlarged
        }
        for line in draw(state).frame.lines where line.contains("…") {
          Issue.record("\(place.screen) \(place.path), \(panel): \(line)")
        }
        for twin in Self.twins(state, of: panel) {
          Issue.record("\(place.screen) \(place.path), \(panel), alone \(enlarged): \(twin)")
        }
      }
    }
  }

  @Test(arguments: places) func noTwoRowsReadTheSame(place: Place) throws {
    let world = try World.load()
    for (columns, rows) in [(80, 24), (120, 36), (160, 48), (200, 60)] {
      let state = try world.state(place, columns: columns, rows: rows)
      for twin in Self.twins(state) {
        Issue.record("\(place.screen) \(place.path) at \(columns)x\(rows): \(twin)")
      }
    }
  }

  /// Rows of one panel with the same words before their first number, on the line where it stands.
  static func twins(_ state: State, of panel: String? = nil) -> [String] {
    let drawing = draw(state)
    var first: [String: [Int: Area]] = [:]
    for area in drawing.areas where area.number != nil && !area.rect.isEmpty {
      guard let item = area.item, panel == nil || area.panel == panel else { continue }
      let known = first[area.panel]?[item]
      if known.map({ area.rect.column < $0.rect.column }) ?? true {
        first[area.panel, default: [:]][item] = area
      }
    }
    var found: [String] = []
    for (panel, rows) in first {
      var seen: [String: Int] = [:]
      for (item, area) in rows.sorted(by: { $0.key < $1.key }) {
        let whole = drawing.areas.first {
          $0.panel == panel && $0.item == item && $0.number == nil && $0.heading == nil
            && $0.rect.contains(column: area.rect.column, row: area.rect.row)
        }
        guard let whole, area.rect.column > whole.rect.column + 2 else { continue }
        let words = (whole.rect.column..<area.rect.column).map {
          drawing.frame[$0, area.rect.row].text
        }.joined().drop { $0 == "▸" || $0 == " " }
        // Words behind the number may tell of what it is, too.
        seen[String(words), default: 0] += 1
        if seen[String(words)] == 2 { found.append("\(panel): \(words)") }
      }
    }
    return found
  }
}

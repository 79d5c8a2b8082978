import Dashboard
import Frames
import Screenshots
import TestSupport
import Testing

/// Every screen at the three sizes of the layouts, with its styles.
@Suite struct ScreenSnapshotTests {
  static let sizes = [(80, 24), (120, 36), (160, 48)]

  static let cases: [(Place, Int, Int)] = ScreenID.allCases.flatMap { screen in
    sizes.map { (Place(screen, path: screen == .department ? ["HMRC"] : []), $0.0, $0.1) }
  }

  @Test(arguments: cases) func screen(place: Place, columns: Int, rows: Int) throws {
    let state = try World.load().state(place, columns: columns, rows: rows)
    try expectSnapshot(
      of: styledText(draw(state).frame), named: "\(place.screen.rawValue)-\(columns)x\(rows)")
  }

  @Test(arguments: ThemeName.allCases) func overviewInEachTheme(theme: ThemeName) throws {
    let depth: ColourDepth = theme == .mono ? .none : .trueColour
    let state = try World.load().state(settings: Settings(theme: theme, depth: depth))
    try expectSnapshot(of: styledText(draw(state).frame), named: "overview-80x24-\(theme.rawValue)")
  }

  @Test func drilledPlaces() throws {
    let world = try World.load()
    let places: [(String, Place)] = [
      ("opportunity-sectors", Place(.opportunity, path: ["automation"])),
      ("opportunity-organisations", Place(.opportunity, path: ["automation", "Central"])),
      ("contractors-bodies", Place(.contractors, path: ["HO"], panel: "bodies")),
      ("contractors-measures", Place(.contractors, path: ["HO", "DBS"], panel: "measures")),
      ("contractors-returns", Place(.contractors, path: ["HO", "all", "contingent"])),
      ("outages-body", Place(.outages, path: ["PNC"])),
      ("departments-sector", Place(.departments, path: ["Devolved"])),
      ("overview-enlarged", Place(.overview, panel: "fan", enlarged: true)),
    ]
    for (name, place) in places {
      let frame = draw(try world.state(place)).frame
      try expectSnapshot(of: frame.lines.joined(separator: "\n") + "\n", named: name)
    }
  }

  @Test func layersInFront() throws {
    let world = try World.load()
    let keys: [(String, [KeyPress])] = [
      ("layer-help", [.of("?")]), ("layer-card", [.of("s")]), ("layer-presets", [.of("p")]),
      ("layer-prompt", [.of("8"), KeyPress(.enter), .of("2"), KeyPress(.enter)]),
    ]
    for (name, presses) in keys {
      var state = try world.state()
      world.send(presses, to: &state)
      try expectSnapshot(
        of: draw(state).frame.lines.joined(separator: "\n") + "\n", named: name)
    }
  }
}

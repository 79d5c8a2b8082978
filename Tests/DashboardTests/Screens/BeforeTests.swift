import Analytics
import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// Wherever a lever moves something, what it was stands beside it.
@Suite struct BeforeTests {
  /// Panels that answer a question about the scenario as it stands: what they are computed from has
  /// no before. The answer line over all says what changed.
  static let analyses: Set = [
    "indices", "information", "comparison",
    "fans", "ask", "answer", "assumptions", "target",
  ]

  static let places = ScreenPropertyTests.places + [Place(.department, path: ["HO"])]

  @Test(arguments: places) func aChangedPanelSaysWhatItWas(place: Place) throws {
    let world = try World.load()
    let start = try world.state(place, columns: 160, rows: 48)
    var moved = start
    world.take(.leverTyped(.pace, .nation, "0.6"), into: &moved)
    for panel in start.outline.parts.map(\.id) where !Self.analyses.contains(panel) {
      var (before, now) = (start, moved)
      before.go {
        $0.panel = panel
        $0.enlarged = true
      }
      now.go {
        $0.panel = panel
        $0.enlarged = true
      }
      let known = Dictionary(
        before.sight.entries.filter { $0.panel == panel }.flatMap(\.figures).map {
          ($0.id, $0.text)
        }, uniquingKeysWith: { first, _ in first })
      let changed = now.sight.entries.filter { $0.panel == panel }.flatMap(\.figures)
        .filter { figure in known[figure.id].map { $0 != figure.text } ?? false }
      guard !changed.isEmpty else { continue }
      let drawing = draw(now)
      let box = try #require(
        drawing.areas.first { $0.panel == panel && $0.item == nil && $0.heading == nil })
      let text = (box.rect.row..<box.rect.endRow).map { drawing.frame.lines[$0] }
        .joined(separator: "\n")
      #expect(
        text.contains("was") || text.contains("Was") || text.contains("before")
          || text.contains("baseline") || text.contains("change") || text.contains("┆"),
        "\(place.screen) \(place.path), \(panel): \(changed[0].id) is now \(changed[0].text)")
    }
  }

  /// What was takes room; the pointer stays on the chosen row.
  @Test(arguments: places) func thePointerStaysInItsPanel(place: Place) throws {
    let world = try World.load()
    for (columns, rows) in [(80, 24), (120, 36), (160, 48)] {
      var state = try world.state(place, columns: columns, rows: rows)
      world.take(.leverTyped(.pace, .nation, "0.6"), into: &state)
      for panel in state.outline.parts.map(\.id) {
        state.go { $0.panel = panel }
        let drawing = draw(state)
        let box = try #require(
          drawing.areas.first { $0.panel == panel && $0.item == nil && $0.heading == nil })
        let cursor = try #require(drawing.frame.cursor)
        #expect(
          (box.rect.row..<box.rect.endRow).contains(cursor.row),
          "\(place.screen), \(panel) at \(columns)x\(rows): \(cursor)")
      }
    }
  }

  @Test func aBarHasATickAndANumber() throws {
    let world = try World.load()
    var state = try world.state(Place(.overview, panel: "ranking"), columns: 160, rows: 48)
    let was = try #require(
      state.drawnLines.first { $0.contains("National Health Service") }
        .flatMap { $0.firstMatch(of: #/£[\d.]+bn/#).map { String($0.0) } })
    world.take(.leverTyped(.pace, .nation, "0.6"), into: &state)
    let line = try #require(state.drawnLines.first { $0.contains("National Health Service") })
    #expect(line.contains("was \(was)"), "\(line)")
    #expect(line.contains("┆"), "\(line)")
    // Put back, nothing is said.
    world.take(.leversReset, into: &state)
    #expect(!state.drawnLines.contains { $0.contains(", was £") })
  }

  /// A column of what was has numbers of one kind only: those of the column that it names.
  @Test func aColumnOfWhatWasIsOfOneColumn() throws {
    let world = try World.load()
    var state = try world.state(Place(.departments), columns: 160, rows: 48)
    func benefits(_ pattern: Regex<(Substring, Substring)>) -> [String: String] {
      let names = world.inputs.organisations.map(\.name)
      return Dictionary(
        state.drawnLines.prefix(30).compactMap { line in
          names.first { line.contains($0) }.flatMap { name in
            line.firstMatch(of: pattern).map { (name, String($0.1)) }
          }
        }, uniquingKeysWith: { first, _ in first })
    }
    let before = benefits(#/(£[\d.]+[bm]n?)/#)
    world.take(.leverTyped(.pace, .nation, "0.9"), into: &state)
    let now = benefits(#/(£[\d.]+[bm]n?)/#)
    let was = benefits(#/(£[\d.]+[bm]n?) *┃$/#)
    // Names may be longer where a column has gone.
    let both = was.filter { before[$0.key] != nil }
    #expect(both.count > 4)
    for (name, text) in both { #expect(text == before[name] && text != now[name], "\(name)") }
  }

  /// One organisation's delay moves its net value and ranges alone: the column is of a number.
  @Test(arguments: [120, 160]) func aColumnOfWhatWasIsOfNoRange(columns: Int) throws {
    let world = try World.load()
    var state = try world.state(Place(.departments), columns: columns, rows: 48)
    world.take(.leverTyped(.startDelay, .organisation("HMRC"), "3"), into: &state)
    #expect(!state.drawnLines.contains { $0.contains("8 in 10 runs was") })
  }

  /// Numbers that are rounded to add up, each picture by itself, never read as the opposite of what
  /// happened.
  @Test func whatWasReadsAsItWent() throws {
    let world = try World.load()
    let panel = "bridge"
    var compared = 0
    for (code, pace) in [
      ("HO", "0.6"), ("MOJ", "0.6"), ("DEFRA", "0.5"), ("HMT", "0.9"), ("MOD", "0.9"),
      ("DWP", "0.95"),
      ("NHS", "0.95"), ("DFT", "0.8"), ("FCDO", "0.5"), ("HMRC", "1.05"),
    ] {
      var state = try world.state(Place(.opportunity, panel: panel), columns: 160, rows: 48)
      state.go { $0.enlarged = true }
      let before = state.sight.entries.filter { $0.panel == panel }.compactMap(
        \.figure?.value?.number)
      world.take(.leverTyped(.pace, .organisation(code), pace), into: &state)
      let now = state.sight.entries.filter { $0.panel == panel }.compactMap(\.figure?.value?.number)
      try #require(before.count == now.count)
      let drawing = draw(state)
      for area in drawing.areas where area.panel == panel && area.heading == nil {
        guard let item = area.item, now.indices.contains(item),
          let told = drawing.frame.lines[area.rect.row].firstMatch(
            of: #/£([\d.]+)bn.*was −?£([\d.]+)bn/#), let new = Double(told.1),
          let old = Double(told.2)
        else { continue }
        compared += 1
        #expect(
          (abs(now[item]) - abs(before[item])) * (new - old) >= 0,
          "\(code) at \(pace): \(told.0), in truth \(before[item]) and \(now[item])")
      }
    }
    #expect(compared > 5)
  }

  /// Under the fan each number has what it was.
  @Test func captionsSayWhatWas() throws {
    let world = try World.load()
    var state = try world.state(Place(.overview), columns: 160, rows: 48)
    world.take(.leverTyped(.pace, .nation, "0.6"), into: &state)
    let text = state.drawnLines.joined(separator: " ").filter { !"│┃".contains($0) }
    for caption in [#/pays for itself \d+% M, +was \d+%/#, #/like for like £[\d.]+bn M, +was £/#] {
      #expect(text.contains(caption))
    }
  }

  /// What prints the same though it moved is not called the same.
  @Test func whatMovedALittleIsNotAsBefore() throws {
    let world = try World.load()
    var state = try world.state(Place(.overview), columns: 160, rows: 48)
    world.take(.leverTyped(.pace, .organisation("HMT"), "0.9"), into: &state)
    let line = try #require(state.drawnLines.first { $0.contains("benefit by") })
    #expect(line.contains("nearly as before"), "\(line)")
  }

  @Test func aPageOfAnOrganisationHasAGhost() throws {
    let world = try World.load()
    var state = try world.state(
      Place(.department, path: ["HO"], panel: "projection"), columns: 120, rows: 36)
    world.take(.leverTyped(.pace, .nation, "0.6"), into: &state)
    state.go { $0.enlarged = true }
    #expect(state.drawnLines.contains { $0.contains("· before") })
    #expect(state.drawnLines.contains { $0.contains(/expected £\d+m.* M, was £\d+m/) })
  }
}

import Analytics
import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// The page of an organisation: what it has to say stands on it.
@Suite struct DepartmentPageTests {
  /// The ids of the panels that are open on the page.
  static func open(_ state: State) -> Set<String> {
    Set(draw(state).areas.filter { $0.item == nil && $0.rect.rows > 2 }.map(\.panel))
  }

  @Test(arguments: ["HO", "DWP", "HMRC", "MOD", "NHS", "LOCAL", "HMT"])
  func everythingIsOpenAt120By36(code: String) throws {
    let world = try World.load()
    let state = try world.state(Place(.department, path: [code]), columns: 120, rows: 36)
    let wanted: Set = [
      "keys", "projection", "ask", "legacy", "target", "contractors", "outages", "services",
      "promises", "identity",
    ]
    #expect(wanted.isSubset(of: Self.open(state)))
  }

  /// A list gives up what it says beside before it gives up what it says.
  @Test(arguments: [(120, 36), (160, 48), (200, 60)])
  func whatIsPublishedHasItsNumbers(columns: Int, rows: Int) throws {
    let world = try World.load()
    var state = try world.state(
      Place(.department, path: ["HO"], panel: "published"), columns: columns, rows: rows)
    state.go { $0.enlarged = false }
    let drawing = draw(state)
    let rows = drawing.areas.filter {
      $0.panel == "published" && $0.item != nil && $0.number == nil && $0.rect.rows > 0
    }
    // A number may stand on the second line of its row.
    let texts = rows.map { area in
      (area.rect.row..<area.rect.endRow).map { row in
        String(drawing.frame.lines[row].dropFirst(area.rect.column).prefix(area.rect.columns))
      }.joined()
    }
    #expect(!texts.isEmpty && texts.allSatisfy { $0.contains(/\d\S* [RDM]/) }, "\(texts)")
  }

  /// Questions by rule, from the figures that raise them.
  @Test(arguments: [
    ("HO", "Of 4 systems (red-rated, 2023-11), how many are funded?"),
    ("MOD", "7 of 11 red-rated systems were fully funded in 2024-02: what of the others?"),
    ("DHSC", "How many of its systems are red-rated? No count is in these data."),
    ("DFT", "What has it promised to save? No target is in these data."),
    ("DSIT", "£32m to save by 2028-29: how much of it is digital?"),
  ]) func questionsAreAskedByRule(code: String, text: String) throws {
    let world = try World.load()
    let state = try world.state(Place(.department, path: [code]), columns: 160, rows: 48)
    let lines = state.outline.parts.first { $0.id == "ask" }?.lines.map(\.text) ?? []
    #expect(lines.contains { $0.contains(text) }, "\(lines)")
  }

  /// Every question that is raised by a number leads to it.
  @Test func questionsLeadToTheirFigures() throws {
    let world = try World.load()
    let state = try world.state(Place(.department, path: ["MOD"]), columns: 160, rows: 48)
    let entries = state.sight.entries.filter { $0.panel == "ask" }
    #expect(entries.count >= 3 && entries.allSatisfy { $0.figure != nil })
  }

  /// Its parts of the three levers print so that they add up to what is printed for their sum.
  @Test(arguments: ["HO", "HMRC", "DWP", "NHS"]) func itsPartsAddUp(code: String) throws {
    let world = try World.load()
    let state = try world.state(Place(.department, path: [code]), columns: 160, rows: 48)
    let rows = state.outline.parts.first { $0.id == "keys" }?.lines.map(\.text) ?? []
    func amount(_ row: String) -> Double? {
      row.split(separator: "£").dropFirst().first.flatMap { text in
        let number = text.prefix { $0.isNumber || $0 == "." }
        return Double(number).map { text.dropFirst(number.count).hasPrefix("bn") ? $0 * 1000 : $0 }
      }
    }
    let parts = rows.prefix(3).compactMap(amount)
    let sum = try #require(rows.first { $0.contains("Sum of the three") }.flatMap(amount))
    #expect(parts.count == 3 && abs(parts.reduce(0, +) - sum) < 0.5, "\(rows)")
  }

  @Test func leversOpenInAStripAndWhatIsPublishedBehindAKey() throws {
    let world = try World.load()
    var state = try world.state(Place(.department, path: ["HO"]), columns: 120, rows: 36)
    #expect(!Self.open(state).contains("levers"))
    world.send([.of("l")], to: &state)
    #expect(Self.open(state).isSuperset(of: ["levers", "keys", "projection"]))
    world.send([.of("a")], to: &state)
    #expect(Self.open(state) == ["answer", "published"] || Self.open(state) == ["published"])
  }
}

import Analytics
import Dashboard
import Frames
import Testing

/// The screen for whoever listens to it: one line speaks, the cursor is in it, nothing else moves.
@Suite struct SpeechTests {
  private static func start(_ place: Place, columns: Int = 120, rows: Int = 36) throws -> (
    World, State
  ) {
    var settings = Settings(theme: .dark)
    settings.speech = true
    let world = try World.load()
    return (world, try world.state(place, columns: columns, rows: rows, settings: settings))
  }

  private static func spoken(_ state: State) -> String {
    draw(state).frame.lines.suffix(2).map { $0.split(separator: " ").joined(separator: " ") }
      .joined(separator: " ")
  }

  @Test(arguments: [(120, 36), (80, 24), (60, 18)])
  func aLeverKeyChangesTheLineAndTheLeverAlone(columns: Int, rows: Int) throws {
    let (world, start) = try Self.start(
      Place(.lab, panel: "levers", items: ["levers": 6]), columns: columns, rows: rows)
    var state = start
    for key in [KeyPress(.right), KeyPress(.right), KeyPress(.left), .of("L")] {
      let before = draw(state)
      world.send([key], to: &state)
      let after = draw(state)
      let lever = try #require(
        after.areas.first { $0.panel == "levers" && $0.item == 6 }?.rect)
      for y in 0..<rows - 2 where !(lever.row..<lever.endRow).contains(y) {
        #expect(before.frame.lines[y] == after.frame.lines[y], "row \(y)")
      }
      #expect(after.frame.cursor == Position(column: 0, row: rows - 2))
      #expect(before.frame.lines[lever.row] != after.frame.lines[lever.row])
    }
    // Anything else shows what the screen is now.
    let held = draw(state).frame.lines
    world.send([KeyPress(.tab)], to: &state)
    #expect(draw(state).frame.lines != held)
  }

  @Test func theLineSaysWhatChangedAndByHowMuch() throws {
    let (world, start) = try Self.start(Place(.lab, panel: "levers"), columns: 160, rows: 48)
    var state = start
    world.take(.leverTyped(.pace, .nation, "0.5"), into: &state)
    let words = Self.spoken(state)
    #expect(words.contains(": 0.5"), "\(words)")
    #expect(words.contains("was 1."), "\(words)")
    let amount = #/£[0-9.]+(bn|m) a year, £[0-9.]+(bn|m) (less|more); net value/#
    #expect(words.contains(amount), "\(words)")
    world.take(.leverTyped(.startDelay, .nation, "4"), into: &state)
    #expect(Self.spoken(state).contains("fixed horizon"), "\(Self.spoken(state))")
    world.send([.of("z"), .of("z")], to: &state)
    #expect(Self.spoken(state).contains("as they were"))
  }

  @Test func movingSaysWhatHasTheFocusValueFirst() throws {
    let (world, start) = try Self.start(Place(.overview, panel: "tiles"))
    var state = start
    world.send([KeyPress(.right), KeyPress(.right)], to: &state)
    #expect(Self.spoken(state).hasPrefix("28%"), "\(Self.spoken(state))")
    world.send([.of("3")], to: &state)
    let words = Self.spoken(state)
    #expect(words.hasPrefix("Legacy and cyber."), "\(words)")
    #expect(words.contains(", panel ") && words.contains(" of "), "\(words)")
    #expect(draw(state).frame.cursor == Position(column: 0, row: 34))
  }

  @Test func inFrontOfTheScreenTheCursorIsOnTheChoice() throws {
    let (world, start) = try Self.start(Place(.overview))
    var state = start
    world.send([.of(":"), KeyPress(.down)], to: &state)
    let frame = draw(state).frame
    let cursor = try #require(frame.cursor)
    #expect(frame[cursor.column, cursor.row].text == "▸")
    world.send([KeyPress(.escape), .of("?")], to: &state)
    let lines = draw(state).frame.lines
    let help = try #require(draw(state).frame.cursor)
    #expect(lines[help.row].contains("For those who listen"))
  }

  @Test func withoutSpeechNothingIsHeld() throws {
    let world = try World.load()
    var state = try world.state(
      Place(.lab, panel: "levers", items: ["levers": 6]), columns: 120, rows: 36)
    let before = draw(state).frame.lines
    world.send([KeyPress(.right)], to: &state)
    let rows = zip(before, draw(state).frame.lines).count { $0 != $1 }
    #expect(rows > 3)
  }
}

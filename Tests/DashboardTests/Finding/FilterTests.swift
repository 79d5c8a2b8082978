import Analytics
import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// The filter of a list: what is kept, how many, and that it stays.
@Suite struct FilterTests {
  func departments() throws -> (World, State) {
    let world = try World.load()
    return (world, try world.state(Place(.departments), columns: 120, rows: 40))
  }

  func type(_ text: String) -> [KeyPress] { text.map { KeyPress.of($0) } }

  @Test func eachKeyNarrowsTheRowsAndTheCountIsOfThem() throws {
    var (world, state) = try departments()
    let names = world.inputs.organisations.map(\.name)
    world.send([.of("/")], to: &state)
    var typed = ""
    for letter in "home" {
      world.send([.of(letter)], to: &state)
      typed.append(letter)
      let kept = try #require(state.filterCount)
      #expect(kept.all == names.count)
      // Every row whose name has the text is kept; a row may also have it in a number.
      #expect(kept.kept >= names.count { $0.lowercased().contains(typed) })
      let line = draw(state).frame.lines[38]
      #expect(line.contains("/ " + typed) && line.contains("\(kept.kept) of \(kept.all)"))
    }
    #expect(state.filterCount?.kept == 1)
    world.send([KeyPress(.backspace), KeyPress(.enter)], to: &state)
    #expect(state.layers.isEmpty)
    let title = draw(state).frame.lines.first { $0.contains("━ ") || $0.contains("┏ ") }
    #expect(title?.contains("with \"hom\"") == true)
  }

  @Test func turnedRoundItKeepsTheOtherRows() throws {
    var (world, state) = try departments()
    world.send([.of("/")] + type("home") + [KeyPress(.enter), .of("!")], to: &state)
    let count = try #require(state.filterCount)
    #expect(count.kept == count.all - 1)
    #expect(draw(state).frame.lines.contains { $0.contains("without \"home\"") })
    world.send([.of("!")], to: &state)
    #expect(state.filterCount?.kept == 1)
    // As the first key of a filter it does the same.
    world.send([.of("/"), KeyPress(.escape), .of("/"), .of("!")] + type("home"), to: &state)
    #expect(state.filterCount?.kept == count.all - 1)
  }

  @Test func itSurvivesLeavingAndComingBackAndEscapeClearsIt() throws {
    var (world, state) = try departments()
    world.send([.of("/")] + type("home") + [KeyPress(.enter), .of("3"), .of("7")], to: &state)
    #expect(state.filterCount?.kept == 1)
    world.send([KeyPress(.enter), .of("<")], to: &state)
    #expect(state.place.screen == .departments && state.filterCount?.kept == 1)
    world.send([.of("/"), KeyPress(.escape)], to: &state)
    #expect(state.filterCount?.kept == world.inputs.organisations.count)
    #expect(state.place.arrangements.isEmpty)
  }

  @Test func withoutAnyRowLeftNothingBreaks() throws {
    var (world, state) = try departments()
    world.send([.of("/")] + type("zzzz"), to: &state)
    #expect(state.filterCount?.kept == 0)
    let keys: [KeyPress] = [
      KeyPress(.down), KeyPress(.enter), KeyPress(.enter), .of("s"), .of("o"), .of("y"), .of("b"),
    ]
    for key in keys {
      world.send([key], to: &state)
      #expect(draw(state).frame.cursor != nil)
    }
  }

  @Test(arguments: ScreenPropertyTests.places) func everyPanelIsFilteredOrSaysThatItCannotBe(
    place: Place
  ) throws {
    let world = try World.load()
    var state = try world.state(place, columns: 120, rows: 40)
    for panel in state.panelNames {
      state.go { $0.panel = panel }
      world.send([.of("/")], to: &state)
      if state.layers.isEmpty {
        #expect(state.message.contains("no rows to filter"))
      } else {
        world.send([.of("e")], to: &state)
        let count = try #require(state.filterCount)
        #expect(count.kept <= count.all)
        world.send([KeyPress(.escape)], to: &state)
        #expect(state.filterCount?.kept == count.all && state.layers.isEmpty)
      }
    }
  }

  @Test func hostileTextIsCutAndShownHarmless() throws {
    var (world, state) = try departments()
    world.send([.of("/")], to: &state)
    world.send(.paste(String(repeating: "e\u{301}\u{1B}[31m\n", count: 50)), to: &state)
    let frame = draw(state).frame
    #expect(frame.cells.allSatisfy { !$0.text.unicodeScalars.contains("\u{1B}") })
    #expect((state.place.arrangements["departments"]?.filter.unicodeScalars.count ?? 0) <= 40)
  }

  @Test func aClickOnAHeadingSortsAndASecondOneTurnsItRound() throws {
    var (world, start) = try departments()
    _ = start.update(.resized(columns: 160, rows: start.rows))
    let headings = draw(start).areas.filter { $0.heading != nil }
    #expect(headings.count == start.sight.sortColumns.count)
    for area in headings {
      var state = start
      let press = Event.mouse(
        .press, Position(column: area.rect.column + 1, row: area.rect.row))
      world.send(press, to: &state)
      let wanted = try #require(state.place.arrangements["departments"])
      #expect(wanted.column == area.heading)
      let sign = wanted.falling ? "▾" : "▴"
      #expect(draw(state).frame.lines[area.rect.row].contains(sign))
      world.send(press, to: &state)
      #expect(state.place.arrangements["departments"]?.falling == !wanted.falling)
    }
  }
}

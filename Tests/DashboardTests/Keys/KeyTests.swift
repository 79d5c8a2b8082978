import Dashboard
import Frames
import TestSupport
import Testing

/// The table of keys: what the footer promises works, and no walk leads astray.
@Suite struct KeyTests {
  /// Everything that a keyboard is likely to send.
  static let keyboard: [KeyPress] =
    (" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnoprstuvwxyz{|}~£é")
    .map { .of($0) }
    + [
      .enter, .escape, .tab, .backspace, .delete, .insert, .up, .down, .left, .right, .home,
      .end, .pageUp, .pageDown, .function(1), .function(5),
    ].flatMap { [KeyPress($0), KeyPress($0, .shift), KeyPress($0, .control)] }
    + ["u", "d", "l", "p", "n"].map { KeyPress(.character($0), .control) }

  @Test(arguments: [1, 2, 3, 4]) func randomWalksNeverGoAstray(seed: UInt64) throws {
    // The central case follows every key; the draws are tested elsewhere.
    let world = try World.load().withoutDraws
    let start = try world.state()
    var state = start
    var generator = SeededGenerator(seed: seed)
    for step in 0..<600 {
      let key = Self.keyboard.randomElement(using: &generator) ?? .of("j")
      // Only what the table says quits: here nothing does.
      #expect(!world.send(.key(key), to: &state).contains(.quit), "\(key) at step \(step)")
      if step % 50 == 0 {
        let size = [(80, 24), (120, 36), (60, 18), (33, 7)].randomElement(using: &generator)
        world.send(.resize(columns: size?.0 ?? 80, rows: size?.1 ?? 24), to: &state)
      }
      if step % 10 == 0 {
        let frame = draw(state).frame
        #expect(frame.columns == state.columns && frame.rows == state.rows)
      }
    }
    // Esc always leads home, and undo gives the first levers back exactly.
    for _ in 0..<40 { world.send([KeyPress(.escape)], to: &state) }
    #expect(state.place.screen == .overview && state.layers.isEmpty)
    while !state.undo.isEmpty { world.send([.of("z")], to: &state) }
    #expect(state.scenario == start.scenario)
  }

  /// The keys that a footer can name, by what is printed.
  static let printed: [String: [KeyPress]] = [
    "?": [.of("?")], "q": [.of("q")], "Tab": [KeyPress(.tab)], "Enter": [KeyPress(.enter)],
    "Esc": [KeyPress(.escape)], "<": [.of("<")], "s": [.of("s")], "e": [.of("e")], "x": [.of("x")],
    "/": [.of("/")], ":": [.of(":")], "y": [.of("y")], "b": [.of("b")], "!": [.of("!")],
    "t": [.of("t")], "o": [.of("o")], "p": [.of("p")], "z": [.of("z")], "Z": [.of("Z")],
    "[": [.of("[")], "]": [.of("]")], "0": [.of("0")], "1-9": [.of("3"), .of("5")],
    "S": [.of("S")], "v": [.of("v")], "u": [.of("u")], "P": [.of("P")],
    "← →": [KeyPress(.left), KeyPress(.right)], "H L": [.of("H"), .of("L")],
  ]

  @Test(arguments: ScreenPropertyTests.places) func everyKeyOfTheFooterDoesSomething(place: Place)
    throws
  {
    let world = try World.load()
    var state = try world.state(place, columns: 200, rows: 40)
    for _ in 0..<8 {
      let footer = draw(state).frame.lines[39]
      for (text, keys) in Self.printed where footer.contains(" \(text) ") {
        let works = keys.contains { key in
          var next = state
          let effects = world.send(.key(key), to: &next)
          return next != state || !effects.isEmpty
        }
        // A lever that is at its baseline has nothing to be put back.
        #expect(works || text == "0", "\(text) on \(state.place)")
      }
      world.send([KeyPress(.tab)], to: &state)
    }
  }

  @Test func theHelpNamesEveryScreenAndTheLimits() throws {
    let world = try World.load()
    var state = try world.state(columns: 120, rows: 120)
    world.send([.of("?")], to: &state)
    let text = draw(state).frame.lines.joined(separator: " ")
    for screen in ScreenID.allCases where screen != .department {
      #expect(text.contains(screen.title))
    }
    #expect(text.contains("What this is") && text.contains("The headline is a full potential"))
    world.send([.of("?")], to: &state)
    #expect(state.layers.isEmpty)
  }
}

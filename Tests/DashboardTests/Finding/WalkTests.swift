import Analytics
import Dashboard
import Frames
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Random keys and pointer: no crash, no dead end, Esc leads home, undo gives the first levers.
@Suite struct WalkTests {
  /// Keys a walk: 2,000, or what `DIGIGOV_WALK_KEYS` says (100,000 takes some minutes).
  static var length: Int {
    unsafe getenv("DIGIGOV_WALK_KEYS").flatMap { unsafe Int(String(cString: $0)) } ?? 2_000
  }

  static let sizes = [(80, 24), (120, 36), (160, 48), (100, 60), (60, 18), (33, 7)]

  @Test(arguments: [11, 12, 13, 14]) func noWalkGoesAstray(seed: UInt64) throws {
    let world = try World.load().withoutDraws
    let start = try world.state(columns: 120, rows: 36)
    var state = start
    var generator = SeededGenerator(seed: seed)
    var screens: Set<ScreenID> = []
    for step in 0..<Self.length {
      let event: Event
      if Int.random(in: 0..<40, using: &generator) == 0 {
        let place = Position(
          column: Int.random(in: 0..<120, using: &generator),
          row: Int.random(in: 0..<36, using: &generator))
        let actions: [MouseAction] = [.press, .drag, .release, .wheelUp, .wheelDown]
        event = .mouse(actions.randomElement(using: &generator) ?? .press, place)
      } else {
        event = .key(KeyTests.keyboard.randomElement(using: &generator) ?? .of("j"))
      }
      // The central case follows now and then: what is computed is tested elsewhere.
      let effects =
        step % 50 == 0
        ? world.send(event, to: &state) : state.action(for: event).map { state.update($0) } ?? []
      // Only the palette can lead to the end, and only by its entry.
      if effects.contains(.quit) { #expect(state.layers.isEmpty, "step \(step)") }
      screens.insert(state.place.screen)
      if step % 100 == 0 {
        let size = Self.sizes.randomElement(using: &generator) ?? (80, 24)
        _ = state.update(.resized(columns: size.0, rows: size.1))
        let frame = draw(state).frame
        #expect(frame.columns == size.0 && frame.rows == size.1)
        if size.0 >= 60 { #expect(frame.cursor != nil, "no focus at step \(step)") }
      }
      if step % 250 == 0 { goHome(world, state) }
    }
    // A walk that stays at home would prove little.
    #expect(screens.count >= 8)
    goHome(world, state)
    while !state.layers.isEmpty { world.send([KeyPress(.escape)], to: &state) }
    while !state.undo.isEmpty { world.send([.of("z")], to: &state) }
    #expect(state.scenario == start.scenario && state.baseline == start.baseline)
  }

  /// Esc leads to the Overview from anywhere, without anything in front of it.
  private func goHome(_ world: World, _ from: State) {
    var state = from
    for _ in 0..<40 {
      guard let action = state.action(for: .key(KeyPress(.escape))) else { break }
      _ = state.update(action)
    }
    #expect(state.place.screen == .overview && state.layers.isEmpty, "\(from.place)")
  }

  @Test func everyKeyOfTheTableWorksSomewhere() throws {
    let world = try World.load()
    var states: [State] = []
    for place in ScreenPropertyTests.places + [Place(.opportunity, path: ["automation"])] {
      var state = try world.state(place, columns: 160, rows: 48)
      for _ in 0..<state.panelNames.count {
        states.append(state)
        world.send([KeyPress(.down)], to: &state)
        states.append(state)
        world.send([KeyPress(.end), KeyPress(.tab)], to: &state)
      }
    }
    // With a changed lever, something undone, a way back and forward, and a filter.
    var changed = try world.state(Place(.lab), columns: 160, rows: 48)
    world.send([KeyPress(.right), KeyPress(.left), KeyPress(.left)], to: &changed)
    states.append(changed)
    world.send([.of("z")], to: &changed)
    states.append(changed)
    world.send([.of("7"), .of("/"), .of("h"), KeyPress(.enter)], to: &changed)
    states.append(changed)
    world.send([.of("<")], to: &changed)
    states.append(changed)
    for row in State.keyTable {
      for key in row.keys {
        let works = states.contains { state in
          guard let action = state.action(for: .key(key)) else { return false }
          var next = state
          let effects = next.update(action)
          return next != state || !effects.isEmpty
        }
        #expect(works, "\(key) (\(row.shown))")
      }
    }
  }
}

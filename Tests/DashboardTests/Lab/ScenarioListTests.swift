import Analytics
import Dashboard
import Frames
import TestSupport
import Testing

/// Saving, opening, renaming, duplicating and deleting scenarios; leaving with unsaved changes.
@Suite struct ScenarioListTests {
  private func lab() throws -> (World, State) {
    let world = try World.load().withoutDraws
    return (world, try world.state(Place(.lab)))
  }

  private func typed(_ text: String) -> [KeyPress] { text.map { .of($0) } }

  static let names: [(String, String?)] = [
    ("My plan", "My_plan"), (" plan-2.b ", "plan-2.b"), ("", nil), ("   ", nil), ("a/b", nil),
    ("..", nil), ("../etc", nil), (".hidden", nil), ("a\u{1B}[31m", nil), ("a\u{202E}b", nil),
    ("plän", nil), (String(repeating: "a", count: 60), String(repeating: "a", count: 60)),
    (String(repeating: "a", count: 61), nil), ("blueprint", nil), ("_._", nil), ("a:b", nil),
  ]

  @Test(arguments: names) func namesBecomeIDsOrAreRefusedWithAReason(name: String, id: String?)
    throws
  {
    let inputs = try World.load().inputs
    do {
      let found = try ScenarioName.id(of: name, inputs)
      #expect(found == id)
    } catch {
      #expect(id == nil && error.description.hasSuffix("."), "\(error)")
    }
  }

  @Test func savingAsksForANameAndWritesTheScenarioInForce() throws {
    var (world, state) = try lab()
    world.send([.of("H"), .of("S")] + typed("My plan"), to: &state)
    let changed = state.scenario
    let effects = world.send(.key(KeyPress(.enter)), to: &state)
    var wanted = changed
    (wanted.id, wanted.name) = ("My_plan", "My plan")
    #expect(effects == [.scenarios(.save(wanted, replacing: false))])
    #expect(state.hasUnsavedChanges)
    let shelf = [SavedScenario(id: "My_plan", scenario: wanted)]
    _ = state.update(.scenarioFiles(.saved(wanted, "My_plan.json", shelf)))
    #expect(!state.hasUnsavedChanges && state.message.contains("My_plan"))
    #expect(state.scenario.levers == changed.levers)
    world.send([.of("z")], to: &state)
    #expect(state.scenario == state.baseline)
  }

  @Test func aBadNameIsToldAndTheTextIsKept() throws {
    var (world, state) = try lab()
    world.send([.of("S")] + typed("a/b") + [KeyPress(.enter)], to: &state)
    guard case .naming(let naming) = state.layers.last else {
      Issue.record("the name should still be asked for")
      return
    }
    #expect(naming.text == "a/b" && naming.problem.contains("slash"))
    #expect(draw(state).frame.lines.contains { $0.contains("slash") })
  }

  @Test func writingOverAndDeletingAreAskedFor() throws {
    var (world, state) = try lab()
    let task = ScenarioTask.save(state.scenario, replacing: false)
    _ = state.update(.scenarioFiles(.exists("mine", task)))
    #expect(draw(state).frame.lines.contains { $0.contains("Write over it?") })
    var other = state
    #expect(world.send(.key(.of("n")), to: &other) == [] && other.layers.isEmpty)
    #expect(
      world.send(.key(.of("y")), to: &state)
        == [.scenarios(.save(state.scenario, replacing: true))])

    _ = state.update(.scenarioFiles(.listed([SavedScenario(id: "mine", scenario: state.scenario)])))
    world.send([.of("p")], to: &state)
    let last = world.inputs.presets.count
    world.send(Array(repeating: KeyPress(.down), count: last) + [.of("x")], to: &state)
    #expect(draw(state).frame.lines.contains { $0.contains("Delete mine?") })
    #expect(world.send(.key(.of("y")), to: &state) == [.scenarios(.delete("mine"))])
  }

  @Test func renamingAndDuplicatingAskForTheNewName() throws {
    var (world, state) = try lab()
    let saved = try world.scenario("delayed")
    _ = state.update(.scenarioFiles(.listed([SavedScenario(id: "mine", scenario: saved)])))
    let down = Array(repeating: KeyPress(.down), count: world.inputs.presets.count)
    let erase = Array(repeating: KeyPress(.backspace), count: 40)
    for (key, expected) in [
      ("n", ScenarioTask.rename("mine", id: "B", name: "B", replacing: false)),
      ("d", ScenarioTask.duplicate("mine", id: "B", name: "B", replacing: false)),
    ] {
      var next = state
      world.send([.of("p")] + down + typed(key) + erase + [.of("B")], to: &next)
      #expect(world.send(.key(KeyPress(.enter)), to: &next) == [.scenarios(expected)])
    }
    // What comes with the data stays as it is.
    world.send([.of("p"), .of("x")], to: &state)
    #expect(state.message.contains("comes with the data"))
  }

  @Test func openingIsAnEffectThatCanBeUndone() throws {
    var (world, state) = try lab()
    var saved = try world.scenario("delayed")
    saved.assumptions[.costOverrun] = ThreePoint(fixed: 2)
    (saved.id, saved.name) = ("mine", "Mine")
    world.send([KeyPress(.left)], to: &state)
    let before = state.scenario
    _ = state.update(.scenarioFiles(.listed([SavedScenario(id: "mine", scenario: saved)])))
    let down = Array(repeating: KeyPress(.down), count: world.inputs.presets.count)
    world.send([.of("p")] + down, to: &state)
    #expect(draw(state).frame.lines.contains { $0.contains("cost_overrun=2") })
    #expect(world.send(.key(KeyPress(.enter)), to: &state) == [.scenarios(.open("mine"))])
    world.take(.scenarioFiles(.opened(saved)), into: &state)
    #expect(state.scenario == saved && state.baseline == saved && !state.hasUnsavedChanges)
    #expect(state.projection == world.model.central(saved))
    world.send([.of("z")], to: &state)
    #expect(state.scenario == before)
  }

  @Test func whatFailsIsToldAndTheWorkIsKept() throws {
    var (world, state) = try lab()
    world.send([.of("H")], to: &state)
    let work = state.scenario
    _ = state.update(.scenarioFiles(.failed("plan.json was not written: No space left on device.")))
    #expect(draw(state).frame.lines.contains { $0.contains("No space left on device") })
    world.send([KeyPress(.enter)], to: &state)
    #expect(state.layers.isEmpty)
    #expect(state.scenario == work && state.hasUnsavedChanges)
  }

  @Test(arguments: [KeyPress.of("q"), KeyPress(.character("c"), .control)])
  func leavingWithUnsavedChangesAsksOnce(key: KeyPress) throws {
    var (world, state) = try lab()
    world.send([.of("H")], to: &state)
    #expect(world.send(.key(key), to: &state) == [])
    #expect(
      draw(state).frame.lines.last?.contains("S saves them, q again leaves, Esc stays.") == true)
    var other = state
    #expect(world.send(.key(key), to: &state) == [.quit])
    // Any other key takes the question back.
    world.send([.of("j")], to: &other)
    #expect(world.send(.key(key), to: &other) == [])
    // A terminal that has gone away asks nothing, nor does a scenario without changes.
    #expect(world.send(.closed, to: &other) == [.quit])
    world.send([.of("z")], to: &other)
    #expect(world.send(.key(key), to: &other) == [.quit])
  }

  /// The palette asks for the saved scenarios, finds them, and opens them.
  @Test func thePaletteFindsSavedScenarios() throws {
    var (world, state) = try lab()
    var saved = try world.scenario("delayed")
    (saved.id, saved.name) = ("tuesday", "For Tuesday")
    #expect(world.send(.key(.of(":")), to: &state) == [.scenarios(.list)])
    _ = state.update(.scenarioFiles(.listed([SavedScenario(id: "tuesday", scenario: saved)])))
    for text in ["for tuesday", "tuesday"] {
      var next = state
      world.send(typed(text), to: &next)
      #expect(draw(next).frame.lines.contains { $0.contains("open For Tuesday, saved") })
      #expect(world.send(.key(KeyPress(.enter)), to: &next) == [.scenarios(.open("tuesday"))])
    }
  }

  /// A line that was copied elsewhere is pasted and opened; what is wrong with it is said.
  @Test func thePaletteOpensAScenarioLineAndAPath() throws {
    let (world, state) = try lab()
    var other = state
    world.send([.of("H"), .of("H")], to: &other)
    let line = other.scenarioLine
    func open(_ text: String) -> (State, [Effect]) {
      var next = state
      world.send([.of(":")], to: &next)
      world.send(.paste(text), to: &next)
      let effects = world.send(.key(KeyPress(.enter)), to: &next)
      return (next, effects)
    }
    var opened = open(line + "\n").0
    #expect(opened.scenario.levers == other.scenario.levers && opened.layers.isEmpty)
    world.send([.of("z")], to: &opened)
    #expect(opened.scenario == state.scenario)

    for (broken, reason) in [
      (line.replacing("@\(world.inputs.version ?? "")", with: "@0.0.1"), "0.0.1"),
      ("digigov1:nowhere:pace=2", "nowhere"), ("digigov1:blueprint:pace=99", "0.5 to 2"),
    ] {
      let next = open(broken).0
      #expect(next.scenario == state.scenario)
      guard case .notice(let words) = next.layers.last else {
        Issue.record("nothing is said of \(broken)")
        continue
      }
      #expect(words.contains(reason), "\(words)")
    }
    let path = "/a/long/way/" + String(repeating: "down/", count: 20) + "plan.json"
    #expect(open(path).1 == [.scenarios(.openFile(path))])
  }

  /// The line of the scenario in force gives that scenario back.
  @Test func theScenarioLineReadsBack() throws {
    var (world, state) = try lab()
    world.send([.of("H"), KeyPress(.tab), .of("L"), KeyPress(.down), KeyPress(.left)], to: &state)
    state.choose(.sector("Devolved"))
    world.send([.of("H")], to: &state)
    let reader = ScenarioReader(world.inputs)
    let line = try reader.line(state.scenarioLine)
    #expect(line.scenario.levers == state.scenario.levers)
    #expect(line.scenario.overrides == state.scenario.overrides)
    #expect(line.scenario.assumptions == state.scenario.assumptions)
    #expect(line.seed == state.seed && line.draws == Ladder.rested)
    #expect(throws: Never.self) { try reader.checkData(line) }
    let other = try reader.line(
      state.scenarioLine.replacing("@\(world.inputs.version ?? "")", with: "@0.0.1"))
    #expect(throws: ScenarioError.self) { try reader.checkData(other) }
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}

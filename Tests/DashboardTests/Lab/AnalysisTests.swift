import Analytics
import Dashboard
import Figures
import Frames
import Store
import TestSupport
import Testing

/// What the Lab asks to be analysed, when, and what it shows of the answers.
@Suite struct AnalysisTests {
  private func shown(_ panel: String, _ change: [KeyPress] = []) throws -> (World, State) {
    let world = try World.load()
    var state = try world.state(Place(.lab), columns: 160, rows: 48)
    world.send(change, to: &state)
    state.go { $0.panel = panel }
    world.take(.resized(columns: 160, rows: 48), into: &state)
    return (world, state)
  }

  private func entries(_ state: State, _ panel: String) -> [Sight.Entry] {
    var state = state
    state.look { $0.enlarged = true }
    return state.sight.entries.filter { $0.panel == panel }
  }

  @Test func theTornadoIsTheModels() throws {
    let (world, state) = try shown("tornado")
    let bars = world.model.tornado(state.scenario)
    let figures = entries(state, "tornado").flatMap(\.figures)
    for (place, bar) in bars.prefix(5).enumerated() {
      #expect(figures[2 * place].id == "tornado.\(bar.assumption.rawValue).P10")
      #expect(figures[2 * place].text.hasPrefix(Numbers.billions(bar.atP10)))
      #expect(figures[2 * place + 1].text.hasPrefix(Numbers.billions(bar.atP90)))
    }
  }

  @Test func indicesAndWorthOfKnowingAreTheModels() throws {
    let (world, state) = try shown("indices")
    let draws = try #require(world.draws)
    let indices = try #require(
      world.model.sobolIndices(state.scenario, seed: draws.seed, count: 16))
    let figures = entries(state, "indices").flatMap(\.figures)
    let delivery = try #require(figures.first { $0.id == "sobol.delivery_factor.total" })
    #expect(delivery.text == Numbers.share(indices.deliveryFactor.total ?? 0))

    let (_, other) = try shown("information")
    let value = try #require(world.model.valueOfInformation(other.scenario, draws))
    let all = try #require(entries(other, "information").first?.figure)
    #expect(all.id == "evpi" && all.text == Numbers.billions(value.perfect))
  }

  @Test func theChangeIsSharedOutBetweenLeversAndAssumptions() throws {
    let (world, state) = try shown(
      "attribution", [.of("H"), KeyPress(.tab), .of("L"), KeyPress(.tab)])
    let found = try #require(
      world.model.attribution(from: state.baseline, to: state.scenario))
    let figures = Dictionary(
      entries(state, "attribution").compactMap(\.figure).map { ($0.id, $0.text) },
      uniquingKeysWith: { first, _ in first })
    #expect(figures["attribution.change"] == Numbers.changeInBillions(found.change))
    #expect(figures["attribution.levers"] == Numbers.changeInBillions(found.levers))
    #expect(figures["attribution.assumptions"] == Numbers.changeInBillions(found.assumptions))
    #expect(figures["attribution.automation_coverage"] != nil)
    #expect(found.levers != 0 && found.assumptions != 0)
  }

  @Test func delayIsTheDifferenceDrawByDraw() throws {
    let (world, state) = try shown("delay")
    let draws = try #require(world.draws)
    let later = try #require(world.model.delayed(state.scenario))
    let pair = try #require(world.model.compare([state.scenario, later], draws)?.pairs.first)
    let figures = try #require(entries(state, "delay").first).figures
    #expect(figures[0].text == Numbers.billions(world.model.delayCost(state.scenario) ?? 0))
    #expect(figures[1].text.contains("expected " + Numbers.billions(pair.difference.mean ?? 0)))
    #expect(figures[2].text == Numbers.share(pair.probabilityABetter ?? 0))
  }

  /// Where a year more leaves the lever's range it is said instead.
  @Test func aDelayBeyondTheRangeIsSaid() throws {
    let world = try World.load()
    var state = try world.state(Place(.lab, panel: "levers"), columns: 160, rows: 48)
    state.go { $0.items["levers"] = 5 }
    world.send([.of("L"), .of("L"), .of("L")], to: &state)
    #expect(draw(state).frame.lines.contains { $0.contains("leave the range") })
  }

  @Test func scenariosAreComparedOnTheSameDraws() throws {
    let world = try World.load()
    var state = try world.state(Place(.lab), columns: 160, rows: 48)
    // The first preset is taken into the comparison from the list.
    world.send([.of("p"), KeyPress(.home), KeyPress(.up), .of("c"), KeyPress(.escape)], to: &state)
    #expect(state.lab.compared.count == 1)
    state.go { $0.panel = "comparison" }
    world.take(.resized(columns: 160, rows: 48), into: &state)
    let draws = try #require(world.draws)
    let expected = try #require(
      world.model.compare([state.scenario] + state.lab.compared, draws))
    let figures = entries(state, "comparison").flatMap(\.figures)
    let better = try #require(figures.first { $0.id.hasSuffix(".probability_better") })
    #expect(better.text == Numbers.share(expected.pairs[0].probabilityABetter ?? 0))
    let difference = try #require(figures.first { $0.id.hasSuffix(".difference") })
    #expect(
      difference.text.contains(
        "expected " + Numbers.bareBillions(expected.pairs[0].difference.mean ?? 0))
    )
    #expect(entries(state, "comparison").count == 2)
  }

  /// Nothing is analysed while a lever moves, on another screen or for a panel that is folded.
  @Test func onlyWhatIsLookedAtIsAnalysed() throws {
    let world = try World.load()
    var state = try world.state(Place(.lab), columns: 80, rows: 24)
    #expect(state.lab.analyses.isEmpty)
    world.send(.resize(columns: 160, rows: 48), to: &state)
    #expect(Set(state.lab.analyses.keys) == [.tornado, .delay, .comparison])
    let known = state.lab.analyses
    let store = Store(state, world.answers, clock: .virtual)
    store.take(.leverStepped(by: -1))
    state = store.state
    #expect(state.lab.analyses == known && state.lab.analysing.isEmpty)
    // The old chart stays, and says that it is of earlier levers.
    #expect(draw(state).frame.lines.contains { $0.contains("computing") })
    store.settle()
    state = store.state
    #expect(state.lab.analyses[.tornado] != known[.tornado])
    world.send([.of("1")], to: &state)
    let asked = state.lab.analysisRequest
    world.send([.of("8"), .of("1")], to: &state)
    #expect(state.lab.analysisRequest == asked)
  }

  @Test func anAnswerToAnOlderRequestIsDropped() throws {
    let world = try World.load()
    var state = try world.state(Place(.lab), columns: 160, rows: 48)
    let old = try #require(state.lab.analyses[.tornado])
    world.send([.of("H")], to: &state)
    let shown = state
    _ = state.update(.analysed(old))
    #expect(state == shown)
  }

  static let sizes = [(80, 24), (100, 60), (120, 36), (160, 48)]

  @Test(arguments: sizes) func everyPanelOfTheLab(columns: Int, rows: Int) throws {
    let world = try World.load()
    var state = try world.state(Place(.lab), columns: columns, rows: rows)
    world.send([.of("H"), KeyPress(.tab), .of("L")], to: &state)
    var text = ""
    for panel in [
      "assumptions", "tornado", "indices", "information", "attribution", "delay", "comparison",
      "fans", "ranking",
    ] {
      state.go { $0.panel = panel }
      world.take(.resized(columns: columns, rows: rows), into: &state)
      var alone = state
      alone.go { $0.enlarged = true }
      text += draw(alone).frame.lines.dropLast(2).joined(separator: "\n") + "\n"
    }
    #expect(!text.contains("Computing"))
    try expectSnapshot(of: text, named: "lab-panels-\(columns)x\(rows)")
  }
}

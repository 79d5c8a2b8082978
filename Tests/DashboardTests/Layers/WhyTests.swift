import Dashboard
import Explanations
import Figures
import Frames
import TestSupport
import Testing

/// The layer that says where a number comes from.
@Suite struct WhyTests {
  static let places: [Place] =
    ScreenID.allCases.map { Place($0, path: $0 == .department ? ["HMRC"] : []) } + [
      Place(.department, path: ["LOCAL"]), Place(.departments, path: ["Central"]),
      Place(.opportunity, path: ["automation", "Central"]), Place(.opportunity, path: ["fraud"]),
      Place(.contractors, path: ["HO"], panel: "bodies"),
    ]

  /// Every modelled number of a screen has a formula or a basis, and from it Enter alone leads to
  /// something that is read and not computed.
  @Test(arguments: places) func everyModelledNumberLeadsToLeaves(place: Place) throws {
    let world = try World.load()
    var state = try world.state(place, columns: 200, rows: 100)
    let explainer = Explainer(
      inputs: world.inputs, evidence: world.evidence,
      projection: try #require(state.projection), uncertainty: state.uncertainty)
    var wrong: [String] = []
    for entry in state.sight.entries {
      for (number, figure) in entry.figures.enumerated() where figure.mark == .modelled {
        state.go { $0.panel = entry.panel }
        state.go { $0.items[entry.panel] = entry.item }
        state.go { $0.numbers[entry.panel] = number }
        _ = state.update(.whyAsked)
        var steps = state.steps
        if steps != [figure.id] { wrong.append("\(figure.id) has no layer") }
        for _ in 0..<60 {
          _ = state.update(.confirmed)
          if state.steps == steps { break }
          steps = state.steps
        }
        let first = explainer.explain(figure.id)
        if steps.count == 1, first.map(\.isComputed) ?? true {
          wrong.append("\(figure.id) leads nowhere")
        }
        if let last = steps.last, explainer.explain(last)?.inputs.isEmpty != true {
          wrong.append("\(figure.id) ends in \(last)")
        }
        for _ in steps { _ = state.update(.cancelled) }
        if !state.layers.isEmpty { wrong.append("\(figure.id) is not left") }
      }
    }
    #expect(wrong == [])
  }

  @Test func keysWalkThroughADerivation() throws {
    let world = try World.load()
    var state = try world.state(Place(.opportunity, panel: "bridge"))
    world.send([.of("w"), KeyPress(.down), KeyPress(.down), KeyPress(.enter)], to: &state)
    #expect(state.steps == ["gross.automation@2040-41", "DBT.gross.automation@2040-41"])
    world.send(
      [KeyPress(.end), .of("k"), KeyPress(.enter), .of("j"), KeyPress(.enter)], to: &state)
    #expect(state.steps.count == 4)
    world.send([KeyPress(.escape), KeyPress(.escape), .of("w")], to: &state)
    #expect(state.steps == ["gross.automation@2040-41"])
    // The input that was chosen is chosen still.
    world.send([KeyPress(.enter)], to: &state)
    #expect(state.steps.last == "DBT.gross.automation@2040-41")
    world.send([KeyPress(.escape), KeyPress(.escape)], to: &state)
    #expect(state.layers.isEmpty && state.place.screen == .opportunity)
  }

  /// Down goes past the inputs to what stands below them, and no further; up comes back.
  @Test func whatStandsBelowCanBeReached() throws {
    let world = try World.load()
    var state = try world.state(Place(.opportunity, panel: "bridge"))
    world.send([.of("w")], to: &state)
    let top = draw(state).frame.lines
    #expect(top.contains { $0.contains("Formula") } && !top.contains { $0.contains("Id  ") })
    for _ in 0..<10 { world.send([KeyPress(.pageDown)], to: &state) }
    let end = draw(state).frame.lines
    #expect(end.contains { $0.contains("Id       gross.automation@2040-41") })
    for _ in 0..<10 { world.send([KeyPress(.pageUp)], to: &state) }
    #expect(draw(state).frame.lines == top)
  }

  @Test func theCardLeadsToTheDerivation() throws {
    let world = try World.load()
    var state = try world.state(Place(.opportunity, panel: "bridge"))
    world.send([.of("s"), .of("w")], to: &state)
    #expect(state.steps == ["gross.automation@2040-41"] && state.layers.count == 1)
    // A published figure has its source there.
    state = try world.state()
    world.send([.of("w")], to: &state)
    let text = draw(state).frame.lines.joined(separator: "\n")
    #expect(text.contains("Source") && text.contains("~ of more than 18 months"))
  }

  /// Wherever the layer is, it stays inside the screen and shows what is chosen.
  @Test(arguments: [(60, 18), (80, 24), (100, 28), (160, 48)])
  func theChosenInputIsVisible(columns: Int, rows: Int) throws {
    let world = try World.load()
    var state = try world.state(
      Place(.opportunity, panel: "bridge"), columns: columns, rows: rows)
    world.send([.of("w")], to: &state)
    for step in 0..<30 {
      let chosen = draw(state).areas.contains { $0.panel == "layer" && $0.item == min(step, 25) }
      #expect(chosen || step > 25, "\(step)")
      world.send([KeyPress(.down)], to: &state)
    }
  }

  /// The layer's own cells: what stands behind them is other tests' business.
  private func box(of state: State) throws -> String {
    let drawing = draw(state)
    let area = drawing.areas.last { $0.panel == "layer" && $0.item == nil }
    let box = try #require(area?.rect)
    return (box.row..<box.endRow).map { row in
      (box.column..<box.endColumn).map { drawing.frame[$0, row].text }.joined() + "\n"
    }.joined()
  }

  @Test(arguments: [(80, 24), (120, 36)]) func snapshots(columns: Int, rows: Int) throws {
    let world = try World.load()
    for (name, place, keys) in [
      ("nation", Place(.opportunity, panel: "bridge"), []),
      ("organisation", Place(.department, path: ["HMRC"], panel: "streams"), []),
      ("assumption", Place(.opportunity, panel: "bank"), [KeyPress(.enter), KeyPress(.enter)]),
    ] as [(String, Place, [KeyPress])] {
      var state = try world.state(place, columns: columns, rows: rows)
      world.send([.of("w")] + keys, to: &state)
      try expectSnapshot(
        of: try box(of: state), named: "layer-why-\(name)-\(columns)x\(rows)")
    }
  }
}

extension State {
  /// Ids of the steps of the layer in front.
  fileprivate var steps: [String] {
    if case .why(let trail) = layers.last { trail.map(\.id) } else { [] }
  }
}

import Analytics
import Dashboard
import Datasets
import Figures
import Frames
import Synchronization

/// The shipped data and the model over it, loaded once for all suites.
struct World: Sendable {
  let inputs: ModelInputs
  let evidence: Evidence
  let model: Model
  /// Few draws: what is tested is the dashboard, not the percentiles. Nil leaves them out.
  var draws: Draws?

  /// The same world where only the central case is computed.
  var withoutDraws: World {
    var world = self
    world.draws = nil
    return world
  }

  static let shipped: Result<World, any Error> = Result {
    let root = #filePath.components(before: "/Tests/")
    let (inputs, evidence) = try DataFolder(path: root + "/data").load()
    let model = Model(inputs)
    return World(
      inputs: inputs, evidence: evidence, model: model, draws: model.draws(64, seed: inputs.seed))
  }

  static func load() throws -> World { try shipped.get() }

  /// A state with the answers that a terminal would have shown at rest.
  func state(
    _ place: Place = Place(.overview), columns: Int = 80, rows: Int = 24,
    settings: Settings = Settings()
  ) throws -> State {
    var state = State(
      inputs: inputs, evidence: evidence, scenario: try scenario("blueprint"), settings: settings,
      place: place, columns: columns, rows: rows)
    perform(state.start(), on: &state)
    return state
  }

  func scenario(_ id: String) throws -> Scenario {
    guard let preset = inputs.presets.first(where: { $0.id == id }) else { throw Missing(id: id) }
    return Scenario(preset)
  }

  /// Does the computing effects at once, as a tape does; draws are cut to the few of the tests.
  func perform(_ effects: [Effect], on state: inout State) {
    var open = effects
    while !open.isEmpty {
      let effect = open.removeFirst()
      if case .analyse(var request) = effect, let draws {
        (request.draws, request.points) = (draws.count, 16)
        guard case .analysed(var analysis) = Dashboard.analysis(request, model, draws) else {
          continue
        }
        // The state knows what it asked for, not what the tests made of it.
        (analysis.request.draws, analysis.request.points) = (Ladder.rested, 1024)
        open += state.update(.analysed(analysis))
      }
      guard case .project(let request) = effect else { continue }
      if request.draws > 0, draws == nil { continue }
      let drawn = request.draws > 0 ? draws : nil
      let action = answer(
        request, model, sample: drawn.map { model.sample(request.scenario, $0) })
      if let action { open += state.update(action) }
    }
  }

  /// Sends an event through the key table. Gives back the effects that are not computations.
  @discardableResult
  func send(_ event: Event, to state: inout State) -> [Effect] {
    guard let action = state.action(for: event) else { return [] }
    let effects = state.update(action)
    perform(effects, on: &state)
    return effects.filter { effect in
      switch effect {
      case .project, .analyse: false
      default: true
      }
    }
  }

  func send(_ keys: [KeyPress], to state: inout State) {
    for key in keys { send(.key(key), to: &state) }
  }

  struct Missing: Error { var id: String }
}

extension KeyPress {
  static func of(_ character: Character) -> KeyPress { KeyPress(.character(character)) }
}

extension String {
  fileprivate func components(before part: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return String(self[..<range.lowerBound])
  }
}

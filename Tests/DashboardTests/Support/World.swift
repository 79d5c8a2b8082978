import Analytics
import Dashboard
import Datasets
import Figures
import Frames
import Store
import Synchronization

/// The shipped data and the model over it, loaded once for all suites.
struct World: Sendable {
  let inputs: ModelInputs
  let evidence: Evidence
  let model: Model
  let answers: Answers
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
      inputs: inputs, evidence: evidence, model: model,
      answers: Answers(model, seed: inputs.seed), draws: model.draws(64, seed: inputs.seed))
  }

  static func load() throws -> World { try shipped.get() }

  /// A state with the answers that a terminal would have shown at rest.
  func state(
    _ place: Place = Place(.overview), columns: Int = 80, rows: Int = 24,
    settings: Settings = Settings()
  ) throws -> State {
    try start(scenario("blueprint"), place, columns: columns, rows: rows, settings: settings)
  }

  /// The same of another scenario and baseline.
  func start(
    _ scenario: Scenario, baseline: Scenario? = nil, _ place: Place = Place(.overview),
    columns: Int = 80, rows: Int = 24, settings: Settings = Settings()
  ) -> State {
    unasked(
      scenario, baseline: baseline, place, columns: columns, rows: rows, settings: settings
    ).settled(by: answers)
  }

  /// A state of which nothing has been asked yet.
  func unasked(
    _ scenario: Scenario, baseline: Scenario? = nil, _ place: Place = Place(.overview),
    columns: Int = 80, rows: Int = 24, settings: Settings = Settings()
  ) -> State {
    State(
      inputs: inputs, evidence: evidence, scenario: scenario, baseline: baseline,
      settings: settings, place: place, columns: columns, rows: rows, draws: draws?.count ?? 0,
      points: 16)
  }

  func scenario(_ id: String) throws -> Scenario {
    guard let preset = inputs.presets.first(where: { $0.id == id }) else { throw Missing(id: id) }
    return Scenario(preset)
  }

  /// Takes in what happened, and all that is computed for it. Gives back what is to be done outside.
  @discardableResult
  func take(_ action: Action, into state: inout State) -> [Effect] {
    let store = Store(state, answers, clock: .settled)
    defer { state = store.state }
    return store.take(action)
  }

  /// Sends an event through the key table, as ``take(_:into:)`` does an action.
  @discardableResult
  func send(_ event: Event, to state: inout State) -> [Effect] {
    state.action(for: event).map { take($0, into: &state) } ?? []
  }

  func send(_ keys: [KeyPress], to state: inout State) {
    for key in keys { send(.key(key), to: &state) }
  }

  struct Missing: Error { var id: String }
}

extension KeyPress {
  static func of(_ character: Character) -> KeyPress { KeyPress(.character(character)) }
}

extension State {
  /// Puts the user somewhere, and answers what is asked for there.
  mutating func go(_ change: (inout Place) -> Void) {
    guard case .success(let world) = World.shipped else { return }
    var place = place
    change(&place)
    world.take(.went(place), into: &self)
  }

  /// Puts the user somewhere where nothing new is asked for, or only what is known matters.
  mutating func look(_ change: (inout Place) -> Void) {
    var place = place
    change(&place)
    _ = update(.went(place))
  }

  /// Chooses from the list whose levers the Lab moves.
  mutating func choose(_ scope: LeverScope) {
    _ = update(.scopesAsked)
    _ = update(.rowChosen(scopes.firstIndex(of: scope) ?? 0))
    _ = update(.confirmed)
  }

  /// Changes settings.
  mutating func set(_ change: (inout Settings) -> Void) {
    var settings = settings
    change(&settings)
    _ = update(.settingsChanged(settings))
  }
}

extension String {
  fileprivate func components(before part: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return String(self[..<range.lowerBound])
  }
}

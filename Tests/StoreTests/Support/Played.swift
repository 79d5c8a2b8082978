import Analytics
import Dashboard
import Datasets
import Store
import Synchronization

/// The shipped data, and stores over them on few draws: what is tested is who answers what, and when.
struct Played: Sendable {
  let start: State
  let model: Model

  static let shipped: Result<Played, any Error> = Result {
    let root = #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }
    let (inputs, evidence) = try DataFolder(path: root + "/data").load()
    guard let preset = inputs.presets.first(where: { $0.id == "blueprint" }) else {
      throw NoBlueprint()
    }
    return Played(
      start: State(
        inputs: inputs, evidence: evidence, scenario: Scenario(preset), place: Place(.lab),
        columns: 160, rows: 48, draws: 32, points: 16),
      model: Model(inputs))
  }

  /// More than are taken while a key is held, so that there is a first answer and a last one.
  static let many = 1100

  struct NoBlueprint: Error {}

  static func load() throws -> Played { try shipped.get() }

  /// With nothing kept from other tests.
  var answers: Answers { Answers(model, seed: start.seed) }

  /// The same start where nothing is analysed.
  func state(
    _ place: Place = Place(.overview), settings: Settings = Settings(), draws: Int = 32
  ) -> State {
    State(
      inputs: start.inputs, evidence: start.evidence, scenario: start.scenario,
      settings: settings, place: place, columns: 120, rows: 36, draws: draws, points: 16)
  }
}

/// A store on the live clock whose work is done when the test says so.
struct Held {
  let store: Store
  let draws = WorkInHand()
  let analyses = WorkInHand()
  let woken = Woken()

  final class Woken: Sendable {
    private let count = Mutex(0)
    var times: Int { count.withLock { $0 } }
    func wake() { count.withLock { $0 += 1 } }
  }

  init(_ state: State, _ answers: Answers) {
    let woken = woken
    let clock = LiveClock(draws: draws, analyses: analyses) { woken.wake() }
    store = Store(state, answers, clock: .live(clock))
    store.take(.began)
  }

  /// Does what waits, and what follows from it, to the end.
  func rest() {
    while draws.count > 0 || analyses.count > 0 {
      draws.doAll()
      analyses.doAll()
      store.gather()
    }
  }
}

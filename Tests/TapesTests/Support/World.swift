import Analytics
import Dashboard
import Datasets
import Tapes

/// The shipped data and the model over it, loaded once.
struct World: Sendable {
  let start: State
  let model: Model

  static let shipped: Result<World, any Error> = Result {
    let root = #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }
    let (inputs, evidence) = try DataFolder(path: root + "/data").load()
    guard let preset = inputs.presets.first(where: { $0.id == "blueprint" }) else {
      throw NoBlueprint()
    }
    let start = State(
      inputs: inputs, evidence: evidence, scenario: Scenario(preset),
      settings: Settings(theme: .light), draws: 64)
    return World(start: start, model: Model(inputs))
  }

  struct NoBlueprint: Error {}

  static func load() throws -> World { try shipped.get() }

  /// Plays a tape with few draws: what is tested is the player, not the percentiles.
  func play(
    _ text: String, beside others: [String: String] = [:], threads: Int = 1,
    records: Bool = false, export: @escaping Exporter = { _, _, _, _ in nil }
  ) throws -> Played {
    let tape = try Tape.reading(text, beside: others)
    var player = Player(
      tape, from: start, model: model, threads: threads, records: records,
      export: export)
    return try player.play()
  }
}

extension Played {
  /// The last file of a path, as text.
  func text(_ path: String) -> String? {
    files.last { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}

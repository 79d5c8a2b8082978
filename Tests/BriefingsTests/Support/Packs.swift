import Analytics
import Briefings
import Dashboard
import Datasets
import Documents
import Figures
import Frames
import Store

/// The shipped data, and packs made from them on few draws: what is tested is the pack, not the
/// percentiles.
struct Packs: Sendable {
  let inputs: ModelInputs
  var evidence: Evidence
  let model: Model
  let answers: Answers
  let root: String

  static let shipped: Result<Packs, any Error> = Result {
    let root = #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }
    let (inputs, evidence) = try DataFolder(path: root + "/data").load()
    let model = Model(inputs)
    return Packs(
      inputs: inputs, evidence: evidence, model: model,
      answers: Answers(model, seed: inputs.seed), root: root)
  }

  static func load() throws -> Packs { try shipped.get() }

  /// The whole, then six departments of different kinds.
  static let subjects: [String?] = [nil, "HMRC", "DWP", "HO", "MOD", "DHSC", "NHS"]

  func state(
    _ scenario: String = "blueprint", department code: String? = nil, draws: Int = 64
  ) throws -> State {
    guard let preset = inputs.presets.first(where: { $0.id == scenario }) else {
      throw Missing(id: scenario)
    }
    return try self.state(Scenario(preset), department: code, draws: draws)
  }

  /// A state at rest with the answers to its scenario.
  func state(
    _ scenario: Scenario, department code: String? = nil, draws: Int = 64
  ) throws -> State {
    State(
      inputs: inputs, evidence: evidence, scenario: scenario,
      place: code.map { Place(.department, path: [$0]) } ?? Place(.overview), columns: 120,
      rows: 36,
      draws: draws
    ).settled(by: answers)
  }

  /// A pack of the subjects above, made once for all suites.
  func brief(_ code: String?) throws -> Document {
    guard let brief = try Self.made.get()[code ?? ""] else { throw Missing(id: code ?? "whole") }
    return brief
  }

  /// A pack made anew.
  func made(_ code: String?, draws: Int = 64) throws -> Document {
    guard let brief = Briefing(try state(department: code, draws: draws), department: code)?.pack
    else {
      throw Missing(id: code ?? "whole")
    }
    return brief
  }

  private static let made: Result<[String: Document], any Error> = Result {
    let packs = try load()
    return try Dictionary(
      uniqueKeysWithValues: (subjects + ["DFT", "MOJ"]).map { ($0 ?? "", try packs.made($0)) })
  }

  func comparison(_ first: String, _ other: String, department code: String? = nil) throws
    -> Document
  {
    let brief = Briefing(
      try state(first, department: code), with: try state(other, department: code),
      department: code)?.pack
    guard let brief else { throw Missing(id: other) }
    return brief
  }

  /// The same data with other facts.
  func with(facts change: (inout Fact) -> Void) -> Packs {
    var packs = self
    var facts = evidence.facts
    for place in facts.indices { change(&facts[place]) }
    packs.evidence = Evidence(
      name: evidence.name, version: evidence.version, sources: evidence.sources,
      bodies: evidence.bodies, facts: facts, observations: evidence.observations,
      months: evidence.monthly, bodyYears: evidence.bodyYears, quality: evidence.quality,
      incidents: evidence.incidents, milestones: evidence.milestones,
      redListRates: evidence.redListRates, roles: evidence.roles)
    return packs
  }

  struct Missing: Error { var id: String }
}

/// A scenario in one word: `digigov1:`, a base scenario's id, then what differs from it. Section 4
/// of the contract.
public struct ScenarioLine: Equatable, Sendable {
  /// A preset's id.
  public var base: String
  /// What the line decides.
  public var scenario: Scenario
  /// Draws to take, 0 to 65,536; nil where the line says none.
  public var draws: Int?
  /// Seed of the draws; nil where the line says none.
  public var seed: UInt64?
  /// Name and version of the data that the line was made with: `digigov@1.0.0`.
  public var data: String?

  /// What every line begins with: the version of its language.
  public static let prefix = "digigov1:"
  /// Bytes of the longest line that is read: every organisation's levers fit several times.
  public static let longest = 65_536

  public init(
    base: String, scenario: Scenario, draws: Int? = nil, seed: UInt64? = nil, data: String? = nil
  ) {
    self.base = base
    self.scenario = scenario
    self.draws = draws
    self.seed = seed
    self.data = data
  }

  /// The line of a scenario, based on the preset that it differs least from.
  public init(
    _ scenario: Scenario, _ inputs: ModelInputs, draws: Int? = nil, seed: UInt64? = nil
  ) {
    let differing = { (preset: Preset) in
      Lever.allCases.count { scenario.levers[$0] != preset.levers[$0] }
    }
    let base =
      inputs.presets.first { $0.id == scenario.id && differing($0) == 0 }
      ?? inputs.presets.min { differing($0) < differing($1) }
    self.init(
      base: base?.id ?? scenario.id, scenario: scenario, draws: draws, seed: seed,
      data: inputs.package)
  }

  /// The line as text. Levers, organisations and assumptions come in the order of the inputs.
  public func text(_ inputs: ModelInputs) -> String {
    var parts = [base]
    let preset = inputs.presets.first { $0.id == base }
    for lever in Lever.allCases {
      guard let value = scenario.levers[lever], value != preset?.levers[lever] else { continue }
      parts.append("\(lever.id)=\(Decimal.text(value))")
    }
    for organisation in inputs.organisations {
      for lever in Lever.allCases {
        guard let value = scenario.overrides[organisation.code]?[lever] else { continue }
        parts.append("\(organisation.code).\(lever.id)=\(Decimal.text(value))")
      }
    }
    for assumption in Assumption.allCases {
      guard let range = scenario.assumptions[assumption] else { continue }
      parts.append("\(assumption.id)=\(range.text)")
    }
    if scenario.keySet != .automation { parts.append("key_set=\(scenario.keySet.rawValue)") }
    if scenario.discounting != .schedule("standard") {
      parts.append("discounting=\(scenario.discounting.text)")
    }
    if let draws { parts.append("draws=\(draws)") }
    if let seed { parts.append("seed=\(seed)") }
    if let data { parts.append("data=\(data)") }
    return Self.prefix + parts.joined(separator: ":")
  }
}

extension Discounting {
  /// The schedule's name, or the rate.
  public var text: String {
    switch self {
    case .schedule(let name): name
    case .flat(let rate): Decimal.text(rate)
    }
  }
}

extension ModelInputs {
  /// Name and version of the data package, `digigov@1.0.0`; nil where there is none.
  public var package: String? {
    guard let name, let version else { return nil }
    return "\(name)@\(version)"
  }
}

extension ScenarioReader {
  /// Reads a line, which begins with `digigov1:`. Whether its data are the folder's is for
  /// `checkData` to say.
  public func line(_ text: String) throws(ScenarioError) -> ScenarioLine {
    let expected = "digigov1:BASE, then parts such as pace=0.9, joined by :"
    guard text.hasPrefix(ScenarioLine.prefix) else {
      throw .malformed(typed: text, expected: expected)
    }
    guard text.utf8.count <= ScenarioLine.longest else {
      throw .malformed(
        typed: String(text.prefix(60)) + "…",
        expected: "a line of at most \(ScenarioLine.longest) bytes")
    }
    let parts = text.dropFirst(ScenarioLine.prefix.count)
      .split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let base = try preset(parts[0])
    var line = ScenarioLine(base: base.id, scenario: Scenario(base))
    var named: Set<String> = []
    for part in parts.dropFirst() {
      guard let sign = part.firstIndex(of: "=") else {
        throw .malformed(typed: part.isEmpty ? text : part, expected: expected)
      }
      let name = String(part[..<sign])
      let value = String(part[part.index(after: sign)...])
      guard named.insert(name).inserted else { throw .repeated(name: name, line: text) }
      try read(name, value, into: &line)
    }
    if !named.isSubset(of: ["draws", "seed", "data"]) {
      line.scenario.id = "custom"
      line.scenario.name = "Custom"
    }
    return line
  }

  private func read(
    _ name: String, _ value: String, into line: inout ScenarioLine
  ) throws(ScenarioError) {
    switch name {
    case "key_set": line.scenario.keySet = try keySet(value)
    case "discounting": line.scenario.discounting = try discounting(value)
    case "draws": line.draws = try draws(value)
    case "seed": line.seed = try seed(value)
    case "data":
      guard Self.isPackage(value) else {
        throw .malformed(typed: "data=\(value)", expected: "data=NAME@VERSION")
      }
      line.data = value
    default:
      if let assumption = Assumption(rawValue: name) {
        line.scenario.assumptions[assumption] = try range(value, of: assumption)
      } else if name.contains(".") || Lever(rawValue: name) != nil {
        line.scenario.set(try leverSetting(name, value))
      } else {
        let known = Lever.allCases.map(\.id) + Assumption.allCases.map(\.id)
        throw .unknown(
          what: "part", typed: name,
          nearest: Nearest.match(name, among: known + Self.otherNames),
          allowed: (Lever.allCases.map(\.id) + Self.otherNames).joined(separator: " ")
            + ", ORG.LEVER or an id of assumptions.csv")
      }
    }
  }

  private static let otherNames = ["key_set", "discounting", "draws", "seed", "data"]

  private static func isPackage(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { isName(String($0)) }
  }

  /// Whether text is letters, digits, `_`, `-` and `.`, and not empty.
  public static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
  }

  /// Refuses a line that was made with other data.
  public func checkData(_ line: ScenarioLine) throws(ScenarioError) {
    if let data = line.data, data != inputs.package {
      throw .otherData(named: data, folder: inputs.package)
    }
  }
}

extension Scenario {
  /// Puts a lever's value, for the nation or for one organisation.
  public mutating func set(_ setting: ScenarioReader.LeverSetting) {
    if let organisation = setting.organisation {
      overrides[organisation, default: [:]][setting.lever] = setting.value
    } else {
      levers[setting.lever] = setting.value
    }
  }
}

/// A scenario file as it was written: every member is optional. Section 4 of the contract.
public struct ScenarioFile: Equatable, Sendable {
  public var id, name, base: String?
  /// Values by the ids of levers, in their units.
  public var levers: [String: Double] = [:]
  /// Levers of single organisations, by code.
  public var overrides: [String: [String: Double]] = [:]
  /// Changed ranges by the ids of assumptions, in their units.
  public var assumptions: [String: ThreePoint] = [:]
  /// The id of the key set; nil for the default.
  public var keySet: String?
  /// A schedule or a flat rate; nil for the default.
  public var discounting: Rate?

  /// How a file names its discounting.
  public enum Rate: Equatable, Sendable {
    case name(String)
    case number(Double)
  }

  /// What a file says of its form.
  public static let schema = "digigov.scenario/1"

  public init() {}

  /// The file of a scenario: everything in force, nothing left to a base.
  public init(_ scenario: Scenario) {
    id = scenario.id
    name = scenario.name
    levers = scenario.levers.byID
    overrides = scenario.overrides.mapValues(\.byID)
    assumptions = Dictionary(
      uniqueKeysWithValues: scenario.assumptions.map { ($0.key.id, $0.value) })
    keySet = scenario.keySet.rawValue
    switch scenario.discounting {
    case .schedule(let name): discounting = .name(name)
    case .flat(let rate): discounting = .number(rate)
    }
  }
}

extension [Lever: Double] {
  fileprivate var byID: [String: Double] {
    [String: Double](uniqueKeysWithValues: map { ($0.key.id, $0.value) })
  }
}

extension ScenarioReader {
  /// The scenario of a file. Its errors are about data.
  public func scenario(_ file: ScenarioFile) throws(ScenarioError) -> Scenario {
    let id = file.id ?? "custom"
    guard Self.isName(id) else {
      throw .malformed(typed: "id \(id)", expected: "letters, digits, _, - and .")
    }
    let base = try preset(file.base ?? "do_nothing")
    var scenario = Scenario(id: id, name: file.name ?? id, levers: base.levers)
    // Names in order, so that the same file always gives the same message.
    for (name, value) in file.levers.sorted(by: { $0.key < $1.key }) {
      let lever = try self.lever(name)
      scenario.levers[lever] = try check(
        value, of: lever, named: name, typed: Decimal.text(value))
    }
    for (code, values) in file.overrides.sorted(by: { $0.key < $1.key }) {
      let code = try organisation(code)
      for (name, value) in values.sorted(by: { $0.key < $1.key }) {
        scenario.set(try leverSetting("\(code).\(name)", Decimal.text(value)))
      }
    }
    for (name, range) in file.assumptions.sorted(by: { $0.key < $1.key }) {
      let assumption = try self.assumption(named: name)
      try check(range, of: assumption, typed: range.text)
      scenario.assumptions[assumption] = range
    }
    if let keySet = file.keySet { scenario.keySet = try self.keySet(keySet) }
    switch file.discounting {
    case nil: break
    case .number(let rate):
      scenario.discounting = try discounting(rate: rate, typed: Decimal.text(rate))
    case .name(let name):
      guard inputs.schedules.contains(name) else {
        throw .unknown(
          what: "discounting", typed: name, nearest: Nearest.match(name, among: inputs.schedules),
          allowed: inputs.schedules.joined(separator: " ") + " or a number from 0 to 0.25")
      }
      scenario.discounting = .schedule(name)
    }
    return scenario
  }
}

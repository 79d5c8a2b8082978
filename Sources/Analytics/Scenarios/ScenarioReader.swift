/// Reads the parts of a scenario from text and checks them against the inputs.
public struct ScenarioReader: Sendable {
  let inputs: ModelInputs

  /// A reader of what the inputs have: their levers, assumptions, presets and organisations.
  public init(_ inputs: ModelInputs) { self.inputs = inputs }

  /// A lever's new value, for the nation or for one organisation.
  public struct LeverSetting: Equatable, Sendable {
    /// The organisation that it holds for; nil for all.
    public var organisation: String?
    /// The lever that is set.
    public var lever: Lever
    /// In the lever's unit, inside its bounds.
    public var value: Double
  }

  /// `LEVER=NUMBER` or `ORG.LEVER=NUMBER`.
  public func leverSetting(_ text: String) throws(ScenarioError) -> LeverSetting {
    let (target, value) = try parts(text, expected: "LEVER=NUMBER or ORG.LEVER=NUMBER")
    return try leverSetting(target, value)
  }

  func leverSetting(
    _ target: String, _ value: String
  ) throws(ScenarioError) -> LeverSetting {
    let typed = "\(target)=\(value)"
    guard let dot = target.lastIndex(of: ".") else {
      let lever = try self.lever(target)
      return LeverSetting(
        organisation: nil, lever: lever, value: try number(value, of: lever, named: target, typed))
    }
    let organisation = try self.organisation(String(target[..<dot]))
    let lever = try self.lever(String(target[target.index(after: dot)...]))
    if inputs.spec(lever)?.perOrganisation == false {
      throw .nationalOnly(typed: typed, lever: lever)
    }
    return LeverSetting(
      organisation: organisation, lever: lever,
      value: try number(value, of: lever, named: target, typed))
  }

  /// `ID=P50` or `ID=P10,P50,P90`.
  public func assumption(
    _ text: String
  ) throws(ScenarioError) -> (Assumption, ThreePoint) {
    let (name, values) = try parts(text, expected: "ID=P50 or ID=P10,P50,P90")
    let assumption = try self.assumption(named: name)
    return (assumption, try range(values, of: assumption))
  }

  func range(_ values: String, of assumption: Assumption) throws(ScenarioError) -> ThreePoint {
    let typed = "\(assumption.id)=\(values)"
    let texts = values.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard texts.count == 1 || texts.count == 3 else {
      throw .malformed(typed: typed, expected: "one number or three, P10,P50,P90")
    }
    var numbers: [Double] = []
    for text in texts {
      guard let number = Decimal.value(text) else {
        throw .malformed(typed: typed, expected: "numbers such as 0.8")
      }
      numbers.append(number)
    }
    let range =
      numbers.count == 1
      ? ThreePoint(fixed: numbers[0])
      : ThreePoint(p10: numbers[0], p50: numbers[1], p90: numbers[2])
    try check(range, of: assumption, typed: values)
    return range
  }

  /// The three-point rules of the contract.
  public func check(
    _ range: ThreePoint, of assumption: Assumption, typed: String
  ) throws(ScenarioError) {
    let spec = inputs.assumptions[assumption.place]
    let name = assumption.id
    guard range.p10 <= range.p50, range.p50 <= range.p90 else {
      throw .disordered(name: name, typed: typed)
    }
    guard spec.minimum <= range.p10, range.p90 <= spec.maximum else {
      throw .outOfRange(
        name: name, typed: typed, minimum: Decimal.text(spec.minimum),
        maximum: Decimal.text(spec.maximum))
    }
    guard range.p10 < range.p90 else { return }
    switch spec.scale {
    case .identity: break
    case .log:
      if range.p10 <= 0 { throw .atEndOfDomain(name: name, typed: typed, allowed: "above 0") }
    case .logit:
      if range.p10 <= 0 || range.p90 >= 1 {
        throw .atEndOfDomain(name: name, typed: typed, allowed: "above 0 and below 1")
      }
    }
  }

  /// A schedule of the inputs, or a flat rate from 0 to 0.25.
  public func discounting(_ text: String) throws(ScenarioError) -> Discounting {
    if inputs.schedules.contains(text) { return .schedule(text) }
    guard let rate = Decimal.value(text) else {
      throw .unknown(
        what: "discounting", typed: text, nearest: Nearest.match(text, among: inputs.schedules),
        allowed: inputs.schedules.joined(separator: " ") + " or a rate from 0 to 0.25")
    }
    return try discounting(rate: rate, typed: text)
  }

  func discounting(rate: Double, typed: String) throws(ScenarioError) -> Discounting {
    guard (0...0.25).contains(rate) else {
      throw .outOfRange(name: "discounting", typed: typed, minimum: "0", maximum: "0.25")
    }
    return .flat(rate)
  }

  /// The key set of an id. Throws `.unknown` with the ids that there are.
  public func keySet(_ text: String) throws(ScenarioError) -> KeySet {
    try known(KeySet(rawValue: text), "key set", text, KeySet.allCases.map(\.rawValue))
  }

  /// A count of draws: digits only, 0 to 65536.
  public func draws(_ text: String) throws(ScenarioError) -> Int {
    let count = try digits(text, "draws", maximum: "65536").flatMap { Int(exactly: $0) }
    guard let count, count <= 65_536 else {
      throw .outOfRange(name: "draws", typed: text, minimum: "0", maximum: "65536")
    }
    return count
  }

  /// Digits only, any number of 64 bits.
  public func seed(_ text: String) throws(ScenarioError) -> UInt64 {
    guard let seed = try digits(text, "seed", maximum: "\(UInt64.max)") else {
      throw .outOfRange(name: "seed", typed: text, minimum: "0", maximum: "\(UInt64.max)")
    }
    return seed
  }

  /// nil where there are too many digits.
  private func digits(
    _ text: String, _ name: String, maximum: String
  ) throws(ScenarioError) -> UInt64? {
    guard !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
      // A whole number below 0 is understood, and out of range.
      if text.first == "-", text.dropFirst().utf8.allSatisfy({ 0x30...0x39 ~= $0 }), text.count > 1
      {
        throw .outOfRange(name: name, typed: text, minimum: "0", maximum: maximum)
      }
      throw .malformed(
        typed: "\(name)=\(text)", expected: "digits only, 0 to \(maximum)")
    }
    return UInt64(text)
  }

  /// The preset of an id. Throws `.unknown` with the nearest one.
  public func preset(_ id: String) throws(ScenarioError) -> Preset {
    guard let preset = inputs.presets.first(where: { $0.id == id }) else {
      let named = inputs.presets.first { $0.name.lowercased() == id.lowercased() }?.id
      let ids = inputs.presets.map(\.id)
      throw .unknown(
        what: "scenario", typed: id, nearest: named ?? Nearest.match(id, among: ids),
        allowed: ids.joined(separator: " "))
    }
    return preset
  }

  /// A code that the inputs have. Throws `.unknown` with the nearest one.
  public func organisation(_ code: String) throws(ScenarioError) -> String {
    let codes = inputs.organisations.map(\.code)
    guard codes.contains(code) else {
      throw .unknown(
        what: "organisation", typed: code, nearest: inputs.organisation(like: code),
        allowed: codes.joined(separator: " "))
    }
    return code
  }

  /// The lever of an id. Throws `.unknown` with the nearest one.
  public func lever(_ id: String) throws(ScenarioError) -> Lever {
    try known(Lever(rawValue: id), "lever", id, Lever.allCases.map(\.id))
  }

  /// The assumption of an id. Throws `.unknown` with the nearest one.
  public func assumption(named id: String) throws(ScenarioError) -> Assumption {
    guard let assumption = Assumption(rawValue: id) else {
      throw .unknown(
        what: "assumption", typed: id,
        nearest: Nearest.match(id, among: Assumption.allCases.map(\.id)),
        allowed: "the ids of assumptions.csv (digigov data show assumptions)")
    }
    return assumption
  }

  func number(
    _ text: String, of lever: Lever, named name: String, _ typed: String
  ) throws(ScenarioError) -> Double {
    guard let value = Decimal.value(text) else {
      throw .malformed(typed: typed, expected: "one number such as 0.8")
    }
    return try check(value, of: lever, named: name, typed: text)
  }

  /// The value, if the lever allows it.
  @discardableResult
  public func check(
    _ value: Double, of lever: Lever, named name: String, typed: String
  ) throws(ScenarioError) -> Double {
    guard let spec = inputs.spec(lever), !(spec.minimum...spec.maximum).contains(value) else {
      return value
    }
    throw .outOfRange(
      name: name, typed: typed, minimum: Decimal.text(spec.minimum),
      maximum: Decimal.text(spec.maximum))
  }

  /// What stands before and after the first `=`.
  private func parts(
    _ text: String, expected: String
  ) throws(ScenarioError) -> (String, String) {
    guard let sign = text.firstIndex(of: "=") else {
      throw .malformed(typed: text, expected: expected)
    }
    return (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }

  private func known<Value>(
    _ value: Value?, _ what: String, _ typed: String, _ allowed: [String]
  ) throws(ScenarioError) -> Value {
    guard let value else {
      throw .unknown(
        what: what, typed: typed, nearest: Nearest.match(typed, among: allowed),
        allowed: allowed.joined(separator: " "))
    }
    return value
  }
}

extension ModelInputs {
  /// A lever's row.
  func spec(_ lever: Lever) -> LeverSpec? { levers.first { $0.id == lever } }
}

import Analytics
import Figures

/// Whose levers are moved at once.
public enum LeverScope: Hashable, Sendable {
  case nation
  /// Every organisation of a sector, by the sector's name: kept as values of their own.
  case sector(String)
  /// One organisation, by its code.
  case organisation(String)
}

/// The lever that an item stands for.
struct LeverTarget: Hashable, Sendable {
  var lever: Lever
  var scope: LeverScope

  init(lever: Lever, scope: LeverScope) {
    self.lever = lever
    self.scope = scope
  }

  /// The national lever, or that of the organisation with a code.
  init(lever: Lever, organisation code: String?) {
    self.init(lever: lever, scope: code.map(LeverScope.organisation) ?? .nation)
  }

  /// Code of the organisation whose own lever it is.
  var organisation: String? {
    if case .organisation(let code) = scope { code } else { nil }
  }
}

/// The values of a lever in a scope: one number, or those of a sector's organisations where they
/// differ.
struct LeverValue: Equatable {
  var low, high: Double
  /// The mean over the organisations.
  var middle: Double
  var isMixed: Bool { low != high }
}

extension State {
  /// Every scope that can be chosen: the nation, the sectors, the organisations.
  public var scopes: [LeverScope] {
    [.nation] + sectors.map(LeverScope.sector)
      + inputs.organisations.map { .organisation($0.code) }
  }

  /// The sectors in the order in which their first organisations stand.
  var sectors: [String] {
    inputs.organisations.reduce(into: []) { names, organisation in
      if !names.contains(organisation.sector) { names.append(organisation.sector) }
    }
  }

  /// Codes of the organisations whose own levers a scope moves; none for the nation.
  func organisations(in scope: LeverScope) -> [String] {
    switch scope {
    case .nation: []
    case .sector(let name): inputs.organisations.filter { $0.sector == name }.map(\.code)
    case .organisation(let code): [code]
    }
  }

  func name(of scope: LeverScope) -> String {
    switch scope {
    case .nation: "all organisations"
    case .sector(let name): "sector \(name)"
    case .organisation(let code):
      inputs.organisations.first { $0.code == code }?.name ?? code
    }
  }

  /// The value of a lever in a scenario, over the organisations of a scope.
  func value(of lever: Lever, in scope: LeverScope, of scenario: Scenario) -> LeverValue {
    let codes = organisations(in: scope)
    let values =
      codes.isEmpty
      ? [scenario.value(of: lever, for: nil, inputs)]
      : codes.map { scenario.value(of: lever, for: $0, inputs) }
    let low = values.min() ?? 0
    let high = values.max() ?? 0
    return LeverValue(
      low: low, high: high,
      middle: low == high ? low : values.reduce(0, +) / Double(values.count))
  }

  /// Takes the scope that was chosen in the list.
  mutating func choose(scope index: Int) {
    guard scopes.indices.contains(index) else { return }
    lab.scope = scopes[index]
    if place.screen != .lab { open(memory[.lab] ?? Place(.lab)) }
    place.panel = "levers"
    place.items["levers"] = 0
    message = "The levers are now those of \(name(of: lab.scope))."
  }
}

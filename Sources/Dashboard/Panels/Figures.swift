public import Analytics
public import Figures

/// Figures as items, and what this project computes as figures.
extension State {
  /// A published figure as an item; nil where the data folder has none of the role.
  func item(_ role: Role, opens destination: Place? = nil) -> Item? {
    evidence.fact(role).map { Item(evidence.figure($0), opens: destination) }
  }

  /// A number of the model as a figure: always marked modelled, with its formula and scenario, and
  /// of the date of the data.
  func modelled(
    _ id: String, _ label: String, _ text: String, formula: String, note: String = "",
    inputs: [String] = [], of scenario: String? = nil, value: FigureValue? = nil,
    others: [Figure.Beside] = []
  ) -> Figure {
    let prices = projection?.years.first.map { "Real prices of \($0)." } ?? "Real prices."
    return Figure(
      id: id, label: label, text: text, mark: .modelled, basis: .scenario, confidence: .d,
      asOf: evidence.date,
      formula: formula,
      note: [note, "Scenario: \(scenario ?? scenarioName).", prices].filter { !$0.isEmpty }
        .joined(separator: " "), inputs: inputs, value: value, others: others)
  }

  /// The scenario of the results that are shown, in words.
  public var scenarioName: String { lab.guessing?.name ?? settingsName }

  /// The scenario in force, in words: that of the levers, whatever results are shown meanwhile.
  var settingsName: String {
    scenario == baseline || lab.kept.contains(scenario)
      ? scenario.name : baseline.name + " with changed levers"
  }

  /// The last year of the horizon, as it is labelled.
  public var lastYear: String { projection?.years.last ?? "" }

  /// The share of a key that an organisation has, 0 to 1.
  public func keyShare(_ key: AllocationKey, of code: String) -> Double {
    guard let cells = inputs.keys[key],
      let place = inputs.organisations.firstIndex(where: { $0.code == code }),
      cells.indices.contains(place)
    else { return 0 }
    let sum = cells.reduce(0) { $0 + $1.value }
    return sum > 0 ? cells[place].value / sum : 0
  }

  /// The key's cell of an organisation.
  public func keyCell(_ key: AllocationKey, of code: String) -> KeyCell? {
    guard let cells = inputs.keys[key],
      let place = inputs.organisations.firstIndex(where: { $0.code == code })
    else { return nil }
    return cells.indices.contains(place) ? cells[place] : nil
  }

  /// The cell of a key that an organisation has, as it is printed; nil where it has none.
  public func keyText(_ key: AllocationKey, of code: String) -> String? {
    keyFigure(key, of: code)?.text
  }

  /// What is to be said against a key's cell that rests on departments' returns.
  public func cautions(_ key: AllocationKey, _ cell: KeyCell, of code: String) -> [Caution] {
    key == .contractor
      ? evidence.cautions(ofKeyOf: code, from: cell.source, value: cell.value) : []
  }

  /// The day-to-day budget of an organisation that screens and packs show.
  public func budget(of code: String) -> Observation? { DepartmentIdentity.budget(self, code) }

  /// The P50 of an assumption in force.
  public func central(_ assumption: Assumption) -> Double {
    scenario.assumptions[assumption]?.p50
      ?? inputs.assumptions.first { $0.id == assumption }?.range.p50 ?? 0
  }

  /// The newest observation of a measure of a body.
  func latest(_ table: ObservationTable, _ measure: String, of body: String) -> Observation? {
    evidence.latest(table, measure, of: body)
  }

  /// A body and everything below it.
  public func family(of code: String) -> Set<String> {
    var found: Set<String> = [code]
    var open = [code]
    while let next = open.popLast() {
      for child in evidence.children(of: next) where found.insert(child.code).inserted {
        open.append(child.code)
      }
    }
    return found
  }
}

extension AllocationKey {
  /// The name as it is read.
  public var words: String {
    switch self {
    case .automation: "automation"
    case .automationGDS2026: "automation, other key"
    case .channel: "channels"
    case .fraud: "fraud"
    case .digitalSpend: "digital spend"
    case .contractor: "contractors"
    }
  }
}

extension KeySet {
  /// The name as it is read.
  public var words: String { Stream.automation.key(self).words }
}

extension FigureValue {
  /// A number of the model's central case: every assumption at its P50.
  static func central(
    _ number: Double?, _ unit: String, of body: String = "", in period: String = ""
  ) -> FigureValue {
    FigureValue(number: number, unit: unit, statistic: .central, body: body, period: period)
  }

  /// A share of the draws, 0 to 1.
  static func share(_ number: Double?) -> FigureValue {
    FigureValue(number: number, unit: "share", statistic: .share)
  }
}

extension Stream {
  /// The name in labels.
  public var label: String {
    switch self {
    case .automation: "Simplify and automate"
    case .channel: "Online channels"
    case .fraud: "Fraud and error"
    case .contractors: "Contractor posts"
    case .legacy: "Legacy upkeep"
    }
  }

  /// The name where there is little room.
  var shortLabel: String {
    switch self {
    case .automation: "Automation"
    case .channel: "Channels"
    case .fraud: "Fraud"
    case .contractors: "Contractors"
    case .legacy: "Legacy"
    }
  }

  /// The role of the fact that states the published potential; nil outside the headline.
  public var potentialFact: Role? {
    switch self {
    case .automation: .leverAutomation
    case .channel: .leverChannel
    case .fraud: .leverFraud
    case .contractors, .legacy: nil
    }
  }

  /// The assumption that holds the full potential; nil outside the £45bn.
  public var potential: Assumption? {
    switch self {
    case .automation: .automationPotential
    case .channel: .channelPotential
    case .fraud: .fraudPotential
    case .contractors, .legacy: nil
    }
  }

  /// The key that shares the stream out.
  public func key(_ keySet: KeySet) -> AllocationKey {
    switch self {
    case .automation: keySet == .automation ? .automation : .automationGDS2026
    case .channel: .channel
    case .fraud: .fraud
    case .contractors: .contractor
    case .legacy: .digitalSpend
    }
  }
}

import Analytics
import Figures

/// How far the price of a lever is borne out.
extension LeverSpec {
  /// The share of the bias that the one worked example takes away: risk management at 7% of the cost,
  /// in HM Treasury's guidance on optimism bias. The lever's price is that of the example.
  private static let exampleOfMitigation = 0.92

  /// Whether a value lies beyond anything that its price was seen for.
  func isPastEvidence(_ value: Double) -> Bool {
    id == .riskMitigation && value > Self.exampleOfMitigation + 1e-9
  }

  /// What has to be said of the price; empty for all other levers.
  func evidenceNote(at value: Double) -> String {
    guard id == .riskMitigation else { return "" }
    let limit = Numbers.share(Self.exampleOfMitigation)
    return
      " Its price rests on one worked example, in which risk management at 7% of the cost took "
      + "\(limit) of the bias away. Nobody has shown that a national programme gets it at that price"
      + (isPastEvidence(value) ? ", and more than \(limit) lies past the example." : ".")
  }
}

extension State {
  /// What the status line says when a lever goes past what its price was seen for; nil otherwise.
  func pastEvidence(_ next: Scenario) -> String? {
    guard let spec = inputs.levers.first(where: { $0.id == .riskMitigation }) else { return nil }
    func value(_ scenario: Scenario) -> Double {
      ([scenario.levers[spec.id] ?? spec.defaultValue]
        + scenario.overrides.values.compactMap { $0[spec.id] }).max() ?? 0
    }
    guard spec.isPastEvidence(value(next)), !spec.isPastEvidence(value(scenario)) else {
      return nil
    }
    return "Past its evidence: the price of risk mitigation rests on one worked example, of 92%."
  }
}

import Analytics
import Figures

extension Explainer {
  /// What the draws say of a quantity; nil without draws, or where it is undefined in all.
  func drawn(_ statistic: Statistic, _ q: Quantity) -> Double? {
    guard let summary = range(.quantity(q)) else { return nil }
    return switch statistic {
    case .p10: summary.p10
    case .p50: summary.p50
    case .p90: summary.p90
    case .mean: summary.mean
    }
  }

  /// Explains what draws say. It cannot be computed from the central case, beside which it stands.
  func drawn(_ node: Node) -> Explanation {
    let words: String
    let beside: Quantity
    switch node {
    case .statistic(let statistic, let q):
      words = statistic.meaning
      beside = q
    case .chance(.payback):
      words = "the share in which the running sum of benefit less cost ends above 0"
      beside = Quantity(name: .paybackYears)
    default:
      words = "the share in which it is above 0"
      beside = Quantity(name: .npsv)
    }
    let draws = uncertainty.map { "\(Numbers.count(Double($0.draws))) draws, seed \($0.seed)" }
    var explanation = leaf(node, .drawn, (draws ?? "no draws were made") + ": " + words)
    explanation.sources = [ownSource(node)]
    explanation.inputs = [id(of: .quantity(beside))]
    explanation.note = "The input is the central case, every assumption at its P50."
    return explanation
  }
}

extension Statistic {
  var words: String {
    switch self {
    case .p10: "P10"
    case .p50: "P50"
    case .p90: "P90"
    case .mean: "Mean"
    }
  }

  fileprivate var meaning: String {
    switch self {
    case .p10: "a tenth of those in which it is defined are below it"
    case .p50: "half of those in which it is defined are below it"
    case .p90: "a tenth of those in which it is defined are above it"
    case .mean: "their mean, over those in which it is defined"
    }
  }
}

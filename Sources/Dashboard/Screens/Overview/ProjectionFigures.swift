import Analytics
import Figures

/// The model's headline numbers as figures with their formulas.
enum ProjectionFigures {
  /// Benefit in the last year.
  static func finalBenefit(_ state: State) -> Figure {
    state.modelled(
      Metric.finalBenefit.rawValue, "Benefit a year in \(state.lastYear), after overlap",
      text(of: .finalBenefit, state),
      formula: "Sum over organisations and five streams of potential x key share x reach x "
        + "realisation x adoption, less overlap.",
      note: "Not a forecast of the headline, which has no timetable, cost or cash share.",
      value: value(of: .finalBenefit, "£bn a year", state),
      others: others(of: .finalBenefit, "£bn a year", state))
  }

  static func npsv(_ state: State) -> Figure {
    state.modelled(
      Metric.npsv.rawValue, "Net present social value", text(of: .npsv, state),
      formula: "Present value of benefit less present value of cost, all organisations, to "
        + "\(state.lastYear).",
      note: "Fraud and error prevented counts as a benefit, as the review does; much of it is a "
        + "transfer. A fixed horizon penalises late starters.",
      value: value(of: .npsv, "£bn", state), others: others(of: .npsv, "£bn", state))
  }

  /// The P50 of the draws, else the central case.
  private static func value(of metric: Metric, _ unit: String, _ state: State) -> FigureValue? {
    let period = metric == .finalBenefit ? state.lastYear : ""
    return state.uncertainty?.metrics[metric]?.value(unit, in: period)
      ?? .central(state.projection?.metrics[metric], unit, in: period)
  }

  /// The central case where the draws come first.
  private static func others(
    of metric: Metric, _ unit: String, _ state: State
  ) -> [Figure.Beside] {
    guard state.uncertainty?.metrics[metric]?.p50 != nil else { return [] }
    let period = metric == .finalBenefit ? state.lastYear : ""
    return [
      Figure.Beside(
        metric.rawValue, .central(state.projection?.metrics[metric], unit, in: period))
    ]
  }

  /// The P50 with P10 to P90 where there are draws, and the central case.
  private static func text(of metric: Metric, _ state: State) -> String {
    let central = "central case \(Numbers.billions(state.projection?.metrics[metric] ?? 0))"
    return state.uncertainty?.metrics[metric]?.range.map { "\($0); \(central)" } ?? central
  }

  static func chance(_ state: State) -> Figure? {
    state.uncertainty.map {
      state.modelled(
        "probability_npsv_positive", "Chance that net present social value is positive",
        Numbers.share($0.probabilityNPSVPositive),
        formula: "Share of \(Numbers.count(Double($0.draws))) draws in which it is above zero.",
        note: "Covers the ranges typed in, not errors in the model's form.",
        value: .share($0.probabilityNPSVPositive))
    }
  }
}

extension Summary {
  /// The P50 with its range, in £bn: `P50 £20bn, P10 to P90 £12bn to £32bn`; nil where undefined.
  var range: String? {
    guard let p10, let p50, let p90 else { return nil }
    return "P50 \(Numbers.billions(p50)), P10 to P90 \(Numbers.billions(p10)) to "
      + Numbers.billions(p90)
  }
}

import Analytics
import Figures

/// The model's headline numbers as figures with their formulas.
enum ProjectionFigures {
  /// Benefit in the last year: the P50 with P10 to P90 where there are draws.
  static func finalBenefit(_ state: State) -> Figure {
    let central = state.projection?.metrics[.finalBenefit] ?? 0
    var text = "central case \(Numbers.billions(central)) a year"
    if let summary = state.uncertainty?.metrics[.finalBenefit], let low = summary.p10,
      let middle = summary.p50, let high = summary.p90
    {
      text =
        "P50 \(Numbers.billions(middle)) a year, P10 to P90 \(Numbers.billions(low)) to "
        + "\(Numbers.billions(high)); " + text
    }
    return state.modelled(
      "final_benefit", "Benefit a year in \(state.lastYear), after overlap", text,
      formula: "Sum over organisations and five streams of potential x key share x reach x "
        + "realisation x adoption, less overlap.",
      note: "Not a forecast of the headline, which has no timetable, cost or cash share.")
  }

  static func npsv(_ state: State) -> Figure {
    let central = state.projection?.metrics[.npsv] ?? 0
    var text = "central case \(Numbers.billions(central))"
    if let summary = state.uncertainty?.metrics[.npsv], let low = summary.p10,
      let middle = summary.p50, let high = summary.p90
    {
      text =
        "P50 \(Numbers.billions(middle)), P10 to P90 \(Numbers.billions(low)) to "
        + "\(Numbers.billions(high)); " + text
    }
    return state.modelled(
      "npsv", "Net present social value", text,
      formula: "Present value of benefit less present value of cost, all organisations, to "
        + "\(state.lastYear).",
      note: "Fraud and error prevented counts as a benefit, as the review does; much of it is a "
        + "transfer. A fixed horizon penalises late starters.")
  }

  static func chance(_ state: State) -> Figure? {
    state.uncertainty.map {
      state.modelled(
        "probability_npsv_positive", "Chance that net present social value is positive",
        Numbers.share($0.probabilityNPSVPositive),
        formula: "Share of \(Numbers.count(Double($0.draws))) draws in which it is above zero.",
        note: "Covers the ranges typed in, not errors in the model's form.")
    }
  }
}

import Analytics
import Figures

/// The model's headline numbers as figures with their formulas.
enum ProjectionFigures {
  /// What a metric was before a lever was moved, as it printed; nil where nothing was changed.
  static func before(_ metric: Metric, _ state: State) -> String? {
    guard state.lab.guessing == nil, state.scenario != state.baseline else { return nil }
    return state.baselineAccount?.metrics[metric].map { Numbers.billions($0) }
  }

  /// The chance that it pays for itself, as it printed before a lever was moved.
  static func chanceBefore(_ state: State) -> String? {
    state.before?.uncertainty.map { Numbers.share($0.probabilityNPSVPositive) }
  }

  /// What was like for like with the headline, as it printed before a lever was moved.
  static func likeForLikeBefore(_ state: State) -> String? {
    state.before?.likeForLike.map { Numbers.billions($0.headline) }
  }

  /// Benefit in the last year.
  static func finalBenefit(_ state: State) -> Figure {
    state.modelled(
      Metric.finalBenefit.rawValue, "Benefit a year in \(state.lastYear), after overlap",
      text(of: .finalBenefit, state),
      formula: "Sum over organisations and five streams of potential x key share x reach x "
        + "realisation x adoption, less overlap.",
      note: "Not a forecast of the headline, which has no timetable, cost or cash share.",
      value: value(of: .finalBenefit, Money.billionsAYear, state)
    ).noting(before: before(.finalBenefit, state) ?? "", in: state.baseline.name)
  }

  static func npsv(_ state: State) -> Figure {
    state.modelled(
      Metric.npsv.rawValue, "Net present social value", text(of: .npsv, state),
      formula: "Present value of benefit less present value of cost, all organisations, to "
        + "\(state.lastYear).",
      note: "Fraud and error prevented counts as a benefit; much of it is a "
        + "transfer. A fixed horizon penalises late starters.",
      value: value(of: .npsv, Money.billions, state)
    ).noting(before: before(.npsv, state) ?? "", in: state.baseline.name)
  }

  /// What of the benefit is comparable with the headline, with what lies outside it beside it.
  static func likeForLike(_ state: State) -> Figure? {
    state.likeForLike.map { parts in
      let (inside, outside) = (Numbers.billions(parts.headline), Numbers.billions(parts.outside))
      return state.modelled(
        "like_for_like@\(state.lastYear)",
        "Like for like with the headline, a year in \(state.lastYear)",
        "\(inside), \(state.basisWords); beside it \(outside) of contractors and legacy",
        formula: "Automation, channels and fraud after overlap: net.automation + net.channel + "
          + "net.fraud. Contractor posts and legacy upkeep lie outside the headline.",
        note: "The headline is a full potential without a timetable, cost or cash share.",
        inputs: ["automation", "channel", "fraud"].map { "net.\($0)@\(state.lastYear)" },
        value: state.accounted(parts.headline, Money.billionsAYear, in: state.lastYear)
      ).noting(before: likeForLikeBefore(state) ?? "", in: state.baseline.name)
    }
  }

  /// The expected value with its range, else the central case.
  private static func value(of metric: Metric, _ unit: String, _ state: State) -> FigureValue? {
    let period = metric == .finalBenefit ? state.lastYear : ""
    return state.uncertainty?.metrics[metric]?.value(unit, in: period)
      ?? .central(state.projection?.metrics[metric], unit, in: period)
  }

  private static func text(of metric: Metric, _ state: State) -> String {
    state.uncertainty?.metrics[metric]?.range
      ?? "central case \(Numbers.billions(state.projection?.metrics[metric] ?? 0))"
  }

  static func chance(_ state: State) -> Figure? {
    state.uncertainty.map {
      state.modelled(
        "probability_npsv_positive",
        "Chance that it pays for itself: net present social value above nought",
        Numbers.share($0.probabilityNPSVPositive),
        formula: "Share of \(Numbers.count(Double($0.draws))) draws in which it is above zero.",
        note: "Covers the ranges typed in, not errors in the model's form.",
        value: .share($0.probabilityNPSVPositive)
      ).noting(before: chanceBefore(state) ?? "", in: state.baseline.name)
    }
  }
}

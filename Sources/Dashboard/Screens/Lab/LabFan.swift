import Analytics
import Figures
import Frames

/// Benefit by year in the unit that is shown: P10 to P90 and mean of the draws, the central case, and
/// that of the baseline where it differs.
enum LabFan {
  static func panel(_ state: State) -> Panel {
    let scale = state.moneyScale()
    let hidden = state.lab.guessing == nil ? "" : ", before the change"
    let title = "Benefit a year, \(scale.title): modelled\(hidden)"
    guard let projection = state.projection else {
      return .waiting("fan", title, "Computing …")
    }
    guard scale.isKnown else {
      return .waiting("fan", title, "There is \(scale.absence). u changes it.")
    }
    let captions = captions(state, projection, scale)
    return Panel(
      "fan", title, flow: .across, items: captions.map { caption in Item(caption.figure) }
    ) { sheet, rect in
      sheet.curves(
        chart(state, projection, scale, sheet.theme), captions: captions.map(\.text), in: rect)
    }
  }

  private static func captions(
    _ state: State, _ projection: Projection, _ scale: MoneyScale
  ) -> [(text: String, figure: Figure)] {
    let last = projection.years.last ?? ""
    let metrics = projection.metrics
    let central = scale.text(metrics[.finalBenefit] ?? 0)
    let benefit = state.uncertainty?.metrics[.finalBenefit]
    let npsv = state.uncertainty?.metrics[.npsv]
    let middle = benefit?.mean.map { scale.text($0) }
    let worth = scale.text(npsv?.mean ?? metrics[.npsv] ?? 0)
    func spread(_ summary: Summary?) -> String? {
      guard let low = summary?.p10, let high = summary?.p90 else { return nil }
      return "\(scale.text(low)) to \(scale.text(high))"
    }
    let range = spread(benefit).map { "; P10 to P90 \($0)" } ?? ""
    let worthRange = spread(npsv)
    var captions = [
      (
        text: middle.map { "expected \($0) M" } ?? "\(last) central \(central) M",
        figure: state.modelled(
          "final_benefit", "Benefit a year in \(last), after overlap",
          (middle.map { "expected \($0)\(range); " } ?? "") + "central case \(central)",
          formula: "Sum over organisations and five streams of potential x key share x reach x "
            + "realisation x adoption, less overlap." + scale.formula,
          value: scale.value(benefit, metrics[.finalBenefit], Money.billionsAYear, in: last),
          others: benefit?.mean == nil
            ? []
            : [
              Figure.Beside(
                "final_benefit",
                scale.central(metrics[.finalBenefit], Money.billionsAYear, in: last))
            ])
      ),
      (
        text: "NPSV \(worth)\(worthRange.map { ", \($0)" } ?? "") M",
        figure: state.modelled(
          "npsv", "Net present social value",
          (npsv?.mean == nil ? "central case " : "expected ") + worth
            + (worthRange.map { "; P10 to P90 \($0)" } ?? ""),
          formula: "Present value of benefit less present value of cost, to \(last)."
            + scale.formula, value: scale.value(npsv, metrics[.npsv], Money.billions))
      ),
    ]
    if let chance = state.uncertainty?.probabilityNPSVPositive, let draws = state.uncertainty?.draws
    {
      captions.append(
        (
          text: "NPSV>0 \(Numbers.share(chance)) M",
          figure: state.modelled(
            "probability_npsv_positive",
            "Chance that it pays for itself: net present social value above nought",
            Numbers.share(chance),
            formula: "Share of \(Numbers.count(Double(draws))) draws in which it is above zero.",
            value: .share(chance))
        ))
    }
    let published = state.evidence.fact(.headline)
    if scale.unit == .billions, let published {
      captions.append(
        (
          text: "headline \(state.number(published)) \(state.signs(published))",
          figure: state.evidence.figure(published)
        ))
    } else if published != nil, let headline = state.inputs.fixed[.headlinePotential] {
      // A floor stays one, whatever it is divided by.
      let qualifier = published?.figureValue.qualifier
      let text = scale.text(headline.value)
      captions.append(
        (
          text: "headline \(text)\(qualifier?.isFloor == true ? "+" : "") "
            + state.signs(scale.mark(headline.mark), asOf: published?.asOf ?? ""),
          figure: Figure(
            id: "headline_potential", label: "Headline potential, the dashed line",
            text: (qualifier.map { $0.rawValue + " " } ?? "") + text + " a year",
            mark: scale.mark(headline.mark),
            confidence: scale.mark(headline.mark).confidence, asOf: published?.asOf ?? "",
            source: published.flatMap { state.evidence.source($0.sourceID) },
            formula: "Source: \(headline.source)." + scale.formula,
            note: "A full potential of all that is covered, without a timetable; no line is "
              + "meant to reach it. Nobody published it in this unit.",
            inputs: published.map { [$0.id] } ?? [],
            value: FigureValue(
              number: scale.value(headline.value), unit: scale.unit(else: Money.billionsAYear)))
        ))
    }
    if let divisor = scale.divisor {
      captions.append(
        (
          text: "per \(divisor.figure.text) \(state.signs(divisor.figure))", figure: divisor.figure
        ))
    }
    return captions
  }

  private static func chart(
    _ state: State, _ projection: Projection, _ scale: MoneyScale, _ theme: Theme
  ) -> Curves {
    func scaled(_ values: [Double?]) -> [Double?] { values.map { $0.flatMap(scale.value) } }
    var chart = Curves(labels: projection.years)
    chart.measure = scale.unit(else: Money.billionsAYear)
    chart.unit = scale.unit == .budgetShare ? "%" : ""
    let summaries = state.uncertainty?.yearly[.benefit] ?? []
    if summaries.count == projection.years.count {
      chart.bands = [
        state.band("benefit", summaries, unit: chart.measure, scaled: scale.value)
      ]
      chart.curves.append(
        state.curve(
          "expected", "benefit.mean", scaled(summaries.map(\.mean)), theme.series(0),
          statistic: .mean,
          unit: chart.measure))
    }
    chart.curves.append(
      state.curve(
        "central", "benefit", scaled(projection.national.benefit), theme.measure, dashed: true,
        unit: chart.measure))
    if let before = state.baselineAccount?.national.benefit,
      before != state.account?.national.benefit, before.count == projection.years.count
    {
      var ghost = state.curve(
        "baseline", "baseline.benefit", scaled(before), theme.muted, dashed: true,
        statistic: state.statistic, unit: chart.measure)
      ghost.isBefore = true
      chart.curves.append(ghost)
    }
    if let value = state.headline.flatMap(scale.value) {
      chart.references = [(value, "headline")]
    }
    return chart
  }
}

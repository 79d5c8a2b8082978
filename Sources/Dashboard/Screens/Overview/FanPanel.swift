import Analytics
import Figures
import Frames

/// Benefit by year as a fan: P10 to P90 and P25 to P75 of the draws, the P50 as a line, the
/// central case dashed, and the headline potential as a reference that no line is meant to reach.
enum FanPanel {
  /// The fact that the reference line stands for.
  private static let headline = "opportunity.total"

  static func panel(_ state: State) -> Panel {
    var items = [Item(ProjectionFigures.finalBenefit(state)), Item(ProjectionFigures.npsv(state))]
    if let chance = ProjectionFigures.chance(state) { items.append(Item(chance)) }
    if state.projection != nil, let headline = state.item(headline) { items.append(headline) }
    return Panel("fan", "Benefit a year, £bn: modelled", flow: .across, items: items) {
      sheet, rect in
      draw(state, in: rect, on: &sheet)
    }
  }

  static func draw(_ state: State, in rect: Rect, on sheet: inout Sheet) {
    guard let projection = state.projection else {
      sheet.note("Computing …", in: rect)
      return
    }
    sheet.curves(
      fan(state, projection, theme: sheet.theme), captions: captions(state), in: rect)
  }

  /// The numbers under the fan, in the order of the items.
  private static func captions(_ state: State) -> [String] {
    guard let central = state.projection?.metrics[.finalBenefit],
      let npsv = state.projection?.metrics[.npsv]
    else { return [] }
    let reference =
      state.evidence.fact(headline).map {
        ["headline \(state.number($0)) \(state.signs($0))"]
      } ?? []
    guard let uncertainty = state.uncertainty else {
      return [
        "\(state.lastYear) central \(Numbers.billions(central)) M",
        "NPSV \(Numbers.billions(npsv)) M",
      ] + reference
    }
    let middle = uncertainty.metrics[.finalBenefit]?.p50 ?? central
    return [
      "P50 \(Numbers.billions(middle)) M",
      "NPSV \(Numbers.billions(uncertainty.metrics[.npsv]?.p50 ?? npsv)) M",
      "NPSV>0 \(Numbers.share(uncertainty.probabilityNPSVPositive)) M",
    ] + reference
  }

  private static func fan(_ state: State, _ projection: Projection, theme: Theme) -> Curves {
    var chart = Curves(labels: projection.years)
    chart.measure = "£bn a year"
    let summaries = state.uncertainty?.yearly[.benefit] ?? []
    if summaries.count == projection.years.count {
      let middle = summaries.map(\.p50)
      chart.bands = [state.band("benefit", summaries, unit: chart.measure)]
      chart.curves.append(
        state.curve(
          "P50", "benefit.p50", middle, theme.series(0), statistic: .p50, unit: chart.measure))
    }
    chart.curves.append(
      state.curve(
        "central", "benefit", projection.national.benefit, theme.series(1), dashed: true,
        unit: chart.measure))
    if let headline = state.inputs.fixed[.headlinePotential]?.value {
      chart.references = [(headline, "headline")]
    }
    return chart
  }
}

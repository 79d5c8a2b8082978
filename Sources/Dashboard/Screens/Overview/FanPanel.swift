import Analytics
import Figures
import Frames

/// Benefit by year as a fan: where eight in ten runs lie, the expected value as a line, and the
/// headline potential as a reference that no line is meant to reach.
enum FanPanel {
  static func panel(_ state: State) -> Panel {
    var items = [Item(ProjectionFigures.finalBenefit(state))]
    if state.columns >= 80, let chance = ProjectionFigures.chance(state) {
      items.append(Item(chance))
    }
    items.append(Item(ProjectionFigures.npsv(state)))
    if isRoomy(state), let part = ProjectionFigures.likeForLike(state) { items.append(Item(part)) }
    if state.projection != nil, let headline = state.item(.headline) { items.append(headline) }
    return Panel("fan", "Benefit a year, \(Money.billions): modelled", flow: .across, items: items)
    {
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
    guard let account = state.account, let benefit = account.metrics[.finalBenefit],
      let worth = account.metrics[.npsv]
    else { return [] }
    let draws = state.uncertainty
    let npsv = draws?.metrics[.npsv]
    var value = "net value \(Numbers.billions(worth))"
    if let low = npsv?.p10, let high = npsv?.p90 {
      value += ", \(Numbers.billions(low)) to \(Numbers.billions(high))"
    }
    func was(_ metric: Metric, _ now: Double) -> String {
      state.was(Numbers.billions(now), ProjectionFigures.before(metric, state))
    }
    var captions = [
      (account.basis == .central
        ? "\(state.lastYear) central \(Numbers.billions(benefit)) M"
        : "expected \(Numbers.billions(benefit)) M") + was(.finalBenefit, benefit)
    ]
    if state.columns >= 80, let draws {
      let chance = Numbers.share(draws.probabilityNPSVPositive)
      captions.append(
        "pays for itself \(chance) M" + state.was(chance, ProjectionFigures.chanceBefore(state)))
    }
    captions.append(value + " M" + was(.npsv, worth))
    if isRoomy(state), let parts = state.likeForLike {
      let now = Numbers.billions(parts.headline)
      captions.append(
        "like for like \(now) M" + state.was(now, ProjectionFigures.likeForLikeBefore(state)))
    }
    if let fact = state.evidence.fact(.headline) {
      captions.append("headline \(state.number(fact)) \(state.signs(fact))")
    }
    return captions
  }

  /// Whether there is room for more than what the chart is of.
  private static func isRoomy(_ state: State) -> Bool { state.columns >= 100 }

  private static func fan(_ state: State, _ projection: Projection, theme: Theme) -> Curves {
    var chart = Curves(labels: projection.years)
    chart.measure = Money.billionsAYear
    let summaries = state.uncertainty?.yearly[.benefit] ?? []
    if summaries.count == projection.years.count {
      chart.bands = [state.band("benefit", summaries, unit: chart.measure)]
      chart.curves.append(
        state.curve(
          "expected", "benefit.mean", summaries.map(\.mean), theme.series(0), statistic: .mean,
          unit: chart.measure))
    } else {
      chart.curves.append(
        state.curve(
          "central", "benefit", projection.national.benefit, theme.measure, dashed: true,
          unit: chart.measure))
    }
    if let before = state.ghost(
      "benefit.mean", unit: chart.measure, theme, series: { $0.national.benefit })
    {
      chart.curves.append(before)
    }
    if let headline = state.headline {
      chart.references = [(headline, "headline")]
    }
    return chart
  }
}

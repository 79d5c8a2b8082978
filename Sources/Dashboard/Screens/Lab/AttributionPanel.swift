import Analytics
import Figures
import Frames

/// How much of the change from the baseline is levers, each of them, and how much assumptions.
enum AttributionPanel {
  /// Whatever it says: panels do not move because a lever was.
  private static let need = PanelNeed(least: 4, rows: 5)

  static func panel(_ state: State) -> Panel {
    let title = "Change of NPSV, central case, real \(Money.billions), from \(state.baseline.name)"
    guard case .attribution(let found)? = state.lastResult(.attribution)?.result,
      state.lab.guessing == nil
    else { return .waiting("attribution", title, state.waiting(.attribution), need: need) }
    guard let found else {
      return .waiting("attribution", title, "NPSV is undefined on the way there.", need: need)
    }
    guard state.scenario != state.baseline else {
      return .waiting(
        "attribution", title, "Nothing differs yet: move a lever or an assumption.", need: need)
    }
    let levers = state.inputs.levers.compactMap { spec -> (LeverSpec, Double)? in
      guard let part = found.byLever[spec.id], part != 0 else { return nil }
      return (spec, part)
    }
    let rows: [(id: String, label: String, value: Double, formula: String)] =
      [
        (
          "attribution.change", "Change in all", found.change,
          "Central NPSV now less that of \(state.baseline.name)."
        ),
        (
          "attribution.levers", "of it levers", found.levers,
          "Mean of what the levers change on the baseline's assumptions and on those here."
        ),
      ]
      + levers.map { spec, part in
        (
          "attribution.\(spec.id.rawValue)", "  " + LeverPanel.label(spec, short: false), part,
          "Its Shapley value: its mean contribution over all orders in which the levers change."
        )
      } + [
        (
          "attribution.assumptions", "of it assumptions", found.assumptions,
          "The rest: assumptions, key set and discounting."
        )
      ]
    var panel = Panel(
      "attribution", title + state.staleNote(.attribution),
      items: rows.map { row in
        Item(
          state.modelled(
            row.id, row.label.drop { $0 == " " } + ", NPSV",
            Numbers.changeInBillions(row.value), formula: row.formula,
            note: "Parts add up: levers and assumptions to the change, each lever to the levers.",
            inputs: [Metric.npsv.rawValue] + state.restsOn(row.id),
            value: FigureValue(number: row.value, unit: Money.billions, statistic: .difference)))
      }
    ) { sheet, rect in
      draw(rows.map { ($0.label, $0.value) }, in: rect, on: &sheet)
    }
    panel.needs = { _ in PanelNeed(least: need.least, rows: max(rows.count, need.rows)) }
    panel.charts = {
      [
        DrawnCharts.changes(
          title, rows.map { ($0.id, $0.label, $0.value) },
          unit: "Change of net present social value, real \(Money.billions)")
      ]
    }
    return panel
  }

  /// Bars to both sides of nothing.
  private static func draw(
    _ rows: [(label: String, value: Double)], in rect: Rect, on sheet: inout Sheet
  ) {
    let texts = rows.map { Numbers.changeInBillions($0.value) + " M" }
    let number = texts.map { displayWidth($0) }.max() ?? 0
    let label = min(
      rows.map { displayWidth($0.label) }.max() ?? 0, max(rect.columns - number - 10, 8))
    let plot = rect.columns - 2 - label - number - 2
    let low = min(rows.map(\.value).min() ?? 0, 0)
    let high = max(rows.map(\.value).max() ?? 0, 0)
    let scale = low...max(high, low + 1e-6)
    let start = sheet.scroll(count: rows.count, visible: rect.rows)
    for offset in 0..<max(min(rect.rows, rows.count - start), 0) {
      let (row, y) = (rows[start + offset], rect.row + offset)
      sheet.frame.write(
        truncated(row.label, to: label), column: rect.column + 2, row: y,
        offset + start == 0 ? sheet.theme.strong : sheet.theme.text)
      if plot >= 6, row.value != 0 {
        sheet.frame.span(
          from: 0, to: row.value, scale: scale,
          in: Rect(column: rect.column + 2 + label + 1, row: y, columns: plot, rows: 1),
          style: row.value > 0 ? sheet.theme.measure : sheet.theme.reference,
          fill: row.value > 0 ? .solid : .light, glyphs: sheet.glyphs)
      }
      sheet.frame.write(
        texts[start + offset],
        in: Rect(column: rect.column, row: y, columns: rect.columns, rows: 1),
        alignment: .trailing, sheet.theme.text)
      sheet.item(
        start + offset, at: Rect(column: rect.column, row: y, columns: rect.columns, rows: 1),
        highlighting: label + 3)
    }
    sheet.drawScrollNote(start: start, visible: rect.rows, count: rows.count, in: rect)
  }
}

/// What a year's delay of everything costs.
enum DelayPanel {
  private static var title: String {
    "Cost of delay on a fixed horizon, NPSV, real \(Money.billions)"
  }

  static func panel(_ state: State) -> Panel {
    guard case .delay(let cost)? = state.lastResult(.delay)?.result, state.lab.guessing == nil
    else { return asTall(.waiting("delay", title, state.waiting(.delay))) }
    guard let cost else {
      return asTall(
        .waiting("delay", title, "A year more would leave the range of the start delay."))
    }
    let central = Numbers.billions(cost.central)
    func said(_ cost: Double) -> String {
      "A year's delay \(cost < 0 ? "gains" : "costs") \(Numbers.billions(abs(cost))) M"
    }
    var words = said(cost.central) + " in the central case"
    var figures = [
      state.modelled(
        "delay.central", "What a year's delay costs, NPSV, central case", central,
        formula: "Central NPSV less that with a year more of start delay everywhere.",
        note: "On a fixed horizon a late start loses a year of benefit at the end.",
        inputs: [Metric.npsv.rawValue] + state.restsOn(Lever.startDelay.id),
        value: FigureValue(number: cost.central, unit: Money.billions, statistic: .difference))
    ]
    if let low = cost.difference.p10, let mean = cost.difference.mean,
      let high = cost.difference.p90
    {
      let range = "\(Numbers.billions(low)) to \(Numbers.billions(high))"
      words = said(mean) + ", expected; P10 to P90 \(range) M; central case \(central) M"
      figures.append(
        state.modelled(
          "delay.mean", "What a year's delay costs, NPSV, over the draws",
          "expected \(Numbers.billions(mean)); P10 to P90 \(range)",
          formula: "The difference of the two scenarios on the same draws, draw by draw.",
          inputs: [Metric.npsv.rawValue] + state.restsOn(Lever.startDelay.id),
          value: cost.difference.value(Money.billions)))
    }
    if let chance = cost.probability {
      words += "; waiting is worse in \(Numbers.share(chance)) M of the draws"
      figures.append(
        state.modelled(
          "delay.probability", "Chance that a year's delay is worse", Numbers.share(chance),
          formula: "Share of draws in which NPSV is lower with the delay.",
          inputs: [Metric.npsv.rawValue] + state.restsOn(Lever.startDelay.id),
          value: .share(chance)))
    }
    if case .delay(let then?)? = state.before?.lastResult(.delay)?.result {
      func number(_ cost: DelayCost) -> String {
        Numbers.billions(cost.difference.mean ?? cost.central)
      }
      words += state.was(number(cost), number(then))
      figures = figures.map { figure in
        figure.id == (cost.difference.mean == nil ? "delay.central" : "delay.mean")
          ? figure.noting(before: number(then), in: state.baseline.name) : figure
      }
    }
    let text = words + "."
    let shown = figures
    let panel = Panel("delay", title + state.staleNote(.delay), items: [Item(figures: shown)]) {
      sheet, rect in
      let place = Rect(
        column: rect.column + 2, row: rect.row, columns: rect.columns - 2, rows: rect.rows)
      let used = sheet.note(text, in: place, style: sheet.theme.text)
      sheet.item(
        0, at: Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: used),
        highlighting: 1)
    }
    return asTall(panel)
  }

  /// Whatever it says, the rows of what it usually says: panels do not move because a lever was.
  private static func asTall(_ panel: Panel) -> Panel {
    var panel = panel
    panel.needs = { columns in
      let lines = 134 / max(columns - 2, 1) + 1
      return PanelNeed(least: lines, rows: lines)
    }
    return panel
  }
}

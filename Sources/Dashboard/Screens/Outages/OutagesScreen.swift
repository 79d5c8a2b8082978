import Analytics
import Figures
import Frames

/// Counts with their intervals, the modelled path, and the incidents with what they cost people.
struct OutagesScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [OutageCounts.panel(state), path(state), incidents(state)]
  }

  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect] {
    guard rect.columns >= 120 else {
      return PanelColumns([["counts", "incidents", "path"]]).layout(panels, state, in: rect)
    }
    let (top, bottom) = rect.split(top: rect.rows / 2)
    let upper = top.columns([5, 4])
    return ["counts": upper[0], "path": upper[1], "incidents": bottom]
  }

  private func path(_ state: State) -> Panel {
    guard let account = state.account else {
      return Panel("path", "Modelled path", items: []) { _, _ in }
    }
    let policy = account.national.outages
    let baseline = account.national.outagesBaseline
    let figure = state.modelled(
      Metric.outagesAvoided.rawValue, "Outages avoided to \(state.lastYear)",
      Numbers.telling(account.metrics[.outagesAvoided] ?? 0, places: 0) + ", \(state.basisWords)",
      formula: "Sum over years of baseline less policy.",
      note: "Not given a value in money. It rests on one year's count and one year's change.",
      value: state.accounted(account.metrics[.outagesAvoided], "outages"))
    let formula = "Rate x (1 - share due to legacy + share due to legacy x L(t)/L(0))."
    let ends: [(String, Figure)] =
      [
        ("with", "outages", "with the policy", policy),
        ("without", "outages_baseline", "without it", baseline),
      ].map { name, series, how, values in
        let text = Numbers.telling(values.last ?? 0, places: 0)
        return (
          "\(name) \(text) M",
          state.modelled(
            "\(series)@\(state.lastYear)", "Critical outages in \(state.lastYear), \(how)",
            "\(text), \(state.basisWords)", formula: formula,
            value: state.accounted(values.last, "outages a year", in: state.lastYear))
        )
      } + [
        (
          "avoided \(Numbers.telling(account.metrics[.outagesAvoided] ?? 0, places: 0)) M",
          figure
        )
      ]
    return Panel(
      "path", "\(state.outagesOwner), a year: modelled\(state.basisNote)", flow: .across,
      items: ends.map { Item($0.1) }
    ) {
      sheet, rect in
      var chart = Curves(labels: account.years)
      chart.measure = "outages a year"
      let summaries = state.uncertainty?.yearly[.outages] ?? []
      if summaries.count == account.years.count {
        chart.bands = [state.band("outages", summaries, unit: chart.measure)]
      }
      chart.curves = [
        state.curve(
          "without", "outages_baseline", baseline, sheet.theme.muted, dashed: true,
          statistic: state.statistic, unit: chart.measure),
        state.curve(
          "with", "outages", policy, sheet.theme.series(0), statistic: state.statistic,
          unit: chart.measure),
      ]
      if let ghost = state.ghost(
        "outages", unit: chart.measure, sheet.theme, series: { $0.national.outages })
      {
        chart.curves.append(ghost)
      }
      sheet.curves(chart, captions: ends.map(\.0), in: rect)
    }
  }

  private func incidents(_ state: State) -> Panel {
    let rows = state.evidence.incidents.sorted { ($0.date, $0.id) > ($1.date, $1.id) }
    return Panel(
      "incidents", "Dated incidents and what they cost people",
      table: Table(
        [
          Column("date"), Column("body", priority: 2, most: 14),
          Column("what happened", flexible: true, least: 42),
          Column("hours", trailing: true, priority: 1), Column("affected", trailing: true),
          Column("of whom", most: 14), Column("fallback", priority: 3, most: 28),
        ],
        rows.map { row in
          let figure = state.evidence.figure(row)
          let figures = [figure] + [state.evidence.duration(of: row)].compactMap { $0 }
          let signs = state.signs(figure)
          let name = state.shortName(row.body)
          let hours = row.affected == nil ? 0 : 1
          return Table.Row(
            [
              Text(row.date), Text(name, short: name.replacing("central ", with: "")),
              Text(row.title),
              row.hours.map { Text(Numbers.count($0), number: hours, value: $0) } ?? Text("-"),
              row.affected.map {
                Text(row.affectedValue.bare, signs: signs, number: 0, value: $0)
              } ?? Text("-"),
              Text(row.affectedUnit, .muted), Text(row.fallback),
            ], Item(figures: figures))
        }))
  }
}

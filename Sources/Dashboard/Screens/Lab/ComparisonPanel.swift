import Analytics
import Figures
import Frames

/// Two to four scenarios on common draws: the present one first.
enum ComparisonPanel {
  private static func title(_ column: MoneyColumn = MoneyColumn([])) -> String {
    "Compared, NPSV, real \(column.unit) (p, then c, chooses)"
  }

  static func panel(_ state: State) -> Panel {
    guard let (comparison, _) = result(state) else {
      return .waiting(
        "comparison", title(), state.waiting(.comparison), need: PanelNeed(least: 4, rows: 8))
    }
    let names = names(state)
    let column = column(comparison)
    let rows =
      comparison.scenarios.enumerated().map { place, contender in
        row(state, place, contender, comparison, names, column)
      } + comparison.pairs.filter { $0.a > 0 }.map { row(state, $0, comparison, names, column) }
    return Panel(
      "comparison", title(column) + state.staleNote(.comparison),
      table: Table(
        [
          Column("scenario", flexible: true, least: 15), Column("expected M", trailing: true),
          Column("P10 to P90 M", trailing: true, priority: 2),
          Column("diff. M", trailing: true), Column("better M", trailing: true),
          Column("best M", trailing: true, priority: 1),
          Column("year's delay M", trailing: true, priority: 3),
        ], rows,
        note: Note(
          "On the same draws. diff.: the present scenario less this one, or the first less "
            + "the second, draw by draw; better: in how many of the draws. A year's delay costs more "
            + "on a fixed horizon, where a late start loses its last years.")))
  }

  /// All sums of the table have one unit.
  private static func column(_ comparison: Comparison) -> MoneyColumn {
    let ends = { (summary: Summary) in [summary.p10, summary.mean, summary.p90] }
    return MoneyColumn(
      comparison.scenarios.flatMap { ends($0.npsv) + [$0.central, $0.delayCost] }
        + comparison.pairs.flatMap { ends($0.difference) })
  }

  /// The fans of all of them over one another.
  static func fans(_ state: State) -> Panel {
    let title = "Compared: benefit a year, real \(Money.billions)"
    guard let (comparison, fans) = result(state) else {
      return .waiting("fans", title, state.waiting(.comparison))
    }
    let names = names(state)
    let years = state.projection?.years ?? []
    let captions = fans.enumerated().map { place, fan in
      (
        text: "\(shortName(state, place, names[place])) \(Numbers.billions(fan.last?.mean ?? 0)) M",
        figure: state.modelled(
          "comparison.\(comparison.scenarios[place].id).benefit@\(state.lastYear)",
          "Benefit in \(state.lastYear), \(names[place])", fan.last?.range ?? "none",
          formula: "The draws of this scenario; the same draws for each.",
          inputs: state.restsOn("comparison"),
          value: fan.last?.value(Money.billionsAYear, in: state.lastYear))
      )
    }
    return Panel(
      "fans", title + state.staleNote(.comparison), flow: .across,
      items: captions.map { caption in Item(caption.figure) }
    ) { sheet, rect in
      let shown = fans.indices.filter { fans[$0].count == years.count }
      let top = fans.flatMap { $0.compactMap(\.p90) }.max() ?? 1
      let bottom = fans.flatMap { $0.compactMap(\.p10) }.min() ?? 0
      let charts = shown.map { place in
        fan(
          state, names[place], comparison.scenarios[place].id, fans[place],
          min(bottom, 0)...max(top, 1e-6), sheet.theme.series(place))
      }
      for chart in charts { sheet.chart(chart) }
      let columns = rect.columns([Int](repeating: 1, count: max(shown.count, 1)), gap: 1)
      guard columns[0].columns >= 18, rect.rows >= 8 else {
        // Too narrow to stand side by side: the lines alone, over one another.
        var lines = Curves(labels: years)
        let room = max(rect.columns / 3, 10) - 2
        let isLong = shown.contains { displayWidth(names[$0]) > room }
        for (place, chart) in charts.enumerated() {
          for var curve in chart.curves {
            curve.label =
              isLong ? shortName(state, shown[place], names[shown[place]]) : chart.name
            (curve.title, curve.dashed) = (chart.name, place > 0)
            lines.curves.append(curve)
          }
        }
        return sheet.plot(lines, captions: captions.map(\.text), in: rect)
      }
      for ((place, chart), column) in zip(zip(shown, charts), columns) {
        let (head, rest) = column.split(top: 1)
        let (body, foot) = rest.split(top: rest.rows - 1)
        sheet.frame.write(
          truncated(
            displayWidth(names[place]) <= head.columns - 2
              ? names[place] : shortName(state, place, names[place]), to: head.columns - 2),
          column: head.column + 2, row: head.row,
          sheet.theme.strong)
        sheet.plot(chart, in: body)
        let text = "expected \(Numbers.billions(fans[place].last?.mean ?? 0)) M"
        sheet.frame.write(
          truncated(text, to: foot.columns - 2), column: foot.column + 2, row: foot.row,
          sheet.theme.text)
        sheet.item(place, at: foot)
      }
    }
  }

  /// One scenario's fan on the axis that all have in common.
  private static func fan(
    _ state: State, _ name: String, _ scenario: String, _ fan: [Summary],
    _ range: ClosedRange<Double>, _ style: Style
  ) -> Curves {
    var chart = Curves(labels: state.projection?.years ?? [])
    (chart.name, chart.range, chart.measure) = (name, range, Money.billionsAYear)
    let id = "comparison.\(scenario).benefit"
    chart.bands = [state.band(id, fan, unit: chart.measure)]
    var middle = state.curve(
      "", id + ".mean", fan.map(\.mean), style, statistic: .mean, unit: chart.measure)
    middle.title = "expected"
    chart.curves = [middle]
    return chart
  }

  private static func result(_ state: State) -> (Comparison, [[Summary]])? {
    guard case .comparison(let comparison, let fans)? = state.lastResult(.comparison)?.result,
      state.lab.guessing == nil
    else { return nil }
    return (comparison, fans)
  }

  /// Names of those that were compared, the present one marked as such where it is changed.
  private static func names(_ state: State) -> [String] {
    let scenarios = state.lab.analyses[.comparison]?.request.scenarios ?? []
    return scenarios.enumerated().map { place, scenario in
      place > 0 || scenario == state.baseline
        ? scenario.name : state.lab.kept.contains(scenario) ? scenario.name : "Now"
    }
  }

  /// A scenario's id where its name is a long one, so that two are told apart where there is little
  /// room.
  private static func shortName(_ state: State, _ place: Int, _ name: String) -> String {
    let scenarios = state.lab.analyses[.comparison]?.request.scenarios ?? []
    guard name.count > 20, scenarios.indices.contains(place) else { return name }
    return scenarios[place].id
  }

  /// Two that are compared beside the present one.
  private static func row(
    _ state: State, _ pair: Comparison.Pair, _ comparison: Comparison, _ names: [String],
    _ column: MoneyColumn
  ) -> Table.Row {
    let (a, b) = (names[pair.a], names[pair.b])
    let ends = [pair.difference.p10, pair.difference.p90].compactMap { $0 }
      .map { column.bare($0) }.joined(separator: " to ")
    let middle = pair.difference.mean.map { column.bare($0) } ?? "-"
    let share = pair.probabilityABetter.map { Numbers.share($0) } ?? "-"
    let ids = [pair.a, pair.b].map { comparison.scenarios[$0].id }.joined(separator: ".")
    let (one, other) = (shortName(state, pair.a, a), shortName(state, pair.b, b))
    return Table.Row(
      [
        Text("\(a), not \(b)", short: "\(one) v \(other)"), Text("-"),
        Text("-"),
        Text(middle, number: 0, value: pair.difference.mean),
        Text(share, number: 1, value: pair.probabilityABetter), Text("-"), Text("-"),
      ],
      Item(
        figures: [
          state.modelled(
            "comparison.\(ids).difference", "NPSV of \(a) less that of \(b), \(column.unit)",
            "expected \(middle); P10 to P90 \(ends)",
            formula: "The difference draw by draw.",
            inputs: state.restsOn("comparison"), value: pair.difference.value(Money.billions)),
          state.modelled(
            "comparison.\(ids).probability_better", "Chance that \(a) beats \(b)", share,
            formula:
              "Share of \(Numbers.count(Double(comparison.draws))) draws in which its NPSV is "
              + "the greater; a tie counts for neither.", inputs: state.restsOn("comparison"),
            value: .share(pair.probabilityABetter)),
        ]))
  }

  private static func row(
    _ state: State, _ place: Int, _ contender: Comparison.Contender, _ comparison: Comparison,
    _ names: [String], _ column: MoneyColumn
  ) -> Table.Row {
    let pair = comparison.pairs.first { $0.a == 0 && $0.b == place }
    let range = [contender.npsv.p10, contender.npsv.p90].compactMap { $0 }
      .map { column.bare($0) }.joined(separator: " to ")
    func text(_ value: Double?) -> String { value.map { column.bare($0) } ?? "-" }
    func share(_ value: Double?) -> String { value.map { Numbers.share($0) } ?? "-" }
    let name = names[place]
    let draws = Numbers.count(Double(comparison.draws)) + " draws"
    func figure(
      _ id: String, _ label: String, _ text: String, _ formula: String, _ value: FigureValue?,
      _ others: [Figure.Beside] = []
    ) -> Figure {
      state.modelled(
        "comparison.\(contender.id).\(id)", "\(label), \(name)", text, formula: formula,
        inputs: state.restsOn(id == "delay_cost" ? Lever.startDelay.id : id), value: value,
        others: others)
    }
    var figures = [
      figure(
        "npsv", "Net present social value, \(column.unit)",
        "expected \(text(contender.npsv.mean)); P10 to P90 \(range); central case "
          + text(contender.central), "Present value of benefit less that of cost, on common draws.",
        contender.npsv.value(Money.billions),
        [
          Figure.Beside(
            "comparison.\(contender.id).npsv", .central(contender.central, Money.billions))
        ]),
      figure(
        "probability_best", "Chance that it is the best", share(contender.probabilityBest),
        "Share of \(draws) in which its NPSV is greater than that of every other.",
        .share(contender.probabilityBest)),
      figure(
        "delay_cost", "What a year's delay costs, \(column.unit), central case",
        text(contender.delayCost),
        "Central NPSV less that with a year more of start delay everywhere.",
        FigureValue(number: contender.delayCost, unit: Money.billions, statistic: .difference)),
    ]
    if let pair {
      let ends = [pair.difference.p10, pair.difference.p90].compactMap { $0 }
        .map { column.bare($0) }.joined(separator: " to ")
      figures += [
        figure(
          "difference", "\(column.unit), NPSV of the present scenario less that of",
          "expected \(text(pair.difference.mean)); P10 to P90 \(ends)",
          "The difference draw by draw.", pair.difference.value(Money.billions)),
        figure(
          "probability_better", "Chance that the present scenario beats",
          share(pair.probabilityABetter),
          "Share of \(draws) in which its NPSV is the greater; a tie counts for neither.",
          .share(pair.probabilityABetter)),
      ]
    }
    let all = figures
    return Table.Row(
      [
        Text(name, short: shortName(state, place, name)),
        Text(text(contender.npsv.mean), .strong, number: 0, value: contender.npsv.mean),
        Text(range.isEmpty ? "-" : range, number: 0),
        Text(text(pair?.difference.mean), number: 3, value: pair?.difference.mean),
        Text(share(pair?.probabilityABetter), number: 4, value: pair?.probabilityABetter),
        Text(share(contender.probabilityBest), number: 1, value: contender.probabilityBest),
        Text(text(contender.delayCost), number: 2, value: contender.delayCost),
      ], Item(figures: all))
  }
}

/// The guesses so far, and what came of them.
enum GuessesPanel {
  static func panel(_ state: State) -> Panel {
    Panel(
      "guesses", "Guesses",
      table: Table(
        [
          Column("what", flexible: true, least: 12), Column("said", trailing: true),
          Column("is M", trailing: true), Column("off", trailing: true),
        ],
        state.lab.guesses.map { guess in
          let off = guess.said.flatMap { said in guess.found.map { said - $0 } }
          let printed = guess.printed
          return Table.Row(
            [
              Text(guess.label), Text(printed.said, value: guess.said),
              Text(printed.found, .strong, number: 0, value: guess.found),
              Text(((off ?? 0) > 0 ? "+" : "") + printed.off, value: off.map(abs)),
            ],
            Item(
              Figure(
                id: guess.metric.rawValue, label: guess.label,
                text: guess.found.map(guess.print) ?? "none", mark: .modelled,
                basis: .scenario, confidence: .d,
                asOf: state.evidence.date, formula: guess.words.joined(separator: " "),
                note: "Scenario: \(guess.scenario).", value: MetricRow.value(guess))))
        }))
  }
}

import Analytics
import Dashboard
import Documents
import Figures

/// The projection with the scenario, the years and every assumption.
enum ProjectionSection {
  static func section(_ subject: Subject) -> Section {
    Section(
      "Projection and its assumptions",
      [
        .points(ProjectionRules.all.sentences(subject)), .code(line(subject)),
        metrics(subject), years(subject), .heading("Levers: decisions, never uncertain"),
        levers(subject), .heading("Assumptions"), assumptions(subject),
      ])
  }

  /// The scenario in one word, with what it leaves out where it is the default.
  static func line(_ subject: Subject) -> String {
    ScenarioLine(
      subject.state.scenario, subject.inputs, draws: subject.uncertainty?.draws ?? 0,
      seed: subject.uncertainty?.seed ?? subject.state.seed
    ).text(subject.inputs)
  }

  static func cite(_ subject: Subject) -> Figure {
    subject.modelled("projection", "Projection", "")
  }

  static func metrics(_ subject: Subject) -> Block {
    let rows: [(label: String, value: Double?, summary: Summary?)]
    if let own = subject.own {
      rows = [
        (
          "Benefit a year in \(subject.lastYear)", own.benefit,
          subject.draws?.finalBenefit
        ),
        ("Net present social value", own.npsv, subject.draws?.npsv),
        ("Of the benefit, cash-releasing", own.cash, nil),
        ("Of the benefit, \(Money.purse)", own.exchequer, nil),
        ("Cost a year in \(subject.lastYear)", own.cost, nil),
      ]
    } else {
      let named: [(String, Metric)] = [
        ("Benefit a year in \(subject.lastYear)", .finalBenefit),
        ("Cash and \(Money.purse) a year in \(subject.lastYear)", .finalCash),
        ("Net present social value", .npsv), ("Present value of benefit", .presentValueBenefit),
        ("Present value of cost", .presentValueCost),
        ("Cash net present value with the \(Money.purse)'s", .cashNPV),
        ("One-off investment, all years, without remediation", .totalInvestment),
      ]
      rows = named.map { label, metric in
        (label, subject.account.metrics[metric], subject.uncertainty?.metrics[metric])
      }
    }
    let caption: Passage =
      "Results \(cite: cite(subject)), real prices of \(subject.projection.years.first ?? "")."
    return .table(
      Document.Table(
        caption: caption, header: ["Measure", face(subject), "P10", "P90"],
        rows: money(
          rows.map { row in
            ([.text(row.label)], [row.value] + (row.summary.map(percentiles) ?? [nil, nil]))
          })))
  }

  /// Rows whose sums, given in £bn, have one unit in the whole table; a dash for none.
  static func money(_ rows: [(cells: [Document.Table.Cell], sums: [Double?])]) -> [[Document.Table
    .Cell]]
  {
    let column = MoneyColumn(rows.flatMap(\.sums))
    return rows.map { row in
      row.cells + row.sums.map { sum in sum.map { .number(column.text($0)) } ?? .text("-") }
    }
  }

  /// P10 and P90.
  static func percentiles(_ summary: Summary) -> [Double?] { [summary.p10, summary.p90] }

  /// What the numbers of the account are, as a heading.
  static func face(_ subject: Subject) -> String {
    subject.account.basis == .central ? "Central" : "Expected"
  }

  private static func years(_ subject: Subject) -> Block {
    let national = subject.organisation == nil ? subject.account.national : nil
    let benefit = national?.benefit ?? subject.series?.benefit ?? []
    let cost = national?.cost ?? subject.series?.cost ?? []
    let face = face(subject).lowercased()
    let draws =
      subject.organisation == nil
      ? subject.uncertainty?.yearly[.benefit] ?? [] : subject.draws?.benefit ?? []
    let caption: Passage = "Benefit and cost a year \(cite: cite(subject))."
    return .table(
      Document.Table(
        caption: caption,
        header: ["Year", "Benefit, \(face)", "P10", "P90", "Cost, \(face)"],
        rows: money(
          subject.projection.years.enumerated().map { place, year in
            let summary = draws.indices.contains(place) ? draws[place] : nil
            return (
              [.text(year)],
              [benefit.indices.contains(place) ? benefit[place] : nil]
                + (summary.map(percentiles) ?? [nil, nil])
                + [cost.indices.contains(place) ? cost[place] : nil]
            )
          })))
  }

  private static func levers(_ subject: Subject) -> Block {
    .table(
      Document.Table(
        caption: "The levers of the scenario and what they may be.",
        header: ["Lever", "Value", "Unit", "From", "To", "What it is"],
        rows: subject.inputs.levers.map { spec in
          [
            .text(spec.label),
            .number(Numbers.typed(subject.state.value(of: spec.id, for: subject.code))),
            .text(spec.unit), .number(Numbers.typed(spec.minimum)),
            .number(Numbers.typed(spec.maximum)), .text(spec.description),
          ]
        }))
  }

  /// Those that move the national result most first.
  static func assumptions(_ subject: Subject) -> Block {
    let column = MoneyColumn(subject.tornado.map(\.swing))
    return .table(
      Document.Table(
        caption: "Every assumption as the scenario has it, those that move the national result "
          + "most first. Swing is the change of national net present value from P10 to P90.",
        header: ["Assumption", "Unit", "P10", "P50", "P90", "Swing", "Mark", "Rests on"],
        rows: subject.tornado.compactMap { bar in
          guard let spec = subject.inputs.assumptions.first(where: { $0.id == bar.assumption })
          else { return nil }
          let set = subject.state.scenario.assumptions[spec.id]
          let range = set ?? spec.range
          return [
            .text(spec.label), .text(spec.unit), .number(Numbers.typed(range.p10)),
            .number(Numbers.typed(range.p50)), .number(Numbers.typed(range.p90)),
            .number(bar.swing > 1e-12 ? column.text(bar.swing) : "none"),
            .text((set == nil ? spec.mark : .modelled).rawValue),
            .text(set == nil ? spec.source : "set in the scenario"),
          ]
        }))
  }
}

import Analytics
import Dashboard
import Documents
import Figures

/// The parts of a pack about two scenarios.
enum ComparisonSections {
  static func all(_ subject: Subject, _ rival: Rival) -> [Section] {
    [
      SummarySection.lines(subject), summary(subject, rival), drivers(subject, rival).onNewPage,
      years(subject, rival),
      Section(
        "The scenarios and their assumptions",
        [
          .points([ComparisonRules.horizon, ProjectionRules.drivers].sentences(subject)),
          .code(ProjectionSection.line(subject)),
          .code(ProjectionSection.line(subject.with(rival))),
          ProjectionSection.assumptions(subject),
        ] + differing(subject, rival)),
      Section("What this cannot tell you", [.points(LimitRules.all.sentences(subject))]),
    ]
  }

  private static func summary(_ subject: Subject, _ rival: Rival) -> Section {
    let (first, other) = ComparisonRules.names(subject)
    let caption: Passage =
      "Both scenarios \(cite: ProjectionSection.cite(subject)), real prices of "
      + "\(subject.projection.years.first ?? ""). The difference is taken draw by draw."
    let theirs = subject.with(rival)
    let year = subject.lastYear
    let rows: [(label: String, value: Double, summary: Summary?)] = [
      ("\(first): benefit in \(year)", subject.benefit, subject.finalBenefit),
      ("\(other): benefit in \(year)", theirs.benefit, theirs.finalBenefit),
      ("\(first): net present value", subject.worth, subject.npsv),
      ("\(other): net present value", theirs.worth, theirs.npsv),
      ("Difference of net present value", rival.value, rival.difference),
    ]
    let column = MoneyColumn(
      rows.flatMap { [$0.value] + ($0.summary.map(ProjectionSection.percentiles) ?? []) })
    // The values stand as a difference: they are printed so that they subtract.
    let worth = column.subtracting(subject.worth, theirs.worth)
    let printed = [
      column.text(subject.benefit), column.text(theirs.benefit), worth.first, worth.second,
      worth.difference,
    ]
    var blocks: [Block] = [
      .table(
        Document.Table(
          caption: caption, header: ["Measure", ProjectionSection.face(subject), "P10", "P90"],
          rows: zip(rows, printed).map { row, text in
            [.text(row.label), .number(text)]
              + (row.summary.map(ProjectionSection.percentiles) ?? [nil, nil]).map { sum in
                sum.map { .number(column.text($0)) } ?? .text("-")
              }
          }))
    ]
    // One over the other, so that nobody has to subtract by eye.
    if let both = NoteChart.illustration(subject, name: "compared", height: 6) {
      blocks.append(.pictures([both]))
    }
    return Section("Key figures", blocks)
  }

  private static func drivers(_ subject: Subject, _ rival: Rival) -> Section {
    let (first, other) = ComparisonRules.names(subject)
    var blocks: [Block] = [
      .points(ComparisonRules.drivers.sentences(subject))
    ]
    if let attribution = rival.attribution {
      let caption: Passage =
        "Change of the national net present value from \(first) to \(other), central case "
        + "\(cite: ProjectionSection.cite(subject)): each lever's Shapley value."
      let parts = ComparisonRules.parts(subject).map { part -> [Document.Table.Cell] in
        [.text(part.label.capitalised), .number(Numbers.changeInBillions(part.value))]
      }
      blocks.append(
        .table(
          Document.Table(
            caption: caption, header: ["Part", "Change"],
            rows: parts + [
              [.text("In all"), .number(Numbers.changeInBillions(attribution.change))]
            ])))
    }
    let theirs = subject.with(rival)
    blocks.append(
      .table(
        Document.Table(
          caption: "The levers in both; a star where they differ.",
          header: ["Lever", "Unit", first, other, "Differs"],
          rows: subject.inputs.levers.map { spec in
            let values = [subject, theirs].map { $0.state.value(of: spec.id, for: subject.code) }
            return [
              .text(spec.label), .text(spec.unit), .number(Numbers.typed(values[0])),
              .number(Numbers.typed(values[1])), .text(values[0] == values[1] ? "" : "*"),
            ]
          })))
    return Section("What drives the difference", blocks)
  }

  private static func years(_ subject: Subject, _ rival: Rival) -> Section {
    let theirs = subject.with(rival)
    return Section(
      "Year by year",
      [
        years("Benefit a year", subject, subject.benefits, theirs.benefits),
        years("Cost a year", subject, subject.costs, theirs.costs),
      ])
  }

  /// A sum by year in both scenarios, and the first less the second.
  private static func years(
    _ what: String, _ subject: Subject, _ ours: [Double], _ theirs: [Double]
  ) -> Block {
    let (first, other) = ComparisonRules.names(subject)
    let column = MoneyColumn(ours + theirs)
    let caption: Passage =
      "\(what), \(subject.basisWords) \(cite: ProjectionSection.cite(subject))."
    return .table(
      Document.Table(
        caption: caption, header: ["Year", first, other, "Difference"],
        rows: zip(subject.projection.years, zip(ours, theirs)).map { year, sums in
          let texts = column.subtracting(sums.0, sums.1)
          return [
            .text(year), .number(texts.first), .number(texts.second), .number(texts.difference),
          ]
        }))
  }

  /// Assumptions that the second scenario sets otherwise.
  private static func differing(_ subject: Subject, _ rival: Rival) -> [Block] {
    let (one, two) = (subject.state.scenario.assumptions, rival.state.scenario.assumptions)
    let specs = subject.inputs.assumptions.filter { one[$0.id] != two[$0.id] }
    guard !specs.isEmpty else { return [] }
    let (first, other) = ComparisonRules.names(subject)
    func text(_ range: ThreePoint) -> String {
      [range.p10, range.p50, range.p90].map(Numbers.typed).joined(separator: ", ")
    }
    return [
      .table(
        Document.Table(
          caption: "Assumptions that differ: P10, P50 and P90.",
          header: ["Assumption", "Unit", first, other],
          rows: specs.map { spec in
            [
              .text(spec.label), .text(spec.unit), .text(text(one[spec.id] ?? spec.range)),
              .text(text(two[spec.id] ?? spec.range)),
            ]
          }))
    ]
  }
}

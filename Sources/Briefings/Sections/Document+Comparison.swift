import Analytics
public import Dashboard
public import Documents
import Figures

extension Document {
  /// A pack about the difference of two scenarios on common draws, for one organisation or the
  /// whole.
  ///
  /// - Parameters:
  ///   - state: the first scenario at rest.
  ///   - other: the second, on as many draws of the same seed.
  ///   - code: of an organisation of the inputs; nil for the whole.
  ///   - marking: such as OFFICIAL; empty for none.
  ///   - threads: how many may compute; their number changes nothing.
  /// - Returns: nil where a state has no projection yet, or the inputs no such organisation.
  public init?(
    comparing state: State, with other: State, department code: String? = nil,
    marking: String = "", threads: Int = 2
  ) {
    guard let subject = Subject(state, with: other, department: code, threads: threads),
      let rival = subject.rival
    else { return nil }
    let (first, second) = ComparisonRules.names(subject)
    let name = subject.organisation?.name ?? "State of digital government"
    self.init(
      title: "\(name): \(first) and \(second) compared", subject, marking: marking,
      sections: ComparisonSections.all(subject, rival))
    subtitle =
      "Scenarios \(first) and \(second); \(subject.edition). Not an official statistic."
  }
}

/// The parts of a pack about two scenarios.
enum ComparisonSections {
  static func all(_ subject: Subject, _ rival: Rival) -> [Section] {
    [
      summary(subject, rival), drivers(subject, rival).onNewPage, years(subject, rival),
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
    var blocks = ComparisonRules.messages.sentences(subject).map { Block.message($0) }
    blocks.append(.heading("Lines to take"))
    blocks.append(.points(Array(ComparisonRules.lines.sentences(subject).prefix(3))))
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
    blocks.append(
      .table(
        Document.Table(
          caption: caption, header: ["Measure", ProjectionSection.face(subject), "P10", "P90"],
          rows: zip(rows, printed).map { row, text in
            [.text(row.label), .number(text)]
              + (row.summary.map(ProjectionSection.percentiles) ?? [nil, nil]).map { sum in
                sum.map { .number(column.text($0)) } ?? .text("-")
              }
          })))
    blocks.append(.pictures([picture(subject, "first"), picture(theirs, "other")]))
    return Section("Summary", blocks)
  }

  private static func picture(_ subject: Subject, _ name: String) -> Illustration {
    let place = subject.code.map { Place(.department, path: [$0]) } ?? Place(.overview)
    return subject.picture(name, place, panel: subject.code == nil ? "fan" : "projection")
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
      let levers = ComparisonRules.ordered(attribution).map { lever -> [Document.Table.Cell] in
        let label = subject.inputs.levers.first { $0.id == lever }?.label ?? lever.id
        return [
          .text(label), .number(Numbers.changeInBillions(attribution.byLever[lever] ?? 0)),
        ]
      }
      blocks.append(
        .table(
          Document.Table(
            caption: caption, header: ["Part", "Change"],
            rows: levers + [
              [
                .text("Assumptions, keys and discounting"),
                .number(Numbers.changeInBillions(attribution.assumptions)),
              ],
              [.text("In all"), .number(Numbers.changeInBillions(attribution.change))],
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
    let (first, other) = ComparisonRules.names(subject)
    let theirs = subject.with(rival)
    func benefit(_ subject: Subject) -> [Double] {
      subject.organisation == nil
        ? subject.account.national.benefit : subject.series?.benefit ?? []
    }
    func cost(_ subject: Subject) -> [Double] {
      subject.organisation == nil ? subject.account.national.cost : subject.series?.cost ?? []
    }
    let caption: Passage =
      "Benefit and cost a year, \(subject.basisWords) \(cite: ProjectionSection.cite(subject))."
    return Section(
      "Year by year",
      [
        .table(
          Document.Table(
            caption: caption,
            header: [
              "Year", "\(first): benefit", "\(other): benefit", "\(first): cost", "\(other): cost",
            ],
            rows: ProjectionSection.money(
              subject.projection.years.enumerated().map { place, year in
                (
                  [.text(year)],
                  [benefit(subject), benefit(theirs), cost(subject), cost(theirs)]
                    .map { $0.indices.contains(place) ? $0[place] : nil }
                )
              })))
      ])
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

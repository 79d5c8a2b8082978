import Analytics
import Dashboard
import Figures

/// What the rules read: a state at rest, and of whom the briefing is.
struct Subject {
  let state: State
  /// nil for the whole of government.
  let organisation: Organisation?
  let projection: Projection
  /// The scenario that it is compared with; nil where there is none.
  var rival: Rival?
  private let found = Found()

  /// What takes a run over all draws, made by the first who asks.
  private final class Found {
    var steps: [HeadlineStep: Double]?
  }

  /// The way from the headline to the benefit of the last year, £bn a year: expected, or of the central
  /// case where there are no draws; nil where the model has none.
  var steps: [HeadlineStep: Double]? {
    if let known = found.steps { return known }
    let model = Model(inputs)
    if let uncertainty, uncertainty.draws > 0 {
      let draws = model.draws(uncertainty.draws, seed: uncertainty.seed)
      found.steps = model.headlineSteps(
        state.scenario, model.sample(state.scenario, draws), threads: 2)?.summary(threads: 2)
        .steps(of: code)?.compactMapValues(\.mean)
    } else {
      found.steps = model.headlineSteps(ofCentral: state.scenario, of: code)
    }
    return found.steps
  }

  /// Of the benefit of the last year, what contractors and legacy systems bring, which the headline
  /// leaves out.
  var outsideHeadline: Double? {
    steps.flatMap { steps in
      steps[.contractorsBeside].map { $0 + (steps[.legacyBeside] ?? 0) }
    }
  }

  var evidence: Evidence { state.evidence }
  var inputs: ModelInputs { state.inputs }
  var uncertainty: Uncertainty? { state.uncertainty }
  var code: String? { organisation?.code }
  var name: String { organisation?.name ?? evidence.wholeName }
  /// The name inside a sentence: `the Home Office`, `HM Treasury`.
  var spoken: String {
    let kinds = [
      "Department", "Departments", "Ministry", "Office", "Service", "Government", "Other",
    ]
    let isNamed = name.split { $0 == " " || $0 == "," }.contains { kinds.contains(String($0)) }
    let begins = name.hasPrefix("Other ") ? name.uncapitalised : name
    return isNamed && !name.hasPrefix("Local") ? "the " + begins : begins
  }
  var lastYear: String { projection.years.last ?? "" }

  /// Each assumption at its P10 and its P90, the longest bar first; £bn of net present value.
  var tornado: [TornadoBar] { Model(inputs).tornado(state.scenario) }

  /// The model as a publication, so that its numbers are cited as any other.
  var model: Source {
    let data = inputs.package.map { "data \($0)" } ?? "data without a version"
    return Source(
      id: "model", title: "Projection model over \(data)", publisher: "digigov",
      date: evidence.date, address: "", licence: "Not an official estimate",
      seenHow: "as this program computed it; docs/METHOD.md has the equations")
  }

  /// A number of the model, of the date of the data that it was computed from.
  func modelled(
    _ id: String, _ label: String, _ text: String, formula: String = "",
    value: FigureValue? = nil
  ) -> Figure {
    Figure(
      id: id, label: label, text: text, mark: .modelled, confidence: .d,
      asOf: evidence.date, source: model, formula: formula, value: value)
  }

  /// A number of the model as data: of whom the briefing is about, unless it is the nation's.
  func number(
    _ number: Double?, _ unit: String, _ statistic: Statistic? = nil, low: Double? = nil,
    high: Double? = nil, in period: String = "", national: Bool = false
  ) -> FigureValue {
    FigureValue(
      number: number, low: low, high: high, unit: unit, statistic: statistic ?? state.statistic,
      body: national ? "" : code ?? "", period: period)
  }

  /// The data folder as a publication, for counts over it.
  var data: Source {
    Source(
      id: "data", title: inputs.package.map { "Data package \($0)" } ?? "Data without a version",
      publisher: "digigov", date: evidence.date, address: "",
      licence: "as its sources have it",
      seenHow: "and counted by this program")
  }

  /// A number of rows of the data.
  func counted(
    _ id: String, _ label: String, _ text: String, _ count: Int, _ unit: String
  ) -> Figure {
    Figure(
      id: id, label: label, text: text, mark: .derived, confidence: .c, asOf: evidence.date,
      source: data, value: FigureValue(number: Double(count), unit: unit, body: code ?? ""))
  }

  /// The data with their version and date: `data digigov@1.0.0 of 2026-11-22`.
  var edition: String {
    let data = inputs.package.map { "data \($0)" } ?? "data without a version"
    return evidence.date.isEmpty ? data : data + " of " + evidence.date
  }

  /// A published fact as a figure; nil where the data lack it, or have no number for it.
  func fact(_ role: Role) -> Figure? {
    evidence.fact(role).flatMap { fact in
      fact.value == nil && fact.low == nil && fact.high == nil ? nil : evidence.figure(fact)
    }
  }

  /// A statement without a number, as that something is not published.
  func statement(_ role: Role) -> Figure? {
    evidence.fact(role).flatMap { fact in
      fact.value == nil && fact.low == nil && fact.high == nil ? evidence.figure(fact) : nil
    }
  }

  // MARK: the projection

  /// What the scenario brings and costs by the statistic of every face: expected values.
  var account: Account { state.account ?? projection.account }

  /// The organisation's part of it.
  var own: OrganisationAccount? {
    code.flatMap { code in account.organisations.first { $0.code == code } }
  }

  /// By year; nil of the nation, and where the draws did not keep the organisation by year.
  var series: OrganisationSeries? { own?.series }

  var draws: OrganisationUncertainty? {
    code.flatMap { code in uncertainty?.organisations.first { $0.code == code } }
  }

  /// Benefit a year in the last year, over the draws.
  var finalBenefit: Summary? {
    organisation == nil ? uncertainty?.metrics[.finalBenefit] : draws?.finalBenefit
  }

  /// Net present social value, over the draws.
  var npsv: Summary? { organisation == nil ? uncertainty?.metrics[.npsv] : draws?.npsv }

  var benefit: Double {
    organisation == nil ? account.national.benefit.last ?? 0 : own?.benefit ?? 0
  }

  var worth: Double { organisation == nil ? account.metrics[.npsv] ?? 0 : own?.npsv ?? 0 }

  /// Whether the scenario brings anything.
  var brings: Bool { abs(benefit) > 1e-12 }

  /// The benefit of the last year that can leave a budget, without the Exchequer's.
  var cash: Double { organisation == nil ? account.national.cash.last ?? 0 : own?.cash ?? 0 }

  /// The expected value with where eight in ten runs lie, or the central case where there are no
  /// draws.
  func range(
    _ id: String, _ label: String, _ summary: Summary?, _ value: Double, a unit: String = ""
  ) -> Figure {
    let period = unit.isEmpty ? "" : lastYear
    guard let low = summary?.p10, let high = summary?.p90 else {
      return modelled(
        id, label + ", central case", Numbers.billions(value) + unit,
        value: number(value, Money.billions + unit, .central, in: period))
    }
    return modelled(
      id, label,
      "expected \(Numbers.billions(value))\(unit); 8 in 10 runs \(Subject.span(low, high))",
      value: number(value, Money.billions + unit, .mean, low: low, high: high, in: period))
  }

  /// The same for a narrow cell: `£21bn (£12bn to £32bn)`.
  func cell(_ id: String, _ label: String, _ summary: Summary?, _ value: Double) -> Figure {
    var figure = range(id, label, summary, value)
    if let low = summary?.p10, let high = summary?.p90 {
      figure.text = "\(Numbers.billions(value)) (\(Subject.span(low, high)))"
    }
    return figure
  }

  /// Whether there are draws, in words.
  var rangeWords: String {
    uncertainty.map {
      "expected values and ranges over \(Numbers.count(Double($0.draws))) runs of the model"
    } ?? "central case, without draws"
  }

  /// What a number of the account is, in a word or two that follow it.
  var basisWords: String { state.basisWords }

  static func span(_ low: Double, _ high: Double) -> String {
    let (from, to) = (Numbers.billions(low), Numbers.billions(high))
    return from == to ? from : "\(from) to \(to)"
  }

  // MARK: the evidence

  /// What is measured, with whose it is where the measure does not begin with that.
  func measure(_ measure: String, of code: String) -> String {
    let name = name(of: code)
    return measure.hasPrefix(name) || measure.hasPrefix(code + ":")
      ? measure : "\(name): \(measure)"
  }

  /// A body's name without what stands in brackets after it.
  func name(of code: String) -> String {
    let name = evidence.name(of: code)
    return name.firstIndex(of: "(").map { String(name[..<$0].dropLast()) } ?? name
  }

  /// The organisation with the bodies in it; every body for the whole of government.
  var family: Set<String>? { code.map { state.family(of: $0) } }

  /// The rows of a table about whom the briefing is, the organisation's own first.
  func rows(_ table: ObservationTable) -> [Observation] {
    guard let family, let code else { return evidence.rows(table) }
    let rows = evidence.rows(table).filter { family.contains($0.body) }
    return rows.filter { $0.body == code } + rows.filter { $0.body != code }
  }

  /// What the organisation returned of contractors; nil where it returned nothing.
  var contractorRecord: ContractorRecord? {
    code.flatMap { evidence.contractorRecord(of: $0) }
  }

  /// The newest row of an organisation's own measure.
  func latest(_ table: ObservationTable, _ measure: String) -> Observation? {
    code.flatMap { code in
      evidence.latest(table, measure, of: code)
    }
  }
}

import Analytics
import Figures
import Frames

/// What must be true: for each assumption alone the value at which the programme breaks even, and
/// the one at which the headline is reached, or that none does. Expected values.
enum RequirementsPanel {
  private static let id = "required"

  static func panel(_ state: State) -> Panel {
    let headline = Numbers.billions(state.inputs.fixed[.headlinePotential]?.value ?? 0)
    let title = "What must be true of one alone"
    guard case .requirements(let found)? = state.lastResult(.requirements)?.result,
      state.lab.guessing == nil
    else {
      return .waiting(id, title, state.waiting(.requirements), need: state.rowPerAssumption)
    }
    return Panel(
      id, title + state.staleNote(.requirements),
      table: Table(
        [
          Column("assumption", flexible: true, least: 24),
          Column("now (P10 to P90)", trailing: true, priority: 3),
          Column("breaks even at M", trailing: true),
          Column("headline at M", trailing: true),
        ],
        rows(state, found).map { spec, even, reach in
          let range = state.range(spec.id, in: state.scenario)
          let now =
            range.p10 == range.p90
            ? "\(Numbers.typed(range.p50)) fixed"
            : "\(Numbers.typed(range.p50)) (\(Numbers.typed(range.p10)) to "
              + "\(Numbers.typed(range.p90)))"
          return Table.Row(
            [
              Text(spec.short), Text(now, .muted, value: range.p50),
              cell(even, range, place: 0), cell(reach, range, place: 1),
            ],
            Item(figures: [figure(state, spec, even, found), figure(state, spec, reach, found)]))
        }, note: note(state, found, headline)))
  }

  private typealias Row = (spec: AssumptionSpec, even: Requirement, reach: Requirement)

  /// Those whose value lies nearest to what is assumed come first, those that do not matter last.
  private static func rows(_ state: State, _ found: Requirements) -> [Row] {
    let rows = state.inputs.assumptions.compactMap { spec -> Row? in
      guard let even = found[spec.id, .breakEven], let reach = found[spec.id, .headline] else {
        return nil
      }
      return (spec, even, reach)
    }
    func rank(_ row: Row) -> Double {
      guard let value = row.even.value else { return row.even.matters ? 1e6 : 2e6 }
      let range = state.range(row.spec.id, in: state.scenario)
      let side = value < range.p50 ? range.p50 - range.p10 : range.p90 - range.p50
      return side > 0 ? abs(value - range.p50) / side : 1e5
    }
    return rows.enumerated().map { (rank($0.element), $0.offset, $0.element) }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// A value inside P10 to P90 stands out.
  private static func cell(_ found: Requirement, _ range: ThreePoint, place: Int) -> Text {
    guard let value = found.value else {
      return Text(
        found.matters ? "none" : "no part", .muted, number: place)
    }
    let isInside = range.p10 <= value && value <= range.p90
    return Text(
      Numbers.significant(value), isInside ? .strong : .plain, number: place, value: value)
  }

  private static func figure(
    _ state: State, _ spec: AssumptionSpec, _ found: Requirement, _ all: Requirements
  ) -> Figure {
    let isMoney = found.goal == .breakEven
    let goal =
      isMoney
      ? "the expected net present social value is nought"
      : "the expected benefit of \(state.lastYear), like for like, is the headline"
    let limits = "\(Numbers.typed(spec.minimum)) to \(Numbers.typed(spec.maximum))"
    let unit = isMoney ? "" : " a year"
    let text =
      found.value.map { Self.text($0, spec) }
      ?? (found.matters ? "no value from \(limits) does" : "it plays no part in that")
    let most =
      found.matters
      ? " The most that it brings is \(Numbers.billions(found.most))\(unit), at "
        + "\(Numbers.typed(found.best))." : ""
    let now = Numbers.billions(isMoney ? all.npsv : all.benefit)
    return state.modelled(
      "\(found.goal.rawValue).\(spec.id.rawValue)", "\(spec.label) at which \(goal)", text,
      formula: "Held at one value in every draw, all else drawn as before, and sought inside "
        + "\(limits).",
      note: "As it is drawn, it is \(now)\(unit).\(most)",
      inputs: ["assumption.\(spec.id.rawValue)"],
      value: FigureValue(number: found.value, unit: spec.unit))
  }

  /// A value in its unit, shares as percentages.
  static func text(_ value: Double, _ spec: AssumptionSpec) -> String {
    spec.unit == "share"
      ? "\(Numbers.significant(value)) (\(Numbers.share(value)))"
      : "\(Numbers.significant(value)) \(Numbers.words(of: spec.unit))"
  }

  private static func note(_ state: State, _ found: Requirements, _ headline: String) -> Note {
    let reach = found.list.filter { $0.goal == .headline }
    let most = reach.max { $0.most < $1.most }
    let label = most.flatMap { most in
      state.inputs.assumptions.first { $0.id == most.assumption }?.short
    }
    var text =
      "One assumption is held at a value, all others are drawn. Expected NPSV is "
      + "\(Numbers.billions(found.npsv)), expected benefit like for like "
      + "\(Numbers.billions(found.benefit)) a year. None: no value inside the bounds does."
    if let most, let label, !reach.contains(where: { $0.value != nil }) {
      text +=
        " No assumption alone reaches \(headline): the most is \(Numbers.billions(most.most)), with "
        + "\(label) at \(Numbers.typed(most.best))."
    }
    return Note(
      text,
      [
        state.modelled(
          "requirements.sum", "What must be true of one assumption alone", "see the note",
          formula: "Found by search on the draws.", note: text, inputs: ["npsv"])
      ])
  }
}

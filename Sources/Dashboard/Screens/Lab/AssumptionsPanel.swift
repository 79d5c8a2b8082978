import Analytics
import Explanations
import Figures
import Frames

/// The uncertain inputs as sliders with their ranges, apart from the levers; below them the key set
/// and the discounting.
enum AssumptionsPanel {
  static func panel(_ state: State) -> Panel {
    let specs = state.inputs.assumptions
    let isChanged = specs.contains {
      state.range($0.id, in: state.scenario) != state.range($0.id, in: state.baseline)
    }
    return Panel(
      "assumptions", "Assumptions: P50 (P10 to P90)" + (isChanged ? ", changed" : ""),
      items: specs.map { spec in
        item(figure(state, spec), .assumption(spec.id))
      } + [item(keySet(state), .keySet), item(discounting(state), .discounting)]
    ) { sheet, rect in
      sheet.sliders(
        specs.map { row(state, $0) } + [
          choice(
            "Key set", state.scenario.keySet.words,
            state.scenario.keySet != state.baseline.keySet),
          choice(
            "Discounting", state.scenario.discounting.words,
            state.scenario.discounting != state.baseline.discounting),
        ], in: rect)
    }
  }

  private static func item(_ figure: @autoclosure @escaping () -> Figure, _ setting: Setting)
    -> Item
  {
    var item = Item(figure())
    item.setting = setting
    return item
  }

  private static func row(_ state: State, _ spec: AssumptionSpec) -> SliderRow {
    let range = state.range(spec.id, in: state.scenario)
    let before = state.range(spec.id, in: state.baseline)
    let middle = Numbers.typed(range.p50)
    let isFixed = range.p10 == range.p90
    let ends = "\(Numbers.typed(range.p10)) to \(Numbers.typed(range.p90))"
    let signs = state.signs(of: spec)
    return SliderRow(
      label: spec.short, value: range.p50, baseline: before.p50,
      minimum: spec.minimum,
      maximum: spec.maximum, low: isFixed ? nil : range.p10, high: isFixed ? nil : range.p90,
      text: (isFixed ? middle + " fixed" : "\(middle) (\(ends))") + " \(signs)",
      brief: "\(middle) \(signs)",
      isChanged: range != before)
  }

  private static func choice(_ label: String, _ text: String, _ isChanged: Bool) -> SliderRow {
    SliderRow(
      label: label, value: 0, baseline: 0, minimum: 0, maximum: 1, text: text,
      isChanged: isChanged, isChoice: true)
  }

  /// Its own mark and source as long as it is the register's, with the date and the dispute of the
  /// published figure that it is; a judgement of today once it was changed.
  static func figure(_ state: State, _ spec: AssumptionSpec) -> Figure {
    let range = state.range(spec.id, in: state.scenario)
    let isOwn = range == spec.range
    let published = isOwn ? state.evidence.published(spec).map(state.evidence.figure) : nil
    let ends =
      range.p10 == range.p90
      ? "fixed" : "P10 \(Numbers.typed(range.p10)) to P90 \(Numbers.typed(range.p90))"
    let register =
      "P50 \(Numbers.typed(spec.range.p50)), P10 \(Numbers.typed(spec.range.p10)) to P90 "
      + Numbers.typed(spec.range.p90)
    return Figure(
      id: "assumption.\(spec.id.rawValue)", label: spec.label,
      text: "\(Numbers.quantity(value: range.p50, unit: spec.unit)), \(ends)",
      mark: isOwn ? spec.mark : .modelled, basis: isOwn ? .data : .scenario,
      confidence: isOwn ? spec.confidence : .d,
      asOf: published?.asOf ?? state.evidence.date, source: published?.source,
      locator: published?.locator ?? "",
      formula: isOwn
        ? "Source: \(spec.source)."
        : "Set here. The register says \(register), from: \(spec.source).",
      note: [
        spec.rationale,
        "The mark is the P50's. Allowed \(Numbers.typed(spec.minimum)) to "
          + "\(Numbers.typed(spec.maximum)); one step is \(Numbers.typed(spec.step)) and moves P10 "
          + "and P90 along. Enter types one number, which fixes it, or three.",
      ].joined(separator: " "), contradictions: published?.contradictions ?? [],
      value: range.value(spec.unit))
  }

  private static func keySet(_ state: State) -> Figure {
    Figure(
      id: "key_set", label: "Key that shares automation out",
      text: state.scenario.keySet.words, mark: .modelled, basis: .scenario, confidence: .d,
      asOf: state.evidence.date,
      formula: "automation: staff times the share of their time that could be automated. "
        + "\(AllocationKey.automationGDS2026.words): "
        + (state.evidence.roles[.otherKey] ?? "as its cells say") + ".",
      note:
        "The one or the other can double or halve an organisation's part; it hardly moves the nation.",
      inputs: [AllocationKey.automation, .automationGDS2026].map { "key.\($0.rawValue)" })
  }

  private static func discounting(_ state: State) -> Figure {
    let bands: [DiscountBand]
    switch state.scenario.discounting {
    case .schedule(let name): bands = state.inputs.discounting[name] ?? []
    case .flat: bands = []
    }
    var rate: Double?
    if case .flat(let flat) = state.scenario.discounting { rate = flat }
    let words = bands.map {
      "\(Numbers.share($0.rate)) from year \($0.fromYear)" + ($0.toYear.map { " to \($0)" } ?? "")
    }.joined(separator: ", ")
    let published = bands.first.flatMap(state.evidence.published).map(state.evidence.figure)
    return Figure(
      id: "discounting", label: "Discounting", text: state.scenario.discounting.words,
      mark: bands.map(\.mark).max() ?? .modelled, asOf: state.evidence.date,
      source: published?.source, locator: published?.locator ?? "",
      formula: words.isEmpty ? "One real rate for all years." : "Real rates: \(words).",
      note: bands.first.map { "Source: \($0.source)." } ?? "Set here.",
      inputs: state.projection?.years.dropFirst().first.map { ["discount_rate@\($0)"] } ?? [],
      value: rate.map { FigureValue(number: $0, unit: "a year, real") })
  }
}

extension ThreePoint {
  /// The P50 with P10 and P90 as its range.
  func value(_ unit: String) -> FigureValue {
    FigureValue(number: p50, low: p10, high: p90, unit: unit, statistic: .p50)
  }
}

extension State {
  /// The signs behind an assumption's P50: those of the published figure that it is.
  func signs(of spec: AssumptionSpec) -> String {
    guard range(spec.id, in: scenario) == spec.range else { return Mark.modelled.letter }
    let fact = evidence.published(spec)
    return signs(
      spec.mark, disputed: fact.map(evidence.isDisputed) ?? false, asOf: fact?.asOf ?? "")
  }
}

extension AssumptionSpec {
  /// The one name that all panels have for it: the id in words, which tells it from all others and
  /// fits beside a bar. Its card has the label.
  var short: String {
    switch id {
    // Their ids name a class of one country; the label is the folder's own.
    case .legacyShareNHS, .legacySharePolice: label.lowercased().replacing(":", with: "")
    default: id.rawValue.split(separator: "_").joined(separator: " ")
    }
  }
}

extension Discounting {
  /// The schedule's name, or the rate with its unit.
  var words: String {
    switch self {
    case .schedule(let name): name
    case .flat(let rate): Numbers.typed(rate * 100) + "% real"
    }
  }
}

import Analytics
import Figures
import Frames

/// Sliders for the levers of a scope: the nation, a sector, one organisation.
enum LeverPanel {
  /// The levers of one organisation, on its page.
  static func panel(_ state: State, organisation code: String) -> Panel {
    panel(
      state, .organisation(code),
      title: "Levers: this organisation only"
        + ((110..<150).contains(state.columns)
          ? ", with what each brings in \(state.lastYear), \(state.basisWords)" : ""))
  }

  static func panel(_ state: State, _ scope: LeverScope, title: String? = nil) -> Panel {
    let specs = specs(state, scope)
    return Panel(
      "levers", title ?? "Levers: \(state.name(of: scope))",
      items: specs.map { spec in
        Item(
          figures: [figure(state, spec, scope)]
            + [LeverEffect(state, spec.id, scope)?.figure].compactMap { $0 },
          lever: LeverTarget(lever: spec.id, scope: scope))
      }
    ) { sheet, rect in
      sheet.sliders(
        specs.map { row(state, $0, scope, short: rect.columns < 56) }, in: rect)
    }
  }

  /// The levers that a scope has: some have only a national value.
  static func specs(_ state: State, _ scope: LeverScope) -> [LeverSpec] {
    state.inputs.levers.filter { scope == .nation || $0.perOrganisation }
  }

  private static func row(
    _ state: State, _ spec: LeverSpec, _ scope: LeverScope, short: Bool
  ) -> SliderRow {
    let value = state.value(of: spec.id, in: scope, of: state.scenario)
    let before = state.value(of: spec.id, in: scope, of: state.baseline)
    let codes = state.organisations(in: scope)
    let isChanged =
      codes.isEmpty
      ? abs(value.middle - before.middle) > 1e-12
      : codes.contains {
        abs(
          state.scenario.value(of: spec.id, for: $0, state.inputs)
            - state.baseline.value(of: spec.id, for: $0, state.inputs)) > 1e-12
      }
    return SliderRow(
      label: label(spec, short: short), value: value.middle, baseline: before.middle,
      minimum: spec.minimum, maximum: spec.maximum, low: value.isMixed ? value.low : nil,
      high: value.isMixed ? value.high : nil,
      text: value.isMixed
        ? "mixed"
        : text(value.middle, spec) + (spec.isPastEvidence(value.middle) ? Caution.sign : ""),
      isChanged: isChanged, aside: LeverEffect(state, spec.id, scope)?.text ?? "")
  }

  /// As explanations know it; a whole sector's lever has none.
  private static func id(_ spec: LeverSpec, _ scope: LeverScope) -> String {
    switch scope {
    case .nation: "lever.\(spec.id.rawValue)"
    case .sector(let sector): "sector.\(sector).\(spec.id.rawValue)"
    case .organisation(let code): "lever.\(code).\(spec.id.rawValue)"
    }
  }

  private static func figure(_ state: State, _ spec: LeverSpec, _ scope: LeverScope) -> Figure {
    let value = state.value(of: spec.id, in: scope, of: state.scenario)
    let number =
      value.isMixed
      ? "mixed: \(Numbers.typed(value.low)) to \(Numbers.typed(value.high))"
      : Numbers.typed(value.middle)
    // As the slider prints it, where that is another number.
    let printed = text(value.middle, spec)
    let isShare = !value.isMixed && printed.contains("%")
    let whose = scope == .nation ? "" : ", \(state.name(of: scope))"
    return state.modelled(
      id(spec, scope), spec.label + whose,
      isShare ? "\(printed) (\(number) \(spec.unit))" : "\(number) \(spec.unit)",
      formula: spec.description,
      note: "A decision, not an estimate. Range \(Numbers.typed(spec.minimum)) to "
        + "\(Numbers.typed(spec.maximum)); one step is \(Numbers.typed(spec.step)). In "
        + "\(state.baseline.name) it is "
        + "\(Numbers.typed(state.value(of: spec.id, in: scope, of: state.baseline).middle))."
        + spec.evidenceNote(at: value.middle),
      of: state.settingsName,
      value: FigureValue(
        number: value.isMixed ? nil : value.middle, low: value.isMixed ? value.low : nil,
        high: value.isMixed ? value.high : nil, unit: spec.unit,
        body: LeverTarget(lever: spec.id, scope: scope).organisation ?? ""))
  }

  /// The value with its unit in as few letters as will do.
  static func text(_ value: Double, _ spec: LeverSpec) -> String {
    switch spec.id {
    case .automationCoverage, .channelCoverage, .fraudCoverage, .riskMitigation:
      Numbers.typed(value * 100) + "%"
    case .legacyRemediation: Numbers.typed(value * 100) + "%/yr"
    case .contractorPosts: Numbers.typed(value) + "k"
    case .startDelay: Numbers.typed(value) + " yr"
    case .pace: Numbers.typed(value) + "x"
    }
  }

  static func label(_ spec: LeverSpec, short: Bool) -> String {
    switch spec.id {
    case .automationCoverage: short ? "Automation" : "Automation coverage"
    case .channelCoverage: short ? "Channels" : "Channel coverage"
    case .fraudCoverage: short ? "Fraud" : "Fraud coverage"
    case .contractorPosts: short ? "Posts" : "Contractor posts"
    case .legacyRemediation: short ? "Legacy" : "Legacy remediation"
    case .startDelay: short ? "Delay" : "Start delay"
    case .pace: short ? "Pace" : "Pace (x time)"
    case .riskMitigation: short ? "Mitigation" : "Risk mitigation"
    }
  }
}

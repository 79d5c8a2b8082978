import Analytics
import Figures
import Frames

/// Sliders for the levers, national or of one organisation.
enum LeverPanel {
  static func panel(_ state: State, organisation code: String?) -> Panel {
    let specs = state.inputs.levers.filter { code == nil || $0.perOrganisation }
    return Panel(
      "levers", code == nil ? "Levers: all organisations" : "Levers: this organisation only",
      items: specs.map { spec in
        Item(
          figure(state, spec, code),
          lever: LeverTarget(lever: spec.id, organisation: code))
      }
    ) { sheet, rect in
      draw(specs, state, code, in: rect, on: &sheet)
    }
  }

  private static func figure(_ state: State, _ spec: LeverSpec, _ code: String?) -> Figure {
    let value = state.value(of: spec.id, for: code)
    return state.modelled(
      code.map { "lever.\($0).\(spec.id.rawValue)" } ?? spec.id.rawValue, spec.label,
      "\(Numbers.typed(value)) \(spec.unit)",
      formula: spec.description,
      note: "A decision, not an estimate. Range \(Numbers.typed(spec.minimum)) to "
        + "\(Numbers.typed(spec.maximum)); one step is \(Numbers.typed(spec.step)).")
  }

  private static func draw(
    _ specs: [LeverSpec], _ state: State, _ code: String?, in rect: Rect, on sheet: inout Sheet
  ) {
    let labels = specs.map { Self.label($0, short: rect.columns < 56) }
    let widest = labels.map { displayWidth($0) }.max() ?? 0
    let values = specs.map { text(state, $0, code) }
    let width = values.map { displayWidth($0) }.max() ?? 0
    let start = sheet.scroll(count: specs.count, visible: rect.rows)
    for offset in 0..<min(rect.rows, specs.count - start) {
      let (index, row) = (start + offset, rect.row + offset)
      let spec = specs[index]
      sheet.frame.write(
        truncated(labels[index], to: widest), column: rect.column + 2, row: row, sheet.theme.text)
      let track = Rect(
        column: rect.column + 2 + widest + 1, row: row,
        columns: rect.columns - widest - width - 5, rows: 1)
      let value = state.value(of: spec.id, for: code)
      let before = state.baseline.value(of: spec.id, for: code, state.inputs)
      sheet.slider(
        value: value, baseline: before, minimum: spec.minimum, maximum: spec.maximum, in: track)
      let changed = abs(value - before) > 1e-12
      sheet.frame.write(
        values[index],
        in: Rect(column: rect.column, row: row, columns: rect.columns - 1, rows: 1),
        alignment: .trailing, changed ? sheet.theme.accent : sheet.theme.strong)
      sheet.item(
        index, at: Rect(column: rect.column, row: row, columns: rect.columns, rows: 1),
        highlighting: widest + 3)
    }
  }

  /// The value with its unit in as few letters as will do; `*` where it differs from the baseline.
  private static func text(_ state: State, _ spec: LeverSpec, _ code: String?) -> String {
    let value = state.value(of: spec.id, for: code)
    let before = state.baseline.value(of: spec.id, for: code, state.inputs)
    let number =
      switch spec.id {
      case .automationCoverage, .channelCoverage, .fraudCoverage, .riskMitigation:
        Numbers.typed(value * 100) + "%"
      case .legacyRemediation: Numbers.typed(value * 100) + "%/yr"
      case .contractorPosts: Numbers.typed(value) + "k"
      case .startDelay: Numbers.typed(value) + " yr"
      case .pace: Numbers.typed(value) + "x"
      }
    return (abs(value - before) > 1e-12 ? "*" : " ") + number
  }

  private static func label(_ spec: LeverSpec, short: Bool) -> String {
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

import Analytics
import Figures
import Frames

/// What each assumption does on its own, from its P10 to its P90, to both sides of the central case.
enum TornadoPanel {
  private static func title(_ column: MoneyColumn = MoneyColumn([])) -> String {
    "Tornado: NPSV, real \(column.unit), P10 to P90"
  }

  static func panel(_ state: State) -> Panel {
    guard case .tornado(let base, let bars)? = state.lastResult(.tornado)?.result,
      state.lab.guessing == nil
    else {
      return .waiting(
        "tornado", title(), state.waiting(.tornado),
        need: PanelNeed(least: 6, rows: state.inputs.assumptions.count + 2))
    }
    let column = MoneyColumn([base] + bars.flatMap { [$0.atP10, $0.atP90] })
    let then = before(state)
    let specs = Dictionary(uniqueKeysWithValues: state.inputs.assumptions.map { ($0.id, $0) })
    var panel = Panel(
      "tornado", title(column) + state.staleNote(.tornado),
      items: bars.map { bar in
        Item(
          figures: figures(state, bar, base, specs[bar.assumption], column, then))
      }
    ) { sheet, rect in
      draw(bars, base, specs, column, then, in: rect, on: &sheet)
    }
    // The axis and the two lines of the heading stand beside the bars.
    panel.needs = { _ in PanelNeed(least: 6, rows: bars.count + 2) }
    panel.charts = {
      let labels = bars.map { specs[$0.assumption]?.short ?? $0.assumption.rawValue }
      return [DrawnCharts.tornado(onPaper(title(column)), bars, base, labels, column)]
    }
    return panel
  }

  /// The scenario that changes are measured against: its central case, and its bars.
  private struct Before {
    var name: String
    var base: Double
    var bars: [Assumption: TornadoBar]
  }

  /// nil where nothing was changed, or what was is not known.
  private static func before(_ state: State) -> Before? {
    guard case .tornado(let base, let bars)? = state.before?.lastResult(.tornado)?.result else {
      return nil
    }
    return Before(
      name: state.baseline.name, base: base,
      bars: Dictionary(uniqueKeysWithValues: bars.map { ($0.assumption, $0) }))
  }

  private static func figures(
    _ state: State, _ bar: TornadoBar, _ base: Double, _ spec: AssumptionSpec?,
    _ column: MoneyColumn, _ then: Before?
  ) -> [Figure] {
    let range = state.range(bar.assumption, in: state.scenario)
    let label = spec?.label ?? bar.assumption.rawValue
    func against(_ at: Double, _ base: Double) -> String {
      "\(column.text(at)), against \(column.text(base)) in the central case"
    }
    func figure(
      _ end: String, _ value: Double, _ at: Double, _ was: KeyPath<TornadoBar, Double>
    ) -> Figure {
      let was = then.flatMap { then in
        then.bars[bar.assumption].map { against($0[keyPath: was], then.base) }
      }
      return state.modelled(
        "tornado.\(bar.assumption.rawValue).\(end)",
        "NPSV with \(label) at its \(end)",
        against(at, base),
        formula: "The central case again with \(label) at \(Numbers.typed(value)), "
          + "all others at their P50.",
        note: "One at a time: what assumptions do together is in the indices.",
        inputs: [Metric.npsv.rawValue] + state.restsOn(bar.assumption.id),
        value: .central(at, Money.billions),
        others: [Figure.Beside(Metric.npsv.rawValue, .central(base, Money.billions))]
      ).noting(before: was ?? "", in: then?.name ?? "")
    }
    return [
      figure("P10", range.p10, bar.atP10, \.atP10), figure("P90", range.p90, bar.atP90, \.atP90),
    ]
  }

  private static func draw(
    _ bars: [TornadoBar], _ base: Double, _ specs: [Assumption: AssumptionSpec],
    _ column: MoneyColumn, _ then: Before?, in rect: Rect, on sheet: inout Sheet
  ) {
    let hasAxis = rect.rows >= 8
    let (body, foot) = rect.split(top: rect.rows - (hasAxis ? 2 : 0))
    func printed(_ bar: TornadoBar) -> String {
      "\(column.bare(bar.atP10)) to \(column.bare(bar.atP90))"
    }
    var ends = bars.map { printed($0) + " M" }
    // What was stands beside what is where bars keep a third of the room.
    let befores = bars.map { bar in
      then?.bars[bar.assumption].map { printed($0) == printed(bar) ? "" : ", was \(printed($0))" }
        ?? ""
    }
    let widest = befores.map { displayWidth($0) }.max() ?? 0
    if widest + (ends.map { displayWidth($0) }.max() ?? 0) < rect.columns / 3 {
      ends = zip(ends, befores).map {
        $0 + $1 + String(repeating: " ", count: widest - displayWidth($1))
      }
    }
    let number = ends.map { displayWidth($0) }.max() ?? 0
    // Names are whole before bars are long.
    let labels = specs.mapValues(\.short)
    let label = min(
      labels.values.map { displayWidth($0) }.max() ?? 0, max(rect.columns - number - 7, 8))
    let plot = rect.columns - 2 - label - number - 2
    let low = bars.map { min($0.atP10, $0.atP90) }.min() ?? base
    let high = bars.map { max($0.atP10, $0.atP90) }.max() ?? base
    let scale = scale(low, base, high, cells: plot)
    let start = sheet.scroll(count: bars.count, visible: body.rows)
    for offset in 0..<max(min(body.rows, bars.count - start), 0) {
      let (index, y) = (start + offset, body.row + offset)
      let bar = bars[index]
      sheet.frame.write(
        truncated(labels[bar.assumption] ?? "", to: label), column: body.column + 2, row: y,
        sheet.theme.text)
      let track = Rect(column: body.column + 2 + label + 1, row: y, columns: plot, rows: 1)
      if plot >= 3 {
        // The two halves differ in colour and in what fills them: at its P10, at its P90.
        for (value, style, fill) in [
          (bar.atP10, sheet.theme.muted, BarFill.half), (bar.atP90, sheet.theme.measure, .solid),
        ] where value != base {
          sheet.frame.span(
            from: base, to: value, scale: scale, in: track, style: style, fill: fill,
            glyphs: sheet.glyphs)
        }
      }
      sheet.frame.write(
        ends[index], in: Rect(column: body.column, row: y, columns: body.columns, rows: 1),
        alignment: .trailing, sheet.theme.text)
      sheet.item(
        index, at: Rect(column: body.column, row: y, columns: body.columns, rows: 1),
        highlighting: label + 3)
    }
    sheet.drawScrollNote(start: start, visible: body.rows, count: bars.count, in: rect)
    guard hasAxis, plot >= 6 else { return }
    let axis = Rect(column: foot.column + 2 + label + 1, row: foot.row, columns: plot, rows: 2)
    let unit = column.isMillions ? 1000.0 : 1
    sheet.frame.valueAxis(
      scale.lowerBound * unit...scale.upperBound * unit, in: axis, style: sheet.chartStyle
    ) { Numbers.typed($0) }
  }

  /// A scale on which the central case lies between two cells, so that the halves of a bar meet
  /// there, with room for both ends.
  private static func scale(
    _ low: Double, _ base: Double, _ high: Double, cells: Int
  ) -> ClosedRange<Double> {
    let (below, above) = (max(base - low, 0), max(high - base, 0))
    // Where nothing matters the scale still has some width.
    guard cells > 1, below + above > 1e-9 else { return base...base + 1e-6 }
    var left = Int((Double(cells) * below / (below + above)).rounded())
    left = min(max(left, below > 0 ? 1 : 0), above > 0 ? cells - 1 : cells)
    let right = cells - left
    let cell = max(
      left > 0 ? below / Double(left) : 0, right > 0 ? above / Double(right) : 0)
    return base - Double(left) * cell...base + Double(right) * cell
  }
}

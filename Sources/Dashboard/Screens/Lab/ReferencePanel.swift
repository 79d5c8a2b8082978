import Analytics
import Figures
import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Published programmes as a strip of dots for each thing that they made of their plans, and below
/// it what this model draws for the same.
enum ReferencePanel {
  private static let id = "reference"
  private static let title = "Published programmes and this model, P10 to P90"
  /// Rows that a ratio takes: words, dots, the model's range.
  private static let height = 3

  private struct Row {
    let range: ReferenceRange
    let members: [(programme: ReferenceClass.Programme, value: ReferenceClass.Value)]
    let spread: Summary

    var ratio: BusinessCase.Ratio { range.ratio }
  }

  static func panel(_ state: State) -> Panel {
    guard !state.evidence.businessCases.isEmpty else {
      return .waiting(id, title, "Published programmes are not in these data.")
    }
    guard case .reference(let ranges)? = state.lastResult(.reference)?.result,
      state.lab.guessing == nil
    else { return .waiting(id, title, state.waiting(.reference)) }
    let cases = state.referenceClass
    let rows = ranges.map { range in
      Row(
        range: range, members: cases.members(of: range.ratio),
        spread: cases.summary(of: range.ratio).spread)
    }.filter { !$0.members.isEmpty }
    var panel = Panel(
      id, title + state.staleNote(.reference),
      items: rows.map { row in
        Item(
          figures: figures(state, row), opens: Place(.evidence, panel: "cases"))
      }
    ) { sheet, rect in draw(rows, in: rect, on: &sheet) }
    panel.needs = { columns in
      let note = wrapped(Self.note, width: columns - 2).count + 1
      return PanelNeed(least: min(rows.count, 2) * height, rows: rows.count * height + note)
    }
    return panel
  }

  private static let note =
    "Programmes that are audited and reported are the troubled ones: no base rate. Dots are "
    + "programmes, the line is this model. Enter lists them."

  private static func figures(_ state: State, _ row: Row) -> [Figure] {
    let ratio = row.ratio
    func text(_ summary: Summary) -> String {
      [summary.p50, summary.p10, summary.p90].map { $0.map(ratio.text) ?? "none" }
        .enumerated().map { ["P50 ", ", P10 to P90 ", " to "][$0.offset] + $0.element }.joined()
    }
    let few = row.members.count < 10 ? " Too few to fit a range to." : ""
    let whole = Figure(
      id: "reference_class.\(ratio.rawValue)", label: "\(ratio.label), published programmes",
      text: "\(text(row.spread)), \(row.members.count) programmes", mark: .derived, confidence: .c,
      asOf: state.evidence.date,
      formula: "Quantiles of the ratios of \(row.members.count) programmes (business_cases.csv).",
      note:
        "Programmes that are audited and reported are the troubled ones: a class to judge by, no "
        + "base rate.\(few)",
      value: FigureValue(
        number: row.spread.p50, low: row.spread.p10, high: row.spread.p90, unit: "ratio",
        statistic: .p50))
    let own = state.modelled(
      "reference_model.\(ratio.rawValue)", "\(ratio.label), this model",
      text(row.range.model), formula: "Draws of \(ratio.counterpart).",
      inputs: ratio.assumptions.map { "assumption.\($0.id)" },
      value: row.range.model.value("ratio"))
    return [whole, own] + row.members.map { state.figure($0.programme, ratio, $0.value) }
  }

  private static func draw(_ rows: [Row], in rect: Rect, on sheet: inout Sheet) {
    let visible = max(rect.rows / height, 1)
    let start = sheet.scroll(count: rows.count, visible: visible)
    for offset in 0..<max(min(visible, rows.count - start), 0) {
      let place = Rect(
        column: rect.column, row: rect.row + offset * height, columns: rect.columns,
        rows: min(height, rect.rows))
      draw(rows[start + offset], in: place, on: &sheet)
      sheet.item(start + offset, at: place, showing: place.split(top: 1).0)
    }
    sheet.drawScrollNote(start: start, visible: visible, count: rows.count, in: rect)
    let below = rows.count * height
    guard start == 0, visible >= rows.count else { return }
    sheet.note(Self.note, below: below, in: rect)
  }

  private static func draw(_ row: Row, in rect: Rect, on sheet: inout Sheet) {
    let ratio = row.ratio
    let count = "\(row.members.count) programmes"
    let middle = row.spread.p50.map { "median \(ratio.text($0)) D" } ?? ""
    let own = row.range.model.p50.map { "model \(ratio.text($0)) M" } ?? ""
    let line = Rect(column: rect.column + 2, row: rect.row, columns: rect.columns - 2, rows: 1)
    let whole = "\(middle), \(own)"
    // The dots are the programmes', the line is the model's: where words have no room.
    let bare = [
      row.spread.p50.map { "\(ratio.text($0)) D" },
      row.range.model.p50.map { "\(ratio.text($0)) M" },
    ]
    .compactMap { $0 }.joined(separator: ", ")
    let right =
      displayWidth(ratio.label) + displayWidth(whole) < line.columns ? whole : bare
    sheet.frame.write(right, in: line, alignment: .trailing, sheet.theme.text)
    let room = line.columns - displayWidth(right) - 1
    let longest = "\(ratio.label), \(count)"
    sheet.frame.write(
      displayWidth(longest) <= room ? longest : truncated(ratio.label, to: room),
      in: line, alignment: .leading, sheet.theme.strong)
    guard rect.rows >= 2 else { return }
    let scale = Scale(row)
    let ends = [scale.first, scale.last].map(ratio.text)
    let margin = 2 + (ends.map { displayWidth($0) }.max() ?? 0) + 1
    let track = Rect(
      column: rect.column + margin, row: rect.row + 1, columns: rect.columns - 2 * margin + 2,
      rows: 1)
    guard track.columns >= 8 else { return }
    sheet.frame.write(
      ends[0],
      in: Rect(column: rect.column + 2, row: track.row, columns: margin - 3, rows: 1),
      alignment: .trailing, sheet.theme.muted)
    sheet.frame.write(ends[1], column: track.endColumn + 1, row: track.row, sheet.theme.muted)
    sheet.axis(Rect(column: rect.column, row: track.row, columns: rect.columns, rows: 1))
    dots(row, scale, in: track, on: &sheet)
    guard rect.rows >= height, let low = row.range.model.p10, let high = row.range.model.p90 else {
      return
    }
    let below = Rect(column: track.column, row: track.row + 1, columns: track.columns, rows: 1)
    sheet.frame.rangeBar(
      low: scale.place(low), high: scale.place(high), point: row.range.model.p50.map(scale.place),
      scale: 0...1, in: below, style: sheet.theme.series(0), pointStyle: sheet.theme.strong,
      glyphs: sheet.glyphs)
  }

  /// A dot a programme; a number where more than one falls into a cell.
  private static func dots(_ row: Row, _ scale: Scale, in track: Rect, on sheet: inout Sheet) {
    var counts = Array(repeating: 0, count: track.columns)
    for member in row.members {
      let place = scale.place(member.value.ratio) * Double(track.columns - 1)
      counts[min(max(Int(place.rounded()), 0), track.columns - 1)] += 1
    }
    for (offset, count) in counts.enumerated() where count > 0 {
      let sign = count > 1 ? "\(min(count, 9))" : sheet.settings.ascii ? "o" : "•"
      sheet.frame.write(
        sign, column: track.column + offset, row: track.row, sheet.theme.strong)
    }
  }

  /// From the least to the greatest of both, by ratio where all are above nothing.
  private struct Scale {
    let first, last: Double
    private let isLog: Bool

    init(_ row: Row) {
      let model = [row.range.model.p10, row.range.model.p90].compactMap { $0 }
      let all = row.members.map(\.value.ratio) + model
      first = all.min() ?? 0
      last = max(all.max() ?? 1, first + 1e-6)
      isLog = first > 0
    }

    /// 0 at the first, 1 at the last.
    func place(_ value: Double) -> Double {
      guard isLog, value > 0 else { return (value - first) / (last - first) }
      return log(value / first) / log(last / first)
    }
  }
}

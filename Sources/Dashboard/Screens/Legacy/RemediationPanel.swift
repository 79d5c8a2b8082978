import Analytics
import Figures
import Frames

/// What remediation is worth in this model, and what of it the model cannot know.
enum RemediationPanel {
  static let id = "worth"
  private static let title = "What remediation is worth here"

  static func panel(_ state: State) -> Panel {
    guard case .remediation(let found)? = state.lastResult(.remediation)?.result,
      state.lab.guessing == nil
    else { return .waiting(id, title, state.waiting(.remediation)) }
    let words = words(found)
    var panel = Panel(
      id, title + state.staleNote(.remediation),
      items: [Item(figures: figures(state, found))]
    ) { sheet, rect in
      let place = Rect(
        column: rect.column + 2, row: rect.row, columns: rect.columns - 3, rows: rect.rows)
      sheet.sentences(words, in: place)
      sheet.item(
        0, at: Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: rect.rows),
        highlighting: 1)
    }
    panel.needs = { columns in
      let lines = wrapped(words.joined(separator: " "), width: columns - 3).count
      return PanelNeed(least: min(lines, 3), rows: lines)
    }
    return panel
  }

  /// By rule: whether it loses or gains, and why the one is not the whole truth.
  static func words(_ found: Summary?) -> [String] {
    let share = "Organisations of a class start from one legacy share."
    guard let found, let mean = found.mean, let low = found.p10, let high = found.p90 else {
      return ["This scenario remediates nothing beyond what happens anyway.", share]
    }
    let range = "(P10 to P90 \(Numbers.billions(low)) to \(Numbers.billions(high)))"
    return [
      mean < 0
        ? "It loses \(Numbers.billions(-mean)) M expected \(range), since outages avoided have no "
          + "price here."
        : "It gains \(Numbers.billions(mean)) M expected \(range), outages avoided not counted.",
      share,
    ]
  }

  private static func figures(_ state: State, _ found: Summary?) -> [Figure] {
    guard let found, let mean = found.mean else { return [] }
    return [
      state.modelled(
        "npsv.remediation", "What legacy remediation changes, net present social value",
        "\(Numbers.billions(mean)) expected, P10 to P90 \(Numbers.billions(found.p10 ?? mean)) to "
          + Numbers.billions(found.p90 ?? mean),
        formula: "Net present social value less that without extra remediation, draw by draw.",
        note:
          "Its cost has no published unit cost; outages avoided have no price in this model, so "
          + "the benefit is one-sided. Organisations of a class start from one legacy share, whatever "
          + "is published about one.",
        inputs: ["lever.\(Lever.legacyRemediation.id)", "total_remediation"],
        value: FigureValue(
          number: mean, low: found.p10, high: found.p90, unit: Money.billions,
          statistic: .difference))
    ]
  }
}

import Figures
import Frames

extension Sheet {
  /// The focused panel over the whole screen for a room: its number in large digits, what it is,
  /// and below it the panel itself.
  mutating func drawBig(_ state: State) {
    let panels = state.panels
    guard let panel = state.focusedPanel(of: panels) else { return }
    let rect = frame.bounds.split(top: frame.rows - 1).0
    frame.fill(rect, theme.ground)
    layer(at: rect)
    let figure = state.focusedFigure ?? panel.items.lazy.compactMap(\.figure).first
    let inner = rect.inset(columns: 2)
    guard let figure else {
      draw(
        panel, in: rect, focused: true, chosen: state.chosenItem(in: panel),
        number: state.chosenNumber(in: panel))
      return
    }
    // The digits take up to half of the height; a chart needs the rest.
    let words = wrapped(figure.label, width: inner.columns)
    let lines = min(words.count, 2)
    let (large, rest) = BigNumber.split(figure.text)
    let height = max((rect.rows - lines - 2) * 2 / 5, 3)
    let slot = Rect(column: inner.column, row: inner.row + 1, columns: inner.columns, rows: height)
    let used = frame.bigText(large, in: slot, theme.accent, glyphs: glyphs)
    var row = slot.row + used.rows + 1
    if used.rows == 0 {
      frame.write(
        truncated(figure.text, to: inner.columns), column: inner.column, row: slot.row,
        theme.accent)
      row = slot.row + 1
    }
    // What the digits leave out stands beside them, at their foot.
    let beside = (used.rows == 0 ? "" : rest + " ") + figure.mark.rawValue
    let column = used.rows == 0 ? inner.column : inner.column + used.columns + 2
    let foot = used.rows == 0 ? row : slot.row + used.rows - 1
    if column + displayWidth(beside) <= inner.endColumn {
      frame.write(beside, column: column, row: foot, theme.text)
      if used.rows == 0 { row += 1 }
    } else {
      frame.write(truncated(beside, to: inner.columns), column: inner.column, row: row, theme.text)
      row += 1
    }
    for offset in 0..<lines {
      let cut = offset == 1 && words.count > 2 ? words[offset] + " …" : words[offset]
      frame.write(
        truncated(cut, to: inner.columns), column: inner.column, row: row + offset, theme.strong)
    }
    let below = rect.split(top: row + lines + 1 - rect.row).1
    draw(
      panel, in: below, focused: true, chosen: state.chosenItem(in: panel),
      number: state.chosenNumber(in: panel))
  }
}

/// A printed number as far as it can be told from afar, and what stands beside it.
enum BigNumber {
  /// `£45bn a year` is `£45bn` and `a year`; of `at least £45bn a year` the words are kept whole
  /// beside `£45bn`; `12 to 32%` stays together.
  static func split(_ text: String) -> (large: String, rest: String) {
    let words = text.split(separator: " ").map(String.init)
    func number(_ index: Int) -> String? {
      guard words.indices.contains(index) else { return nil }
      let bare =
        words[index].last.map { ",;.".contains($0) } == true
        ? String(words[index].dropLast()) : words[index]
      return bare.contains(where: \.isNumber) && hasBigShape(bare) ? bare : nil
    }
    guard let start = words.indices.first(where: { number($0) != nil }), let first = number(start)
    else { return (text, "") }
    var (large, next) = (first, start + 1)
    if words.indices.contains(next), words[next] == "to", let second = number(next + 1) {
      (large, next) = ("\(first) to \(second)", next + 2)
    }
    return (large, start == 0 ? words[next...].joined(separator: " ") : text)
  }
}

import Frames
import Screenshots

/// What a terminal has to be sent so that it shows a frame: the cells that differ from the frame
/// that it shows, each run with its own style, which is taken back at the end.
///
/// - Parameters:
///   - shown: what the terminal shows; nil paints everything anew.
func paint(_ frame: Frame, over shown: Frame?) -> String {
  let old = shown.flatMap { $0.columns == frame.columns && $0.rows == frame.rows ? $0 : nil }
  var text = old == nil ? "\u{1B}[0m\u{1B}[2J" : ""
  var style = Style.plain
  for row in 0..<frame.rows {
    // Where the terminal's cursor stands in this row; nil where it has to be sent there.
    var at: Int?
    var column = 0
    while column < frame.columns {
      let width = isWide(frame, column, row) ? 2 : 1
      defer { column += width }
      let cell = frame[column, row]
      if let old {
        let same = (column..<column + width).allSatisfy { frame[$0, row] == old[$0, row] }
        if same { continue }
      } else if cell == Cell() {
        continue
      }
      if at != column { text += "\u{1B}[\(row + 1);\(column + 1)H" }
      if cell.style != style {
        text += graphicRendition(cell.style, colours: .trueColour)
        style = cell.style
      }
      // The second half of a wide character that lost its first half shows nothing.
      text += cell.text.isEmpty ? " " : cell.text
      at = column + width
    }
  }
  if style != .plain { text += "\u{1B}[0m" }
  if old == nil || old?.cursor != frame.cursor || !text.isEmpty {
    text += cursor(frame.cursor, was: old?.cursor, isKnown: old != nil)
  }
  return text
}

private func isWide(_ frame: Frame, _ column: Int, _ row: Int) -> Bool {
  column + 1 < frame.columns && !frame[column, row].text.isEmpty
    && frame[column + 1, row].text.isEmpty
}

private func cursor(_ place: Position?, was old: Position?, isKnown: Bool) -> String {
  guard let place else { return isKnown && old == nil ? "" : "\u{1B}[?25l" }
  let shows = isKnown && old != nil ? "" : "\u{1B}[?25h"
  return "\u{1B}[\(place.row + 1);\(place.column + 1)H" + shows
}

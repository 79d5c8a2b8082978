import Figures
import Frames

/// The sentences at the top of every screen, without a box: what the screen says, to quote. Each has
/// the focus like a row, with the numbers that it rests on.
enum AnswerPanel {
  static let id = "answer"

  static func panel(_ state: State) -> Panel {
    let sentences = AnswerLine(state).sentences
    var panel = Panel(
      id, "Answer", items: sentences.map { sentence in Item(figures: sentence.figures) }
    ) { sheet, rect in
      for (index, place) in places(sentences, in: rect, with: sheet.chosen) {
        let style = index == 0 ? sheet.theme.strong : sheet.theme.text
        let lines = wrapped(sentences[index].text, width: place.columns - 2)
        for (offset, line) in lines.prefix(place.rows).enumerated() {
          sheet.frame.write(line, column: place.column + 1, row: place.row + offset, style)
        }
        sheet.item(index, at: place)
      }
    }
    panel.hasBox = false
    return panel
  }

  /// The rows that it takes of a screen: the same whatever it says, so that nothing moves when it
  /// says more.
  static func rows(in rect: Rect) -> Int { rect.rows >= 28 ? 3 : 2 }

  /// The sentences with their places, one below the other: the chosen one among them, from the first
  /// on where it is seen then. One that would be cut is left out, but there is always one.
  private static func places(
    _ sentences: [AnswerLine.Sentence], in rect: Rect, with chosen: Int
  ) -> [(index: Int, place: Rect)] {
    let heights = sentences.map { wrapped($0.text, width: rect.columns - 2).count }
    for first in heights.indices {
      var places: [(index: Int, place: Rect)] = []
      var row = rect.row
      for index in heights.indices.dropFirst(first) where row < rect.endRow {
        guard row + heights[index] <= rect.endRow || places.isEmpty else { break }
        let rows = min(heights[index], rect.endRow - row)
        places.append(
          (index, Rect(column: rect.column, row: row, columns: rect.columns, rows: rows)))
        row += rows
      }
      if places.contains(where: { $0.index >= chosen }) || first + 1 == heights.count {
        return places
      }
    }
    return []
  }
}

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
      for (index, place) in places(sentences, in: rect).enumerated() {
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
  static func rows(in rect: Rect) -> Int { rect.rows >= 28 ? 3 : rect.rows >= 18 ? 2 : 1 }

  /// A sentence below the other; one that would be cut is left out. The first of all is always there.
  private static func places(_ sentences: [AnswerLine.Sentence], in rect: Rect) -> [Rect] {
    var places: [Rect] = []
    var row = rect.row
    for sentence in sentences {
      let lines = wrapped(sentence.text, width: rect.columns - 2).count
      guard row + lines <= rect.endRow || (places.isEmpty && rect.rows > 0) else { break }
      let rows = min(lines, rect.endRow - row)
      places.append(Rect(column: rect.column, row: row, columns: rect.columns, rows: rows))
      row += rows
    }
    return places
  }
}

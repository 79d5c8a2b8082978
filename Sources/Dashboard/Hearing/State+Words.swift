public import Charts
import Figures
import Frames

extension State {
  /// The charts of a panel of the present screen as values; empty where it has none.
  ///
  /// - Parameter panel: its id; nil takes the panel with the focus.
  public func charts(of panel: String? = nil) -> [Chart] {
    let all = panels
    guard let found = panel.map({ id in all.first { $0.id == id } }) ?? focusedPanel(of: all) else {
      return []
    }
    return PictureParts(self, isSingle: true).parts([found]).flatMap(\.charts)
  }

  /// The panel with the focus for who listens, a line each: its title, of each chart three sentences,
  /// and its rows.
  public var shownInWords: [String] {
    let (title, lines) = panelInWords
    return ["\(title)."]
      + lines.compactMap { line in
        switch line {
        case .heading(let text): text
        case .pair("", let text): text
        case .pair(let name, let text): "\(name): \(text)"
        case .blank: nil
        }
      }
  }

  /// The panel with the focus in words: of each chart three sentences and its rows, of anything else
  /// its rows.
  var panelInWords: (title: String, lines: [Sheet.Line]) {
    guard let panel = focusedPanel else { return ("In words", []) }
    let charts = charts().map(ChartWords.init)
    guard !charts.isEmpty else {
      let rows = rowsInWords(of: panel)
      return (
        panel.title,
        rows.isEmpty
          ? [.pair("", "Nothing in it has a number.")] : rows.map { Sheet.Line.pair("", $0) }
      )
    }
    let lines = charts.enumerated().flatMap { place, words in
      (place == 0 ? [] : [Sheet.Line.blank])
        + words.sentences.map { Sheet.Line.heading($0) } + [.blank]
        + words.rows.map { row in .pair(row.first ?? "", words.line(row)) }
    }
    return (panel.title, lines)
  }
}

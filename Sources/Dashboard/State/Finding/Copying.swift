import Analytics
import Figures
import Frames

/// What is taken along by a key.
public enum CopyKind: String, CaseIterable, Hashable, Sendable {
  /// The number in focus, its mark, what it is and its source, in one line; on a lever, and on the
  /// sentence at the top, that sentence with its sources.
  case value
  /// The table behind the focused panel, as Markdown.
  case table
  /// The scenario in one word, as `--scenario` takes it.
  case line
}

/// Text for the clipboard.
public struct Copy: Equatable, Sendable {
  public var kind: CopyKind
  /// Neutralised, without a line end after the last line.
  public var text: String
  /// What it is, in a few words for the user.
  public var name: String
}

extension State {
  /// Takes something along; says why where there is nothing to take.
  mutating func copy(_ kind: CopyKind) -> [Effect] {
    switch kind {
    case .value:
      // A lever is a decision, whose value the scenario line has: what it brings is worth copying.
      if focusedPanel?.id == AnswerPanel.id || focusedItem?.lever != nil, let text = answerLine {
        return [.copy(Copy(kind: kind, text: safe(text), name: "the sentence"))]
      }
      guard let figure = focusedFigure else {
        message = "Nothing here has a value to copy; move to a number."
        return []
      }
      return [.copy(Copy(kind: kind, text: safe(figure.line), name: figure.text))]
    case .table:
      guard let panel = focusedPanel, let text = markdown(panel) else {
        message = "Nothing here is a table."
        return []
      }
      return [.copy(Copy(kind: kind, text: safe(text), name: "the table"))]
    case .line:
      return [.copy(Copy(kind: kind, text: safe(scenarioLine), name: "the scenario line"))]
    }
  }

  /// The sentence in focus with its sources, and the scenario where one stands behind it.
  private var answerLine: String? {
    let sentences = AnswerLine(self).sentences
    let chosen = focusedPanel?.id == AnswerPanel.id ? place.items[AnswerPanel.id] ?? 0 : 0
    guard let sentence = sentences.indices.contains(chosen) ? sentences[chosen] : sentences.first
    else { return nil }
    var sources: [String] = []
    for figure in sentence.figures {
      let source =
        figure.source?.citation ?? (figure.mark == .modelled ? "this project's model" : "")
      if !source.isEmpty, !sources.contains(source) { sources.append(source) }
    }
    let isModelled = sentence.figures.contains { $0.mark == .modelled }
    return sentence.text + (sources.isEmpty ? "" : " Source: \(sources.joined(separator: "; ")).")
      + (isModelled ? " Scenario: \(scenarioLine)" : "")
  }

  /// Nothing that is pasted may reach a terminal as a command.
  private func safe(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { neutralised(String($0)) }
      .joined(separator: "\n")
  }

  /// The table behind a panel as Markdown, with its title and its sources; nil where it has none.
  func markdown(_ panel: Panel) -> String? {
    var tables: [Picture.Table]
    switch panel.content {
    case .table(let table):
      let table = table.inWords
      tables = [
        Picture.Table(
          caption: panel.title, header: table.columns.map(\.title),
          rows: table.rows.map { $0.cells.map(\.text) })
      ]
    case .bars(let bars):
      let rows = bars.rows.map { row in
        [row.bar.label, "\(row.bar.text) \(row.bar.signs)"]
      }
      tables = [Picture.Table(caption: panel.title, header: Bars.columns, rows: rows)]
    case .drawn where !panel.hasBox:
      let rows = AnswerLine(self).sentences.map { [$0.text] }
      tables = [Picture.Table(caption: panel.title, header: ["answer"], rows: rows)]
    case .drawn: tables = PictureTables.tables(PictureContent(self, panel: panel.id))
    }
    tables.removeAll { $0.rows.isEmpty }
    guard !tables.isEmpty else { return nil }
    let parts = tables.map(\.markdown) + origins(panel)
    return (["**\(panel.title)**"] + parts).joined(separator: "\n\n")
  }

  /// What the letters mean, where the numbers are from, and the scenario where one stands behind
  /// them.
  private func origins(_ panel: Panel) -> [String] {
    let figures = panel.items.flatMap(\.figures)
    var sources: [String] = []
    for source in figures.compactMap(\.source?.citation) where !sources.contains(source) {
      sources.append(source)
    }
    let modelled = figures.contains { $0.mark == .modelled }
    var cautions: [String] = []
    let all = figures.flatMap(\.cautions)
    for caution in all where caution.kind != .secondHand && !cautions.contains(caution.text) {
      cautions.append(caution.text)
    }
    return ["R reported, D derived, M modelled."]
      + (cautions.isEmpty
        ? [] : ["\(Caution.sign) incomplete or odd:"] + cautions.map { "- " + $0 })
      + (all.contains { $0.kind == .secondHand } ? ["\(Caution.handSign) second hand."] : [])
      + (sources.isEmpty ? [] : ["Sources: " + sources.joined(separator: "; ") + "."])
      + (modelled ? ["Modelled with `\(scenarioLine)`."] : [])
  }
}

extension Figure {
  /// The number with its mark, what it is, its date and its source, in one line.
  var line: String {
    let origin = source?.citation ?? (mark == .modelled ? "this project's model" : "")
    let parts =
      [
        "\(text) (\(markWords))", label, asOf.isEmpty ? "" : "as of \(asOf)",
        origin.isEmpty ? "" : "source: \(origin)",
      ] + cautions.map(\.text)
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

extension Picture.Table {
  /// As Markdown. A bar in a cell would begin another one.
  fileprivate var markdown: String {
    func row(_ cells: [String]) -> String {
      let padded = header.indices.map { cells.indices.contains($0) ? cells[$0] : "" }
      return "| " + padded.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return ([row(header), "|" + header.map { _ in " --- |" }.joined()] + rows.map(row))
      .joined(separator: "\n")
  }
}

extension State {
  /// The table behind the focused panel as Markdown; nil where it has none.
  public var shownTable: String? { focusedPanel.flatMap(markdown).map(safe) }
}

import Analytics
import Explanations
import Figures
import Frames

extension Sheet {
  /// Draws a layer in front of the screen.
  mutating func draw(_ layer: Layer, _ state: State, over rect: Rect) {
    switch layer {
    case .help(let scroll):
      drawText("Help", helpLines(state), scroll: scroll, in: rect, width: 64)
    case .glossary(let term, let scroll):
      drawText("What terms mean", glossaryLines(term), scroll: scroll, in: rect, width: 72)
    case .inWords(let scroll):
      let words = state.panelInWords
      drawText(words.title, words.lines, scroll: scroll, in: rect, width: 96)
    case .card(let scroll):
      guard let figure = state.focusedFigure else { return }
      drawText("Source card", cardLines(figure, state), scroll: scroll, in: rect, width: 72)
    case .why(let trail): drawWhy(trail, state, in: rect)
    case .prompt(let text, let problem): drawPrompt(text, problem, state, in: rect)
    case .offer(let lost):
      let words =
        "Its program ended without being left. Enter takes it up, Esc leaves it for the "
        + "next start, d throws it away."
      drawText(
        "A session was lost", lost.words.map { .pair($0.0, $0.1) } + [.blank, .pair("", words)],
        scroll: 0, in: rect, width: 64)
    case .presets(let chosen): drawScenarios(state, chosen, in: rect)
    case .naming(let naming): draw(naming, in: rect)
    case .asking(let question): draw(question, in: rect)
    case .scopes(let chosen): drawScopes(state, chosen, in: rect)
    case .guess(let text, let problem): drawGuess(state, text, problem, in: rect)
    case .notice(let text):
      drawText("That did not work", [.pair("", text)], scroll: 0, in: rect, width: 72)
    case .revealed:
      guard let guess = state.lab.guesses.last else { return }
      drawText(
        "Revealed",
        [.heading(guess.label)] + guess.words.map { .pair("", $0) }
          + [.pair("", "Scenario: \(guess.scenario).")], scroll: 0, in: rect, width: 64)
    case .exports(let chosen, let theme): drawExports(state, chosen, theme, in: rect)
    case .filter: drawFilter(state, in: rect)
    case .palette(let text, let chosen): drawPalette(text, chosen, state, in: rect)
    case .big: drawBig(state)
    }
  }

  /// A line of a text layer: a heading, or a term with its text.
  enum Line {
    case heading(String)
    case pair(String, String)
    case blank
  }

  /// A term with its meaning and other words for it; all where none is named.
  func glossaryLines(_ name: String) -> [Line] {
    let terms = Glossary.term(name).map { [$0] } ?? Glossary.terms
    return terms.enumerated().flatMap { place, term in
      (place == 0 ? [] : [Line.blank]) + [
        .heading(([term.name] + term.also).joined(separator: ", ")), .pair("", term.meaning),
      ]
    }
  }

  func helpLines(_ state: State) -> [Line] {
    let keys = state.settings.keys
    let access = [Line.heading("For those who listen, read by touch or see little")] + Access.lines
    // Who has no colours, or listens already, is likely to look for this.
    let isFirst = state.settings.speech || state.settings.depth == .none
    var lines = isFirst ? access : []
    for section in Binding.Section.allCases {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(section.rawValue))
      for row in keys.table(Keymap.table) where row.section == section && !row.help.isEmpty {
        lines.append(.pair(row.shown, row.help))
      }
    }
    lines += [.blank, .heading("Signs behind a number")]
    lines += Mark.allCases.map { .pair($0.letter, $0.rawValue) }
    lines.append(.pair("!", "disputed: published figures disagree"))
    lines.append(.pair("~", Age.explained(on: state.evidence.date)))
    lines.append(.pair(Caution.sign, "incomplete or odd; s says why"))
    lines += [.blank, .heading("Modelled numbers")]
    lines.append(
      .pair(
        "",
        "The face of a modelled number is its expected value, the mean of the draws: expected values "
          + "add up over organisations, streams and years. 8 in 10 runs lie in the range beside it, "
          + "or on its card (s). The median (P50) and the central case, every assumption at its "
          + "P50, stand in the Scenario lab."))
    if !isFirst { lines += [.blank] + access }
    lines += [.blank, .heading("What this is")]
    lines.append(.pair("", Limits.text))
    return lines
  }

  /// What the help says of access.
  private enum Access {
    static let lines: [Line] = [
      .pair("--plain", "a dialogue of lines in place of the screen"),
      .pair("--speech", "one line says what each key changed, with the cursor in it"),
      .pair("T", "the panel in words"),
      .pair(
        "",
        "plain = yes or speech = yes in the configuration, or DIGIGOV_PLAIN=1 and DIGIGOV_SPEECH=1, "
          + "make it so for good. \"digigov accessibility\" says what works, what was tried and what "
          + "does not work."),
    ]
  }

  func cardLines(_ figure: Figure, _ state: State) -> [Line] {
    var lines: [Line] = [.heading(figure.label), .pair("Value", figure.text)]
    let kind = figure.kind.map { ", published as: \($0.rawValue)" } ?? ""
    lines.append(.pair("Mark", figure.mark.rawValue + kind))
    if let confidence = figure.confidence {
      lines.append(.pair("Confidence", "\(confidence.rawValue), \(confidence.meaning)"))
    }
    if !figure.asOf.isEmpty {
      let age = Age.isOld(figure.asOf, on: state.evidence.date) ? " ~ \(Age.meaning)" : ""
      lines.append(.pair("As of", figure.asOf + age))
    }
    if let source = figure.source {
      lines.append(.pair("Document", source.title))
      lines.append(
        .pair("Publisher", source.publisher + (source.date.isEmpty ? "" : ", " + source.date)))
      if !figure.locator.isEmpty { lines.append(.pair("Where in it", figure.locator)) }
      if !source.address.isEmpty { lines.append(.pair("Address", source.address)) }
      lines.append(.pair("Licence", source.licence))
      if !source.seenHow.isEmpty { lines.append(.pair("Seen", source.seenHow)) }
    }
    if !figure.formula.isEmpty { lines.append(.pair("How", figure.formula)) }
    lines += figure.cautions.map { .pair("Caution", $0.text) }
    if !figure.note.isEmpty { lines.append(.pair("Note", figure.note)) }
    if !figure.contradictions.isEmpty {
      lines += [.blank, .heading("Figures that say otherwise, or are easily taken for it")]
      lines += figure.contradictions.map { .pair("-", $0) }
    }
    return lines
  }

  private mutating func drawText(
    _ title: String, _ lines: [Line], scroll: Int, in rect: Rect, width: Int
  ) {
    let columns = min(width, rect.columns - 4)
    let term = lines.reduce(0) { widest, line in
      if case .pair(let term, _) = line { max(widest, displayWidth(term)) } else { widest }
    }
    var rows: [(Text, Text)] = []
    for line in lines {
      switch line {
      case .blank: rows.append((Text(""), Text("")))
      case .heading(let text):
        rows += wrapped(text, width: columns - 4).map { (Text($0, .strong), Text("")) }
      case .pair(let name, let text):
        for (index, part) in wrapped(text, width: columns - 6 - term).enumerated() {
          rows.append((Text(index == 0 ? name : "", .accent), Text(part)))
        }
      }
    }
    let height = min(rows.count + 2, rect.rows)
    let box = drawBox(title, columns: columns, rows: height, in: rect)
    let start = min(scroll, max(rows.count - box.rows, 0))
    for offset in 0..<min(box.rows, rows.count - start) {
      let (left, right) = rows[start + offset]
      frame.write(
        left.text, column: box.column + 1, row: box.row + offset, theme.style(left.tone))
      frame.write(right.text, column: box.column + 3 + term, row: box.row + offset, theme.text)
    }
    if rows.count > box.rows {
      let text = " \(start + 1)-\(min(start + box.rows, rows.count)) of \(rows.count) "
      frame.write(
        text, column: box.endColumn - displayWidth(text), row: box.endRow, theme.focusTitle)
    }
  }

  private mutating func drawPrompt(
    _ text: String, _ problem: String, _ state: State, in rect: Rect
  ) {
    guard let words = state.promptWords else { return }
    let box = drawBox(words.title, columns: min(76, rect.columns - 4), rows: 7, in: rect)
    note(
      words.allowed,
      in: Rect(column: box.column + 1, row: box.row, columns: box.columns - 2, rows: 2))
    drawInput("Value: ", text, problem, in: box, row: 2)
  }

  private mutating func drawExports(
    _ state: State, _ chosen: Int, _ theme: ThemeName, in rect: Rect
  ) {
    drawChoice(
      "Export what is on the screen", state.exportRows, chosen,
      note:
        "In the \(theme.rawValue) theme (t: another), with headline and sources, into the working "
        + "folder; no file is written over.", in: rect)
  }

  /// A list to choose one from, with a note on the choice below.
  mutating func drawChoice(
    _ title: String, _ rows: [(name: String, text: String)], _ chosen: Int, note text: String,
    in rect: Rect
  ) {
    let box = drawBox(
      title, columns: min(76, rect.columns - 4), rows: min(rows.count + 5, rect.rows), in: rect)
    let list = box.split(top: box.rows - 3).0
    let name = rows.map { displayWidth($0.name) }.max() ?? 0
    let start = min(max(chosen - list.rows + 1, 0), max(rows.count - list.rows, 0))
    for offset in 0..<min(list.rows, rows.count - start) {
      let (row, y) = (rows[start + offset], list.row + offset)
      frame.write("  " + row.name, column: box.column, row: y, theme.strong)
      frame.write(
        truncated(row.text, to: box.columns - name - 5), column: box.column + name + 4, row: y,
        theme.text)
      let line = Rect(column: box.column, row: y, columns: box.columns, rows: 1)
      layer(row: start + offset, at: line)
      if start + offset == chosen {
        select(line)
      }
    }
    note(
      text,
      in: Rect(column: box.column + 2, row: list.endRow + 1, columns: box.columns - 4, rows: 2))
  }

  /// An empty box in the middle, and the rectangle inside it.
  mutating func drawBox(_ title: String, columns: Int, rows: Int, in rect: Rect) -> Rect {
    let box = Rect(
      column: rect.column + (rect.columns - columns) / 2, row: rect.row + (rect.rows - rows) / 2,
      columns: columns, rows: rows)
    layer(at: box)
    frame.fill(box, theme.ground)
    frame.box(
      box, theme.focusBorder, title: title, titleStyle: theme.focusTitle, weight: .heavy)
    // The first line that is shown, until something in it has the focus.
    frame.cursor = Position(column: box.column + 2, row: box.row + 1)
    return box.inset(columns: 1, rows: 1)
  }
}

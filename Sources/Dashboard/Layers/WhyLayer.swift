import Analytics
import Explanations
import Figures
import Frames

extension State {
  /// Explains the numbers of the scenario in force; nil before its first answer.
  var explainer: Explainer? {
    projection.map {
      Explainer(
        inputs: inputs, evidence: evidence, projection: $0,
        uncertainty: uncertaintyIsStale ? nil : uncertainty, headlines: headlines,
        requirements: requirements)
    }
  }

  /// What is known of the way from the headline in the scenario in force.
  private var headlines: HeadlineSummary? {
    if case .headline(let summary)? = result(.headline) { summary } else { nil }
  }

  /// What is known of what must be true of it.
  private var requirements: Requirements? {
    if case .requirements(let found)? = result(.requirements) { found } else { nil }
  }

  /// What a number that is made from many runs rests on: the assumption or the lever that its id
  /// names, else every assumption.
  func restsOn(_ id: String) -> [String] {
    for word in id.split(separator: ".").map(String.init) {
      if let assumption = Assumption(rawValue: word) { return ["assumption.\(assumption.id)"] }
      if let lever = Lever(rawValue: word) { return ["lever.\(lever.id)"] }
    }
    return Assumption.allCases.map { "assumption.\($0.id)" }
  }

  /// Asks why the number in focus is what it is.
  mutating func askWhy() {
    guard let figure = focusedFigure else {
      message = "Nothing here has a derivation; move to a number."
      return
    }
    if case .card = layers.last { layers.removeLast() }
    layers.append(.why([WhyStep(figure.id)]))
  }

  /// The number of the last step, with what went into it. The first number may be one that only
  /// its screen can explain.
  func whyPage(_ trail: [WhyStep], columns: Int) -> WhyPage? {
    guard let step = trail.last else { return nil }
    let explainer = explainer
    if let explanation = explainer?.explain(step.id) {
      return WhyPage(
        explanation, inputs: explainer?.inputs(of: explanation) ?? [], columns: columns)
    }
    guard let figure = focusedFigure, figure.id == step.id else { return nil }
    return WhyPage(
      figure, inputs: figure.inputs.compactMap { explainer?.explain($0) },
      dataDate: evidence.date, columns: columns)
  }

  /// The page of the layer at its size.
  private func whyPage(_ trail: [WhyStep]) -> (page: WhyPage, rows: Int)? {
    let rect = whyRoom
    return whyPage(trail, columns: rect.columns).map { ($0, rect.rows) }
  }

  /// How much of a screen the layer has inside its box.
  var whyRoom: Rect {
    let rest = rows - (columns >= 100 && rows >= 28 ? 4 : 3)
    return Rect(column: 0, row: 0, columns: min(96, columns - 4) - 4, rows: rest - 2)
  }

  /// Moves through the inputs, and past them through what stands below.
  mutating func moveWhy(_ trail: [WhyStep], by step: Int) {
    var trail = trail
    if let (page, rows) = whyPage(trail), let last = trail.indices.last {
      trail[last].chosen = min(max(trail[last].chosen + step, 0), page.last(rows: rows))
    }
    layers.append(.why(trail))
  }

  /// Goes into the input in focus.
  mutating func enterWhy(_ trail: [WhyStep]) {
    var trail = trail
    if let (page, _) = whyPage(trail), let step = trail.last,
      page.inputs.indices.contains(step.chosen)
    {
      trail.append(WhyStep(page.inputs[step.chosen].id))
    }
    layers.append(.why(trail))
  }

  /// One step back; out at the first.
  mutating func leaveWhy(_ trail: [WhyStep]) {
    if trail.count > 1 { layers.append(.why(trail.dropLast())) }
  }
}

extension Sheet {
  /// The formula of a number and what went into it, one input in focus.
  mutating func drawWhy(_ trail: [WhyStep], _ state: State, in rect: Rect) {
    let room = state.whyRoom
    guard let step = trail.last, let page = state.whyPage(trail, columns: room.columns) else {
      return
    }
    let depth = trail.count > 1 ? ", \(trail.count - 1) down" : ""
    let box = drawBox(
      "Why" + depth, columns: room.columns + 4, rows: min(page.count + 2, rect.rows), in: rect)
    let start = page.start(step.chosen, rows: box.rows)
    let value = min(page.inputs.map { displayWidth($0.value) }.max() ?? 0, 26)
    let signs = page.inputs.map { displayWidth($0.signs) }.max() ?? 0
    for offset in 0..<min(box.rows, page.count - start) {
      let (place, y) = (start + offset, box.row + offset)
      if place < page.above.count {
        write(page.above[place], in: box, row: y)
      } else if place < page.above.count + page.inputs.count {
        let index = place - page.above.count
        let line = Rect(column: box.column, row: y, columns: box.columns, rows: 1)
        write(page.inputs[index], value: value, signs: signs, in: line)
        layer(row: index, at: line)
        if index == step.chosen { select(line) }
      } else {
        write(page.below[place - page.above.count - page.inputs.count], in: box, row: y)
      }
    }
    if page.count > box.rows {
      let text = " \(start + 1)-\(min(start + box.rows, page.count)) of \(page.count) "
      frame.write(
        text, column: box.endColumn - displayWidth(text), row: box.endRow, theme.focusTitle)
    }
  }

  private mutating func write(_ line: WhyPage.Line, in box: Rect, row: Int) {
    if line.isHeading {
      frame.write(line.text, column: box.column + 1, row: row, theme.strong)
    } else {
      frame.write(line.term, column: box.column + 1, row: row, theme.accent)
      frame.write(line.text, column: box.column + 10, row: row, theme.text)
    }
  }

  private mutating func write(
    _ input: WhyPage.Input, value: Int, signs: Int, in line: Rect
  ) {
    let number = truncated(input.value, to: value)
    frame.write(
      number, column: line.column + 2 + value - displayWidth(number), row: line.row, theme.strong)
    frame.write(input.signs, column: line.column + 3 + value, row: line.row, theme.muted)
    let column = line.column + 5 + value + signs
    frame.write(
      truncated(input.label, to: line.endColumn - column - 1), column: column, row: line.row,
      theme.text)
  }
}

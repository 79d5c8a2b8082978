import Frames

/// A slider with its label and value: a lever or an assumption.
struct SliderRow {
  var label: String
  /// What stands in its place where there is no room for it.
  var short = ""
  var value, baseline, minimum, maximum: Double
  /// Ticks on the track: an uncertain range, or the spread inside a sector.
  var low: Double?
  var high: Double?
  var text: String
  /// What stands in the value's place where names would be cut beside it; empty for none.
  var brief = ""
  var isChanged: Bool
  /// Whether it is a choice between words, and so has no track.
  var isChoice = false
  /// What it does, behind it where there is room, else below for the one that has the focus.
  var aside = ""
}

extension Sheet {
  /// Sliders below one another with a common track; row i is item i and scrolls with the chosen one.
  mutating func sliders(_ rows: [SliderRow], in whole: Rect) {
    let asides = rows.map { displayWidth($0.aside) }.max() ?? 0
    let rect =
      asides > 0 && whole.columns - asides >= 56
      ? whole.split(left: whole.columns - asides - 3).0 : whole
    defer { say(rows.map(\.aside), beside: rect, in: whole) }
    // The label is whole before the track is long; a track of five cells still moves.
    let tracks = rows.filter { !$0.isChoice }
    let least = tracks.map { displayWidth($0.short.isEmpty ? $0.label : $0.short) }.max() ?? 0
    var values = rows.map { ($0.isChanged ? "*" : " ") + $0.text }
    var width = values.map { displayWidth($0) }.max() ?? 0
    if least > rect.columns - width - 10, rows.contains(where: { !$0.brief.isEmpty }) {
      values = rows.map { ($0.isChanged ? "*" : " ") + ($0.brief.isEmpty ? $0.text : $0.brief) }
      width = values.map { displayWidth($0) }.max() ?? 0
    }
    let room = rect.columns - width - 5
    let most = max(room - 5, 8)
    let longest = tracks.map { displayWidth($0.label) }.max() ?? 0
    let shorten = longest > most
    func name(_ row: SliderRow) -> String {
      shorten && !row.short.isEmpty ? row.short : row.label
    }
    let widest = min(tracks.map { displayWidth(name($0)) }.max() ?? 0, most)
    let start = scroll(count: rows.count, visible: rect.rows)
    for offset in 0..<max(min(rect.rows, rows.count - start), 0) {
      let (index, y) = (start + offset, rect.row + offset)
      let row = rows[index]
      let line = Rect(column: rect.column, row: y, columns: whole.columns, rows: 1)
      let track = Rect(
        column: rect.column + 2 + widest + 1, row: y, columns: max(room - widest, 0), rows: 1)
      frame.write(
        truncated(name(row), to: row.isChoice ? room : widest), column: rect.column + 2, row: y,
        theme.text)
      if !row.isChoice {
        let style = SliderStyle(
          filled: theme.series(0), track: theme.track, thumb: theme.strong,
          baseline: theme.reference, tick: theme.muted)
        _ = frame.slider(
          value: row.value, baseline: row.baseline, minimum: row.minimum, maximum: row.maximum,
          p10: row.low, p90: row.high, in: track, style: style, glyphs: glyphs)
      }
      frame.write(
        values[index], in: Rect(column: line.column, row: y, columns: rect.columns - 1, rows: 1),
        alignment: .trailing, row.isChanged ? theme.accent : theme.strong)
      item(index, at: line, highlighting: row.isChoice ? nil : widest + 3)
      if !row.isChoice, track.columns >= 3 { self.track(at: track) }
    }
    drawScrollNote(start: start, visible: rect.rows, count: rows.count, in: whole)
  }

  /// What sliders do: beside each, or where they have all the width, of the chosen one below all.
  private mutating func say(_ asides: [String], beside rect: Rect, in whole: Rect) {
    if rect.columns < whole.columns {
      let start = scroll(count: asides.count, visible: rect.rows)
      for offset in 0..<max(min(rect.rows, asides.count - start), 0) {
        frame.write(
          asides[start + offset], column: rect.endColumn + 2, row: rect.row + offset, theme.text)
      }
    } else if asides.indices.contains(chosen), whole.rows > asides.count {
      let place = Rect(
        column: whole.column + 2, row: whole.row + asides.count, columns: whole.columns - 3,
        rows: whole.rows - asides.count)
      guard focused, note(asides[chosen], in: place) > 0 else { return }
      // What is said there stands on the chosen lever's card.
      item(chosen, at: place, showing: Rect(column: 0, row: 0, columns: 0, rows: 0))
    }
  }
}

public import Frames

/// A picture as JSON: its texts, the frame's rows as text with spans of style, its tables as they are
/// printed, its numbers as data, and the publications that they are from.
///
/// `numbers` has a `header`, the same for every picture, and a row for each number, with null for
/// none.
///
/// A span is `[column, columns, style]`, counted from 0, where `style` is a place in `styles`; the
/// columns at which a wide character begins are listed in `wide`.
public func json(_ picture: Picture) -> String {
  // A bare frame is the screen cell by cell; a marking has a member of its own.
  let frame = picture.dress == nil ? picture.frame : picture.shown
  var styles: [Style: Int] = [:]
  var list: [Style] = []
  var rows: [String] = []
  for row in 0..<frame.rows {
    var spans: [(start: Int, style: Int)] = []
    var wide: [String] = []
    for column in 0..<frame.columns {
      let cell = frame[column, row]
      let style = styles[cell.style] ?? list.count
      if styles.updateValue(style, forKey: cell.style) == nil { list.append(cell.style) }
      if spans.last?.style != style { spans.append((column, style)) }
      if column + 1 < frame.columns, frame[column + 1, row].text.isEmpty, !cell.text.isEmpty {
        wide.append("\(column)")
      }
    }
    let texts = spans.indices.map { index in
      let end = index + 1 < spans.count ? spans[index + 1].start : frame.columns
      return "[\(spans[index].start), \(end - spans[index].start), \(spans[index].style)]"
    }
    let text = (0..<frame.columns).map { frame[$0, row].text }.joined()
    rows.append(
      "{\"text\": \(quotedJSON(text)), \"spans\": [\(texts.joined(separator: ", "))]"
        + (wide.isEmpty ? "}" : ", \"wide\": [\(wide.joined(separator: ", "))]}"))
  }
  var members = [
    ("headline", quotedJSON(picture.headline)), ("subtitle", quotedJSON(picture.subtitle)),
    ("source", quotedJSON(picture.source)), ("asOf", quotedJSON(picture.asOf)),
    ("mark", quotedJSON(picture.mark)), ("scenario", quotedJSON(picture.scenario)),
    ("handling", quotedJSON(picture.handling)), ("altText", quotedJSON(picture.altText)),
    ("description", quotedJSON(picture.longDescription)),
    ("created", quotedJSON(picture.created)), ("title", quotedJSON(frame.title)),
    ("columns", "\(frame.columns)"), ("rows", "\(frame.rows)"),
  ]
  if let cursor = frame.cursor { members.append(("cursor", "[\(cursor.column), \(cursor.row)]")) }
  members.append(("styles", array(list.map(object))))
  members.append(("lines", array(rows)))
  members.append(("tables", array(picture.tables.map(object))))
  members.append(("numbers", numbers(picture.numbers)))
  members.append(("sources", array(picture.sources.map(object))))
  let body = members.map { "  \(quotedJSON($0.0)): \($0.1)" }.joined(separator: ",\n")
  return "{\n\(body)\n}\n"
}

/// A value a line.
private func array(_ values: [String]) -> String {
  values.isEmpty ? "[]" : "[\n    " + values.joined(separator: ",\n    ") + "\n  ]"
}

private func object(_ style: Style) -> String {
  var members: [String] = []
  if let colour = style.foreground {
    members.append("\"foreground\": \"\(hexColour(colour.rgb))\"")
  }
  if let colour = style.background {
    members.append("\"background\": \"\(hexColour(colour.rgb))\"")
  }
  let names: [(Attributes, String)] = [
    (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
    (.reverse, "reverse"),
  ]
  members += names.filter { style.attributes.contains($0.0) }.map { "\"\($0.1)\": true" }
  return "{" + members.joined(separator: ", ") + "}"
}

private func object(_ table: Picture.Table) -> String {
  func line(_ cells: [String]) -> String {
    "[" + cells.map(quotedJSON).joined(separator: ", ") + "]"
  }
  let rows = table.rows.map(line).joined(separator: ", ")
  return
    "{\"caption\": \(quotedJSON(table.caption)), \"header\": \(line(table.header)), \"rows\": [\(rows)]}"
}

private func numbers(_ rows: [Picture.Number]) -> String {
  let header = NumberColumn.allCases.map { quotedJSON($0.rawValue) }.joined(separator: ", ")
  let lines = rows.map { row in
    "[" + NumberColumn.allCases.map { text($0.cell(row)) }.joined(separator: ", ") + "]"
  }
  return "{\"header\": [\(header)], \"rows\": \(array(lines))}"
}

private func text(_ cell: NumberColumn.Cell) -> String {
  switch cell {
  case .text(let text): quotedJSON(text)
  case .number(let text): text.isEmpty ? "null" : text
  case .flag(let isSet): isSet ? "true" : "false"
  }
}

private func object(_ source: Picture.Source) -> String {
  let members = [
    ("id", source.id), ("citation", source.citation), ("date", source.date),
    ("address", source.address), ("licence", source.licence),
  ]
  return "{" + members.map { "\(quotedJSON($0.0)): \(quotedJSON($0.1))" }.joined(separator: ", ")
    + "}"
}

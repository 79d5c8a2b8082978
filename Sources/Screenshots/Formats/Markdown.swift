public import Frames

/// A picture's tables with its headline and caption as Markdown.
public func markdown(_ picture: Picture) -> String {
  var parts: [String] = []
  let marking = picture.handling.isEmpty ? [] : ["**\(markdownText(picture.handling))**"]
  parts += marking
  parts.append("## " + markdownText(picture.headline))
  if !picture.subtitle.isEmpty { parts.append("*\(markdownText(picture.subtitle))*") }
  if !picture.inFull.isEmpty { parts.append(markdownText(picture.inFull)) }
  parts += picture.printedTables.map(table)
  var caption: [String] = []
  if !picture.source.isEmpty { caption.append("Source: " + markdownText(picture.source)) }
  caption += [picture.mark, picture.asOf].filter { !$0.isEmpty }.map(markdownText)
  if !picture.scenario.isEmpty { caption.append("`\(code(picture.scenario))`") }
  if !caption.isEmpty { parts.append(caption.joined(separator: "  \n")) }
  return (parts + marking).joined(separator: "\n\n") + "\n"
}

private func table(_ table: Picture.Table) -> String {
  func line(_ cells: [String]) -> String {
    "| " + cells.map(markdownText).joined(separator: " | ") + " |"
  }
  let rule = "|" + table.header.map { _ in " --- |" }.joined()
  let caption = "**\(markdownText(table.caption))**\n"
  return ([caption, line(table.header), rule] + table.rows.map(line)).joined(separator: "\n")
}

/// Text between backticks, which cannot be escaped there.
private func code(_ text: String) -> String {
  // Scalar by scalar: a backtick with a mark on it is still one.
  neutralised(text).unicodeScalars.reduce(into: "") { text, scalar in
    text.unicodeScalars.append(scalar == "`" ? "'" : scalar)
  }
}

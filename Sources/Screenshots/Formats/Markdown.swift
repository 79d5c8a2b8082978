public import Frames

/// A picture's tables with its headline and caption as Markdown.
public func markdown(_ picture: Picture) -> String {
  var parts: [String] = []
  let marking = picture.handling.isEmpty ? [] : ["**\(inline(picture.handling))**"]
  parts += marking
  parts.append("## " + inline(picture.headline))
  if !picture.subtitle.isEmpty { parts.append("*\(inline(picture.subtitle))*") }
  if !picture.altText.isEmpty { parts.append(inline(picture.altText)) }
  parts += picture.printedTables.map(table)
  var caption: [String] = []
  if !picture.source.isEmpty { caption.append("Source: " + inline(picture.source)) }
  caption += [picture.mark, picture.asOf].filter { !$0.isEmpty }.map(inline)
  if !picture.scenario.isEmpty { caption.append("`\(code(picture.scenario))`") }
  if !caption.isEmpty { parts.append(caption.joined(separator: "  \n")) }
  return (parts + marking).joined(separator: "\n\n") + "\n"
}

private func table(_ table: Picture.Table) -> String {
  func line(_ cells: [String]) -> String {
    "| " + cells.map(inline).joined(separator: " | ") + " |"
  }
  let rule = "|" + table.header.map { _ in " --- |" }.joined()
  let caption = "**\(inline(table.caption))**\n"
  return ([caption, line(table.header), rule] + table.rows.map(line)).joined(separator: "\n")
}

/// Text of Markdown in which nothing is taken for markup.
public func markdownText(_ text: String) -> String { inline(text) }

/// Text in which nothing is taken for markup.
private func inline(_ text: String) -> String {
  var escaped = ""
  for scalar in neutralised(text).unicodeScalars {
    switch scalar {
    case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~":
      escaped += "\\"
      escaped.unicodeScalars.append(scalar)
    case "&": escaped += "&amp;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

/// Text between backticks, which cannot be escaped there.
private func code(_ text: String) -> String {
  // Scalar by scalar: a backtick with a mark on it is still one.
  neutralised(text).unicodeScalars.reduce(into: "") { text, scalar in
    text.unicodeScalars.append(scalar == "`" ? "'" : scalar)
  }
}

public import Frames

/// A picture as a page of its own: the picture as SVG, its text in words, the numbers behind it as
/// tables, source and scenario below. Nothing is fetched, and nothing runs.
///
/// - Parameters:
///   - picture: what the page shows and says.
///   - dark: the same picture on a dark ground, shown in its place where the reader prefers dark
///     pages; without it the page is as light or dark as the picture.
///   - size: what the picture is laid out for; nil shows the cells of the terminal.
public func html(_ picture: Picture, dark: Picture? = nil, for size: PageSize? = nil) -> String {
  var page = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
  page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
  page += "<meta name=\"color-scheme\" content=\"\(scheme(picture, dark))\">\n"
  page += "<meta name=\"generator\" content=\"digigov\">\n"
  if !picture.created.isEmpty {
    page += "<meta name=\"dcterms.created\" content=\"\(markup(picture.created))\">\n"
  }
  page += "<title>\(markup(picture.headline))</title>\n<style>\n\(style(picture, dark))</style>\n"
  page += "</head>\n<body>\n<header>\n"
  let marking =
    picture.handling.isEmpty ? "" : "<p class=\"marking\">\(markup(picture.handling))</p>\n"
  page += marking + "<h1>\(markup(picture.headline))</h1>\n"
  if !picture.subtitle.isEmpty { page += "<p>\(markup(picture.subtitle))</p>\n" }
  page += "</header>\n<main>\n<figure>\n"
  page += "<div class=\"picture\(dark == nil ? "" : " light")\" tabindex=\"0\" role=\"group\" "
  page += "aria-label=\"Picture, can be scrolled\">\n"
  page += drawing(picture, "picture", size) + "</div>\n"
  if let dark {
    page += "<div class=\"picture dark\" tabindex=\"0\" role=\"group\" "
    page += "aria-label=\"Picture, can be scrolled\">\n"
    page += drawing(dark, "picture-dark", size) + "</div>\n"
  }
  page += "<figcaption>\(markup(picture.altText))</figcaption>\n</figure>\n"
  if !picture.longDescription.isEmpty {
    page += "<details>\n<summary>All that it shows, in words</summary>\n"
    page += "<p>\(markup(picture.longDescription))</p>\n</details>\n"
  }
  if !picture.printedTables.isEmpty {
    page += "<section aria-labelledby=\"data\">\n<h2 id=\"data\">The numbers</h2>\n"
    for each in picture.printedTables { page += table(each) }
    page += "</section>\n"
  }
  page += "</main>\n<footer>\n"
  let facts = [
    picture.source.isEmpty ? "" : "Source: " + picture.source, picture.mark, picture.asOf,
  ]
  for line in facts where !line.isEmpty { page += "<p>\(markup(line))</p>\n" }
  if !picture.scenario.isEmpty { page += "<p><code>\(markup(picture.scenario))</code></p>\n" }
  return page + marking + "</footer>\n</body>\n</html>\n"
}

/// The picture alone: what it says of itself stands around it.
private func drawing(_ picture: Picture, _ name: String, _ size: PageSize?) -> String {
  guard let size, !picture.parts.isEmpty else {
    return svg(picture.undressed, name: name, isWithin: true)
  }
  return pageSVG(picture.undressed, size, isWithin: true)
}

private func table(_ table: Picture.Table) -> String {
  let name = markup(table.caption)
  var text = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(name), can be "
  text += "scrolled\"><table>\n<caption>\(name)</caption>\n<thead><tr>"
  for cell in table.header { text += "<th scope=\"col\">\(markup(cell))</th>" }
  text += "</tr></thead>\n<tbody>\n"
  for row in table.rows {
    text += "<tr>"
    for (index, cell) in row.enumerated() {
      let isNumber = cell.allSatisfy { "0123456789.,-%".contains($0) }
      let open = index == 0 ? "<th scope=\"row\">" : isNumber ? "<td class=\"number\">" : "<td>"
      text += open + markup(cell) + (index == 0 ? "</th>" : "</td>")
    }
    text += "</tr>\n"
  }
  return text + "</tbody>\n</table></div>\n"
}

private func scheme(_ picture: Picture, _ dark: Picture?) -> String {
  dark != nil ? "light dark" : picture.isDark ? "dark" : "light"
}

private func style(_ picture: Picture, _ dark: Picture?) -> String {
  let light = ":root{--ground:#FFFFFF;--text:#0B0C0C;--muted:#505A5F;--rule:#858B8F}\n"
  let night = ":root{--ground:#10161E;--text:#E8EDF2;--muted:#A3B0BD;--rule:#5D6B7A}\n"
  var style = dark == nil && picture.isDark ? night : light
  style += """
    body{background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,sans-serif;\
    max-width:75rem;margin:0 auto;padding:1rem}
    header p,figcaption,footer{color:var(--muted)}
    h1{margin:0}
    figure{margin:1rem 0}
    .picture{overflow-x:auto}
    .picture svg{display:block;max-width:100%;height:auto}
    .scroll{overflow-x:auto;margin:1rem 0}
    caption{text-align:left;font-weight:bold;padding:.25rem 0}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums}
    th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;\
    border-bottom:1px solid var(--rule);font-weight:normal}
    thead th{font-weight:bold}
    .number{text-align:right}
    code{overflow-wrap:anywhere}
    .marking{text-align:center;font-weight:bold}

    """
  guard dark != nil else { return style }
  return style + ".dark{display:none}\n@media screen and (prefers-color-scheme:dark){\n" + night
    + ".light{display:none}\n.dark{display:block}\n}\n"
}

extension Picture {
  /// The page says around the picture what the dress would.
  fileprivate var undressed: Picture {
    var picture = self
    picture.dress = nil
    picture.handling = ""
    return picture
  }

  /// Whether the picture's first ground is darker than not.
  fileprivate var isDark: Bool {
    let ground = Paint(frame[0, 0].style).ground
    let (red, green, blue) = (ground >> 16 & 0xFF, ground >> 8 & 0xFF, ground & 0xFF)
    return red * 2 + green * 5 + blue < 128 * 8
  }
}

import Figures
import Frames

extension Document {
  /// The document as one page of HTML: style and pictures are in it, nothing is fetched, nothing
  /// runs.
  ///
  /// - Parameter drawn: an illustration as SVG.
  public func html(drawn: @escaping (Illustration) -> [UInt8]) -> String {
    let numbers = References(self)
    var page =
      "<!DOCTYPE html>\n<html lang=\"\(markup(language))\">\n<head>\n<meta charset=\"utf-8\">\n"
    page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    page += "<meta name=\"color-scheme\" content=\"light\">\n"
    page += "<meta name=\"generator\" content=\"digigov\">\n"
    if !created.isEmpty {
      page += "<meta name=\"dcterms.created\" content=\"\(markup(created))\">\n"
    }
    if recipe != nil {
      page += "<meta name=\"\(Record.name)\" content=\"\(markup(record))\">\n"
    }
    page +=
      "<title>\(markup(title))</title>\n<style>\n\(Self.style)\(isShort ? Self.shortStyle : "")</style>\n</head>\n<body>\n"
    let mark = marking.isEmpty ? "" : "<p class=\"marking\">\(markup(marking))</p>\n"
    page += "<header>\n\(mark)<h1>\(markup(title))</h1>\n"
    page += subtitle.isEmpty ? "</header>\n" : "<p>\(markup(subtitle))</p>\n</header>\n"
    let foot = "<footer>\n<p>digigov; not an official statistic</p>\n\(mark)</footer>\n"
    page += (isShort ? "" : contents) + "<main>\n"
    var seen: Set<Int> = []
    for (place, section) in sections.enumerated() {
      let isNamed = !section.title.isEmpty
      let name = isNamed ? " aria-labelledby=\"title-\(place + 1)\"" : ""
      let turns = section.isOnNewPage ? " class=\"new\"" : ""
      page += "<section id=\"part-\(place + 1)\"\(name)\(turns)>\n"
      if isNamed { page += "<h2 id=\"title-\(place + 1)\">\(markup(section.title))</h2>\n" }
      for block in section.blocks {
        page += Element(numbers: numbers, drawn: drawn).element(block, &seen)
      }
      page += "</section>\n"
    }
    if !numbers.notes.isEmpty { page += list(numbers.notes) }
    guard listsSources else { return page + "</main>\n\(foot)</body>\n</html>\n" }
    page += "<section id=\"sources\" aria-labelledby=\"title-sources\">\n"
    page += "<h2 id=\"title-sources\">Sources</h2>\n<ol>\n"
    for (place, source) in sources.enumerated() {
      page += "<li id=\"source-\(place + 1)\">\(markup(source.line))"
      if source.address.isWeb {
        page += " <a href=\"\(markup(source.address))\">\(markup(source.address))</a>"
      } else if !source.address.isEmpty {
        page += " \(markup(source.address))"
      }
      page += "</li>\n"
    }
    return page + "</ol>\n</section>\n</main>\n\(foot)</body>\n</html>\n"
  }

  private var contents: String {
    let names =
      sections.enumerated().map { ("part-\($0 + 1)", $1.title) } + [("sources", "Sources")]
    return "<nav aria-label=\"Contents\">\n<ol>\n"
      + names.map { "<li><a href=\"#\($0.0)\">\(markup($0.1))</a></li>\n" }.joined()
      + "</ol>\n</nav>\n"
  }

  private func list(_ notes: [Note]) -> String {
    "<section id=\"notes\" aria-labelledby=\"title-notes\">\n<h2 id=\"title-notes\">Notes</h2>\n<ol>\n"
      + notes.enumerated().map { place, note in
        "<li id=\"note-\(place + 1)\">"
          + (note.address.isEmpty
            ? markup(note.text) : "<a href=\"\(markup(note.address))\">\(markup(note.text))</a>")
          + "</li>\n"
      }.joined() + "</ol>\n</section>\n"
  }
}

/// Writes blocks as elements.
private struct Element {
  let numbers: References
  let drawn: (Illustration) -> [UInt8]

  func element(_ block: Block, _ seen: inout Set<Int>) -> String {
    switch block {
    case .heading(let text): return "<h3>\(markup(text))</h3>\n"
    case .questions(let questions):
      return questions.map { question in
        "<h3>\(markup(question.asked))</h3>\n<p>\(inline(question.answer.passage, &seen)) "
          + "<strong>If pressed:</strong> \(inline(question.pressed.passage, &seen))</p>\n"
      }.joined()
    case .message(let sentence):
      return "<p class=\"message\">\(inline(sentence.passage, &seen))</p>\n"
    case .paragraph(let sentences):
      guard !sentences.isEmpty else { return "" }
      return "<p>" + sentences.map { inline($0.passage, &seen) }.joined(separator: " ")
        + "</p>\n"
    case .points(let sentences):
      guard !sentences.isEmpty else { return "" }
      return "<ul>\n"
        + sentences.map { "<li>\(inline($0.passage, &seen))</li>\n" }.joined() + "</ul>\n"
    case .table(let table): return element(table, &seen)
    case .pictures(let pictures):
      return "<div class=\"pictures\">\n" + pictures.map(element).joined() + "</div>\n"
    case .code(let text): return "<p><code>\(markup(text))</code></p>\n"
    }
  }

  private func element(_ picture: Illustration) -> String {
    let bytes = base64(drawn(picture))
    let caption =
      picture.caption.isEmpty ? "" : "<figcaption>\(markup(picture.caption))</figcaption>"
    return "<figure>\(caption)<img alt=\"\(markup(picture.alternative))\" "
      + "src=\"data:image/svg+xml;base64,\(bytes)\"></figure>\n"
  }

  private func element(_ table: Document.Table, _ seen: inout Set<Int>) -> String {
    let numeric = table.numeric
    var text = "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Table, can be "
    let caption = inline(table.caption, &seen)
    text += "scrolled\"><table>\n"
    text +=
      caption.isEmpty
      ? "<caption class=\"hidden\">\(markup(numbers.name(table)))</caption>\n"
      : "<caption><span class=\"still\">\(caption)</span></caption>\n"
    text += "<thead><tr>"
    for (place, name) in table.header.enumerated() {
      text += "<th scope=\"col\"\(numeric[place] ? " class=\"number\"" : "")>\(markup(name))</th>"
    }
    text += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      text += "<tr>"
      for (place, cell) in row.enumerated() {
        let content =
          if case .source(let source) = cell { link(source) } else if case .note(let figure) = cell
          {
            inline(Passage([.citation(figure)]), &seen)
          } else {
            markup(numbers.plain(cell).unbroken)
          }
        text +=
          place == 0
          ? "<th scope=\"row\">\(content)</th>"
          : "<td\(numeric[place] ? " class=\"number\"" : "") data-label=\"\(markup(table.header[place]))\">"
            + "\(content)</td>"
      }
      text += "</tr>\n"
    }
    return text + "</tbody>\n</table></div>\n"
  }

  private func inline(_ passage: Passage, _ seen: inout Set<Int>) -> String {
    numbers.runs(passage, seen: &seen).map { run in
      switch run {
      case .text(let text): markup(text.unbroken)
      case .strong(let text): "<strong>\(markup(text.unbroken))</strong>"
      case .citation(let standing, let number):
        "<span class=\"cite\">(\(markup(standing.unbroken))"
          + (number.map { " " + reference($0, "source") } ?? "") + ")</span>"
      case .note(let number, _): "<sup>\(reference(number, "note"))</sup>"
      }
    }.joined()
  }

  private func reference(_ number: Int, _ kind: String) -> String {
    "<a href=\"#\(kind)-\(number)\" aria-label=\"\(kind) \(number)\">[\(number)]</a>"
  }

  /// A source by its number in the list, or by name and as a link where none are listed.
  private func link(_ source: Source) -> String {
    if let number = numbers[source] { return reference(number, "source") }
    let text = markup(numbers.plain(.source(source)))
    return source.address.isWeb ? "<a href=\"\(markup(source.address))\">\(text)</a>" : text
  }
}

extension Document {
  private static let style = """
    :root{--text:#0B0C0C;--muted:#505A5F;--rule:#B1B4B6;--accent:#12436D}
    body{color:var(--text);background:#FFFFFF;font:1rem/1.5 system-ui,sans-serif;max-width:66rem;\
    margin:0 auto;padding:1rem}
    h1{margin:0;line-height:1.2}
    h2{margin:2.5rem 0 .5rem;padding-top:.5rem;border-top:3px solid var(--accent);\
    color:var(--accent)}
    h3{margin:1.5rem 0 .25rem}
    a{color:var(--accent)}
    header p,footer p,caption,.cite{color:var(--muted)}
    nav ol{columns:2;padding-left:1.5rem}
    .message{font-size:1.375rem;line-height:1.35;font-weight:bold;margin:.5rem 0}
    .message .cite{font-size:1rem;font-weight:normal}
    .cite{font-size:.875em}
    .pictures{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}
    figure{margin:1rem 0}figcaption{font-weight:bold}
    img{display:block;max-width:100%;height:auto}
    .scroll{overflow-x:auto;margin:1rem 0}
    table{border-collapse:collapse;font-size:.9375rem;font-variant-numeric:tabular-nums}
    caption{text-align:left;padding:.25rem 0}
    th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;\
    border-bottom:1px solid var(--rule);font-weight:normal}
    thead th{font-weight:bold;border-bottom:2px solid var(--text)}
    .number{text-align:right;white-space:nowrap}
    code,li a{overflow-wrap:anywhere}
    .marking{text-align:center;font-weight:bold}
    .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    sup{font-size:.75em;line-height:0}
    .still{display:inline-block;position:sticky;left:0;max-width:calc(100vw - 2rem)}
    @media screen and (max-width:40rem){nav ol{columns:1}h2{overflow-wrap:anywhere}\
    .pictures{display:block}figure{overflow-x:auto}img{min-width:26rem}figcaption{position:sticky;left:0}\
    table,tbody,tr,td,tbody th{display:block}\
    thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\
    caption{display:block}tr{border-bottom:1px solid var(--text);padding:.25rem 0}\
    td,tbody th{border-bottom:0;padding:.125rem 0}tbody th{font-weight:bold}\
    td::before{content:attr(data-label) ": ";color:var(--muted)}\
    .number{text-align:left}}
    @page{size:A4;margin:15mm}
    @media print{body{font-size:10pt;max-width:none;padding:0}nav{display:none}\
    tr,figure{break-inside:avoid}h2,h3{break-after:avoid}.scroll{overflow:visible}\
    .new{break-before:page}}

    """

  /// What is to fit a page.
  private static let shortStyle = """
    body{max-width:46rem}
    h2{margin:1rem 0 .25rem;padding-top:.25rem;border-top-width:1px;font-size:1.125rem}
    h3{margin:.5rem 0 0;font-size:1rem}
    p,ul{margin:.25rem 0}
    figure{margin:.25rem 0}
    @media print{body{line-height:1.25}h1{font-size:11pt}.message{font-size:13pt}h2{font-size:11pt}\
    h3{font-size:10pt}li,td,th,caption,.cite{font-size:10pt}}

    """
}

/// The bytes in the alphabet of RFC 4648, section 4.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let three = bytes[start..<min(start + 3, bytes.count)]
    let word = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
    for place in 0..<4 {
      text.append(place <= three.count ? alphabet[word >> (18 - 6 * place) & 63] : 0x3D)
    }
  }
  return String(decoding: text, as: UTF8.self)
}

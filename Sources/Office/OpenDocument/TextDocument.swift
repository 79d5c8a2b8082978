public import Documents
import Figures
import Frames

extension Document {
  /// The document as OpenDocument text (ODF 1.2): real styles, notes and headings, pictures as SVG
  /// with a PNG in its place for programs that know no vectors.
  ///
  /// - Parameter drawn: an illustration as the document takes it.
  public func odt(drawn: (Illustration) -> Drawing) -> [UInt8] {
    var writer = TextWriter(self)
    let content = writer.content(drawn)
    var zip = Zip(date: created)
    zip.add("mimetype", Array(OpenParts.text.utf8), stored: true)
    zip.add("content.xml", content)
    zip.add("styles.xml", OpenStyles.text(self))
    zip.add("meta.xml", OpenParts.meta(self))
    for (name, bytes) in writer.media { zip.add("Pictures/\(name)", bytes) }
    zip.add(
      "META-INF/manifest.xml",
      OpenParts.manifest(OpenParts.text, writer.media.map { "Pictures/" + $0.0 }))
    return zip.finished()
  }
}

/// Writes the blocks of a document as paragraphs and tables.
struct TextWriter {
  private let document: Document
  private let references: References
  private(set) var media: [(String, [UInt8])] = []
  private var styles = ""
  private var tables = 0
  private var seen: Set<Int> = []

  init(_ document: Document) {
    self.document = document
    references = References(document)
  }

  mutating func content(_ drawn: (Illustration) -> Drawing) -> String {
    var text = paragraph("Title", words(document.title))
    if !document.subtitle.isEmpty { text += paragraph("Subtitle", words(document.subtitle)) }
    for section in document.sections {
      if !section.title.isEmpty {
        text += heading(1, section.title, section.isOnNewPage ? "Heading_20_1_20_New" : nil)
      }
      for block in section.blocks { text += element(block, drawn) }
    }
    if document.listsSources { text += sources }
    return xmlHead + "<office:document-content \(OpenParts.names) office:version=\"1.2\">"
      + "<office:automatic-styles>\(styles)</office:automatic-styles><office:body><office:text>"
      + text + "</office:text></office:body></office:document-content>"
  }

  private mutating func element(_ block: Block, _ drawn: (Illustration) -> Drawing) -> String {
    switch block {
    case .heading(let text): return heading(2, text)
    case .message(let sentence): return paragraph("Message", inline(sentence.passage))
    case .paragraph(let sentences):
      guard !sentences.isEmpty else { return "" }
      let parts = sentences.map { inline($0.passage) }
      return paragraph("Text_20_body", parts.joined(separator: " "))
    case .points(let sentences):
      guard !sentences.isEmpty else { return "" }
      return "<text:list text:style-name=\"Points\">"
        + sentences.map {
          "<text:list-item>" + paragraph("List_20_Bullet", inline($0.passage))
            + "</text:list-item>"
        }.joined() + "</text:list>"
    case .questions(let questions):
      return questions.map { question in
        paragraph(
          "Question",
          strong(question.asked + " ") + inline(question.answer.passage)
            + strong(" If pressed: ") + inline(question.pressed.passage))
      }.joined()
    case .table(let table): return element(table)
    case .pictures(let pictures):
      return pictures.map { picture in
        let drawing = element(picture, drawn(picture).fitting(document.textWidth))
        guard !picture.caption.isEmpty else { return paragraph("Picture", drawing) }
        return paragraph("Caption", words(picture.caption)) + paragraph("Picture", drawing)
      }.joined()
    case .code(let text): return paragraph("Code", words(text, typed: true))
    }
  }

  private func paragraph(_ style: String, _ content: String) -> String {
    "<text:p text:style-name=\"\(style)\">\(content)</text:p>"
  }

  private func heading(_ level: Int, _ text: String, _ style: String? = nil) -> String {
    "<text:h text:style-name=\"\(style ?? "Heading_20_\(level)")\" "
      + "text:outline-level=\"\(level)\">\(words(text))</text:h>"
  }

  /// Text in which runs of blanks are kept.
  ///
  /// - Parameter typed: whether it is to be typed as it stands.
  private func words(_ text: String, typed: Bool = false) -> String {
    var written = ""
    var blanks = 0
    func flushed() -> String {
      blanks == 0 ? "" : blanks == 1 ? " " : "<text:s text:c=\"\(blanks)\"/>"
    }
    for letter in markup(typed ? text : text.unbroken) {
      if letter == " " {
        blanks += 1
        continue
      }
      written += flushed()
      blanks = 0
      written.append(letter)
    }
    return written + flushed()
  }

  private func strong(_ text: String) -> String {
    "<text:span text:style-name=\"Strong_20_Emphasis\">\(words(text))</text:span>"
  }

  private mutating func inline(_ passage: Passage) -> String {
    var text = ""
    for part in references.runs(passage, seen: &seen) {
      switch part {
      case .text(let plain): text += words(plain)
      case .strong(let plain): text += strong(plain)
      case .citation(let standing, let source):
        text += words("(\(standing)")
        if let source { text += " " + reference(source) }
        text += ")"
      case .note(let number, let isFirst): text += note(number, isFirst: isFirst)
      }
    }
    return text
  }

  private func reference(_ source: Int) -> String {
    "<text:a xlink:type=\"simple\" xlink:href=\"#source_\(source)\">[\(source)]</text:a>"
  }

  private func link(_ address: String, _ text: String) -> String {
    "<text:a xlink:type=\"simple\" xlink:href=\"\(markup(address))\">\(words(text))</text:a>"
  }

  /// The first reference makes the note, the others point at it.
  private func note(_ number: Int, isFirst: Bool) -> String {
    guard isFirst else {
      return "<text:span text:style-name=\"Footnote_20_anchor\"><text:note-ref "
        + "text:note-class=\"footnote\" text:reference-format=\"text\" "
        + "text:ref-name=\"note_\(number)\">\(number)</text:note-ref></text:span>"
    }
    let note = references.notes[number - 1]
    let content = note.address.isEmpty ? words(note.text) : link(note.address, note.text)
    return "<text:note text:id=\"note_\(number)\" text:note-class=\"footnote\"><text:note-citation>"
      + "\(number)</text:note-citation><text:note-body>\(paragraph("Footnote", "<text:s/>" + content))"
      + "</text:note-body></text:note>"
  }

  private var sources: String {
    heading(1, "Sources", "Heading_20_1_20_New")
      + "<text:list text:style-name=\"Numbers\">"
      + document.sources.enumerated().map { place, source in
        let address =
          source.address.isEmpty
          ? ""
          : " "
            + (source.address.isWeb ? link(source.address, source.address) : words(source.address))
        return "<text:list-item>"
          + paragraph(
            "List_20_Number",
            "<text:bookmark text:name=\"source_\(place + 1)\"/>" + words(source.line) + address)
          + "</text:list-item>"
      }.joined() + "</text:list>"
  }

  /// A table as wide as the page's text, its header repeated on every page.
  private mutating func element(_ table: Document.Table) -> String {
    let caption =
      table.caption.spans.isEmpty ? "" : paragraph("Caption", inline(table.caption))
    guard !table.header.isEmpty else { return caption }
    tables += 1
    let name = "Table\(tables)"
    // Points, then centimetres with the room at the right of each cell.
    let point = 28.35
    let widths = table.widths(
      in: document.textWidth * point, type: document.isShort ? 10 : 9, gap: 5.5, references
    ).map { ($0 + 5.5) / point }
    styles +=
      "<style:style style:name=\"\(name)\" style:family=\"table\"><style:table-properties "
      + "style:width=\"\(centimetres(widths.reduce(0, +)))\" table:align=\"left\"/></style:style>"
    for (place, width) in widths.enumerated() {
      styles +=
        "<style:style style:name=\"\(name).\(place)\" style:family=\"table-column\">"
        + "<style:table-column-properties style:column-width=\"\(centimetres(width))\"/></style:style>"
    }
    let numeric = table.numeric
    var text = "<table:table table:name=\"\(name)\" table:style-name=\"\(name)\">"
    text += "<table:title>\(markup(references.name(table)))</table:title>"
    for place in widths.indices {
      text += "<table:table-column table:style-name=\"\(name).\(place)\"/>"
    }
    func cell(_ style: String, _ kind: String, _ content: String) -> String {
      "<table:table-cell table:style-name=\"\(kind)\" office:value-type=\"string\">"
        + paragraph(style, content) + "</table:table-cell>"
    }
    text += "<table:table-header-rows><table:table-row table:style-name=\"TableRow\">"
    for (place, title) in table.header.enumerated() {
      text += cell(
        numeric[place] ? "Table_20_Heading_20_Number" : "Table_20_Heading", "HeadingCell",
        words(title))
    }
    text += "</table:table-row></table:table-header-rows>"
    for row in table.rows {
      text += "<table:table-row table:style-name=\"TableRow\">"
      for (place, value) in row.enumerated() {
        text += cell(
          numeric[place] ? "Table_20_Contents_20_Number" : "Table_20_Contents", "Cell",
          content(value))
      }
      text += "</table:table-row>"
    }
    if !styles.contains("\"TableRow\"") {
      styles += OpenStyles.cells
    }
    return caption + text + "</table:table>" + paragraph("After_20_Table", "")
  }

  private mutating func content(_ cell: Document.Table.Cell) -> String {
    switch references.run(cell, seen: &seen) {
    case .text(let text): words(text)
    case .source(let number): reference(number)
    case .link(let address, let text): link(address, text)
    case .note(let number, let isFirst): note(number, isFirst: isFirst)
    }
  }

  private mutating func element(_ picture: Illustration, _ drawing: Drawing) -> String {
    let name = "picture\(media.count / 2 + 1)"
    media.append((name + ".svg", drawing.svg))
    media.append((name + ".png", drawing.png))
    func image(_ kind: String) -> String {
      "<draw:image xlink:href=\"Pictures/\(name).\(kind)\" xlink:type=\"simple\" xlink:show=\"embed\" "
        + "xlink:actuate=\"onLoad\"/>"
    }
    return
      "<draw:frame draw:name=\"\(name)\" draw:style-name=\"Graphics\" text:anchor-type=\"as-char\" "
      + "svg:width=\"\(centimetres(drawing.width))\" svg:height=\"\(centimetres(drawing.height))\">"
      + image("svg") + image("png")
      + "<svg:title>\(markup(picture.alternative))</svg:title>"
      + "<svg:desc>\(markup(picture.picture.inFull))</svg:desc></draw:frame>"
  }
}

/// A length as XML has it: `17.4cm`, to a thousandth.
func centimetres(_ value: Double) -> String {
  "\((value * 1000).rounded() / 1000)cm"
}

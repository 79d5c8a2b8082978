public import Documents
import Figures
import Frames

extension Document {
  /// The document as Office Open XML, for Word: real styles, notes and headings, pictures as SVG
  /// with a PNG for programs that know no vectors.
  ///
  /// - Parameter drawn: an illustration as the document takes it.
  public func docx(drawn: (Illustration) -> Drawing) -> [UInt8] {
    var writer = WordWriter(self)
    let body = writer.body(drawn)
    var zip = Zip(date: created)
    zip.add("[Content_Types].xml", WordParts.contentTypes(hasRecord: writer.hasRecord))
    zip.add("_rels/.rels", WordParts.relations)
    zip.add("docProps/core.xml", WordParts.core(self))
    zip.add("docProps/app.xml", WordParts.app)
    zip.add("word/document.xml", body)
    zip.add("word/styles.xml", WordStyles.text(self))
    zip.add("word/numbering.xml", WordParts.numbering)
    zip.add("word/settings.xml", WordParts.settings)
    zip.add("word/footnotes.xml", writer.footnotes)
    zip.add("word/header1.xml", WordParts.header(self))
    zip.add("word/footer1.xml", WordParts.footer(self))
    zip.add("word/_rels/document.xml.rels", writer.links.text)
    zip.add("word/_rels/footnotes.xml.rels", writer.noteLinks.text)
    for (name, bytes) in writer.media { zip.add("word/media/\(name)", bytes) }
    if writer.hasRecord {
      zip.add("customXml/item1.xml", WordParts.record(record))
      zip.add("customXml/itemProps1.xml", WordParts.recordProperties)
      zip.add("customXml/_rels/item1.xml.rels", WordParts.recordRelations)
    }
    return zip.finished()
  }
}

/// What a part of a package leads to, by ids.
struct Relations {
  private var lines: [String] = []
  private var ids: [String: String] = [:]
  private static let base =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  /// The id of a target, the same for the same one.
  mutating func id(_ kind: String, _ target: String, isOutside: Bool = false) -> String {
    if let id = ids[target] { return id }
    let id = "rId\(lines.count + 1)"
    ids[target] = id
    let mode = isOutside ? " TargetMode=\"External\"" : ""
    lines.append(
      "<Relationship Id=\"\(id)\" Type=\"\(Self.base)\(kind)\" Target=\"\(markup(target))\"\(mode)/>"
    )
    return id
  }

  var text: String {
    xmlHead
      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + lines.joined() + "</Relationships>"
  }
}

let xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/// Writes the blocks of a document as paragraphs and tables.
struct WordWriter {
  private let document: Document
  private let references: References
  private(set) var links = Relations()
  private(set) var noteLinks = Relations()
  private(set) var media: [(String, [UInt8])] = []
  private var seen: Set<Int> = []
  private var ids = 0
  /// Whether it keeps what `digigov check` tells its figures by.
  let hasRecord: Bool

  init(_ document: Document) {
    self.document = document
    references = References(document)
    hasRecord = document.recipe != nil
    for (kind, part) in [
      ("styles", "styles.xml"), ("numbering", "numbering.xml"), ("settings", "settings.xml"),
      ("footnotes", "footnotes.xml"), ("header", "header1.xml"), ("footer", "footer1.xml"),
    ] { _ = links.id(kind, part) }
    if hasRecord { _ = links.id("customXml", "../customXml/item1.xml") }
  }

  mutating func body(_ drawn: (Illustration) -> Drawing) -> String {
    var text = xmlHead + "<w:document \(WordParts.names)><w:body>"
    text += paragraph("Title", run(document.title))
    if !document.subtitle.isEmpty { text += paragraph("Subtitle", run(document.subtitle)) }
    for section in document.sections {
      if !section.title.isEmpty {
        let turn = section.isOnNewPage ? "<w:pageBreakBefore/>" : ""
        text += paragraph("Heading1", run(section.title), turn)
      }
      for block in section.blocks { text += element(block, drawn) }
    }
    if document.listsSources { text += sources }
    let header = links.id("header", "header1.xml")
    let footer = links.id("footer", "footer1.xml")
    let margin = Int(document.pageMargin * 567)
    text += "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"\(header)\"/>"
    text += "<w:footerReference w:type=\"default\" r:id=\"\(footer)\"/>"
    text +=
      "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"\(document.marking.isEmpty ? 700 : 740)\" "
    text +=
      "w:right=\"\(margin)\" w:bottom=\"\(document.hasNarrowMarking ? 700 : 940)\" w:left=\"\(margin)\" w:header=\"340\" "
    text += "w:footer=\"340\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
    return text
  }

  private mutating func element(_ block: Block, _ drawn: (Illustration) -> Drawing) -> String {
    switch block {
    case .heading(let text): return paragraph("Heading2", run(text))
    case .message(let sentence): return paragraph("Message", inline(sentence.passage))
    case .paragraph(let sentences):
      guard !sentences.isEmpty else { return "" }
      let parts = sentences.map { inline($0.passage) }
      return paragraph("BodyText", parts.joined(separator: run(" ")))
    case .points(let sentences):
      return sentences.map { paragraph("ListBullet", inline($0.passage)) }.joined()
    case .questions(let questions):
      return questions.map { question in
        paragraph(
          "Question",
          run(question.asked + " ", strong: true) + inline(question.answer.passage)
            + run(" If pressed: ", strong: true) + inline(question.pressed.passage))
      }.joined()
    case .table(let table): return element(table)
    case .pictures(let pictures):
      return pictures.map { picture in
        let drawing = element(picture, drawn(picture).fitting(document.textWidth))
        guard !picture.caption.isEmpty else { return paragraph("Picture", drawing) }
        return paragraph("Caption", run(picture.caption)) + paragraph("Picture", drawing)
      }.joined()
    case .code(let text): return paragraph("Code", run(text, typed: true))
    }
  }

  private func paragraph(_ style: String, _ content: String, _ properties: String = "") -> String {
    "<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/>\(properties)</w:pPr>\(content)</w:p>"
  }

  /// - Parameter typed: whether it is to be typed as it stands.
  private func run(_ text: String, strong: Bool = false, typed: Bool = false) -> String {
    "<w:r>\(strong ? "<w:rPr><w:b/></w:rPr>" : "")"
      + "<w:t xml:space=\"preserve\">\(markup(typed ? text : text.unbroken))</w:t></w:r>"
  }

  private mutating func inline(_ passage: Passage) -> String {
    var text = ""
    for part in references.runs(passage, seen: &seen) {
      switch part {
      case .text(let words): text += run(words)
      case .strong(let words): text += run(words, strong: true)
      case .citation(let standing, let source):
        text += run("(\(standing)")
        if let source { text += run(" ") + reference(source) }
        text += run(")")
      case .note(let number, let isFirst): text += note(number, isFirst: isFirst)
      }
    }
    return text
  }

  private func reference(_ source: Int) -> String {
    "<w:hyperlink w:anchor=\"source_\(source)\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>"
      + "<w:t>[\(source)]</w:t></w:r></w:hyperlink>"
  }

  /// The first reference makes the note, the others point at it.
  private mutating func note(_ number: Int, isFirst: Bool) -> String {
    let style = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>"
    guard isFirst else {
      func field(_ kind: String) -> String {
        "<w:r>\(style)<w:fldChar w:fldCharType=\"\(kind)\"/></w:r>"
      }
      return field("begin")
        + "<w:r>\(style)<w:instrText xml:space=\"preserve\"> NOTEREF note_\(number) \\f \\h </w:instrText></w:r>"
        + field("separate") + "<w:r>\(style)<w:t>\(number)</w:t></w:r>" + field("end")
    }
    return "<w:bookmarkStart w:id=\"\(1000 + number)\" w:name=\"note_\(number)\"/>"
      + "<w:r>\(style)<w:footnoteReference w:id=\"\(number)\"/></w:r>"
      + "<w:bookmarkEnd w:id=\"\(1000 + number)\"/>"
  }

  private mutating func link(_ address: String, _ text: String) -> String {
    let id = links.id("hyperlink", address, isOutside: true)
    return "<w:hyperlink r:id=\"\(id)\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>"
      + "<w:t xml:space=\"preserve\">\(markup(text))</w:t></w:r></w:hyperlink>"
  }

  private var sources: String {
    mutating get {
      var text = paragraph("Heading1", run("Sources"), "<w:pageBreakBefore/>")
      for (place, source) in document.sources.enumerated() {
        let id = place + 1
        var content = "<w:bookmarkStart w:id=\"\(id)\" w:name=\"source_\(id)\"/>"
        content += run(source.line) + "<w:bookmarkEnd w:id=\"\(id)\"/>"
        if !source.address.isEmpty {
          content += run(" ")
          content +=
            source.address.isWeb ? link(source.address, source.address) : run(source.address)
        }
        text += paragraph("ListNumber", content)
      }
      return text
    }
  }

  /// A table as wide as the page's text, its header repeated on every page.
  private mutating func element(_ table: Document.Table) -> String {
    let caption =
      table.caption.spans.isEmpty ? "" : paragraph("Caption", inline(table.caption))
    guard !table.header.isEmpty else { return caption }
    let twips = document.textWidth * 567
    let widths = table.widths(in: twips, type: document.isShort ? 200 : 180, gap: 110, references)
      .map { Int($0) + 110 }
    let numeric = table.numeric
    var text = "<w:tbl><w:tblPr><w:tblStyle w:val=\"Figures\"/>"
    text += "<w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
    text += "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:noHBand=\"1\" w:noVBand=\"1\"/>"
    text +=
      "<w:tblCaption w:val=\"\(markup(references.name(table)))\"/></w:tblPr><w:tblGrid>"
    text += widths.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
    func cell(_ place: Int, _ style: String, _ content: String) -> String {
      let side = numeric[place] ? "<w:jc w:val=\"right\"/>" : ""
      return "<w:tc><w:tcPr><w:tcW w:w=\"\(widths[place])\" w:type=\"dxa\"/></w:tcPr>"
        + paragraph(style, content, side) + "</w:tc>"
    }
    text += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    for (place, name) in table.header.enumerated() {
      text += cell(place, "TableHeading", run(name))
    }
    text += "</w:tr>"
    for row in table.rows {
      text += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
      for (place, value) in row.enumerated() { text += cell(place, "TableText", content(value)) }
      text += "</w:tr>"
    }
    return caption + text + "</w:tbl>" + paragraph("AfterTable", "")
  }

  private mutating func content(_ cell: Document.Table.Cell) -> String {
    switch references.run(cell, seen: &seen) {
    case .text(let text): run(text)
    case .source(let number): reference(number)
    case .link(let address, let text): link(address, text)
    case .note(let number, let isFirst): note(number, isFirst: isFirst)
    }
  }

  private mutating func element(_ picture: Illustration, _ drawing: Drawing) -> String {
    ids += 1
    let name = "picture\(ids)"
    media.append((name + ".png", drawing.png))
    media.append((name + ".svg", drawing.svg))
    let png = links.id("image", "media/\(name).png")
    let svg = links.id("image", "media/\(name).svg")
    // English Metric Units: 360,000 a centimetre.
    let size = "cx=\"\(Int(drawing.width * 360_000))\" cy=\"\(Int(drawing.height * 360_000))\""
    let words =
      "id=\"\(ids)\" name=\"\(markup(picture.name))\" descr=\"\(markup(picture.alternative))\""
      + (picture.caption.isEmpty ? "" : " title=\"\(markup(picture.caption))\"")
    return
      "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent \(size)/>"
      + "<wp:docPr \(words)/><a:graphic><a:graphicData "
      + "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>"
      + "<pic:cNvPr \(words)/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"\(png)\">"
      + "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
      + "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"\(svg)\"/>"
      + "</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
      + "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext \(size)/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>"
      + "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
  }

  /// The notes at the foot, behind the two lines that every document has.
  var footnotes: String {
    mutating get {
      var text = xmlHead + "<w:footnotes \(WordParts.names)>"
      text +=
        "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
      text += "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>"
      text += "<w:continuationSeparator/></w:r></w:p></w:footnote>"
      for (place, note) in references.notes.enumerated() {
        var content =
          "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>"
        content += run(" ")
        if note.address.isEmpty {
          content += run(note.text)
        } else {
          let id = noteLinks.id("hyperlink", note.address, isOutside: true)
          content +=
            "<w:hyperlink r:id=\"\(id)\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>"
          content += "<w:t xml:space=\"preserve\">\(markup(note.text))</w:t></w:r></w:hyperlink>"
        }
        text +=
          "<w:footnote w:id=\"\(place + 1)\">" + paragraph("FootnoteText", content)
          + "</w:footnote>"
      }
      return text + "</w:footnotes>"
    }
  }
}

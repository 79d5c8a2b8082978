import Documents
import Frames

/// The parts of a Word document beside its text.
enum WordParts {
  static let names =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\""

  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  static func contentTypes(hasRecord: Bool) -> String {
    xmlHead + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Default Extension=\"png\" ContentType=\"image/png\"/>"
      + "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
      + [
        ("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"),
        ("settings", "settings"), ("footnotes", "footnotes"), ("header1", "header"),
        ("footer1", "footer"),
      ].map { "<Override PartName=\"/word/\($0).xml\" ContentType=\"\(word)\($1)+xml\"/>" }.joined()
      + "<Override PartName=\"/docProps/core.xml\" "
      + "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
      + "<Override PartName=\"/docProps/app.xml\" "
      + "ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
      + (hasRecord
        ? "<Override PartName=\"/customXml/itemProps1.xml\" "
          + "ContentType=\"application/vnd.openxmlformats-officedocument.customXmlProperties+xml\"/>"
        : "") + "</Types>"
  }

  /// What a document keeps of itself: a part that Word and LibreOffice carry along.
  static func record(_ text: String) -> String {
    xmlHead + "<record xmlns=\"urn:digigov:record\">\(markup(text))</record>"
  }

  static let recordProperties =
    xmlHead + "<ds:datastoreItem ds:itemID=\"{6B8D1E1C-6F1B-4C55-9C0B-D161607C0DE1}\" "
    + "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\">"
    + "<ds:schemaRefs><ds:schemaRef ds:uri=\"urn:digigov:record\"/></ds:schemaRefs></ds:datastoreItem>"

  static let recordRelations =
    xmlHead
    + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
    + "relationships/customXmlProps\" Target=\"itemProps1.xml\"/></Relationships>"

  static let relations = packageRelations("word/document.xml")

  /// What a package begins with: its main part and what it says of itself.
  static func packageRelations(_ main: String) -> String {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    return xmlHead
      + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "<Relationship Id=\"rId1\" Type=\"\(office)officeDocument\" Target=\"\(main)\"/>"
      + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/"
      + "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
      + "<Relationship Id=\"rId3\" Type=\"\(office)extended-properties\" Target=\"docProps/app.xml\"/>"
      + "</Relationships>"
  }

  /// The frame of a chart's part.
  ///
  /// - Parameters:
  ///   - id: of the relation to the part.
  ///   - prefix: of the names of what the frame is in.
  ///   - begun: the beginning of the element with its number, which gets its name and words here.
  ///   - holder: what stands behind it.
  static func chartFrame(
    _ chart: Book.Chart, _ id: String, _ prefix: String, _ begun: String, _ holder: String,
    place: String = "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>"
  ) -> String {
    let uri = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    return "<\(prefix):graphicFrame><\(prefix):nvGraphicFramePr>\(begun) "
      + "name=\"\(markup(chart.title.cut(to: 100)))\" descr=\"\(markup(chart.alternative.cut(to: 299)))\"/>"
      + "<\(prefix):cNvGraphicFramePr/>\(holder)</\(prefix):nvGraphicFramePr><\(prefix):xfrm>\(place)</\(prefix):xfrm>"
      + "<a:graphic><a:graphicData uri=\"\(uri)\"><c:chart xmlns:c=\"\(uri)\" "
      + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"\(id)\"/>"
      + "</a:graphicData></a:graphic></\(prefix):graphicFrame>"
  }

  /// Title, subject, language and the date of the data.
  static func core(_ document: Document) -> String {
    let date = document.created.count == 10 ? document.created : "1980-01-01"
    let time = "xsi:type=\"dcterms:W3CDTF\">\(markup(date))T00:00:00Z"
    return xmlHead
      + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>\(markup(document.title))</dc:title>"
      + "<dc:subject>\(markup(document.subtitle))</dc:subject><dc:creator>digigov</dc:creator>"
      + (document.marking.isEmpty
        ? "" : "<cp:keywords>\(markup(document.marking))</cp:keywords>")
      + "<dcterms:created \(time)</dcterms:created><dcterms:modified \(time)</dcterms:modified>"
      + "<dc:language>\(markup(document.language))</dc:language></cp:coreProperties>"
  }

  static let app =
    xmlHead
    + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
    + "<Application>digigov</Application></Properties>"

  static let settings =
    xmlHead + "<w:settings \(names)><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/>"
    + "</w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
    + "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
    + "<w:themeFontLang w:val=\"en-GB\"/></w:settings>"

  static let numbering: String = {
    func list(_ id: Int, _ format: String, _ text: String, _ indent: Int) -> String {
      "<w:abstractNum w:abstractNumId=\"\(id)\"><w:multiLevelType w:val=\"singleLevel\"/>"
        + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>"
        + "<w:lvlText w:val=\"\(text)\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"\(indent)\" "
        + "w:hanging=\"\(indent)\"/></w:pPr></w:lvl></w:abstractNum>"
    }
    return xmlHead + "<w:numbering \(names)>" + list(0, "bullet", "\u{2022}", 284)
      + list(1, "decimal", "%1.", 510)
      + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
      + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"
  }()

  static func header(_ document: Document) -> String {
    xmlHead + "<w:hdr \(names)><w:p><w:pPr><w:pStyle w:val=\"Marking\"/></w:pPr>"
      + (document.marking.isEmpty ? "" : "<w:r><w:t>\(markup(document.marking))</w:t></w:r>")
      + "</w:p></w:hdr>"
  }

  /// Whose it is, the page's number, and the marking.
  static func footer(_ document: Document) -> String {
    func field(_ name: String) -> String {
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> \(name) "
        + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
        + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    }
    func words(_ text: String) -> String {
      "<w:r><w:t xml:space=\"preserve\">\(markup(text))</w:t></w:r>"
    }
    let isNarrow = document.hasNarrowMarking && !document.marking.isEmpty
    let marking =
      isNarrow || document.marking.isEmpty
      ? "" : "<w:p><w:pPr><w:pStyle w:val=\"Marking\"/></w:pPr>\(words(document.marking))</w:p>"
    let right = Int(document.textWidth * 567)
    let middle = "<w:r><w:rPr><w:b/></w:rPr><w:t>\(markup(document.marking))</w:t></w:r>"
    return xmlHead + "<w:ftr \(names)><w:p><w:pPr><w:pStyle w:val=\"Footer\"/><w:tabs>"
      + "<w:tab w:val=\"center\" w:pos=\"\(right / 2)\"/><w:tab w:val=\"right\" w:pos=\"\(right)\"/></w:tabs></w:pPr>"
      + words("digigov; not an official statistic") + "<w:r><w:tab/></w:r>"
      + (isNarrow ? middle : "")
      + "<w:r><w:tab/></w:r>" + words("Page ")
      + field("PAGE") + words(" of ") + field("NUMPAGES") + "</w:p>\(marking)</w:ftr>"
  }
}

import Documents
import Frames

/// The styles of an OpenDocument text, by their names in LibreOffice where it has them.
enum OpenStyles {
  static func text(_ document: Document) -> String {
    let short = document.isShort
    var text = xmlHead + "<office:document-styles \(OpenParts.names) office:version=\"1.2\">"
    text +=
      "<office:font-face-decls><style:font-face style:name=\"Arial\" svg:font-family=\"Arial\" "
    text += "style:font-family-generic=\"swiss\" style:font-pitch=\"variable\"/>"
    text +=
      "<style:font-face style:name=\"Liberation Mono\" svg:font-family=\"&apos;Liberation Mono&apos;\" "
    text +=
      "style:font-family-generic=\"modern\" style:font-pitch=\"fixed\"/></office:font-face-decls>"
    text += "<office:styles><style:default-style style:family=\"paragraph\"><style:text-properties "
    text +=
      "style:font-name=\"Arial\" fo:font-size=\"10pt\" \(language(document))/></style:default-style>"
    text +=
      "<style:default-style style:family=\"table\"/><style:style style:name=\"Standard\" style:family=\"paragraph\"/>"
    text += paragraph(
      "Title", size: short ? 11 : 20, bold: true, colour: "505A5F", after: short ? 0 : 4)
    text += paragraph("Subtitle", size: 10, colour: "505A5F", after: short ? 2 : 8)
    text += paragraph(
      "Heading_20_1", size: short ? 11 : 16, bold: true, colour: "12436D", before: short ? 3 : 14,
      after: short ? 1 : 4, keep: true, level: 1)
    text += "<style:style style:name=\"Heading_20_1_20_New\" style:display-name=\"Heading 1 New\" "
    text +=
      "style:family=\"paragraph\" style:parent-style-name=\"Heading_20_1\" style:default-outline-level=\"1\">"
    text += "<style:paragraph-properties fo:break-before=\"page\"/></style:style>"
    text += paragraph(
      "Heading_20_2", size: short ? 10 : 12, bold: true, before: short ? 3 : 10,
      after: short ? 1 : 3,
      keep: true, level: 2)
    text += paragraph(
      "Heading_20_3", size: 10, bold: true, before: short ? 2 : 8, keep: true, level: 3)
    text += paragraph("Message", size: short ? 13 : 15, bold: true, after: short ? 2 : 3)
    text += paragraph("Text_20_body", size: 10, after: short ? 0 : 5)
    text += paragraph("Question", size: 10, after: short ? 1 : 6)
    text += paragraph("List_20_Bullet", size: 10, after: short ? 1 : 3)
    text += paragraph("List_20_Number", size: 10, after: 3)
    text += paragraph(
      "Caption", size: 10, bold: short, colour: short ? nil : "505A5F", before: short ? 3 : 8,
      after: 2,
      keep: true)
    text += paragraph("Picture", size: 10, after: short ? 0 : 6)
    text += paragraph("Code", size: short ? 8 : 9, after: short ? 0 : 3, font: "Liberation Mono")
    for (name, bold) in [("Table_20_Heading", true), ("Table_20_Contents", false)] {
      text += paragraph(name, size: short ? 10 : 9, bold: bold)
      text += paragraph(name + "_20_Number", size: short ? 10 : 9, bold: bold, align: "end")
    }
    text += paragraph("After_20_Table", size: short ? 2 : 6)
    text += paragraph("Marking", size: 10, bold: true, align: "center")
    text += paragraph("Footer", size: 9, colour: "505A5F", tab: document.textWidth)
    text += paragraph("Footnote", size: 9)
    text += "<style:style style:name=\"Strong_20_Emphasis\" style:display-name=\"Strong Emphasis\" "
    text += "style:family=\"text\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
    text += "<style:style style:name=\"Footnote_20_anchor\" style:display-name=\"Footnote anchor\" "
    text +=
      "style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/></style:style>"
    text +=
      "<style:style style:name=\"Internet_20_link\" style:display-name=\"Internet link\" style:family=\"text\">"
    text +=
      "<style:text-properties fo:color=\"#12436D\" style:text-underline-style=\"solid\"/></style:style>"
    text +=
      "<style:style style:name=\"Graphics\" style:family=\"graphic\"><style:graphic-properties "
    text +=
      "style:vertical-pos=\"top\" style:vertical-rel=\"baseline\" text:anchor-type=\"as-char\"/></style:style>"
    text += lists
    text +=
      "<text:notes-configuration text:note-class=\"footnote\" text:default-style-name=\"Footnote\" "
    text += "text:citation-body-style-name=\"Footnote_20_anchor\" style:num-format=\"1\" "
    text +=
      "text:footnotes-position=\"page\" text:start-numbering-at=\"document\"/></office:styles>"
    return text + page(document) + "</office:document-styles>"
  }

  private static func language(_ document: Document) -> String {
    let parts = document.language.split(separator: "-")
    return "fo:language=\"\(markup(String(parts.first ?? "en")))\" "
      + "fo:country=\"\(markup(String(parts.count > 1 ? parts[1] : "none")))\""
  }

  private static func paragraph(
    _ name: String, size: Double, bold: Bool = false, colour: String? = nil, before: Double = 0,
    after: Double = 0, keep: Bool = false, level: Int? = nil, font: String? = nil,
    align: String? = nil, tab: Double? = nil
  ) -> String {
    let shown = name.split(separator: "_20_").joined(separator: " ")
    var text =
      "<style:style style:name=\"\(name)\" style:display-name=\"\(shown)\" style:family=\"paragraph\" "
    text += "style:parent-style-name=\"Standard\""
    if let level { text += " style:default-outline-level=\"\(level)\"" }
    text +=
      "><style:paragraph-properties fo:margin-top=\"\(before)pt\" fo:margin-bottom=\"\(after)pt\""
    if keep { text += " fo:keep-with-next=\"always\"" }
    if let align { text += " fo:text-align=\"\(align)\"" }
    if let tab {
      text += "><style:tab-stops><style:tab-stop style:position=\"\(centimetres(tab / 2))\" "
      text +=
        "style:type=\"center\"/><style:tab-stop style:position=\"\(centimetres(tab))\" style:type=\"right\"/>"
      text += "</style:tab-stops></style:paragraph-properties>"
    } else {
      text += "/>"
    }
    text += "<style:text-properties fo:font-size=\"\(size)pt\""
    if bold { text += " fo:font-weight=\"bold\"" }
    if let colour { text += " fo:color=\"#\(colour)\"" }
    if let font { text += " style:font-name=\"\(font)\"" }
    return text + "/></style:style>"
  }

  private static let lists: String = {
    func list(_ name: String, _ level: String, _ indent: Double) -> String {
      "<text:list-style style:name=\"\(name)\"><\(level)><style:list-level-properties "
        + "text:list-level-position-and-space-mode=\"label-alignment\"><style:list-level-label-alignment "
        + "text:label-followed-by=\"listtab\" fo:margin-left=\"\(indent)cm\" fo:text-indent=\"-\(indent)cm\"/>"
        + "</style:list-level-properties></\(level.prefix { $0 != " " })></text:list-style>"
    }
    return list(
      "Points", "text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"\u{2022}\"", 0.5)
      + list(
        "Numbers",
        "text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"",
        0.9)
  }()

  /// A4 with the marking above and below, and the page's number.
  private static func page(_ document: Document) -> String {
    let marking =
      document.marking.isEmpty
      ? "" : "<text:p text:style-name=\"Marking\">\(markup(document.marking))</text:p>"
    let isNarrow = document.hasNarrowMarking && !document.marking.isEmpty
    let middle =
      isNarrow
      ? "<text:span text:style-name=\"Strong_20_Emphasis\">\(markup(document.marking))</text:span>"
      : ""
    let foot =
      "<text:p text:style-name=\"Footer\">digigov; not an official statistic<text:tab/>\(middle)<text:tab/>Page "
      + "<text:page-number text:select-page=\"current\">1</text:page-number> of "
      + "<text:page-count>1</text:page-count></text:p>"
    return
      "<office:automatic-styles><style:page-layout style:name=\"A4\"><style:page-layout-properties "
      + "fo:page-width=\"21cm\" fo:page-height=\"29.7cm\" style:print-orientation=\"portrait\" "
      + "fo:margin-top=\"0.8cm\" fo:margin-bottom=\"0.7cm\" fo:margin-left=\"\(document.pageMargin)cm\" "
      + "fo:margin-right=\"\(document.pageMargin)cm\"/><style:header-style><style:header-footer-properties "
      + "fo:min-height=\"0.4cm\" fo:margin-bottom=\"0.1cm\"/></style:header-style><style:footer-style>"
      + "<style:header-footer-properties fo:min-height=\"0.4cm\" fo:margin-top=\"0.1cm\"/></style:footer-style>"
      + "</style:page-layout></office:automatic-styles><office:master-styles><style:master-page "
      + "style:name=\"Standard\" style:page-layout-name=\"A4\">"
      + (marking.isEmpty ? "" : "<style:header>\(marking)</style:header>")
      + "<style:footer>\(foot)\(isNarrow ? "" : marking)</style:footer></style:master-page></office:master-styles>"
  }

  /// Rows and cells of tables; in the content, where LibreOffice looks for them.
  static let cells: String = {
    func cell(_ name: String, _ border: String) -> String {
      "<style:style style:name=\"\(name)\" style:family=\"table-cell\"><style:table-cell-properties "
        + "fo:padding-top=\"0.02cm\" fo:padding-bottom=\"0.02cm\" fo:padding-left=\"0cm\" "
        + "fo:padding-right=\"0.19cm\" fo:border-bottom=\"\(border)\"/></style:style>"
    }
    return cell("Cell", "0.5pt solid #b1b4b6") + cell("HeadingCell", "1pt solid #0b0c0c")
      + "<style:style style:name=\"TableRow\" style:family=\"table-row\"><style:table-row-properties "
      + "fo:keep-together=\"always\"/></style:style>"
  }()
}

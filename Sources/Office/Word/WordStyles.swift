import Documents
import Frames

/// The styles of a Word document, by their names in Word where it has them.
enum WordStyles {
  static func text(_ document: Document) -> String {
    let short = document.isShort
    func paragraph(
      _ id: String, _ name: String, size: Double, bold: Bool = false, colour: String? = nil,
      before: Double = 0, after: Double = 0, keep: Bool = false, level: Int? = nil,
      more: String = "", font: String? = nil, centred: Bool = false
    ) -> String {
      var text = "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/>"
      text += "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>"
      if keep { text += "<w:keepNext/><w:keepLines/>" }
      text += more
      text += "<w:spacing w:before=\"\(Int(before * 20))\" w:after=\"\(Int(after * 20))\"/>"
      if centred { text += "<w:jc w:val=\"center\"/>" }
      if let level { text += "<w:outlineLvl w:val=\"\(level)\"/>" }
      text += "</w:pPr><w:rPr>"
      if let font { text += "<w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\" w:cs=\"\(font)\"/>" }
      if bold { text += "<w:b/>" }
      if let colour { text += "<w:color w:val=\"\(colour)\"/>" }
      return text + "<w:sz w:val=\"\(Int(size * 2))\"/></w:rPr></w:style>"
    }
    var text = xmlHead + "<w:styles \(WordParts.names)><w:docDefaults><w:rPrDefault><w:rPr>"
    text += "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\" w:eastAsia=\"Arial\"/>"
    text +=
      "<w:sz w:val=\"20\"/><w:lang w:val=\"\(markup(document.language))\" w:eastAsia=\"\(markup(document.language))\"/>"
    text += "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    text +=
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    text += paragraph(
      "Title", "Title", size: short ? 11 : 20, bold: true, colour: "505A5F", after: short ? 0 : 4)
    text += paragraph("Subtitle", "Subtitle", size: 10, colour: "505A5F", after: short ? 2 : 8)
    text += paragraph(
      "Heading1", "heading 1", size: short ? 11 : 16, bold: true, colour: "12436D",
      before: short ? 3 : 14,
      after: short ? 1 : 4, keep: true, level: 0)
    text += paragraph(
      "Heading2", "heading 2", size: short ? 10 : 12, bold: true, before: short ? 3 : 10,
      after: short ? 1 : 3,
      keep: true, level: 1)
    text += paragraph(
      "Heading3", "heading 3", size: 10, bold: true, before: short ? 2 : 8, keep: true, level: 2)
    text += paragraph("Message", "Message", size: short ? 13 : 15, bold: true, after: short ? 2 : 3)
    text += paragraph("BodyText", "Body Text", size: 10, after: short ? 0 : 5)
    text += paragraph("Question", "Question", size: 10, after: short ? 1 : 6)
    text += paragraph(
      "ListBullet", "List Bullet", size: 10, after: short ? 1 : 3,
      more: "<w:numPr><w:numId w:val=\"1\"/></w:numPr>")
    text += paragraph(
      "ListNumber", "List Number", size: 10, after: 3,
      more: "<w:numPr><w:numId w:val=\"2\"/></w:numPr>")
    text += paragraph(
      "Caption", "caption", size: 10, bold: short, colour: short ? nil : "505A5F",
      before: short ? 3 : 8, after: 2,
      keep: true)
    text += paragraph("Picture", "Picture", size: 10, after: short ? 0 : 6)
    text += paragraph(
      "Code", "Code", size: short ? 8 : 9, after: short ? 0 : 3, font: "Liberation Mono")
    text += paragraph("TableHeading", "Table Heading", size: short ? 10 : 9, bold: true)
    text += paragraph("TableText", "Table Text", size: short ? 10 : 9)
    text += paragraph("AfterTable", "After Table", size: short ? 2 : 6)
    text += paragraph(
      "Marking", "Marking", size: 10, bold: true, centred: true)
    text += paragraph("Footer", "footer", size: 9, colour: "505A5F")
    text += paragraph("FootnoteText", "footnote text", size: short ? 9 : 9)
    text +=
      "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/>"
    text += "<w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>"
    text += "<w:style w:type=\"character\" w:styleId=\"Hyperlink\"><w:name w:val=\"Hyperlink\"/>"
    text += "<w:rPr><w:color w:val=\"12436D\"/><w:u w:val=\"single\"/></w:rPr></w:style>"
    text +=
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/></w:style>"
    text +=
      "<w:style w:type=\"table\" w:styleId=\"Figures\"><w:name w:val=\"Figures\"/><w:basedOn w:val=\"TableNormal\"/>"
    text += "<w:tblPr><w:tblBorders><w:bottom w:val=\"single\" w:sz=\"4\" w:color=\"B1B4B6\"/>"
    text +=
      "<w:insideH w:val=\"single\" w:sz=\"4\" w:color=\"B1B4B6\"/></w:tblBorders><w:tblCellMar>"
    text +=
      "<w:top w:w=\"10\" w:type=\"dxa\"/><w:left w:w=\"0\" w:type=\"dxa\"/><w:bottom w:w=\"10\" w:type=\"dxa\"/>"
    text +=
      "<w:right w:w=\"110\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:tcPr>"
    text +=
      "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:color=\"0B0C0C\"/></w:tcBorders></w:tcPr></w:tblStylePr>"
    return text + "</w:style></w:styles>"
  }
}

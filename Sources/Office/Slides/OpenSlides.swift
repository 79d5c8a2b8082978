public import Documents
import Frames

extension Deck {
  /// The slides as an OpenDocument presentation (ODF 1.2): charts as objects with their numbers, notes
  /// for the presenter.
  ///
  /// - Parameter drawn: an illustration as a vector with pixels beside it.
  public func odp(_ drawn: (Illustration) -> Drawing) -> [UInt8] {
    var zip = Zip(date: created)
    zip.add("mimetype", Array(OpenParts.presentation.utf8), stored: true)
    var pages = ""
    var files: [String] = []
    var objects = 0
    for (place, slide) in slides.enumerated() {
      var body = ""
      switch slide.body {
      case .points(let points):
        let fitted = SlideLayout.fitted(points)
        let items = fitted.points.map {
          "<text:list-item><text:p><text:span text:style-name=\"T\(Int(fitted.type))\">\(markup($0.unbroken))"
            + "</text:span></text:p></text:list-item>"
        }
        body = Self.holder(
          "outline", "Content", SlideLayout.body,
          "<text:list text:style-name=\"Points\">\(items.joined())</text:list>")
      case .chart(let sheet):
        guard let chart = sheet.charts.first else { continue }
        objects += 1
        let box = SlideLayout.body
        let object = OpenChart(
          chart: chart, sheet: sheet, type: SlideLayout.type(chart), width: box.width,
          height: box.height,
          isInBook: false)
        zip.add("Object \(objects)/content.xml", object.content)
        zip.add("Object \(objects)/styles.xml", OpenChart.styles)
        body = Self.frame(
          chart.title.cut(to: 100), box,
          "<draw:object xlink:href=\"./Object \(objects)\" xlink:type=\"simple\" xlink:show=\"embed\" "
            + "xlink:actuate=\"onLoad\"/>", chart.alternative.cut(to: 299), "object")
      case .picture(let picture):
        let drawing = drawn(picture)
        let name = "Pictures/picture\(files.count / 2 + 1)"
        zip.add(name + ".svg", drawing.svg)
        zip.add(name + ".png", drawing.png)
        files += [name + ".svg", name + ".png"]
        func image(_ end: String) -> String {
          "<draw:image xlink:href=\"\(name).\(end)\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>"
        }
        body = Self.frame(
          picture.name, SlideLayout.placed(drawing), image("svg") + image("png"),
          picture.alternative, "graphic")
      }
      pages += page(slide, place + 1, body)
    }
    zip.add(
      "content.xml",
      xmlHead
        + "<office:document-content \(OpenParts.names) office:version=\"1.2\"><office:automatic-styles>"
        + "<style:style style:name=\"page\" style:family=\"drawing-page\"><style:drawing-page-properties "
        + "presentation:display-header=\"true\" presentation:display-footer=\"true\" "
        + "presentation:display-page-number=\"true\" presentation:display-date-time=\"false\"/></style:style>"
        + [20, 18, 16].map {
          "<style:style style:name=\"T\($0)\" style:family=\"text\"><style:text-properties "
            + "fo:font-size=\"\($0)pt\"/></style:style>"
        }.joined()
        + "<text:list-style style:name=\"Points\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"\u{2022}\">"
        + "<style:list-level-properties text:min-label-width=\"0.9cm\"/><style:text-properties fo:font-family=\"Arial\" "
        + "fo:font-size=\"100%\"/></text:list-level-style-bullet></text:list-style>"
        + "</office:automatic-styles><office:body><office:presentation>"
        + (marking.isEmpty
          ? ""
          : "<presentation:footer-decl presentation:name=\"marking\">\(markup(SlideLayout.foot.fitted(marking)))</presentation:footer-decl>")
        + pages + "</office:presentation></office:body></office:document-content>")
    zip.add("styles.xml", styles)
    zip.add("meta.xml", OpenParts.meta(about))
    zip.add(
      "META-INF/manifest.xml", OpenParts.manifest(OpenParts.presentation, files, objects: objects))
    return zip.finished()
  }

  /// Title, body and source, then what the presenter sees.
  private func page(_ slide: Slide, _ number: Int, _ body: String) -> String {
    let notes = slide.notes.map { "<text:p>\(markup($0.unbroken))</text:p>" }.joined()
    return
      "<draw:page draw:name=\"Slide \(number)\" draw:style-name=\"page\" draw:master-page-name=\"Claim\""
      + (marking.isEmpty ? "" : " presentation:use-footer-name=\"marking\"") + ">"
      + Self.holder(
        "title", "Title", SlideLayout.title,
        "<text:p>\(markup(SlideLayout.title.fitted(slide.title).unbroken))</text:p>")
      + body
      + Self.box(
        "Source", "SourceBox", SlideLayout.source,
        "<text:p>\(markup(SlideLayout.source.fitted(slide.source).unbroken))</text:p>")
      + "<presentation:notes draw:style-name=\"page\"><draw:page-thumbnail draw:page-number=\"\(number)\" "
      + "presentation:class=\"page\" svg:x=\"2cm\" svg:y=\"2cm\" svg:width=\"15cm\" svg:height=\"8.4cm\"/>"
      + "<draw:frame presentation:style-name=\"Claim-notes\" presentation:class=\"notes\" svg:x=\"2cm\" svg:y=\"11.5cm\" "
      + "svg:width=\"15cm\" svg:height=\"13cm\"><draw:text-box>\(notes)</draw:text-box></draw:frame></presentation:notes></draw:page>"
  }

  private static func place(_ box: SlideLayout.Box) -> String {
    "svg:x=\"\(centimetres(box.x))\" svg:y=\"\(centimetres(box.y))\" svg:width=\"\(centimetres(box.width))\" "
      + "svg:height=\"\(centimetres(box.height))\""
  }

  private static func holder(
    _ kind: String, _ name: String, _ box: SlideLayout.Box, _ text: String
  ) -> String {
    "<draw:frame draw:name=\"\(name)\" presentation:style-name=\"Claim-\(kind == "outline" ? "outline1" : kind)\" "
      + "presentation:class=\"\(kind)\" draw:layer=\"layout\" \(place(box))><draw:text-box>\(text)</draw:text-box></draw:frame>"
  }

  private static func frame(
    _ name: String, _ box: SlideLayout.Box, _ content: String, _ words: String, _ kind: String
  ) -> String {
    "<draw:frame draw:name=\"\(markup(name))\" draw:style-name=\"Bare\" presentation:class=\"\(kind)\" draw:layer=\"layout\" \(place(box))>\(content)"
      + "<svg:desc>\(markup(words))</svg:desc></draw:frame>"
  }

  private static func box(
    _ name: String, _ style: String, _ box: SlideLayout.Box, _ text: String
  ) -> String {
    "<draw:frame draw:name=\"\(name)\" draw:style-name=\"\(style)\" draw:layer=\"layout\" \(place(box))>"
      + "<draw:text-box>\(text)</draw:text-box></draw:frame>"
  }

  private var styles: String {
    let parts = language.split(separator: "-").map { markup(String($0)) }
    func letters(_ box: SlideLayout.Box, _ colour: String = "0b0c0c") -> String {
      "<style:text-properties fo:font-size=\"\(Int(box.type))pt\" fo:color=\"#\(colour)\""
        + (box.isBold ? " fo:font-weight=\"bold\"" : "") + "/>"
    }
    func graphic(_ anchor: String) -> String {
      "<style:graphic-properties draw:stroke=\"none\" draw:fill=\"none\" draw:auto-grow-height=\"false\" "
        + "draw:textarea-vertical-align=\"\(anchor)\" fo:padding-left=\"0.25cm\" fo:padding-right=\"0.25cm\" "
        + "fo:padding-top=\"0.12cm\" fo:padding-bottom=\"0.12cm\"/>"
    }
    func style(_ name: String, _ family: String, _ content: String) -> String {
      "<style:style style:name=\"\(name)\" style:family=\"\(family)\">\(content)</style:style>"
    }
    let marks =
      marking.isEmpty
      ? ""
      : Self.box(
        "Marking above", "MarkBox", SlideLayout.head,
        "<text:p>\(markup(SlideLayout.head.fitted(marking)))</text:p>")
        + "<draw:frame draw:name=\"Marking\" draw:style-name=\"MarkBox\" presentation:class=\"footer\" "
        + "draw:layer=\"backgroundobjects\" \(Self.place(SlideLayout.foot))><draw:text-box>"
        + "<text:p><presentation:footer/></text:p></draw:text-box></draw:frame>"
    return xmlHead + "<office:document-styles \(OpenParts.names) office:version=\"1.2\">"
      + "<office:font-face-decls><style:font-face style:name=\"Arial\" svg:font-family=\"Arial\" "
      + "style:font-family-generic=\"swiss\" style:font-pitch=\"variable\"/></office:font-face-decls><office:styles>"
      + "<style:default-style style:family=\"graphic\"><style:text-properties style:font-name=\"Arial\" fo:font-size=\"18pt\" "
      + "fo:language=\"\(parts.first ?? "en")\" fo:country=\"\(parts.last ?? "GB")\"/></style:default-style>"
      + style("standard", "graphic", "")
      + style(
        "Claim-title", "presentation", graphic("bottom") + letters(SlideLayout.title, "12436d"))
      + style(
        "Claim-outline1", "presentation",
        graphic("top") + "<style:paragraph-properties fo:margin-bottom=\"0.32cm\"/>"
          + letters(SlideLayout.body))
      + style(
        "Claim-notes", "presentation",
        graphic("top") + "<style:paragraph-properties fo:margin-bottom=\"0.15cm\"/>"
          + "<style:text-properties fo:font-size=\"12pt\"/>")
      + style("Bare", "graphic", graphic("bottom"))
      + style("SourceBox", "graphic", graphic("bottom") + letters(SlideLayout.source))
      + style("MarkBox", "graphic", graphic("middle") + letters(SlideLayout.foot))
      + style(
        "NumberBox", "graphic",
        graphic("middle") + "<style:paragraph-properties fo:text-align=\"end\"/>"
          + letters(SlideLayout.number))
      + "</office:styles><office:automatic-styles>"
      + "<style:page-layout style:name=\"wide\"><style:page-layout-properties fo:page-width=\"\(centimetres(SlideLayout.width))\" "
      + "fo:page-height=\"\(centimetres(SlideLayout.height))\" fo:margin=\"0cm\" style:print-orientation=\"landscape\"/></style:page-layout>"
      + "<style:page-layout style:name=\"paper\"><style:page-layout-properties fo:page-width=\"19.05cm\" fo:page-height=\"25.4cm\" "
      + "fo:margin=\"0cm\" style:print-orientation=\"portrait\"/></style:page-layout>"
      + style(
        "ground", "drawing-page",
        "<style:drawing-page-properties draw:fill=\"solid\" draw:fill-color=\"#ffffff\"/>")
      + "</office:automatic-styles><office:master-styles><style:master-page style:name=\"Claim\" style:page-layout-name=\"wide\" "
      + "draw:style-name=\"ground\">" + marks
      + "<draw:frame draw:name=\"Slide number\" draw:style-name=\"NumberBox\" presentation:class=\"page-number\" "
      + "draw:layer=\"backgroundobjects\" \(Self.place(SlideLayout.number))><draw:text-box><text:p>"
      + "<text:page-number>1</text:page-number></text:p></draw:text-box></draw:frame>"
      + "<presentation:notes style:page-layout-name=\"paper\"/></style:master-page></office:master-styles></office:document-styles>"
  }
}

import Documents
import Frames

/// The parts of slides as Office Open XML.
enum PowerParts {
  static let type = "application/vnd.openxmlformats-officedocument.presentationml."
  static let names =
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    + "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""

  /// English Metric Units: 360,000 a centimetre.
  static func emu(_ value: Double) -> Int { Int((value * 360_000).rounded()) }

  static func frame(_ box: SlideLayout.Box) -> String {
    "<a:off x=\"\(emu(box.x))\" y=\"\(emu(box.y))\"/><a:ext cx=\"\(emu(box.width))\" cy=\"\(emu(box.height))\"/>"
  }

  static func contentTypes(_ overrides: String) -> String {
    func one(_ name: String, _ type: String) -> String {
      "<Override PartName=\"/\(name)\" ContentType=\"\(type)\"/>"
    }
    let theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    return xmlHead
      + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>"
      + "<Default Extension=\"xlsx\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\"/>"
      + one("ppt/presentation.xml", type + "presentation.main+xml")
      + one("ppt/slideMasters/slideMaster1.xml", type + "slideMaster+xml")
      + one("ppt/slideLayouts/slideLayout1.xml", type + "slideLayout+xml")
      + one("ppt/notesMasters/notesMaster1.xml", type + "notesMaster+xml")
      + one("ppt/theme/theme1.xml", theme) + one("ppt/theme/theme2.xml", theme) + overrides
      + one(
        "docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
      + one(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml")
      + "</Types>"
  }

  /// A placeholder with its paragraphs; on a master or layout with its place and how it is set.
  static func shape(
    _ id: Int, _ name: String, _ holder: String, _ paragraphs: [String],
    _ box: SlideLayout.Box? = nil, anchor: String = "t", list: String = "", field: String = ""
  ) -> String {
    let place =
      box.map {
        "<p:spPr><a:xfrm>\(frame($0))</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>"
      } ?? "<p:spPr/>"
    let setting =
      box.map { _ in
        "<a:bodyPr lIns=\"91440\" tIns=\"45720\" rIns=\"91440\" bIns=\"45720\" anchor=\"\(anchor)\"><a:normAutofit/></a:bodyPr>"
      } ?? "<a:bodyPr/>"
    let words = paragraphs.map {
      "<a:p><a:r><a:rPr lang=\"en-GB\"/><a:t>\(markup($0.unbroken))</a:t></a:r></a:p>"
    }
    return
      "<p:sp><p:nvSpPr><p:cNvPr id=\"\(id)\" name=\"\(name)\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>"
      + "<p:nvPr><p:ph \(holder)/></p:nvPr></p:nvSpPr>\(place)<p:txBody>\(setting)<a:lstStyle>\(list)</a:lstStyle>"
      + (field.isEmpty ? words.joined() : field)
      + (field.isEmpty && words.isEmpty ? "<a:p><a:endParaRPr lang=\"en-GB\"/></a:p>" : "")
      + "</p:txBody></p:sp>"
  }

  /// The number of the slide.
  private static func field(_ shown: String) -> String {
    "<a:p><a:fld id=\"{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}\" type=\"slidenum\"><a:rPr lang=\"en-GB\"/>"
      + "<a:t>\(shown)</a:t></a:fld></a:p>"
  }

  private static let tree =
    "<p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>"
    + "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/>"
    + "</a:xfrm></p:grpSpPr>"

  /// Title, body, source, marking and number: the order in which they are read.
  static func slide(
    _ slide: Deck.Slide, _ number: Int, _ body: String, _ marking: String
  ) -> String {
    xmlHead + "<p:sld \(names)><p:cSld>\(tree)"
      + shape(2, "Title", "type=\"title\"", [SlideLayout.title.fitted(slide.title)]) + body
      + shape(4, "Source", "type=\"body\" idx=\"13\"", [SlideLayout.source.fitted(slide.source)])
      + (marking.isEmpty
        ? "" : shape(5, "Marking", "type=\"ftr\" idx=\"11\"", [SlideLayout.foot.fitted(marking)]))
      + shape(6, "Slide number", "type=\"sldNum\" idx=\"12\"", [], field: field("\(number)"))
      + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
  }

  static func picture(
    _ picture: Illustration, _ drawing: Drawing, _ png: String, _ svg: String
  ) -> String {
    "<p:pic><p:nvPicPr><p:cNvPr id=\"3\" name=\"\(markup(picture.name))\" descr=\"\(markup(picture.alternative))\"/>"
      + "<p:cNvPicPr><a:picLocks noGrp=\"1\" noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr><p:ph idx=\"1\"/></p:nvPr></p:nvPicPr><p:blipFill>"
      + "<a:blip r:embed=\"\(png)\"><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
      + "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"\(svg)\"/></a:ext></a:extLst></a:blip>"
      + "<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>\(frame(SlideLayout.placed(drawing)))</a:xfrm>"
      + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>"
  }

  static func notes(_ paragraphs: [String]) -> String {
    xmlHead + "<p:notes \(names)><p:cSld>\(tree)"
      + "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/>"
      + "</p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>"
      + shape(3, "Notes", "type=\"body\" idx=\"1\"", paragraphs)
      + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
  }

  private static let colours =
    "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" "
    + "accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" folHlink=\"folHlink\"/>"

  private static let ground =
    "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>"

  private static func level(
    _ size: Double, bold: Bool = false, side: String = "l", colour: String = "tx1",
    bullet: Bool = false, after: Int = 0
  ) -> String {
    "marL=\"\(bullet ? 324_000 : 0)\" indent=\"\(bullet ? -324_000 : 0)\" algn=\"\(side)\"><a:spcBef><a:spcPts val=\"0\"/></a:spcBef>"
      + "<a:spcAft><a:spcPts val=\"\(after)\"/></a:spcAft>"
      + (bullet ? "<a:buFont typeface=\"Arial\"/><a:buChar char=\"\u{2022}\"/>" : "<a:buNone/>")
      + "<a:defRPr sz=\"\(Int(size * 100))\" b=\"\(bold ? 1 : 0)\" kern=\"1200\"><a:solidFill><a:schemeClr val=\"\(colour)\"/></a:solidFill>"
      + "<a:latin typeface=\"Arial\"/></a:defRPr>"
  }

  private static func list(_ text: String) -> String { "<a:lvl1pPr \(text)</a:lvl1pPr>" }

  /// The places that slides fill, the same on master and layout.
  private static func holders(_ marking: String) -> String {
    shape(2, "Title", "type=\"title\"", ["Title"], SlideLayout.title, anchor: "b")
      + shape(3, "Content", "type=\"body\" idx=\"1\"", ["Content"], SlideLayout.body)
      + shape(
        5, "Marking", "type=\"ftr\" sz=\"quarter\" idx=\"3\"", marking.isEmpty ? [] : [marking],
        SlideLayout.foot, list: list(level(SlideLayout.foot.type, bold: true)))
      + shape(
        6, "Slide number", "type=\"sldNum\" sz=\"quarter\" idx=\"4\"", [], SlideLayout.number,
        list: list(level(SlideLayout.number.type, side: "r")), field: field("1"))
  }

  static func master(_ layout: String, _ marking: String) -> String {
    let head =
      marking.isEmpty
      ? ""
      : "<p:sp><p:nvSpPr><p:cNvPr id=\"9\" name=\"Marking above\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr userDrawn=\"1\"/></p:nvSpPr><p:spPr>"
        + "<a:xfrm>\(frame(SlideLayout.head))</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>"
        + "<a:p><a:r><a:rPr lang=\"en-GB\" sz=\"1200\" b=\"1\"/><a:t>\(markup(SlideLayout.head.fitted(marking)))</a:t></a:r></a:p></p:txBody></p:sp>"
    return xmlHead + "<p:sldMaster \(names)><p:cSld>\(ground)\(tree)"
      + holders(SlideLayout.foot.fitted(marking)) + head
      + "</p:spTree></p:cSld>\(colours)<p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"\(layout)\"/></p:sldLayoutIdLst>"
      + "<p:hf hdr=\"0\" dt=\"0\"/><p:txStyles><p:titleStyle>"
      + list(level(SlideLayout.title.type, bold: true, colour: "accent1"))
      + "</p:titleStyle><p:bodyStyle>"
      + list(level(SlideLayout.body.type, bullet: true, after: 900))
      + "</p:bodyStyle><p:otherStyle>" + list(level(18))
      + "</p:otherStyle></p:txStyles></p:sldMaster>"
  }

  static let layout: String = {
    let source = shape(
      4, "Source", "type=\"body\" sz=\"quarter\" idx=\"13\"", ["Source"], SlideLayout.source,
      anchor: "b", list: list(level(SlideLayout.source.type)))
    return xmlHead
      + "<p:sldLayout \(names) preserve=\"1\" userDrawn=\"1\"><p:cSld name=\"Claim\">\(tree)"
      + shape(2, "Title", "type=\"title\"", ["Title"])
      + shape(3, "Content", "idx=\"1\"", ["Content"], SlideLayout.body) + source
      + shape(
        5, "Marking", "type=\"ftr\" sz=\"quarter\" idx=\"11\"", [], SlideLayout.foot,
        list: list(level(SlideLayout.foot.type, bold: true)))
      + shape(
        6, "Slide number", "type=\"sldNum\" sz=\"quarter\" idx=\"12\"", [], SlideLayout.number,
        list: list(level(SlideLayout.number.type, side: "r")), field: field("1"))
      + "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
  }()

  static let notesMaster: String = {
    let image = SlideLayout.Box(x: 2, y: 2, width: 15, height: 8.4, type: 0)
    let words = SlideLayout.Box(x: 2, y: 11.5, width: 15, height: 12.5, type: 12)
    return xmlHead + "<p:notesMaster \(names)><p:cSld>\(ground)\(tree)"
      + "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/>"
      + "</p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\" idx=\"2\"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>\(frame(image))</a:xfrm>"
      + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:sp>"
      + shape(3, "Notes", "type=\"body\" sz=\"quarter\" idx=\"3\"", ["Notes"], words)
      + "</p:spTree></p:cSld>\(colours)<p:notesStyle>" + list(level(12, after: 400))
      + "</p:notesStyle></p:notesMaster>"
  }()

  static let theme: String = {
    func colour(_ name: String, _ value: String) -> String {
      "<a:\(name)><a:srgbClr val=\"\(value)\"/></a:\(name)>"
    }
    func three(_ name: String, _ one: String) -> String {
      "<a:\(name)>\(one)\(one)\(one)</a:\(name)>"
    }
    let font = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>"
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    let names = [
      ("dk1", "0B0C0C"), ("lt1", "FFFFFF"), ("dk2", "3D3D3D"), ("lt2", "F3F2F1"),
      ("accent1", "12436D"), ("accent2", "28A197"), ("accent3", "801650"), ("accent4", "F46A25"),
      ("accent5", "3D3D3D"), ("accent6", "A285D1"), ("hlink", "12436D"), ("folHlink", "801650"),
    ]
    return xmlHead
      + "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"digigov\"><a:themeElements>"
      + "<a:clrScheme name=\"digigov\">\(names.map { colour($0.0, $0.1) }.joined())</a:clrScheme>"
      + "<a:fontScheme name=\"digigov\"><a:majorFont>\(font)</a:majorFont><a:minorFont>\(font)</a:minorFont></a:fontScheme>"
      + "<a:fmtScheme name=\"digigov\">" + three("fillStyleLst", fill)
      + three("lnStyleLst", "<a:ln w=\"9525\">\(fill)</a:ln>")
      + three("effectStyleLst", "<a:effectStyle><a:effectLst/></a:effectStyle>")
      + three("bgFillStyleLst", fill) + "</a:fmtScheme></a:themeElements></a:theme>"
  }()
}

public import Documents
import Frames

extension Deck {
  /// The slides as Office Open XML, for PowerPoint: titles as placeholders, charts as charts with
  /// their workbooks, notes for the presenter.
  ///
  /// - Parameter drawn: an illustration as a vector with pixels beside it.
  public func pptx(_ drawn: (Illustration) -> Drawing) -> [UInt8] {
    var zip = Zip(date: created)
    var charts = 0
    var media = 0
    var parts: [(name: String, relations: Relations, text: String)] = []
    var types = ""
    func override(_ name: String, _ type: String) {
      types += "<Override PartName=\"/\(name)\" ContentType=\"\(type)\"/>"
    }
    for (place, slide) in slides.enumerated() {
      let number = place + 1
      var links = Relations()
      _ = links.id("slideLayout", "../slideLayouts/slideLayout1.xml")
      _ = links.id("notesSlide", "../notesSlides/notesSlide\(number).xml")
      var body = ""
      switch slide.body {
      case .points(let points):
        let fitted = SlideLayout.fitted(points)
        body = PowerParts.shape(
          3, "Content", "idx=\"1\"", fitted.points,
          list: fitted.type == SlideLayout.body.type
            ? "" : "<a:lvl1pPr><a:defRPr sz=\"\(Int(fitted.type * 100))\"/></a:lvl1pPr>")
      case .chart(let sheet):
        guard let chart = sheet.charts.first else { continue }
        charts += 1
        let id = links.id("chart", "../charts/chart\(charts).xml")
        let box = SlideLayout.body
        body = WordParts.chartFrame(
          chart, id, "p", "<p:cNvPr id=\"3\"", "<p:nvPr><p:ph idx=\"1\"/></p:nvPr>",
          place: PowerParts.frame(box))
        var own = Relations()
        let book = "Microsoft_Excel_Sheet\(charts).xlsx"
        _ = own.id("package", "../embeddings/\(book)")
        zip.add("ppt/embeddings/\(book)", workbook(sheet).xlsx)
        parts.append(
          (
            "ppt/charts/chart\(charts).xml", own,
            DrawingChart(
              chart: chart, sheet: sheet, type: SlideLayout.type(chart), isEmbedded: true
            ).part
          ))
        override("ppt/charts/chart\(charts).xml", ExcelParts.chartType)
      case .picture(let picture):
        media += 1
        let drawing = drawn(picture)
        zip.add("ppt/media/picture\(media).png", drawing.png)
        zip.add("ppt/media/picture\(media).svg", drawing.svg)
        body = PowerParts.picture(
          picture, drawing, links.id("image", "../media/picture\(media).png"),
          links.id("image", "../media/picture\(media).svg"))
      }
      parts.append(
        ("ppt/slides/slide\(number).xml", links, PowerParts.slide(slide, number, body, marking)))
      override("ppt/slides/slide\(number).xml", PowerParts.type + "slide+xml")
      var back = Relations()
      _ = back.id("notesMaster", "../notesMasters/notesMaster1.xml")
      _ = back.id("slide", "../slides/slide\(number).xml")
      parts.append(
        ("ppt/notesSlides/notesSlide\(number).xml", back, PowerParts.notes(slide.notes)))
      override("ppt/notesSlides/notesSlide\(number).xml", PowerParts.type + "notesSlide+xml")
    }
    var links = Relations()
    let master = links.id("slideMaster", "slideMasters/slideMaster1.xml")
    let notes = links.id("notesMaster", "notesMasters/notesMaster1.xml")
    _ = links.id("theme", "theme/theme1.xml")
    let ids = slides.indices.map { place in
      "<p:sldId id=\"\(256 + place)\" r:id=\"\(links.id("slide", "slides/slide\(place + 1).xml"))\"/>"
    }
    let size =
      "cx=\"\(PowerParts.emu(SlideLayout.width))\" cy=\"\(PowerParts.emu(SlideLayout.height))\""
    parts.append(
      (
        "ppt/presentation.xml", links,
        xmlHead
          + "<p:presentation \(PowerParts.names)><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" "
          + "r:id=\"\(master)\"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id=\"\(notes)\"/>"
          + "</p:notesMasterIdLst><p:sldIdLst>\(ids.joined())</p:sldIdLst><p:sldSz \(size)/>"
          + "<p:notesSz cx=\"6858000\" cy=\"9144000\"/></p:presentation>"
      ))
    var own = Relations()
    let layout = own.id("slideLayout", "../slideLayouts/slideLayout1.xml")
    _ = own.id("theme", "../theme/theme1.xml")
    parts.append(
      ("ppt/slideMasters/slideMaster1.xml", own, PowerParts.master(layout, marking)))
    var up = Relations()
    _ = up.id("slideMaster", "../slideMasters/slideMaster1.xml")
    parts.append(("ppt/slideLayouts/slideLayout1.xml", up, PowerParts.layout))
    var theme = Relations()
    _ = theme.id("theme", "../theme/theme2.xml")
    parts.append(("ppt/notesMasters/notesMaster1.xml", theme, PowerParts.notesMaster))
    zip.add("[Content_Types].xml", PowerParts.contentTypes(types))
    zip.add("_rels/.rels", WordParts.packageRelations("ppt/presentation.xml"))
    zip.add("docProps/core.xml", WordParts.core(about))
    zip.add("docProps/app.xml", WordParts.app)
    zip.add("ppt/theme/theme1.xml", PowerParts.theme)
    zip.add("ppt/theme/theme2.xml", PowerParts.theme)
    for part in parts {
      zip.add(part.name, part.text)
      let cut = part.name.lastIndex(of: "/") ?? part.name.startIndex
      let file = part.name[part.name.index(after: cut)...]
      zip.add("\(part.name[..<cut])/_rels/\(file).rels", part.relations.text)
    }
    return zip.finished()
  }

  /// What the deck says of itself.
  var about: Document {
    var document = Document(
      title: title, subtitle: subtitle, marking: marking, created: created, sections: [])
    document.language = language
    return document
  }

  /// The numbers of a chart as a workbook of their own.
  private func workbook(_ sheet: Book.Sheet) -> Book {
    var plain = sheet
    plain.charts = []
    return Book(
      title: sheet.title, subtitle: subtitle, marking: marking, created: created, sheets: [plain])
  }
}

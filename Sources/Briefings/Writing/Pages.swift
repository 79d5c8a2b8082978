public import Charts
public import Documents
import Figures
import Frames
public import Screenshots

extension Document {
  /// The document as pages of A4 in proportional type of 10 points, 96 pixels an inch: what a PDF is
  /// made of. Nothing is cut: what does not fit on a page goes on the next. Groups say what each part
  /// is in the structure of the page.
  public var pages: [Scene] { printed.pages }

  private var printed: (pages: [Scene], bookmarks: [Bookmark]) {
    var press = Press(self)
    press.write()
    // Where a note is just too long for its page, its chart gives way.
    for height in [0.85, 0.7, 0.55] where isShort && press.pageCount > 1 {
      press = Press(self, pictures: height)
      press.write()
    }
    return (press.bound(), press.bookmarks)
  }

  /// The pages in one PDF.
  ///
  /// - Throws: `PictureError.needsCairo` in a build without the trait `Cairo`.
  public func pdf() throws(PictureError) -> WrittenPicture {
    let (pages, bookmarks) = printed
    return try Screenshots.pdf(
      scenes: pages, title: title,
      subject: subtitle, created: created, bookmarks: bookmarks, language: language,
      alternatives: pictures.map(\.alternative))
  }
}

/// Sets blocks into pages, from the top down.
private struct Press {
  private static let inch = 96.0
  static let width = 21 / 2.54 * inch
  static let height = 29.7 / 2.54 * inch
  /// 10 points.
  private static let type = 10.0 / 72 * inch
  private static let leading = 1.15

  private let document: Document
  private let references: References
  private let height: Double
  private var pages: [[Scene.Item]] = [[]]
  private(set) var bookmarks: [Bookmark] = []
  private var y: Double
  private var seen: Set<Int> = []
  /// Headings that wait for what they stand above.
  private var waiting: [(items: [Scene.Item], height: Double, title: String?)] = []

  /// - Parameter pictures: how high pictures are of what they are to be.
  init(_ document: Document, pictures: Double = 1) {
    self.document = document
    height = pictures
    references = References(document)
    y = Self.top(document)
  }

  private static func top(_ document: Document) -> Double { document.marking.isEmpty ? 38 : 44 }
  private var margin: Double { document.isShort ? 54 : 76 }
  private var room: Double { Self.width - 2 * margin }
  private var bottom: Double {
    Self.height - (document.marking.isEmpty || document.hasNarrowMarking ? 42 : 56)
  }

  var pageCount: Int { pages.count }

  mutating func write() {
    let short = document.isShort
    paragraph(document.title, "H1", short ? 11 : 20, bold: true, .muted, after: 2)
    paragraph(document.subtitle, "P", 10, .muted, after: short ? 4 : 12)
    for section in document.sections {
      if section.isOnNewPage { turn() }
      heading(section.title, "H2", short ? 11 : 16, before: short ? 6 : 20, isSection: true)
      for block in section.blocks { write(block) }
    }
    if short {
      runNotes()
    } else if !references.notes.isEmpty {
      heading("Notes", "H2", short ? 10 : 16, before: short ? 5 : 20, isSection: !short)
      for (place, note) in references.notes.enumerated() {
        var look = TextSetter.Look(size: Self.type)
        look.link = note.address
        list([("\(place + 1)", [(note.text, look)])], indent: 20, after: 1)
      }
    }
    guard document.listsSources else { return }
    heading("Sources", "H2", 16, before: 20, isSection: true)
    for (place, source) in document.sources.enumerated() {
      var address = TextSetter.Look(size: Self.type)
      if source.address.isWeb { address.link = source.address }
      list(
        [
          (
            "[\(place + 1)]",
            [
              (source.line, TextSetter.Look(size: Self.type)),
              (source.address.isEmpty ? "" : " " + source.address, address),
            ]
          )
        ], indent: 38, after: 3)
    }
  }

  /// The notes one behind the other.
  private mutating func runNotes() {
    guard !references.notes.isEmpty else { return }
    var pieces: [(String, TextSetter.Look)] = []
    let strong = TextSetter.Look(size: Self.type, bold: true)
    for (place, note) in references.notes.enumerated() {
      var look = TextSetter.Look(size: Self.type)
      look.link = note.address
      pieces += [
        (place == 0 ? "Notes " : " ", strong), ("\(place + 1) ", strong), (note.text, look),
      ]
    }
    y += 3
    set(pieces, "P", Self.type, after: 0)
  }

  private mutating func write(_ block: Block) {
    let short = document.isShort
    switch block {
    case .heading(let text): heading(text, "H3", short ? 10 : 12, before: short ? 4 : 12)
    case .message(let sentence):
      set([sentence.passage], "P", short ? 13 : 15, bold: true, after: short ? 4 : 8)
    case .paragraph(let sentences):
      guard !sentences.isEmpty else { return }
      set(sentences.map(\.passage), "P", 10, after: short ? 2 : 6)
    case .points(let sentences):
      list(
        sentences.map { ("\u{2022}", pieces([$0.passage], Self.type, bold: false)) }, indent: 15,
        after: short ? 2 : 4)
    case .questions(let questions):
      for question in questions {
        set(
          [
            Passage([.strong(question.asked)]), question.answer.passage,
            Passage([.strong("If pressed:")]), question.pressed.passage,
          ], "P", 10, after: short ? 2 : 8)
      }
    case .table(let table): write(table)
    case .pictures(let pictures): for picture in pictures { write(picture) }
    case .code(let text): paragraph(text, "P", 10, .muted, after: short ? 1 : 6)
    }
  }

  // MARK: Places

  private mutating func turn() {
    guard y > Self.top(document) + 1 else { return }
    pages.append([])
    y = Self.top(document)
  }

  /// Goes on to the next page where less is left than is wanted together, with the headings that wait.
  private mutating func keep(_ height: Double) {
    let above = waiting.reduce(0) { $0 + $1.height }
    if y + above + height > bottom { turn() }
    for heading in waiting {
      if let title = heading.title { bookmarks.append(Bookmark(title: title, page: pages.count)) }
      put(heading.items, heading.height)
    }
    waiting = []
  }

  private mutating func put(_ items: [Scene.Item], _ height: Double) {
    pages[pages.count - 1] += items.map { $0.moved(x: margin, y: y) }
    y += height
  }

  // MARK: Text

  private mutating func heading(
    _ text: String, _ tag: String, _ points: Double, before: Double, isSection: Bool = false
  ) {
    guard !text.isEmpty else { return }
    let size = points / 72 * Self.inch
    var setter = TextSetter(size: size)
    setter.add(
      text, TextSetter.Look(size: size, bold: true, ink: isSection ? .role(.series(0)) : .text))
    let lines = setter.lines(width: room)
    var items: [Scene.Item] = []
    for (row, line) in lines.enumerated() {
      items += line.map {
        $0.moved(x: 0, y: before + size * (Self.leading * Double(row) + 0.95))
      }
    }
    let height = before + size * Self.leading * Double(lines.count) + (document.isShort ? 1 : 4)
    waiting.append(([PageTag.group(tag, items)], height, isSection ? text : nil))
  }

  private mutating func paragraph(
    _ text: String, _ tag: String, _ points: Double, bold: Bool = false, _ ink: Scene.Ink = .text,
    after: Double
  ) {
    guard !text.isEmpty else { return }
    let size = points / 72 * Self.inch
    set([(text, TextSetter.Look(size: size, bold: bold, ink: ink))], tag, size, after: after)
  }

  private mutating func set(
    _ passages: [Passage], _ tag: String, _ points: Double, bold: Bool = false, after: Double
  ) {
    let size = points / 72 * Self.inch
    set(pieces(passages, size, bold: bold), tag, size, after: after)
  }

  private mutating func pieces(
    _ passages: [Passage], _ size: Double, bold: Bool
  ) -> [(String, TextSetter.Look)] {
    var pieces: [(String, TextSetter.Look)] = []
    let plain = TextSetter.Look(size: size, bold: bold)
    for (place, passage) in passages.enumerated() {
      if place > 0 { pieces.append((" ", plain)) }
      for run in references.runs(passage, seen: &seen) {
        switch run {
        case .text(let text): pieces.append((text, plain))
        case .strong(let text): pieces.append((text, TextSetter.Look(size: size, bold: true)))
        case .citation(let standing, let source):
          var muted = plain
          (muted.ink, muted.bold) = (.muted, false)
          pieces.append(("(\(standing)\(source.map { " [\($0)]" } ?? ""))", muted))
        case .note(let number, _):
          var raised = plain
          (raised.size, raised.raised, raised.bold) = (size * 0.65, size * 0.35, false)
          pieces.append(("\(number)", raised))
        }
      }
    }
    return pieces
  }

  /// A paragraph, line by line, so that it may go on on the next page.
  private mutating func set(
    _ pieces: [(String, TextSetter.Look)], _ tag: String, _ size: Double, indent: Double = 0,
    label: (String, TextSetter.Look)? = nil, after: Double
  ) {
    var setter = TextSetter(size: size)
    for (text, look) in pieces { setter.add(text, look) }
    let lines = setter.lines(width: room - indent)
    let step = size * Self.leading
    // Two lines stay together at either end.
    var items: [Scene.Item] = []
    var height = 0.0
    keep(min(Double(lines.count), 2) * step)
    for (row, line) in lines.enumerated() {
      if y + height + step > bottom {
        put([PageTag.group(tag, items)], height)
        turn()
        (items, height) = ([], 0)
      }
      if row == 0, let label {
        var mark = TextSetter(size: size)
        mark.add(label.0, label.1)
        items += mark.lines(width: room).first?.map { $0.moved(x: 0, y: size * 0.95) } ?? []
      }
      items += line.map { $0.moved(x: indent, y: height + size * 0.95) }
      height += step
    }
    put([PageTag.group(tag, items)], height + after)
  }

  private mutating func list(
    _ entries: [(mark: String, pieces: [(String, TextSetter.Look)])], indent: Double, after: Double
  ) {
    for entry in entries {
      set(
        entry.pieces, "P", Self.type, indent: indent,
        label: (entry.mark, TextSetter.Look(size: Self.type)), after: after)
    }
  }

  // MARK: Pictures and tables

  /// As wide as the text.
  private mutating func write(_ picture: Illustration) {
    let scene = PageDrawing.scene(picture.picture, height: picture.height.map { $0 * height })
    let scale = room / scene.width
    if !picture.caption.isEmpty {
      keep(scene.height * scale + 24)
      paragraph(picture.caption, "P", 10, bold: true, after: 0)
    } else {
      keep(min(scene.height * scale, bottom - Self.top(document)))
    }
    let parts = scene.items.map { $0.scaled(scale) }
    put([PageTag.group("Figure", parts)], scene.height * scale + (document.isShort ? 0 : 10))
  }

  private mutating func write(_ table: Document.Table) {
    let size = Self.type
    let gap = 9.0
    let widths = table.widths(in: room, type: size, gap: gap, references)
    let numeric = table.numeric
    if !table.caption.spans.isEmpty {
      keep(size * 6)
      set([table.caption], "P", 10, after: 2)
    }
    guard !widths.isEmpty else { return }
    func row(_ cells: [(text: String, link: String)], _ tag: String, bold: Bool) -> (
      items: [Scene.Item], height: Double
    ) {
      var items: [Scene.Item] = []
      var tallest = 1
      var x = 0.0
      for (place, cell) in cells.enumerated() {
        var setter = TextSetter(size: size)
        setter.add(cell.text, TextSetter.Look(size: size, bold: bold, link: cell.link))
        let lines = setter.lines(width: widths[place] + 0.5, numbersRight: numeric[place])
        tallest = max(tallest, lines.count)
        let set = lines.enumerated().flatMap { row, line in
          line.map { $0.moved(x: x, y: size * (Self.leading * Double(row) + 0.98)) }
        }
        items.append(PageTag.group(tag, set))
        x += widths[place] + gap
      }
      return (items, Double(tallest) * size * Self.leading + 3)
    }
    func rule(_ ink: Scene.Ink, _ y: Double) -> Scene.Item {
      .shape(
        Scene.Shape(
          .lines([[Charts.Point(0, y), Charts.Point(room, y)]]), ink,
          Scene.Stroke(ink == .text ? 1.2 : 0.7)))
    }
    let header = row(table.header.map { ($0, "") }, "TH", bold: true)
    let rows = table.rows.map { cells in
      row(
        cells.map { cell in
          if case .link(let address, let text) = references.run(cell, seen: &seen) {
            return (text, address)
          }
          return (references.plain(cell), "")
        }, "TD", bold: false)
    }
    var items: [Scene.Item] = []
    var height = 0.0
    func begin() {
      items = [PageTag.group("TR", header.items), rule(.text, header.height)]
      height = header.height + 1
    }
    let first = rows.first?.height ?? 0
    keep(header.height + first)
    begin()
    for row in rows {
      if y + height + row.height > bottom {
        put([PageTag.group("Table", items)], height)
        turn()
        begin()
      }
      items.append(PageTag.group("TR", row.items.map { $0.moved(x: 0, y: height) }))
      height += row.height
      items.append(rule(.grid, height))
    }
    put([PageTag.group("Table", items)], height + (document.isShort ? 2 : 10))
  }

  /// The pages with marking, title and number around them.
  func bound() -> [Scene] {
    let size = Self.type
    func line(
      _ text: String, _ y: Double, _ anchor: Scene.Text.Anchor, bold: Bool, _ ink: Scene.Ink
    )
      -> Scene.Item
    {
      let x = anchor == .middle ? Self.width / 2 : anchor == .end ? Self.width - margin : margin
      return .text(
        Scene.Text(
          neutralised(text), at: Charts.Point(x, y), size: size, bold: bold, ink, anchor: anchor))
    }
    let marked = !document.marking.isEmpty
    let isNarrow = document.hasNarrowMarking
    return pages.enumerated().map { place, items in
      var all = items
      let foot = Self.height - (marked && !isNarrow ? 42 : 28)
      if marked {
        all.insert(line(document.marking, 30, .middle, bold: true, .text), at: 0)
        all.append(
          line(document.marking, Self.height - (isNarrow ? 28 : 22), .middle, bold: true, .text))
      }
      all.append(line("digigov; not an official statistic", foot, .start, bold: false, .muted))
      all.append(
        line("Page \(place + 1) of \(pages.count)", foot, .end, bold: false, .muted))
      return Scene(width: Self.width, height: Self.height, items: all)
    }
  }
}

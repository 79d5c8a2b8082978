import Figures
public import Frames
public import Screenshots

extension Brief {
  /// The pack as frames, a page each, in the proportions of A4: what a PDF is made of. Nothing is
  /// cut: what does not fit in a cell is wrapped, what does not fit on a page goes on the next.
  public var pages: [Frame] { printed.pages }

  /// The pictures that stand on the pages, in the cells that those leave free.
  public var insets: [Inset] { printed.insets }

  private var printed: (pages: [Frame], insets: [Inset], bookmarks: [Bookmark]) {
    let numbers = Numbering(self)
    var press = Press(self)
    press.write([Line(title, press.dress.headline), Line(subtitle, press.dress.muted), Line("")])
    for (place, section) in sections.enumerated() {
      // The summary has a page of its own.
      if place == 1 { press.turn() }
      press.section(section.title)
      for block in section.blocks { press.write(block, numbers) }
    }
    press.section("Sources")
    for (place, source) in sources.enumerated() {
      let number = "[\(place + 1)]"
      press.hang(
        source.line + (source.address.isEmpty ? "" : " " + source.address), after: number,
        indent: 6)
    }
    let (insets, bookmarks) = (press.insets, press.bookmarks)
    return (press.bound(), insets, bookmarks)
  }

  /// The pages in one PDF.
  ///
  /// - Throws: `PictureError.needsCairo` in a build without the trait `Cairo`.
  public func pdf() throws(PictureError) -> WrittenPicture {
    let (pages, insets, bookmarks) = printed
    return try Screenshots.pdf(
      pages: pages, title: title,
      subject: subtitle + " " + pictures.map(\.picture.altText).joined(separator: " "),
      created: created, insets: insets, bookmarks: bookmarks)
  }
}

/// A line of a page.
private struct Line {
  var text: String
  var style: Style?

  init(_ text: String, _ style: Style? = nil) {
    self.text = text
    self.style = style
  }
}

/// Sets blocks into pages, from the top down.
private struct Press {
  /// A page in cells of 9 by 18: as A4, 1 to 1.414.
  static let columns = 120
  static let rows = 85
  private static let margin = 4
  private static let top = 4
  private static let bottom = 4

  let dress: Dress
  private let brief: Brief
  private var pages: [Frame] = []
  private(set) var bookmarks: [Bookmark] = []
  private(set) var insets: [Inset] = []
  private var row = 0
  private var headings: [(text: String, isSection: Bool)] = []

  init(_ brief: Brief) {
    self.brief = brief
    dress =
      brief.dress
      ?? Dress(ground: .plain, headline: .plain.with(.bold), text: .plain, muted: .plain)
    turn()
  }

  private var width: Int { Self.columns - 2 * Self.margin }
  private var left: Int { Self.rows - Self.bottom - row }

  mutating func turn() {
    pages.append(
      Frame(columns: Self.columns, rows: Self.rows, style: dress.ground, title: brief.title))
    row = Self.top
  }

  /// Goes on to the next page where fewer rows are left than are wanted together, and writes the
  /// headings that wait for what they stand above.
  private mutating func keep(_ rows: Int) {
    let waiting = headings.reduce(0) { $0 + ($1.isSection ? 3 : 2) }
    if rows + waiting > left, row > Self.top { turn() }
    for heading in headings {
      blank()
      put(heading.text, dress.headline)
      row += 1
      if heading.isSection {
        bookmarks.append(Bookmark(title: heading.text, page: pages.count))
        put(String(repeating: "━", count: width), dress.muted)
        row += 1
      }
    }
    headings = []
  }

  private mutating func put(_ text: String, column: Int = 0, width: Int? = nil, _ style: Style) {
    pages[pages.count - 1].write(
      text,
      in: Rect(
        column: Self.margin + column, row: row, columns: width ?? self.width - column, rows: 1),
      style)
  }

  private mutating func blank() { if row > Self.top, left > 0 { row += 1 } }

  mutating func write(_ lines: [Line]) {
    for line in lines {
      for text in wrapped(line.text, width: width) {
        keep(1)
        put(text, line.style ?? dress.text)
        row += 1
      }
    }
  }

  /// Stands above what is written next, and never alone.
  mutating func section(_ title: String) { headings.append((title, true)) }

  /// Text with something before its first line, such as a bullet.
  mutating func hang(_ text: String, after bullet: String, indent: Int) {
    let lines = wrapped(text, width: width - indent)
    keep(min(lines.count, 6))
    for (place, line) in lines.enumerated() {
      keep(1)
      if place == 0 { put(bullet, width: indent, dress.muted) }
      put(line, column: indent, dress.text)
      row += 1
    }
  }

  mutating func write(_ block: Block, _ numbers: Numbering) {
    switch block {
    case .heading(let text): headings.append((text, false))
    case .message(let sentence):
      write([Line(numbers.plain(sentence.passage), dress.headline)])
    case .paragraph(let sentences):
      guard !sentences.isEmpty else { return }
      write([Line(sentences.map { numbers.plain($0.passage) }.joined(separator: " "))])
    case .points(let sentences):
      for sentence in sentences { hang(numbers.plain(sentence.passage), after: "•", indent: 2) }
    case .table(let table): write(table, numbers)
    case .pictures(let pictures): write(pictures.map(\.picture))
    case .code(let text):
      keep(3)
      blank()
      write([Line(text, dress.muted)])
    }
  }

  /// Pictures two by two, side by side.
  private mutating func write(_ pictures: [Picture]) {
    let columns = (width - Self.gap) / 2
    for first in stride(from: 0, to: pictures.count, by: 2) {
      var together = pictures[first..<min(first + 2, pictures.count)].enumerated().map {
        var inset = Inset(
          page: 0, column: Self.margin + $0 * (columns + Self.gap), row: 0, columns: columns,
          picture: $1)
        // The page has the marking.
        inset.picture.handling = ""
        return inset
      }
      // Where a page has little room left, what the pack says of all its pictures goes first.
      let shorter: [WritableKeyPath<Picture, String>] = [\.scenario, \.marks, \.asOf, \.source]
      var height = together.map(\.rows).max() ?? 0
      for part in shorter where height + 1 > left {
        for index in together.indices { together[index].picture[keyPath: part] = "" }
        height = together.map(\.rows).max() ?? 0
      }
      keep(height + 1)
      blank()
      for index in together.indices {
        (together[index].page, together[index].row) = (pages.count - 1, row)
      }
      insets += together
      row = min(row + height, Self.rows - Self.bottom)
    }
  }

  private mutating func write(_ table: BriefTable, _ numbers: Numbering) {
    let cells = table.rows.map { $0.map(numbers.plain) }
    let numeric = table.numeric
    let widths = Self.widths(table.header, cells, numeric, in: width)
    // What goes on in the first column is indented, so that a new row can be told from it.
    func lines(_ row: [String]) -> [[String]] {
      row.enumerated().map { column, text in
        let whole = wrapped(text, width: widths[column])
        guard column == 0, let first = whole.first, whole.count > 1 else { return whole }
        let rest = whole.dropFirst().joined(separator: " ")
        return [first] + wrapped(rest, width: widths[column] - 2).map { "  " + $0 }
      }
    }
    let caption = wrapped(numbers.plain(table.caption), width: width)
    let header = lines(table.header)
    let heights = cells.map { lines($0).map(\.count).max() ?? 1 }
    // A short table is not parted.
    let all = heights.reduce(0, +)
    let first = all <= Self.rows / 4 ? all : heights.first ?? 0
    let headerRows = header.map(\.count).max() ?? 1
    keep(1 + caption.count + headerRows + 1 + first)
    blank()
    for line in caption {
      put(line, dress.muted)
      row += 1
    }
    writeHeader(header, headerRows, widths, numeric)
    for (cell, height) in zip(cells, heights) {
      let lines = lines(cell)
      if height > left {
        turn()
        writeHeader(header, headerRows, widths, numeric)
      }
      write(lines, height, widths, numeric, dress.text)
    }
  }

  private mutating func writeHeader(
    _ header: [[String]], _ height: Int, _ widths: [Int], _ numeric: [Bool]
  ) {
    write(header, height, widths, numeric, dress.headline)
    let all = widths.reduce(0, +) + Self.gap * max(widths.count - 1, 0)
    put(String(repeating: "─", count: min(all, width)), dress.muted)
    row += 1
  }

  private mutating func write(
    _ lines: [[String]], _ height: Int, _ widths: [Int], _ numeric: [Bool], _ style: Style
  ) {
    var column = Self.margin
    for (place, cell) in lines.enumerated() {
      for (offset, text) in cell.enumerated() {
        pages[pages.count - 1].write(
          text, in: Rect(column: column, row: row + offset, columns: widths[place], rows: 1),
          alignment: numeric[place] ? .trailing : .leading, style)
      }
      column += widths[place] + Self.gap
    }
    row += height
  }

  private static let gap = 2

  /// As wide as what is in them; where that is too much, as wide as their longest words, and what
  /// is left goes a column at a time to the one with most to wrap. Numbers and short texts are not
  /// wrapped.
  private static func widths(
    _ header: [String], _ rows: [[String]], _ numeric: [Bool], in width: Int
  ) -> [Int] {
    func longestWord(_ text: String) -> Int {
      text.split(separator: " ").map { displayWidth($0) }.max() ?? 1
    }
    let whole = header.indices.map { column in
      max(longestWord(header[column]), rows.map { displayWidth($0[column]) }.max() ?? 1, 1)
    }
    let room = width - gap * max(header.count - 1, 0)
    if whole.reduce(0, +) <= room { return whole }
    var widths = header.indices.map { column in
      let words = rows.map { longestWord($0[column]) }.max() ?? 1
      return numeric[column] || whole[column] <= 20
        ? whole[column] : max(longestWord(header[column]), min(words, 24))
    }
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 4,
      let place = widths.firstIndex(of: widest)
    {
      widths[place] -= 1
    }
    for _ in 0..<max(room - widths.reduce(0, +), 0) {
      let tight = widths.indices.filter { widths[$0] < whole[$0] }
      guard
        let place = tight.max(by: { whole[$0] * widths[$1] < whole[$1] * widths[$0] })
      else { break }
      widths[place] += 1
    }
    return widths
  }

  /// The pages with marking, title and number around them.
  consuming func bound() -> [Frame] {
    let count = pages.count
    let (dress, brief, width) = (dress, brief, width)
    return pages.enumerated().map { place, page in
      var page = page
      func line(_ text: String, _ row: Int, _ alignment: Alignment, _ style: Style) {
        page.write(
          text, in: Rect(column: Self.margin, row: row, columns: width, rows: 1),
          alignment: alignment, style)
      }
      line(brief.marking, 1, .centre, dress.headline)
      line(brief.marking, Self.rows - 1, .centre, dress.headline)
      if place > 0 { line(brief.title, 2, .leading, dress.muted) }
      line("Page \(place + 1) of \(count)", Self.rows - 2, .trailing, dress.muted)
      line("digigov; not an official statistic", Self.rows - 2, .leading, dress.muted)
      return page
    }
  }
}

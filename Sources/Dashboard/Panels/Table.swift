import Figures
import Frames

/// How a reader has arranged the rows of a panel: which are kept, and in which order.
public struct Arrangement: Hashable, Sendable {
  /// Text that a row has to contain, small and capital letters alike; empty keeps all.
  public var filter: String
  /// Whether the rows are kept that do not contain it.
  public var inverted: Bool
  /// The column that the rows are sorted by; nil leaves them as the panel gives them.
  public var column: Int?
  public var falling: Bool

  public init(
    filter: String = "", inverted: Bool = false, column: Int? = nil, falling: Bool = false
  ) {
    self.filter = filter
    self.inverted = inverted
    self.column = column
    self.falling = falling
  }
}

/// A paragraph with the numbers that stand in it.
struct Note {
  var text: String
  /// The numbers in it, in their order; the note has the focus like a row where there are any.
  var figures: () -> [Figure]

  init(_ text: String, _ figures: @autoclosure @escaping () -> [Figure] = []) {
    self.text = text
    self.figures = figures
  }
}

/// Rows of cells under headings, as a value: the same rows are drawn, filtered, sorted, copied and
/// exported.
struct Table {
  struct Row {
    var cells: [Text]
    var item: Item
    /// What its numbers were before a lever was moved; empty where they are what they were.
    var was = ""

    init(_ cells: [Text], _ item: Item) {
      self.cells = cells
      self.item = item
    }

    /// What a filter looks in: what is drawn where there is room and where there is not, and the
    /// code of what the row opens.
    fileprivate var searched: String {
      (cells.filter { !$0.isPicture }.flatMap { [$0.text, $0.short ?? ""] }
        + [item.destination?.path.last ?? ""]).joined(separator: " ")
    }
  }

  /// When the line of headings is drawn.
  enum Header { case always, never, whereRoomy }

  var columns: [Column]
  var rows: [Row]
  var header: Header = .always
  /// What stands below the rows where there is room.
  var note: Note?
  /// The order that the rows come in, where it is that of a column.
  var order: (column: Int, falling: Bool)?
  /// Where its lines are kept, while its rows are those that the data give.
  var kept: KeptTable?

  init(
    _ columns: [Column], _ rows: [Row], header: Header = .always, note: Note? = nil,
    order: (column: Int, falling: Bool)? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.header = header
    self.note = note
    self.order = order
  }

  /// How its cells stand at a width inside its box.
  func lines(columns width: Int) -> ListLines {
    func measured() -> ListLines { ListLines(columns, rows.map(\.cells), width: width - 2) }
    return kept?.lines(width: width, measured) ?? measured()
  }

  /// Whether the line of headings is drawn in so many lines.
  func hasHeader(rows: Int) -> Bool {
    switch header {
    case .always: true
    case .never: false
    case .whereRoomy: rows > 6
    }
  }

  /// Without the columns that are pictures.
  var inWords: Table {
    var table = self
    table.kept = nil
    let kept = columns.indices.filter { column in
      !rows.contains { $0.cells.indices.contains(column) && $0.cells[column].isPicture }
    }
    table.columns = kept.map { columns[$0] }
    table.rows = rows.map { row in
      Row(kept.compactMap { row.cells.indices.contains($0) ? row.cells[$0] : nil }, row.item)
    }
    return table
  }

  /// The rows that are wanted, in the wanted order.
  func arranged(_ wanted: Arrangement) -> Table {
    var table = self
    table.kept = nil
    table.rows = rows.filter {
      wanted.keeps($0.searched)
    }
    guard let column = wanted.column, columns.indices.contains(column) else { return table }
    table.rows = sorted(table.rows, falling: wanted.falling) { row in
      row.cells.indices.contains(column) ? row.cells[column] : Text("")
    }
    table.order = (column, wanted.falling)
    return table
  }
}

/// Labelled bars on a common scale, as a value.
struct Bars {
  struct Row {
    var bar: BarRow
    var item: Item

    init(_ bar: BarRow, _ item: Item) {
      self.bar = bar
      self.item = item
    }
  }

  var rows: [Row]
  /// What the longest possible bar stands for; nil takes the greatest number.
  var scale: Double?
  var note: Note?

  init(_ rows: [Row], scale: Double? = nil, note: Note? = nil) {
    self.rows = rows
    self.scale = scale
    self.note = note
  }

  /// Bars have two columns to sort by: the label and the number.
  static let columns = ["label", "number"]

  func arranged(_ wanted: Arrangement) -> Bars {
    var bars = self
    bars.rows = rows.filter {
      wanted.keeps(
        "\($0.bar.label) \($0.bar.short) \($0.bar.text) \($0.item.destination?.path.last ?? "")")
    }
    guard let column = wanted.column else { return bars }
    bars.rows = sorted(bars.rows, falling: wanted.falling) { row in
      column == 0 ? Text(row.bar.label) : Text(row.bar.text, value: row.bar.value)
    }
    return bars
  }
}

extension Arrangement {
  fileprivate func keeps(_ text: String) -> Bool {
    filter.isEmpty || text.lowercased().contains(filter.lowercased()) != inverted
  }
}

/// Rows by a cell: by its number where any cell of the column has one (rows without come last),
/// else by its text. Equal rows keep their order.
private func sorted<Row>(_ rows: [Row], falling: Bool, by cell: (Row) -> Text) -> [Row] {
  let keyed = rows.enumerated().map { ($0.offset, $0.element, cell($0.element)) }
  let numeric = keyed.contains { $0.2.value != nil }
  return keyed.sorted { left, right in
    if numeric {
      switch (left.2.value, right.2.value) {
      case (let a?, let b?) where a != b: return (a > b) == falling
      case (_?, nil): return true
      case (nil, _?): return false
      default: return left.0 < right.0
      }
    }
    let (a, b) = (left.2.text.lowercased(), right.2.text.lowercased())
    return a == b ? left.0 < right.0 : (a > b) == falling
  }.map(\.1)
}

extension Panel {
  /// A panel that is a table; its items are the rows, then the note if it has numbers.
  ///
  /// - Parameter count: how many items there will be, where that is known before the rows are made.
  init(
    _ id: String, _ title: String, initialItem: Int = 0, count: Int? = nil,
    table: @autoclosure @escaping () -> Table
  ) {
    self.init(id, title, initialItem: initialItem, count: count, made: { Self.made(table()) })
  }

  private static func made(_ table: Table) -> Made {
    let note = table.note
    return Made(items: table.rows.map(\.item) + items(of: note), content: .table(table)) {
      sheet, rect in
      let header = table.hasHeader(rows: rect.rows)
      var columns = table.columns
      if let order = table.order, columns.indices.contains(order.column), header {
        columns[order.column].title = (order.falling ? "▾" : "▴") + columns[order.column].title
      }
      let edge = rect.endRow
      let rect = sheet.say(was: table.rows.map(\.was), below: rect)
      let hasArrow = table.order != nil && header
      let lines =
        !hasArrow
        ? table.lines(columns: rect.columns)
        : ListLines(columns, table.rows.map(\.cells), width: rect.columns - 2)
      let used = lines.height + (header ? 1 : 0)
      let list = sheet.rect(above: note, below: used, item: table.rows.count, in: rect)
      sheet.list(
        columns, table.rows.map(\.cells), lines, in: list, header: header, edge: edge)
      sheet.note(note, below: min(used, list.rows), item: table.rows.count, in: rect)
    }
  }

  /// A panel of bars; its items are the bars, then the note if it has numbers.
  init(
    _ id: String, _ title: String, initialItem: Int = 0, bars: @autoclosure @escaping () -> Bars
  ) {
    self.init(id, title, initialItem: initialItem, made: { Self.made(bars()) })
  }

  private static func made(_ bars: Bars) -> Made {
    let note = bars.note
    return Made(items: bars.rows.map(\.item) + items(of: note), content: .bars(bars)) {
      sheet, rect in
      let used = bars.rows.count
      let list = sheet.rect(above: note, below: used, item: used, in: rect)
      sheet.bars(bars.rows.map(\.bar), in: list, scale: bars.scale, edge: rect.endRow)
      sheet.note(note, below: min(used, list.rows), item: used, in: rect)
    }
  }

  /// The panel with what its numbers were before, where they are others now.
  func beside(_ before: PanelBefore) -> Panel {
    remade { made in
      switch made.content {
      case .bars(let bars): Self.made(bars.beside(before))
      case .table(let table): Self.made(table.beside(before))
      case .drawn: made
      }
    }
  }

  private static func items(of note: Note?) -> [Item] {
    guard let note, !note.figures().isEmpty else { return [] }
    return [Item(figures: note.figures())]
  }

  /// What the panel can be sorted by; empty where its order means something.
  var sortColumns: [String] {
    switch content {
    case .table(let table):
      table.columns.enumerated().map { $1.title.isEmpty ? "column \($0 + 1)" : $1.title }
    case .bars: Bars.columns
    case .drawn: []
    }
  }

  /// Whether a column is sorted by numbers.
  func isNumeric(column: Int) -> Bool {
    switch content {
    case .table(let table):
      table.rows.contains { $0.cells.indices.contains(column) && $0.cells[column].value != nil }
    case .bars: column == 1
    case .drawn: false
    }
  }

  /// The panel with its rows as the reader wants them; its title says how many are kept.
  func arranged(_ wanted: Arrangement?) -> Panel {
    guard let wanted, wanted != Arrangement() else { return self }
    let all = rowCount
    var panel: Panel
    switch content {
    case .table(let table): panel = Panel(id, title, table: table.arranged(wanted))
    case .bars(let bars): panel = Panel(id, title, bars: bars.arranged(wanted))
    case .drawn: return self
    }
    (panel.flow, panel.legend) = (flow, legend)
    panel.charts = nil
    if !wanted.filter.isEmpty {
      let how = wanted.inverted ? "without" : "with"
      panel.title += " (\(panel.rowCount) of \(all) \(how) \"\(wanted.filter)\")"
    }
    return panel
  }

  /// The title as it is drawn.
  var heading: String { legend.isEmpty ? title : "\(title): \(legend)" }

  /// How many rows it has, its note left aside.
  var rowCount: Int {
    switch content {
    case .table(let table): table.rows.count
    case .bars(let bars): bars.rows.count
    case .drawn: items.count
    }
  }
}

extension Sheet {
  /// Says in the last rows what the numbers of the chosen row were; gives back the rest.
  fileprivate mutating func say(was all: [String], below rect: Rect) -> Rect {
    let row = all.indices.contains(chosen) ? chosen : 0
    guard all.indices.contains(row), !all[row].isEmpty else { return rect }
    let lines = wrapped(all[row], width: rect.columns - 2)
    guard rect.rows >= lines.count + 3 else { return rect }
    let (rest, foot) = rect.split(top: rect.rows - lines.count)
    for (offset, line) in lines.enumerated() {
      frame.write(line, column: foot.column + 2, row: foot.row + offset, theme.muted)
    }
    item(row, at: foot, showing: Rect(column: 0, row: 0, columns: 0, rows: 0))
    return rest
  }

  /// A panel's note under so many rows; with numbers in it, it is the item `item`.
  mutating func note(_ note: Note?, below rows: Int, item index: Int, in rect: Rect) {
    guard let note else { return }
    let isChosen = focused && chosen == index && !note.figures().isEmpty
    guard let place = self.note(note.text, below: rows, in: rect, evenCut: isChosen),
      !note.figures().isEmpty
    else { return }
    item(index, at: place, highlighting: 1)
  }

  /// What a panel's note leaves to its rows: everything, but where the note has the focus and no
  /// row of its own, it takes the lowest ones.
  func rect(above note: Note?, below rows: Int, item index: Int, in rect: Rect) -> Rect {
    guard let note, focused, chosen == index, !note.figures().isEmpty else { return rect }
    let lines = wrapped(note.text, width: rect.columns - 2).count
    guard rect.rows - rows < max(lines, 2) else { return rect }
    return rect.split(top: rect.rows - min(max(lines, 2), max(rect.rows - 1, 0))).0
  }
}

public import Charts
import Figures

extension Book {
  /// A chart over columns of a sheet's table, as spreadsheets and slides draw it themselves: it follows
  /// when a number is changed.
  public struct Chart: Equatable, Sendable {
    public enum Form: Equatable, Sendable {
      /// Lines and bands over time.
      case lines
      /// Columns side by side, or one on another.
      case columns(stacked: Bool)
      /// Bars, the first category at the top; of several series in one place, as what goes either way
      /// from the middle.
      case bars
    }

    public enum Kind: Equatable, Sendable {
      case line, dashes
      /// The upper edge of a band.
      case high
      /// The lower edge of the band before it: it is not drawn.
      case low
      case bar
    }

    public struct Series: Equatable, Sendable {
      /// Column of the table.
      public var column: Int
      public var label: String
      public var kind: Kind
      /// `RRGGBB`.
      public var colour: String
      /// The rows that it takes, where they are not the chart's.
      public var rows: Range<Int>?
      /// Of the upper edge of a band: the column that has how far it is above the lower one.
      public var width: Int?
      /// `RRGGBB` of the line around its columns; nil for none.
      public var edge: String?
      /// Whether it is the other end of what stands before it, and no entry of a legend.
      public var isUnnamed: Bool

      public init(
        _ column: Int, _ label: String, _ kind: Kind, colour: String, rows: Range<Int>? = nil,
        width: Int? = nil
      ) {
        self.column = column
        self.label = label
        self.kind = kind
        self.colour = colour
        self.rows = rows
        self.width = width
        isUnnamed = kind == .low
      }
    }

    public var form: Form
    public var title: String
    /// What it shows in words.
    public var alternative: String
    /// What its numbers are in.
    public var unit: String
    /// The column of its categories.
    public var category: Int
    /// Rows of the table.
    public var rows: Range<Int>
    public var series: [Series]

    public init(
      _ form: Form, title: String, alternative: String, unit: String, category: Int,
      rows: Range<Int>, series: [Series]
    ) {
      self.form = form
      self.title = title
      self.alternative = alternative
      self.unit = unit
      self.category = category
      self.rows = rows
      self.series = series
    }

    /// The colour of a part, as on a page; of a band a light one.
    public static func colour(_ role: Charts.Chart.Role) -> String {
      let series = ["003C6E", "F0640A", "28A096", "8C505A", "3C280A", "7864C8"]
      return switch role {
      case .series(let place), .beside(let place): series[place % series.count]
      case .range(let place): ["C4D0DB", "FCDAC8", "C9E7E5", "DFC5D3"][place % 4]
      case .baseline, .muted: "808080"
      case .total: "12436D"
      case .loss: "801650"
      }
    }
  }
}

extension Book.Sheet {
  /// A chart as a table with the chart over it: a column for each series, three for a band. Nil where
  /// it has no numbers, or is of a form that spreadsheets do not draw.
  ///
  /// - Parameters:
  ///   - name: of the sheet.
  ///   - head: above the column of categories.
  ///   - alternative: what it shows in words.
  public init?(_ name: String, _ chart: Charts.Chart, head: String, alternative: String) {
    let places = Set(chart.series.flatMap { $0.data.map(\.x) }).sorted()
    guard !places.isEmpty, chart.form != .tiles else { return nil }
    self.init(name, title: chart.title, header: [head])
    rows = places.map { [.text(chart.x.name(at: $0))] }
    var series: [Book.Chart.Series] = []
    func add(
      _ label: String, _ kind: Book.Chart.Kind, _ role: Charts.Chart.Role,
      _ data: [Charts.Chart.Datum], _ value: (Charts.Chart.Datum) -> Double?
    ) {
      // A line without a name is the other end of what stands before it.
      let unnamed = header.count > 1 ? header[header.count - 1] + ", lower end" : chart.title
      var label = label.isEmpty ? unnamed : label.capitalised
      while header.contains(label) { label += " (2)" }
      let values = Dictionary(data.map { ($0.x, value($0)) }, uniquingKeysWith: { $1 })
      series.append(
        Book.Chart.Series(header.count, label, kind, colour: Book.Chart.colour(role)))
      header.append(label)
      for (row, place) in places.enumerated() {
        rows[row].append((values[place] ?? nil).map { .number($0) } ?? .none)
      }
    }
    for one in chart.series {
      switch one.mark {
      case .band:
        let name = "Eight runs in ten" + chart.bandName(one)
        let low = header.count
        add(name + ", from", .low, one.role, one.data) { $0.y2 }
        add(name + ", to", .high, one.role, one.data) { $0.y }
        // The width follows when an edge is changed.
        let (from, to) = (Self.letters(low), Self.letters(low + 1))
        header.append(name + ", width")
        for row in rows.indices {
          guard case .number(let least) = rows[row][low],
            case .number(let most) = rows[row][low + 1]
          else {
            rows[row].append(.none)
            continue
          }
          rows[row].append(
            .formula("\(to)\(firstRow + row)-\(from)\(firstRow + row)", most - least))
        }
        series[series.count - 1].width = low + 2
        series[series.count - 1].label = name
      case .bar, .column, .interval, .tile:
        add(one.label, .bar, one.role, one.data) { $0.y }
        if case .range(let place) = one.role {
          series[series.count - 1].edge = Book.Chart.colour(.series(place))
        }
      case .line, .step, .dot:
        let isAside =
          switch one.role {
          case .beside, .muted: true
          default: false
          }
        add(one.label, isAside ? .dashes : .line, one.role, one.data) { $0.y }
        if one.label.isEmpty { series[series.count - 1].isUnnamed = true }
      }
    }
    // Of several bands none could be seen behind the other: their numbers stand in the table alone.
    if series.count(where: { $0.kind == .high }) > 1 {
      series.removeAll { $0.kind == .high || $0.kind == .low }
    }
    let hasColumns = series.contains { $0.kind == .bar }
    charts = [
      Book.Chart(
        chart.form == .rows ? .bars : hasColumns ? .columns(stacked: false) : .lines,
        title: chart.title, alternative: alternative, unit: chart.y.unit, category: 0,
        rows: 0..<rows.count, series: series)
    ]
  }

  /// The letters of a column, of the first 26.
  private static func letters(_ column: Int) -> String {
    String(UnicodeScalar(UInt8(65 + column % 26)))
  }
}

extension Charts.Chart {
  /// Whose band it is, where there are several.
  fileprivate func bandName(_ band: Series) -> String {
    let isOneOfTwo = series.count { $0.mark == .band } > 1 || series.contains { $0.role == .muted }
    guard isOneOfTwo, case .range(let place) = band.role else {
      return ""
    }
    let line = series.first { $0.role == .series(place) || $0.role == .beside(place) }
    return line.map { ", \($0.label)" } ?? ""
  }
}

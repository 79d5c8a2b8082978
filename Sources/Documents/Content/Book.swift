/// A workbook as a value: sheets of one table each, numbers as numbers.
public struct Book: Equatable, Sendable {
  /// What stands in a cell.
  public enum Cell: Equatable, Sendable {
    case text(String)
    case number(Double)
    /// Text that leads to an address of the web.
    case link(String, String)
    /// Text that leads to the sheet of that name.
    case sheet(String)
    /// A number to be changed, marked as such, with what is allowed; nil for anything.
    case input(Double, ClosedRange<Double>?)
    /// What is computed from other cells, in the notation of Office Open XML without the sign of
    /// equality, with what it comes to; nil where that is undefined.
    case formula(String, Double?)
    /// What is not in the data. Written as shorthand.
    case none
    /// What there can be no value of. Written as shorthand.
    case inapplicable
  }

  public struct Sheet: Equatable, Sendable {
    /// A cell of its table that formulas call by a name.
    public struct Name: Equatable, Sendable {
      public var name: String
      /// Its place in the table, both from 0.
      public var row, column: Int

      public init(_ name: String, row: Int, column: Int) {
        self.name = name
        self.row = row
        self.column = column
      }
    }

    /// Up to 31 characters, without those that spreadsheets refuse; no two sheets have the same.
    public var name: String
    /// Stands in A1.
    public var title: String
    /// Sentences below the title, a row each.
    public var remarks: [String]
    /// The headings of its table, no two the same; empty for a sheet of words alone.
    public var header: [String]
    /// As many cells a row as the header has.
    public var rows: [[Cell]]
    /// No two in a book the same.
    public var names: [Name] = []
    /// Drawn to the right of its table.
    public var charts: [Chart] = []

    public init(
      _ name: String, title: String, remarks: [String] = [], header: [String] = [],
      rows: [[Cell]] = []
    ) {
      self.name = name
      self.title = title
      self.remarks = remarks
      self.header = header
      self.rows = rows
    }
  }

  public var title: String
  public var subtitle: String
  /// A protective marking; empty for none.
  public var marking: String
  /// The date of the data, `YYYY-MM-DD`.
  public var created: String
  public var language = "en-GB"
  public var sheets: [Sheet]

  /// The shorthand for what is not in the data.
  public static let shorthand = "[x]"
  /// The shorthand for what does not apply.
  public static let notApplicable = "[z]"

  public init(
    title: String, subtitle: String, marking: String, created: String, sheets: [Sheet]
  ) {
    self.title = title
    self.subtitle = subtitle
    self.marking = marking
    self.created = created
    self.sheets = sheets
  }

}

extension Book.Sheet {
  /// What stands in a cell, as wide as it is to be read.
  private func width(_ column: Int) -> Int {
    let longest = header[column].split(separator: " ").map(\.count).max() ?? 0
    let widest =
      rows.indices.map { row -> Int in
        switch rows[row][column] {
        case .text(let text), .link(let text, _), .sheet(let text): text.count
        case .number(let value), .input(let value, _): shown(value, row, column)
        case .formula(_, let value): value.map { shown($0, row, column) } ?? 3
        case .none, .inapplicable: 3
        }
      }.max() ?? 0
    return min(max(longest + 2, widest + 3, 8), 50)
  }

  private func shown(_ value: Double, _ row: Int, _ column: Int) -> Int {
    format(row, column)?.text(value).count ?? 3
  }

  /// The row of the first cell of its table below the headings, from 1.
  public var firstRow: Int { remarks.count + 3 }

  /// How wide each column is, in letters.
  public var widths: [Int] {
    header.indices.map(width)
  }
}

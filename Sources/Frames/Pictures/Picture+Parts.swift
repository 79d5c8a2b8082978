public import Charts

extension Picture {
  /// A panel of a picture as a page has it: by its content, not by cells.
  public struct Part: Equatable, Sendable {
    public var title: String
    public var charts: [Chart]
    /// What is no chart: rows under headings.
    public var grid: Grid?
    /// Sentences below it; empty for none.
    public var note: String

    public init(title: String, charts: [Chart] = [], grid: Grid? = nil, note: String = "") {
      self.title = title
      self.charts = charts
      self.grid = grid
      self.note = note
    }
  }

  /// Rows of cells under headings, to be laid out on a page.
  public struct Grid: Equatable, Sendable {
    public struct Column: Equatable, Sendable {
      public var title: String
      /// Whether its cells are numbers, which stand to the right.
      public var isNumber: Bool

      public init(_ title: String, isNumber: Bool = false) {
        self.title = title
        self.isNumber = isNumber
      }
    }

    public struct Cell: Equatable, Sendable {
      public var text: String
      public var isStrong: Bool
      /// Numbers in a row drawn as a line as short as a word, in place of the text.
      public var spark: [Double?]
      /// Parts of a bar in place of the text; `scale` fills the whole column.
      public var parts: [Double]
      public var scale: Double

      public init(
        _ text: String, isStrong: Bool = false, spark: [Double?] = [], parts: [Double] = [],
        scale: Double = 1
      ) {
        self.text = text
        self.isStrong = isStrong
        self.spark = spark
        self.parts = parts
        self.scale = scale
      }
    }

    public var columns: [Column]
    /// As many cells a row as there are columns.
    public var rows: [[Cell]]
    /// How many further rows there are, which the table does not show.
    public var more: Int

    public init(columns: [Column], rows: [[Cell]], more: Int = 0) {
      self.columns = columns
      self.rows = rows
      self.more = more
    }
  }

  /// The look of a page.
  public enum Look: String, CaseIterable, Equatable, Sendable { case light, dark, contrast, mono }

  /// The charts of all parts.
  public var charts: [Chart] { parts.flatMap(\.charts) }
}

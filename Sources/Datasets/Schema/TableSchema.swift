/// What a cell may hold.
public enum CellKind: Hashable, Sendable {
  /// Any text, line breaks included.
  case text
  /// Letters, digits, `_`, `-` and `.`.
  case code
  /// A finite number inside bounds.
  case number(Bounds)
  /// A finite number without a fraction, inside bounds.
  case whole(ClosedRange<Int>)
  /// One of a closed list.
  case oneOf([String])
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  case date
  /// `YYYY-MM`.
  case month
  /// `YYYY-YY`, the second year the one after the first.
  case financialYear

  /// Whether cells are numbers.
  public var isNumeric: Bool {
    switch self {
    case .number, .whole: true
    default: false
    }
  }
}

/// Bounds of a number; nil is none.
public struct Bounds: Hashable, Sendable {
  public var minimum, maximum: Double?
  /// Whether the number has to differ from its bounds.
  public var isStrict: Bool

  public init(_ minimum: Double? = nil, _ maximum: Double? = nil, isStrict: Bool = false) {
    (self.minimum, self.maximum, self.isStrict) = (minimum, maximum, isStrict)
  }

  /// Any finite number.
  public static let any = Bounds()
  /// At least 0.
  public static let notNegative = Bounds(0)

  func contains(_ value: Double) -> Bool {
    if let minimum, isStrict ? value <= minimum : value < minimum { return false }
    if let maximum, isStrict ? value >= maximum : value > maximum { return false }
    return true
  }
}

/// A column of a table.
public struct ColumnSchema: Hashable, Sendable {
  /// As the header writes it.
  public var name: String
  /// What its cells may hold.
  public var kind: CellKind
  /// Whether every row must have a value.
  public var isRequired: Bool
  /// Whether a table may lack the column: every cell is then read as empty. So a folder that was
  /// made before the column came still loads.
  public var isOptional: Bool

  init(_ name: String, _ kind: CellKind, isRequired: Bool, isOptional: Bool = false) {
    (self.name, self.kind, self.isRequired) = (name, kind, isRequired)
    self.isOptional = isOptional
  }
}

/// Cells of one column that name rows of another table.
public struct ForeignKey: Hashable, Sendable {
  /// The column whose cells name the rows.
  public var column: String
  /// The table named, and the column of it that is its key.
  public var table, key: String
  /// What the cell names, in a word: `organisation`, `source`, `body`, `fact`.
  public var noun: String
}

/// A table of the data folder: its columns, keys and who needs it. Checking, listing and the
/// test against datapackage.json all go by this one description.
public struct TableSchema: Hashable, Sendable {
  /// The model's tables are enough to project; the dashboard needs the evidence, too.
  public enum Part: Hashable, Sendable { case model, evidence }

  /// The name of the table; its file is that with `.csv`.
  public var name: String
  /// Who needs it.
  public var part: Part
  /// What a row is.
  public var summary: String
  /// Its columns; their order in the file is free.
  public var columns: [ColumnSchema]
  /// Columns that together tell rows apart; empty for none.
  public var key: [String]
  /// Columns that name rows of other tables.
  public var foreignKeys: [ForeignKey]
  /// Whether a folder may lack it: what it holds follows from the other tables.
  public var isOptional = false

  /// The file's name in the folder.
  public var file: String { name + ".csv" }
  /// Names of the columns, in order.
  public var columnNames: [String] { columns.map(\.name) }

  /// Place of a column among `columns`.
  public func place(of column: String) -> Int? { columns.firstIndex { $0.name == column } }
}

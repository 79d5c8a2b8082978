public import Figures

/// The central case of a scenario as spreadsheets compute it: numbers that a reader may change, and
/// formulas over them, made from the derivations that explanations show.
public struct Calculation: Sendable {
  /// A sheet by what its rows are.
  public enum Part: Int, CaseIterable, Hashable, Sendable {
    /// A number a row: results, then what is put in, then what is the same for everyone.
    case whole
    /// A series of the nation, or of everyone, a row.
    case years
    /// An organisation a row.
    case organisations
    /// A series of an organisation a row.
    case workings
  }

  /// Where the numbers of a part stand.
  public struct Site: Sendable {
    public var sheet: String
    /// Of the first number: the row from 1, the column from 0.
    public var row, column: Int

    public init(sheet: String, row: Int, column: Int) {
      self.sheet = sheet
      self.row = row
      self.column = column
    }
  }

  public enum Cell: Sendable {
    /// A number to be changed, with what is allowed.
    case input(Double, ClosedRange<Double>?)
    /// In the notation of Office Open XML, with what it comes to; nil where that is undefined.
    case formula(String, Double?)
    /// Where there is no such number.
    case none

    /// What the cell comes to as it was written.
    public var value: Double? {
      switch self {
      case .input(let value, _): value
      case .formula(_, let value): value
      case .none: nil
      }
    }
  }

  public struct Row: Sendable {
    /// As `explain` takes it; of yearly numbers without the year.
    public var id: String
    public var label, unit: String
    /// What sort of number it is: `result`, `lever`, `assumption`, `constant`, `computed`.
    public var kind: String
    public var mark: Mark
    /// Where its value is from; empty for what is computed.
    public var source: String
    /// What formulas call the number; nil where they call it by its cell.
    public var name: String?
    /// One, or one a year; of an organisation one a column.
    public var cells: [Cell]
  }

  /// A number that each organisation has.
  public struct Column: Sendable {
    public var label, unit: String
  }

  /// By part; a part without numbers has no rows.
  public var rows: [Part: [Row]]
  /// Of the part `organisations`.
  public var columns: [Column]
  public var years: [String]
}

import Frames

/// The columns of a picture's numbers, the same for every picture, in CSV and in JSON.
enum NumberColumn: String, CaseIterable {
  case table, id, figure, series, body, period, statistic, number, low, high, unit, qualifier, mark
  case asOf = "as_of"
  case disputed, old, caution
  case source = "source_id"
  case scenario, value

  enum Cell {
    case text(String)
    /// A number as text; empty for none.
    case number(String)
    case flag(Bool)
  }

  func cell(_ row: Picture.Number) -> Cell {
    switch self {
    case .table: .text(row.table)
    case .id: .text(row.id)
    case .figure: .text(row.figure)
    case .series: .text(row.series)
    case .body: .text(row.body)
    case .period: .text(row.period)
    case .statistic: .text(row.statistic)
    case .number: .number(row.number)
    case .low: .number(row.low)
    case .high: .number(row.high)
    case .unit: .text(row.unit)
    case .qualifier: .text(row.qualifier)
    case .mark: .text(row.mark)
    case .asOf: .text(row.asOf)
    case .disputed: .flag(row.isDisputed)
    case .old: .flag(row.isOld)
    case .caution: .text(row.caution)
    case .source: .text(row.source)
    case .scenario: .text(row.scenario)
    case .value: .text(row.value)
    }
  }
}

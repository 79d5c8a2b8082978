/// Why a data folder is refused. Each description is one full sentence or a list that begins with
/// the file; all of them are invalid data, exit code 3.
public enum DataError: Error, Hashable, Sendable, CustomStringConvertible {
  /// No data folder stands in any of the places tried, in the order of trying.
  case notFound(places: [String])
  /// The folder breaks its rules: its first defect, and how many more there are.
  case invalid(first: Defect, others: Int)
  /// No such table; the nearest name, where one is near.
  case unknownTable(name: String, nearest: String?, allowed: [String])

  public var description: String {
    switch self {
    case .notFound(let places):
      return "no data folder found; tried " + places.joined(separator: ", ")
        + ". Name one with --data DIR or DIGIGOV_DATA"
    case .invalid(let first, let others):
      let more = others == 1 ? "1 more defect" : "\(others) more defects"
      return first.message + (others == 0 ? "" : "; \(more), which `digigov data check` lists")
    case .unknownTable(let name, let nearest, let allowed):
      let hint = nearest.map { ", did you mean \($0)?" } ?? ";"
      return "unknown table \(name)\(hint) Allowed: " + allowed.joined(separator: " ")
    }
  }
}

/// What the folder has of departments' months, as it is before an import: sums, and what it tells
/// of who is in them.
struct HeldMonths {
  /// Who is in a department's month.
  enum Members {
    /// The folder has nothing of the month.
    case none
    /// It has these bodies.
    case these(Set<String>)
    /// It has a sum, and does not say of whom.
    case unknown
  }

  /// A department's time: a month, or a financial year.
  private struct Key: Hashable {
    let department, time: String
  }

  /// Place of a month's row in the table of months.
  private var rows: [Key: Int] = [:]
  private var monthsOfYear: [Key: Int] = [:]
  private var bodies: [Key: [(code: String, months: Int)]] = [:]
  /// Departments under which a body returned in a year.
  private var departments: [Key: [String]] = [:]
  private let spend: EditedTable

  init(spend: EditedTable, years: EditedTable) {
    self.spend = spend
    for row in spend.rows.indices {
      let (department, month) = (spend[row, "body"], spend[row, "month"])
      rows[Key(department: department, time: month)] = row
      guard let year = Month(text: month)?.financialYear else { continue }
      monthsOfYear[Key(department: department, time: year), default: 0] += 1
    }
    for row in years.rows.indices {
      let (department, year) = (years[row, "department"], years[row, "financial_year"])
      let code = years[row, "body"]
      bodies[Key(department: department, time: year), default: []].append(
        (code, Int(years[row, "months_returned"]) ?? 0))
      departments[Key(department: code, time: year), default: []].append(department)
    }
  }

  func holds(_ department: String, _ month: Month) -> Bool {
    rows[Key(department: department, time: "\(month)")] != nil
  }

  /// How many returns a month that the folder has sums up.
  func returns(of department: String, _ month: Month) -> Int? {
    rows[Key(department: department, time: "\(month)")].flatMap { Int(spend[$0, "returns"]) }
  }

  /// A sum of a month has the bodies that returned in every month of the year, or all of the year
  /// where as many returned. Otherwise the tables do not say who it holds.
  func members(of department: String, _ month: Month) -> Members {
    guard holds(department, month) else { return .none }
    guard let count = returns(of: department, month) else { return .unknown }
    let year = Key(department: department, time: month.financialYear)
    let ofYear = bodies[year] ?? []
    let always = ofYear.filter { $0.months == monthsOfYear[year] }
    for some in [always, ofYear] where some.count == count {
      return .these(Set(some.map(\.code)))
    }
    return .unknown
  }

  /// Another department under which the folder has the month of a body, as far as it tells.
  func otherDepartment(of body: String, _ month: Month, than department: String) -> String? {
    let year = Key(department: body, time: month.financialYear)
    return departments[year]?.first { other in
      guard other != department else { return false }
      return switch members(of: other, month) {
      case .none: false
      case .these(let codes): codes.contains(body)
      case .unknown: true
      }
    }
  }

  /// How many months of a year the folder has of a body under a department.
  func months(of body: String, in department: String, yearOf month: Month) -> Int {
    let year = Key(department: department, time: month.financialYear)
    return bodies[year]?.first { $0.code == body }?.months ?? 0
  }

  /// Columns in which sums of a department's month differ from those that the folder has, by more
  /// than they are rounded.
  func differences(
    _ department: String, _ month: Month, from sums: [String: (value: Double, places: Int)]
  ) -> [(column: String, held: String, found: String)] {
    guard let row = rows[Key(department: department, time: "\(month)")] else { return [] }
    return sums.sorted { $0.key < $1.key }.compactMap { column, sum in
      let held = spend[row, column]
      guard let value = Numeral.double(held),
        abs(value - sum.value) > (sum.places > 1 ? 5.1e-4 : 0.051)
      else { return nil }
      return (column, held, ReturnsMerge.text(sum.value, places: sum.places))
    }
  }
}

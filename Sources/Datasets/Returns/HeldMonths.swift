/// What the folder has of departments' months, as it is before an import: sums, and what it tells
/// of who is in them.
struct HeldMonths {
  /// Who is in a department's month that the folder has, as far as its tables tell.
  struct Members {
    /// Codes of bodies that its sum has, and of those that it may have: these too.
    let certain, possible: Set<String>

    /// Whether the tables tell of each body.
    var areTold: Bool { certain == possible }

    /// Whether the sum has a body; nil where the tables do not tell.
    func has(_ body: String) -> Bool? {
      certain.contains(body) ? true : possible.contains(body) ? nil : false
    }
  }

  /// A body's year under a department.
  private struct Year {
    let code: String
    /// How many months it returned.
    let months: Int
    /// Those of them that the tables name.
    let told: Set<Month>
  }

  /// A department's time: a month, or a financial year.
  private struct Key: Hashable {
    let department, time: String
  }

  /// Place of a month's row in the table of months.
  private var rows: [Key: Int] = [:]
  private var monthsOfYear: [Key: Int] = [:]
  private var bodies: [Key: [Year]] = [:]
  /// Departments under which a body returned in a year.
  private var departments: [Key: [String]] = [:]
  private var first: [String: Month] = [:]
  private let spend: EditedTable

  /// - Parameters:
  ///   - sources: tells of what month an import was that last added to a body's year.
  ///   - table: of bodies, whose notes tell of the months to which the user added them.
  init(spend: EditedTable, years: EditedTable, sources: EditedTable, bodies table: EditedTable) {
    self.spend = spend
    let imports = Dictionary(
      sources.rows.indices.compactMap { row in
        ImportTitle.month(of: sources[row, "title"]).map { (sources[row, "id"], $0) }
      }, uniquingKeysWith: { first, _ in first })
    let noted = Dictionary(
      table.rows.indices.map { row in
        (table[row, "code"], AddedNote.months(in: table[row, "note"]))
      }, uniquingKeysWith: { first, _ in first })
    for row in spend.rows.indices {
      let (department, month) = (spend[row, "body"], spend[row, "month"])
      rows[Key(department: department, time: month)] = row
      guard let found = Month(text: month) else { continue }
      let year = found.financialYear
      first[department] = min(first[department] ?? found, found)
      monthsOfYear[Key(department: department, time: year), default: 0] += 1
    }
    for row in years.rows.indices {
      let (department, year) = (years[row, "department"], years[row, "financial_year"])
      let code = years[row, "body"]
      let told = (noted[code] ?? []).union([imports[years[row, "source_id"]]].compactMap(\.self))
      bodies[Key(department: department, time: year), default: []].append(
        Year(
          code: code, months: Int(years[row, "months_returned"]) ?? 0,
          told: told.filter { $0.financialYear == year }))
      departments[Key(department: code, time: year), default: []].append(department)
    }
  }

  func holds(_ department: String, _ month: Month) -> Bool {
    rows[Key(department: department, time: "\(month)")] != nil
  }

  /// The first month of a department; nil where the folder has none.
  func firstMonth(of department: String) -> Month? { first[department] }

  /// The department under which the folder has a body in the year of a month; nil for none or two.
  func department(of body: String, in month: Month) -> String? {
    let found = departments[Key(department: body, time: month.financialYear)] ?? []
    return found.count == 1 ? found[0] : nil
  }

  /// How many returns a month that the folder has sums up.
  func returns(of department: String, _ month: Month) -> Int? {
    rows[Key(department: department, time: "\(month)")].flatMap { Int(spend[$0, "returns"]) }
  }

  /// A sum of a month has the bodies that returned in every month of the year and those of which
  /// the tables say it, and may have any other of the year whose months they do not all name. Where
  /// as many returned as are certain, or as are possible, it has just these. Nil where the folder
  /// has nothing of the month.
  func members(of department: String, _ month: Month) -> Members? {
    guard holds(department, month) else { return nil }
    let year = Key(department: department, time: month.financialYear)
    let ofYear = bodies[year] ?? []
    let all = monthsOfYear[year] ?? 0
    let certain = Set(
      ofYear.filter { $0.months >= all || $0.told.contains(month) }.map(\.code))
    let possible = certain.union(ofYear.filter { $0.months > $0.told.count }.map(\.code))
    let count = returns(of: department, month)
    if count == certain.count { return Members(certain: certain, possible: certain) }
    if count == possible.count { return Members(certain: possible, possible: possible) }
    return Members(certain: certain, possible: possible)
  }

  /// Another department under which the folder has the month of a body, or may have it.
  func otherDepartment(of body: String, _ month: Month, than department: String) -> String? {
    departments[Key(department: body, time: month.financialYear)]?.first { other in
      other != department && members(of: other, month)?.possible.contains(body) == true
    }
  }

  /// Columns in which sums of a department's month differ from those that the folder has, by more
  /// than they are rounded; of sums that are not of all its bodies, those that are larger.
  func differences(
    _ department: String, _ month: Month, from sums: [String: (value: Double, places: Int)],
    ofAll areAll: Bool
  ) -> [(column: String, held: String, found: String)] {
    guard let row = rows[Key(department: department, time: "\(month)")] else { return [] }
    return sums.sorted { $0.key < $1.key }.compactMap { column, sum in
      let held = spend[row, column]
      guard let value = Numeral.double(held),
        (areAll ? abs(value - sum.value) : sum.value - value) > (sum.places > 1 ? 5.1e-4 : 0.051)
      else { return nil }
      return (column, held, ReturnsMerge.text(sum.value, places: sum.places))
    }
  }
}

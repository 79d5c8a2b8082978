/// Where the columns of a return stand. The template has changed twice: three rows of headings
/// with the groups above (to 2021), one row with the parts in one cell (from June 2021), and from
/// April 2022 other kinds of contingent labour.
struct ReturnLayout {
  var year, month: Int?
  var body: Int
  /// Nil in files of one department that do not name it.
  var department: Int?
  var measures: [ReturnMeasure: Int]
  /// The columns in which a row sums up its own costs.
  var totals: RowTotals
  /// What a value is multiplied by to be in pounds or people, where the file says another unit.
  var scales: [ReturnMeasure: Double] = [:]
  /// Place of the first row below the headings.
  var firstRow: Int
  /// The headings' row as a person counts.
  var record: Int
  var notes: [ReturnNote] = []

  /// Headings are looked for in this many rows.
  static let searched = 40

  /// - Parameter takesUnits: whether figures in thousands and the like are read as such; else
  ///   they are refused.
  init(_ text: ReturnText, file: String, takesUnits: Bool = false) throws(Defect) {
    let near = HeadingWords(text.rows.prefix(Self.searched + 2).map(\.cells))
    let unnamed = UnnamedColumns(near.rows, text)
    let named = Self.place(in: near.rows)
    guard let place = named ?? unnamed?.place else { throw Self.none(in: near.rows, text, file) }
    let names = near.rows[place]
    let department =
      named == nil ? unnamed?.department : names.firstIndex(where: Self.isDepartment)
    let body =
      named == nil
      ? unnamed?.body
      : names.firstIndex(where: Self.isBody) ?? Self.unnamed(before: department ?? 0, text, place)
    guard let body else { throw Self.none(in: near.rows, text, file) }
    (self.body, self.department, record) = (body, department, text.rows[place].record)
    if !Self.isBody(names[body]) {
      notes.append(
        ReturnNote(words: "the names are those of column \(body + 1), which has no heading"))
    }
    if named == nil, let department {
      notes.append(
        ReturnNote(
          words: "the departments are those of column \(department + 1), which has no heading"))
    }
    year = names.firstIndex { $0 == "year" || $0 == "calendar year" }
    month = names.firstIndex { Self.monthNames.contains($0) }
    // The groups stand above the names in some files, beside them in most. Where the row of names
    // says only units, what they count stands in the one or two rows above it.
    let isUnits = Self.isUnits(names)
    var top = place
    while top > max(0, place - 2), Self.isAbove(near.rows[top - 1], units: isUnits) { top -= 1 }
    // Rows of headings below have no organisation and no number.
    var end = place + 1
    while end < top + 3, end < near.rows.count,
      Self.isHeading(text.rows[end], near.rows[end], names, body)
    {
      end += 1
    }
    firstRow = end
    let rows = Array(near.rows[top..<end])
    let columns = ReturnHeading.measures(
      in: rows, isUnits: isUnits || rows.count == 2 && Self.isUnits(rows[1]))
    (measures, totals) = (columns.columns, columns.totals)
    notes += columns.notes
    let missing = [ReturnMeasure.payrollFTE, .payrollCost].filter { measures[$0] == nil }
    if missing.count == 2, department == nil { throw Self.none(in: near.rows, text, file) }
    try readUnits(in: text, from: top, file: file, takes: takesUnits)
    if let first = missing.first {
      throw Defect(
        file: file, row: record, problem: "no column for \(first.rawValue)",
        expected: first == .payrollFTE
          ? "\"Payroll staff; Total; Full-time equivalent\" among the headings"
          : "\"Payroll staff costs; Total paybill\" among the headings")
    }
    let slips = near.slips.filter { slip in rows.joined().contains { $0.contains(slip.taken) } }
    notes += slips.map {
      ReturnNote(words: "\"\($0.written)\" in the headings is read as \"\($0.taken)\"")
    }
  }

  /// The row of names: one with the organisation's and the department's, else with one of them
  /// beside headings of payroll.
  private static func place(in rows: [[String]]) -> Int? {
    let searched = rows.prefix(searched)
    if let both = searched.firstIndex(where: { $0.contains(where: isBody) && hasDepartment($0) }) {
      return both
    }
    return searched.indices.first { place in
      guard rows[place].contains(where: isBody) || hasDepartment(rows[place]) else { return false }
      return rows[max(0, place - 2)..<min(place + 3, rows.count)].contains { row in
        row.contains { $0.contains("payroll") || $0.contains("paybill") }
      }
    }
  }

  /// The error of a file without headings, with the row that comes nearest to one.
  private static func none(in rows: [[String]], _ text: ReturnText, _ file: String) -> Defect {
    let nearest = rows.prefix(searched).firstIndex { row in
      row.contains(where: isBody) || hasDepartment(row)
    }
    let found = nearest.map { place in
      let has = rows[place].contains(where: isBody) ? "an organisation's name" : "a department"
      return " (row \(text.rows[place].record) has \(has) and no payroll staff)"
    }
    return Defect(
      file: file, problem: "no headings of a workforce return\(found ?? "")",
      expected:
        "\"Organisation name\" and \"Main, parent or sponsoring department\" in one of the first \(searched) rows"
    )
  }

  /// The first column before the departments that has texts and no heading.
  private static func unnamed(
    before department: Int, _ text: ReturnText, _ place: Int
  ) -> Int? {
    let below = text.rows[(place + 1)...].prefix(searched)
    return (0..<max(department, 0)).first { column in
      text.rows[place][column].words.isEmpty
        && below.contains { row in
          !row[column].words.isEmpty && ReturnCell(row[column]) == .unreadable
            && MonthWords(row[column]).isSilent
        }
    }
  }

  /// Whether a row below the headings says them again.
  func isRepeated(_ row: ReturnText.Row) -> Bool {
    Self.isBody(row[body].words) && (department.map { Self.isDepartment(row[$0].words) } ?? true)
  }

  private static func isBody(_ words: String) -> Bool {
    bodyNames.contains(words) || words.hasPrefix("organisation name")
  }

  private static let bodyNames: Set<String> = [
    "organisation name", "organisation", "name of organisation", "body", "body name",
    "name of body", "name", "organisation names", "organisations",
  ]

  private static let monthNames: Set<String> = [
    "month", "month year", "date", "period", "reporting month", "reporting period",
  ]

  private static let unitNames: Set<String> = ["headcount", "full time equivalent", "fte"]

  static func isUnits(_ row: [String]) -> Bool { row.contains(where: unitNames.contains) }

  /// Whether a row above the names is one of headings too, not a title.
  private static func isAbove(_ row: [String], units: Bool) -> Bool {
    row.contains { $0.hasPrefix("payroll staff") } || (units && row.count { !$0.isEmpty } > 2)
  }

  private static func hasDepartment(_ row: [String]) -> Bool { row.contains(where: isDepartment) }

  private static func isDepartment(_ words: String) -> Bool {
    if words == "department" || words == "dept" { return true }
    return (words.contains("department") || words.split(separator: " ").contains("dept"))
      && (words.contains("parent") || words.contains("sponsor"))
  }

  /// Whether a row below the names is one of headings: without an organisation, or with its
  /// heading again, as merged cells have it.
  private static func isHeading(
    _ row: ReturnText.Row, _ words: [String], _ names: [String], _ body: Int
  ) -> Bool {
    let own = body < words.count ? words[body] : ""
    return (own.isEmpty || own == names[body] && isBody(own)) && !row.isBlank
      && row.cells.allSatisfy { if case .number = ReturnCell($0) { false } else { true } }
  }
}

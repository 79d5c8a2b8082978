/// What is taken from a monthly return, named as the quality log names it.
public enum ReturnMeasure: String, CaseIterable, Hashable, Sendable {
  case payrollHeadcount = "payroll_headcount"
  case payrollFTE = "payroll_fte"
  case payrollCost = "payroll_cost"
  case nonPayrollFTE = "nonpayroll_fte"
  case agencyFTE = "agency_fte"
  case interimFTE = "interim_manager_fte"
  case specialistFTE = "specialist_contractor_fte"
  case contingentCost = "contingent_cost"
  case consultancyCost = "consultancy_cost"

  /// Whether it is money, in pounds; else people.
  var isCost: Bool {
    switch self {
    case .payrollCost, .contingentCost, .consultancyCost: true
    default: false
    }
  }
}

/// Where the columns of a return stand. The template has changed twice: three rows of headings
/// with the groups above (to 2021), one row with the parts in one cell (from June 2021), and from
/// April 2022 other kinds of contingent labour.
struct ReturnLayout {
  var year, month: Int?
  var body: Int
  var department: Int
  var measures: [ReturnMeasure: Int]
  /// Place of the first row below the headings.
  var firstRow: Int
  /// The headings' row as a person counts.
  var record: Int

  /// Headings are looked for in this many rows.
  private static let searched = 40

  init(_ text: ReturnText, file: String) throws(Defect) {
    let place = text.rows.prefix(Self.searched).firstIndex { row in
      row.cells.contains { Self.bodyNames.contains($0.words) }
        && row.cells.contains { Self.isDepartment($0.words) }
    }
    guard let place else {
      throw Defect(
        file: file, problem: "no headings of a workforce return",
        expected:
          "\"Organisation name\" and \"Main, parent or sponsoring department\" in one of the first \(Self.searched) rows"
      )
    }
    let row = text.rows[place]
    let names = row.cells.map(\.words)
    guard let body = names.firstIndex(where: Self.bodyNames.contains),
      let department = names.firstIndex(where: Self.isDepartment)
    else { preconditionFailure("the row was found by both") }
    (self.body, self.department, record) = (body, department, row.record)
    year = names.firstIndex { $0 == "year" || $0 == "calendar year" }
    month = names.firstIndex { Self.monthNames.contains($0) }
    // The groups stand above the names in some files, beside them in most. Where the row of names
    // says only units, what they count stands in the one or two rows above it.
    let isUnits = names.contains { Self.unitNames.contains($0) }
    var top = place
    while top > max(0, place - 2), Self.isAbove(text.rows[top - 1], units: isUnits) { top -= 1 }
    // Rows of headings below have no organisation and no number.
    var end = place + 1
    while end < top + 3, end < text.rows.count, Self.isHeading(text.rows[end], body) { end += 1 }
    firstRow = end
    measures = Self.measures(in: Array(text.rows[top..<end]), isUnits: isUnits)
    try refuseUnits(in: text, from: top, file: file)
    let missing = [ReturnMeasure.payrollFTE, .payrollCost].filter { measures[$0] == nil }
    if let first = missing.first {
      throw Defect(
        file: file, row: record, problem: "no column for \(first.rawValue)",
        expected: first == .payrollFTE
          ? "\"Payroll staff; Total; Full-time equivalent\" among the headings"
          : "\"Payroll staff costs; Total paybill\" among the headings")
    }
  }

  /// Refuses a unit in a title, a heading, a row of units or a note below the table: the tables
  /// hold pounds and people, and a unit that nobody read is a wrong number. So is a figure of
  /// another time than a month.
  private func refuseUnits(in text: ReturnText, from top: Int, file: String) throws(Defect) {
    let columns = Set(measures.values)
    for (place, row) in text.rows.enumerated() {
      let isData = place >= firstRow && !row[body].isEmpty && columns.contains { !row[$0].isEmpty }
      for (column, cell) in row.cells.enumerated() where !isData || columns.contains(column) {
        // Among the data only a cell that is nothing but a unit says one.
        if isData, cell.utf8.contains(where: { (0x31...0x39).contains($0) }) { continue }
        let isHeading = (top..<firstRow).contains(place) && isAbove(columns, column, row)
        func refused(_ problem: String, _ expected: String) -> Defect {
          Defect(
            file: file, row: row.record, column: place < top ? nil : heading(column, text, top),
            value: cell, problem: problem, expected: expected)
        }
        if isHeading, let span = MonthWords(cell).span {
          throw refused(
            "figures of \(span)",
            "figures of one month: give these, or take the words away where they are of one")
        }
        guard let unit = ReturnUnits.unit(in: cell, ofColumn: isHeading),
          !isData || cell.words == unit.words
        else { continue }
        throw refused(
          "figures in the unit \(unit.trimmed)",
          "pounds and people: give the whole numbers, and take the unit away")
      }
    }
  }

  /// Whether a heading stands above one of some columns: in it, or before it with blanks between.
  private func isAbove(_ columns: Set<Int>, _ column: Int, _ row: ReturnText.Row) -> Bool {
    if row[column].isEmpty { return false }
    var end = column + 1
    while end < row.cells.count, row[end].isEmpty { end += 1 }
    return columns.contains { (column..<end).contains($0) }
  }

  /// What stands above a column, for a message.
  private func heading(_ column: Int, _ text: ReturnText, _ top: Int) -> String? {
    text.rows[top..<firstRow].map { $0[column] }.last { !$0.isEmpty }
  }

  private static let bodyNames: Set<String> = [
    "organisation name", "organisation", "name of organisation", "body", "body name",
    "name of body",
  ]

  private static let monthNames: Set<String> = [
    "month", "month year", "date", "period", "reporting month", "reporting period",
  ]

  private static let unitNames: Set<String> = ["headcount", "full time equivalent", "fte"]

  /// Whether a row above the names is one of headings too, not a title.
  private static func isAbove(_ row: ReturnText.Row, units: Bool) -> Bool {
    row.cells.contains { $0.words.hasPrefix("payroll staff") }
      || (units && row.cells.count { !$0.isEmpty } > 2)
  }

  private static func isDepartment(_ words: String) -> Bool {
    words == "department" || words == "parent department"
      || (words.contains("parent") && words.contains("department"))
  }

  private static func isHeading(_ row: ReturnText.Row, _ body: Int) -> Bool {
    row[body].isEmpty && !row.isBlank
      && row.cells.allSatisfy { if case .number = ReturnCell($0) { false } else { true } }
  }

  /// The columns of measures: of two that claim the same one, the first. With `isUnits`, the last
  /// row says only units.
  private static func measures(
    in headings: [ReturnText.Row], isUnits: Bool
  ) -> [ReturnMeasure: Int] {
    let width = headings.map(\.cells.count).max() ?? 0
    var found: [ReturnMeasure: Int] = [:]
    var (group, part) = ("", "")
    for column in 0..<width {
      let texts = headings.map { $0[column].words }
      if let top = texts.first, !top.isEmpty { (group, part) = (top, "") }
      if texts.count > 1, !texts[1].isEmpty { part = texts[1] }
      // In one row the parts stand behind the group's name, which names no kind of staff.
      let heading =
        switch texts.count {
        case 1: Heading(group: texts[0], part: texts[0], unit: texts[0])
        case 2 where isUnits:
          Heading(group: group, part: group, unit: texts[1])
        default: Heading(group: group, part: part, unit: texts.last ?? "")
        }
      if let measure = heading.measure, found[measure] == nil { found[measure] = column }
    }
    return found
  }
}

/// The words above one column.
private struct Heading {
  var group, part, unit: String

  var measure: ReturnMeasure? {
    guard !group.hasPrefix("grand total") else { return nil }
    if unit.contains("headcount") {
      return !isNonPayroll && part.contains("total") ? .payrollHeadcount : nil
    }
    if unit.contains("equivalent") || unit.split(separator: " ").contains("fte") { return staff }
    return isCost ? cost : nil
  }

  /// Some files name the kind of staff alone, without the group that it is of.
  private var isNonPayroll: Bool {
    if group.contains("non payroll") || group.contains("nonpayroll") { return true }
    return !group.contains("payroll")
      && ["agency staff", "interim", "specialist", "contingent", "consult"].contains {
        part.contains($0)
      }
  }

  private var isCost: Bool {
    [group, part].contains { $0.contains("cost") || $0.contains("paybill") }
  }

  private var staff: ReturnMeasure? {
    if !isNonPayroll { return part.contains("total") ? .payrollFTE : nil }
    if part.contains("total") { return .nonPayrollFTE }
    if part.contains("interim") || part.contains("intermin") || part.contains("manager") {
      return .interimFTE
    }
    // "Other contingent labour" stands in the place of the specialists since April 2022, and is
    // counted there, as in the tables that came before.
    if part.contains("specialist") || part.contains("other contingent") { return .specialistFTE }
    if part.contains("agency") || part.contains("clerical") { return .agencyFTE }
    return nil
  }

  private var cost: ReturnMeasure? {
    if !isNonPayroll { return part.contains("paybill") ? .payrollCost : nil }
    if part.contains("total staff costs") || part.contains("total non payroll") { return nil }
    if part.contains("consult") { return part.contains("contingent") ? nil : .consultancyCost }
    return part.contains("contingent") ? .contingentCost : nil
  }
}

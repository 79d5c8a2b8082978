import TestSupport

@testable import Datasets

/// The months and bodies of the shipped folder, as returns that could have been published: each
/// body of a year with the mean of its months.
struct ShippedReturns {
  struct Year {
    let body, department: String
    let months: Int
    let staff, contingent, pay, contingentCost, consultancyCost: Double?
  }

  /// Names by code.
  let names: [String: String]
  let kinds: [String: String]
  /// In the order of the table.
  let months: [(department: String, month: Month)]
  private var years: [[String]: [Year]] = [:]

  init() throws {
    let tables = FolderReading(DataFolder(path: ShippedFolder.path), tables: TableSchema.all).tables
    guard let bodies = tables["bodies"], let spend = tables["contractor_spend"],
      let table = tables["contractor_bodies"]
    else { throw DataError.notFound(places: [ShippedFolder.path]) }
    let codes = (0..<bodies.count).map { bodies.text($0, "code") }
    names = Dictionary(
      uniqueKeysWithValues: codes.indices.map { (codes[$0], bodies.text($0, "name")) })
    kinds = Dictionary(
      uniqueKeysWithValues: codes.indices.map { (codes[$0], bodies.text($0, "kind")) })
    months = (0..<spend.count).compactMap { row in
      Month(text: spend.text(row, "month")).map { (spend.text(row, "body"), $0) }
    }
    for row in 0..<table.count {
      let count = Double(table.text(row, "months_returned")) ?? 1
      func sum(_ column: String) -> Double? { table.number(row, column).map { $0 * 1e6 / count } }
      let year = Year(
        body: table.text(row, "body"), department: table.text(row, "department"),
        months: Int(count), staff: table.number(row, "payroll_fte_mean"),
        contingent: table.number(row, "nonpayroll_fte_mean"), pay: sum("payroll_cost_gbp_m"),
        contingentCost: sum("contingent_cost_gbp_m"),
        consultancyCost: sum("consultancy_cost_gbp_m"))
      years[[year.department, table.text(row, "financial_year")], default: []].append(year)
    }
  }

  /// The bodies that returned under a department in the year of a month.
  func bodies(of department: String, _ month: Month) -> [Year] {
    years[[department, month.financialYear]] ?? []
  }

  /// A return of one of them, with both names as they are written.
  func row(_ year: Year, _ month: Month, body: String, department: String) -> PublishedReturn.Row {
    func text(_ value: Double?) -> String { value.map { ReturnsMerge.text($0, places: 2) } ?? "" }
    return PublishedReturn.Row(
      year: "\(month.year)", month: month.words.split(separator: " ").first.map(String.init) ?? "",
      body: body, department: department, staff: (text(year.staff), text(year.staff)),
      contingent: ("", "", "", text(year.contingent)),
      costs: (text(year.pay), text(year.contingentCost), text(year.consultancyCost)))
  }
}

extension PublishedReturn.Row {
  /// What the Home Office returns in a month, roughly.
  static func homeOffice(month: String = "July") -> Self {
    Self(
      month: month, body: "Home Office", department: "Home Office", staff: ("50,000", "48,900.25"),
      contingent: ("1,000.5", "500", "10", "1,510.5"),
      costs: ("£262,000,123.45", "£11,000,000", "4500000"))
  }

  /// What a body of 1,250 people returns.
  static func agency(
    _ body: String, of department: String = "Home Office", month: String = "July"
  ) -> Self {
    Self(
      month: month, body: body, department: department, staff: ("1,300", "1,250"),
      contingent: ("1", "2", "3", "6"), costs: ("£5,000,000", "£40,000", "£1,000"))
  }
}

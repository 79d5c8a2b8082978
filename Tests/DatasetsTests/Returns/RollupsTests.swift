import TestSupport
import Testing

@testable import Datasets

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Rows that sum up others are no bodies, whatever they are called.
@Suite struct RollupsTests {
  private typealias Row = PublishedReturn.Row

  private static let barring = Row.agency("Disclosure and Barring Service")
  /// The Home Office and the service together.
  private static func sum(_ name: String) -> Row {
    Row(
      body: name, department: "Home Office", staff: ("51,300", "50,150.25"),
      contingent: ("1,001.5", "502", "13", "1,516.5"),
      costs: ("£267,000,123.45", "£11,040,000", "4501000"))
  }

  private func outcome(_ rows: [Row]) throws -> ReturnsImport.Outcome {
    try ReturnsImport.outcome(
      of: [("return.csv", PublishedReturn(template: .later, rows: rows).bytes)],
      into: ShippedFolder.folder, .init())
  }

  @Test(arguments: [
    "All bodies", "Sum", "Overall", "Total", "Grand total", "Home Office Total", "Sub-total",
    "Home Office (incl. agencies)", "HO group (all)", "Home Office and its agencies",
    "Home Office including ALBs", "All organisations", "Agencies", "Home Office (consolidated)",
    "TOTAL (all)", "Whole department",
    // By what they say.
    "Department and partners", "HO wider family of services", "Border Police Command",
  ])
  func aSumIsLeftOutAndSaid(_ name: String) throws {
    let outcome = try outcome([.homeOffice(), Self.barring, Self.sum(name)])
    #expect(outcome.months.map(\.returns) == [2])
    #expect(outcome.bodies.isEmpty)
    #expect(outcome.leftOut.map(\.rule) == ["rollup"])
    let log = try #require(outcome.files.first { $0.name == "contractor_quality_log.csv" })
    let text = String(decoding: log.bytes, as: UTF8.self)
    #expect(text.contains("\nHO,HO,2026-07,payroll_fte,50150.25,rollup,\"\"\"\(name)\"\""))
  }

  /// One column that is off makes no body of a sum; neither does a hundredth in all of them: then
  /// the user is asked.
  @Test func aSumWithASlipIsNoBody() throws {
    var slip = Self.sum("Partnership of police services")
    slip.staff.0 = "51,290"
    #expect(try outcome([.homeOffice(), Self.barring, slip]).leftOut.map(\.rule) == ["rollup"])
    slip.contingent.3 = "7"
    #expect(try outcome([.homeOffice(), Self.barring, slip]).leftOut.map(\.rule) == ["rollup"])
    slip.staff.1 = "50,140"
    slip.costs = ("£267,100,000", "£12", "3")
    let error = #expect(throws: ImportError.self) {
      try outcome([.homeOffice(), Self.barring, slip])
    }
    #expect(
      error?.description.contains("nearly the sum of the department's other returns") == true)
    #expect(error?.description.contains("--new-body \"Partnership of police services\"") == true)
  }

  /// The core department under a qualifier is not summed beside the department.
  @Test(arguments: ["Home Office excluding NCA", "Home Office exc NCA", "Core excl. ALBs"])
  func theDepartmentUnderAQualifierIsOne(_ name: String) throws {
    var core = Row.homeOffice()
    core.body = name
    let outcome = try outcome([.homeOffice(), core, Self.barring])
    #expect(outcome.months.map(\.returns) == [2] && outcome.bodies.isEmpty)
    #expect(outcome.leftOut.map(\.rule) == ["duplicate"])
  }

  /// A sum by what it says is one by any name, the department's own as well.
  @Test func theDepartmentsNameMayBeASumsToo() throws {
    let outcome = try outcome([
      Row(
        body: "Home Office (core)", department: "Home Office", staff: ("50,000", "48,900.25"),
        contingent: ("1,000.5", "500", "10", "1,510.5"),
        costs: ("£262,000,123.45", "£11,000,000", "4500000")),
      Self.barring, Self.sum("Home Office"),
    ])
    #expect(outcome.months.map(\.returns) == [2])
    #expect(outcome.leftOut.map(\.rule) == ["rollup"])
  }

  /// One body, and a row with the same figures and the department's name.
  @Test func aCopyUnderTheDepartmentsNameIsASum() throws {
    var copy = Row.homeOffice()
    copy.body = "Home Office and those it pays for"
    #expect(try outcome([.homeOffice(), copy]).leftOut.map(\.rule) == ["rollup"])
    copy.body = "Border Police Command"
    #expect(try outcome([.homeOffice(), copy]).months.map(\.returns) == [2])
  }

  @Test func aSumOfAMonthThatStandsIsNotToldAgain() throws {
    var sum = Self.sum("All bodies")
    sum.month = "June"
    let outcome = try outcome([.homeOffice(month: "June"), sum])
    #expect(outcome.files.isEmpty && outcome.leftOut.isEmpty)
  }

  /// A body that is known is one, even if it should be as large as the others together.
  @Test func aKnownBodyIsNoSum() throws {
    let rows = [
      ("Legal Aid Agency", 1_000), ("Parole Board", 200),
      ("HM Courts and Tribunals Service", 1_200),
    ]
    .map { name, staff in
      Row(
        body: name, department: "Ministry of Justice", staff: ("\(staff)", "\(staff)"),
        costs: ("\(staff * 4_000)", "0", "0"))
    }
    #expect(try !outcome(rows).leftOut.contains { $0.rule == "rollup" })
  }

  @Test func smallNumbersThatAgreeByChanceAreBodies() throws {
    let rows = [
      ("Parole Board", "20", "40,000"), ("Legal Services Board", "12", "25,000"),
      ("Law Panel", "8", "15,000"),
    ]
    .map { name, staff, pay in
      Row(
        body: name, department: "Ministry of Justice", staff: (staff, staff),
        contingent: ("", "", "", ""), costs: (pay, "", ""))
    }
    let outcome = try outcome(rows)
    #expect(!outcome.leftOut.contains { $0.rule == "rollup" })
  }

  /// The rules of the code and those that the package's description allows.
  @Test func thePackageNamesEveryRule() throws {
    struct Package: Decodable {
      struct Resource: Decodable {
        struct Schema: Decodable { var fields: [Field] }
        struct Field: Decodable {
          struct Constraints: Decodable { var `enum`: [String]? }
          var name: String
          var constraints: Constraints?
        }
        var name: String
        var schema: Schema
      }
      var resources: [Resource]
    }
    let path = URL(fileURLWithPath: ShippedFolder.path + "/datapackage.json")
    let package = try JSONDecoder().decode(Package.self, from: Data(contentsOf: path))
    let log = try #require(package.resources.first { $0.name == "contractor_quality_log" })
    let rule = try #require(log.schema.fields.first { $0.name == "rule" })
    #expect(rule.constraints?.enum == ReturnRule.allCases.map(\.rawValue))
  }
}

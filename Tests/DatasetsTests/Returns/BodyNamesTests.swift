import Testing

@testable import Datasets

/// Which body a return means by a name, with the shipped table of bodies.
@Suite struct BodyNamesTests {
  private let names: BodyNames

  init() throws {
    let tables = FolderReading(DataFolder(path: ShippedFolder.path), tables: TableSchema.all).tables
    let (bodies, years) = (
      try #require(tables["bodies"]), try #require(tables["contractor_bodies"])
    )
    let spend = try #require(tables["contractor_spend"])
    names = BodyNames(
      bodies: bodies, government: "UKGOV",
      departments: Set((0..<spend.count).map { spend.text($0, "body") }),
      returned: Dictionary(
        (0..<years.count).map {
          (years.text($0, "department"), Set([years.text($0, "body")]))
        }, uniquingKeysWith: { $0.union($1) }), aliases: [:])
  }

  @Test(arguments: [
    ("Student Loans Company Ltd", "DFE", "SLC"), ("SLC", "DFE", "SLC"),
    ("Teaching Regulation Authority", "DFE", "TEACHING-RA"),
    ("The Teaching Regulation Authourity", "DFE", "TEACHING-RA"),
    ("Valuation Office", "HMRC", "VOA"), ("Valuation Office Agency (VOA)", "HMRC", "VOA"),
    ("Her Majesty's Prison & Probation Service", "MOJ", "HMPPS"),
    ("HMPPS (Ministry of Justice)", "MOJ", "HMPPS"),
    ("Independent Monitoring Authority", "MOJ", "IMA"),
    ("Independent Monitoring Authority (IMA)", "MOJ", "IMA"),
    ("Land Registry", "MHCLG", "HMLR"), ("Her Majesty’s Land Registry", "MHCLG", "HMLR"),
    ("Parole Board - MOJ", "MOJ", "PAROLE"), ("MoJ: Parole Board", "MOJ", "PAROLE"),
    ("Ministry of Justice Parole Board", "MOJ", "PAROLE"),
    ("Home Office (Border Force)", "HO", "BORDER-FORCE"),
    ("Disclosure and Baring Service", "HO", "DBS"),
    ("High Speed Two (HS2) Limited", "DFT", "HS2"),
    ("Ofgem (Office of Gas and Electricity Markets)", "DESNZ", "OFGEM"),
    ("Advisory Conciliation & Arbitration Service (ACAS)", "BEIS", "ACAS"),
    ("Great Britain - China Centre", "FCDO", "GBCC"),
    ("Department of Health (excl agencies)", "DHSC", "DHSC"),
    ("DHSC (excluding agencies)", "DHSC", "DHSC"), ("Home Office (core)", "HO", "HO"),
    ("Core Home Office", "HO", "HO"), ("Home Office HQ", "HO", "HO"),
    ("Department of Health and Social Care (DHSC) (excl. ALBs)", "DHSC", "DHSC"),
    ("Home Office (HO)", "HO", "HO"), ("Department for Education - Core Department", "DFE", "DFE"),
    ("Ministry of Housing, Communities & Local Government", "MHCLG", "MHCLG"),
    ("Department for Levelling Up, Housing and Communities", "MHCLG", "MHCLG"),
    ("Home Office excluding NCA", "HO", "HO"), ("Home Office exc NCA", "HO", "HO"),
    ("MoD ex. DE&S and DIO", "MOD", "MOD"), ("Core excluding ALBs", "HO", "HO"),
    ("Home Office (without the National Crime Agency)", "HO", "HO"), ("Core", "MOJ", "MOJ"),
    ("DE&S", "MOD", "DES"), ("Defence Equipment & Support (DE&S)", "MOD", "DES"),
  ])
  func namesOfADepartmentsBodies(_ name: String, _ department: String, _ code: String) {
    #expect(names.body(of: name, in: department)?.code == code)
  }

  /// The same letters are another body's code elsewhere.
  @Test(arguments: [
    ("TRA", "DFE", "TEACHING-RA"), ("TRA", "DBT", "TRA"), ("SIA", "HO", "SECURITY-IA"),
    ("SIA", "MOD", "SIA"), ("CSC", "FCDO", "COMMONWEALTH-SCHOLARSHIPS"), ("CSC", "CO", "CSC"),
    ("AGO", "AGO", "AG-OFFICE"), ("MMO", "DHSC", "MMO"),
  ])
  func aCodeIsFirstOfItsOwnDepartment(_ name: String, _ department: String, _ code: String) {
    #expect(names.body(of: name, in: department)?.code == code)
  }

  @Test(arguments: [
    ("Home Office (Migration)", "HO"), ("Schools", "DFE"), ("Police", "HO"),
    ("National Navy Museum", "MOD"), ("Legal Services Commission", "MOJ"),
    ("Border Police Command", "HO"), ("Northern Ireland Human Rights Commission", "NIO"),
    ("Parole Board (Legal Aid Agency)", "MOJ"), ("", "HO"), ("()", "HO"),
  ])
  func otherNamesAreNone(_ name: String, _ department: String) {
    #expect(names.body(of: name, in: department) == nil)
  }

  @Test(arguments: [
    ("Home Office (incl. agencies)", "HO", DepartmentPart.rollup),
    ("DHSC group (all)", "DHSC", .rollup),
    ("Home Office and its agencies", "HO", .rollup), ("Home Office Group", "HO", .rollup),
    ("DfE family", "DFE", .rollup), ("Department of Health including ALBs", "DHSC", .rollup),
    ("Ministry of Defence (consolidated)", "MOD", .rollup),
    ("Home Office (including non-departmental public bodies)", "HO", .rollup),
    ("Home Office, agencies only", "HO", .rollup), ("Home Office (department only)", "HO", .itself),
    ("DHSC (not including agencies)", "DHSC", .itself), ("MOD ex. agencies", "MOD", .itself),
    ("Home Office", "HO", .itself), ("Home Office less NCA", "HO", .itself),
    ("Wider Home Office", "HO", .rollup), ("Core + ALBs", "HO", .rollup),
    ("Core and ALBs", "DFE", .rollup), ("Core department plus agencies", "MOJ", .rollup),
  ])
  func aDepartmentsNameWithMore(_ name: String, _ department: String, _ part: DepartmentPart) {
    #expect(names.part(of: name, in: department) == part)
  }

  @Test(arguments: [
    "Parole Board", "Home Office (Migration)", "Legal Aid Agency, Ministry of Justice",
  ])
  func moreThanTheDepartmentIsNoPartOfIt(_ name: String) {
    #expect(names.part(of: name, in: "HO") == nil && names.part(of: name, in: "MOJ") == nil)
  }

  @Test(arguments: [
    ("Student Loan Finance Company", "DFE", "SLC"), ("Prison Service", "MOJ", "HMPPS"),
    ("Valuation Agency", "HMRC", "VOA"), ("Homes England Investments", "MHCLG", "HOMES-ENGLAND"),
    ("Security Industry Agency", "HO", "SECURITY-IA"), ("Home Office (Migration)", "HO", "HO"),
    ("National Navy Museum", "MOD", "NAM"),
    // The department's name with a word more, and a name cut short.
    ("MoD Civilian", "MOD", "MOD"), ("DWP Corporate", "DWP", "DWP"), ("SLC1", "DFE", "SLC"),
    ("HM Courts", "MOJ", "HMCTS"), ("Home Office plus NCA", "HO", "HO"),
    ("Ministry of Justice Estates", "MOJ", "MOJ"), ("HMPPSa", "MOJ", "HMPPS"),
  ])
  func aNearNameIsTold(_ name: String, _ department: String, _ code: String) {
    #expect(names.near(name, in: department) == code)
  }

  /// Bodies that were there, beside those of today: none may be refused for a likeness.
  @Test(arguments: [
    ("Legal Services Commission", "MOJ"), ("National Offender Management Service", "MOJ"),
    ("Northern Ireland Human Rights Commission", "NIO"), ("Office for Legal Complaints", "MOJ"),
    ("Food and Environment Research Agency", "DEFRA"), ("Border Police Command", "HO"),
    ("Animal Health and Veterinary Laboratories Agency", "DEFRA"), ("Highways England", "DFT"),
    ("Service Children's Education", "MOD"),
    ("National College for Teaching and Leadership", "DFE"),
    ("National Patient Safety Agency", "DHSC"), ("Defence Support Group", "MOD"),
    ("Independent Safeguarding Authority", "HO"), ("Criminal Records Bureau", "HO"),
    ("Big Society Capital", "CO"), ("Sport England", "DCMS"), ("UK Sport", "DCMS"),
    ("Covent Garden Market Authority", "DEFRA"), ("Judicial Office", "MOJ"),
  ])
  func anotherBodyIsNotNear(_ name: String, _ department: String) {
    #expect(names.near(name, in: department) == nil)
  }

  @Test(arguments: [
    ("Home Office", "HO"), ("The Home Office (HO)", "HO"), ("Dept for Education", "DFE"),
    ("Department for Business, Energy & Industrial Strategy (BEIS)", "BEIS"),
    ("Her Majesty's Revenue and Customs", "HMRC"), ("Attorney General's Departments", "AGO"),
    ("Attorney General's Office", "AGO"), ("HM Land Registry", "MHCLG"),
    ("Office of Rail and Road", "ORR"), ("Home Office Group", "HO"), ("MoD", "MOD"),
    ("Department for Communities and Local Government", "MHCLG"), ("Wales Office", "WO"),
  ])
  func departmentsAreFound(_ name: String, _ code: String) {
    #expect(names.department(of: name) == code)
  }
}

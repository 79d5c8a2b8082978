/// A return as departments publish it, in one of the three templates.
struct PublishedReturn {
  enum Template: CaseIterable {
    /// Three rows of headings; the month stands in the file's name.
    case grouped
    /// One row, year and month in columns, June 2021.
    case flat
    /// One row, other kinds of contingent labour, April 2022.
    case later
  }

  struct Row {
    var year = "2026"
    var month = "July"
    var body: String
    var department: String
    /// Headcount, then full-time equivalents.
    var staff: (String, String) = ("10", "9.5")
    /// Agency, interim managers, specialists or others, in all.
    var contingent: (String, String, String, String) = ("1", "2", "3", "6")
    /// Pay, contingent labour, consultancy.
    var costs: (String, String, String) = ("£40,000.00", "£5,000", "£ 1,000 ")
  }

  var template: Template
  var rows: [Row]
  var titles: [[String]] = []

  var text: String {
    (titles + headings + rows.map(cells) + [[""], ["", "", "", "0", "£0.00"]])
      .map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  var bytes: [UInt8] { Array(text.utf8) }

  /// In Windows-1252, where the pound sign is one byte.
  var windowsBytes: [UInt8] {
    text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : UInt8(ascii: "?") }
  }

  private static let grades = [
    "AO/AA", "EO", "SEO/HEO", "Grade 6/7", "SCS", "Other, unknown, unspecified",
  ]

  private var headings: [[String]] {
    switch template {
    case .grouped:
      let kinds = [
        "Agency staff \n(clerical/admin)", "Interim managers", "Specialist Contractors",
        "Consultants/consultancy", "Total",
      ]
      let staff = (Self.grades + ["Total\nEmployees"] + kinds).flatMap { [$0, ""] }
      var groups = ["Organisation name", "Organisation \ntype"]
      groups += ["Main, parent or \nsponsoring department: ", "Payroll staff"] + blanks(13)
      groups.append(
        "Number of non-payroll staff (contingent labour and consultants/consultancy)")
      groups += blanks(9) + ["Grand Total \n(workforce numbers)", "", "Payroll staff costs", ""]
      groups += ["Non-Payroll staff (contingent labour/consultancy) costs", "", "", "Comments"]
      var parts = blanks(3) + staff + ["", "", "Salary", "Total paybill for payroll staff"]
      parts += [
        "Total cost of contingent labour: agency (clerical and admin) staff, interim managers and specialist contractors",
        "Total cost of consultants/\nconsultancy", "Total non-payroll (CCL) staff costs", "",
      ]
      var units = blanks(3)
      for _ in 0..<13 { units += ["Headcount", "Full-time \nequivalent"] }
      return [groups, parts, units + blanks(6)]
    case .flat, .later:
      let kinds =
        template == .flat
        ? ["Agency Staff", "Interim managers", "Specialist Contractors", "Consultants/consultancy"]
        : [
          "Admin and Clerical", "Interim Managers & Specialist Contractors & Medical",
          "Other Contingent labour",
        ]
      let total = template == .flat ? "Total" : "Total Contingent labour:"
      func pair(_ start: String) -> [String] {
        ["\(start);\nHeadcount", "\(start);\nFull-time equivalent"]
      }
      var names = ["Year", "Month", "Organisation name", "Organisation type"]
      names.append("Main, parent or sponsoring department:")
      for grade in Self.grades + ["Total"] { names += pair("Payroll staff;\n\(grade)") }
      for kind in kinds + [total] { names += pair("Non-payroll staff;\n\(kind)") }
      if template == .later {
        names.append("Non-payroll staff;\nConsultancy;\nNumber of Contracts")
      }
      names += pair("Grand Total (workforce numbers)")
      names += ["Payroll staff costs;\nSalary", "Payroll staff costs;\nTotal paybill"]
      names.append(
        template == .flat
          ? "Non-Payroll staff costs;\nContingent labour: agency staff, interim managers and specialist contractors"
          : "Non-Payroll staff costs;\nContingent labour")
      names.append(
        template == .flat
          ? "Non-Payroll staff costs;\nConsultants/consultancy"
          : "Non-Payroll staff costs;\nConsultancy")
      names.append("Non-Payroll staff costs;\nTotal staff costs")
      names.append("Grand Total paybill/staffing (payroll and non-payroll) costs")
      return [names]
    }
  }

  private func cells(_ row: Row) -> [String] {
    let (agency, interim, specialist, all) = row.contingent
    var cells = template == .grouped ? [] : [row.year, row.month]
    cells += [row.body, "Executive Agency", row.department]
    cells += [String](repeating: "1", count: 12)
    cells += [row.staff.0, row.staff.1, agency, agency, interim, interim, specialist, specialist]
    if template != .later { cells += ["7", "7"] }
    cells += [all, all]
    if template == .later { cells.append("4") }
    cells += ["99", "99", "£1", row.costs.0, row.costs.1, row.costs.2, "£77", "£88"]
    return cells
  }

  private func blanks(_ count: Int) -> [String] { [String](repeating: "", count: count) }

  private static func quoted(_ text: String) -> String {
    text.utf8.contains { [0x22, 0x2C, 0x0A].contains($0) }
      ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}

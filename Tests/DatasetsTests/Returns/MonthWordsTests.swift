import Testing

@testable import Datasets

/// What names, titles and cells say of the month.
@Suite struct MonthWordsTests {
  /// The digits of an identifier that a program gave a file are no month.
  @Test func anIdentifierInANameIsNoMonth() {
    let name = "x-B9A77AA0-0DB7-4322-9D5F-D52D3D062031-dwp-october-2026.csv"
    #expect(FileName.readable("folder/" + name) == "x- -dwp-october-2026.csv")
    #expect(FileName.readable("MOJ_122020-0DB7-4322.csv") == "MOJ_122020-0DB7-4322.csv")
  }

  @Test(arguments: [
    ("workforce-july-2026.csv", "2026-07"), ("MOJ_2026-07_return.csv", "2026-07"),
    ("WMI_Jul26.csv", "2026-07"), ("202607 HO.csv", "2026-07"),
    ("July 2026 to August 2026.csv", nil), ("return 7.csv", nil), ("Sept 2025", "2025-09"),
    ("Q1 2026", nil), ("07/2026", "2026-07"), ("13/2026", nil),
    ("Defra_MWMI_122020.csv", "2020-12"), ("FCDO-June2021a.csv", "2021-06"),
    ("21-06_WO__June_2021_MWMI.csv", "2021-06"), ("CMA_for_August_21.csv", "2021-08"),
    ("Ofsted_August_21_Workforce_Management_Information1.csv", "2021-08"),
    ("DCMS_August_workforce_2014.csv", "2014-08"), ("GIAA_2023_04_April.csv", "2023-04"),
    ("July_2026_01.csv", "2026-07"), ("2026 July 01.csv", "2026-07"),
    ("Table 1 July 2026", "2026-07"),
    ("May_2021_MWMI_template_to_publish.csv", "2021-05"), ("A3-december-2025.csv", "2025-12"),
    // A month beside its financial year is that month; one without a year is the one inside it.
    ("July 2026, 2026-27", "2026-07"), ("2026-27 July", "2026-07"), ("April 2011-12", "2011-04"),
    ("March 2011-12", "2012-03"), ("FY26-27 Month 4 July", "2026-07"),
    ("March 2012, 2012-13", nil),
    // Financial years, quarters, spans and years to date are no month.
    ("Workforce management information 2011-12", nil), ("ho-workforce-2010-11.csv", nil),
    ("ho 2011/12", nil), ("2011_2012.csv", nil), ("201112.csv", nil), ("20112012.csv", nil),
    ("Apr-Jul 2026", nil), ("April to July 2026", nil), ("April and May 2026", nil),
    ("Cabinet_office_report_data_Apr_20_-_Dec_2020.csv", nil), ("Jan_21_-_Mar_2021.csv", nil),
    ("Year to date, July 2026", nil), ("HO YTD July 2026.csv", nil), ("Quarter to June 2026", nil),
    ("July 2026 (Q2)", nil), ("H1 2026", nil), ("Cumulative, July 2026", nil),
    ("Workforce management information year ending July 2026", nil), ("3 months to July 2026", nil),
    ("6 months ended July 2026", nil), ("Rolling 12 month figures, July 2026", nil),
    ("July 2026 (12 months)", nil), ("Year-end July 2026", nil), ("Annual return July 2026", nil),
    ("Financial year to July 2026", nil), ("July 2025 to date", nil), ("FYTD July 2026", nil),
    ("wfmi-year-ending-july-2026.csv", nil), ("wfmi-12-months-to-july-2026.csv", nil),
    ("annual-workforce-july-2026.csv", nil), ("2026_07_and_08.csv", nil), ("07 to 09 2026", nil),
    ("Twelve months, July 2026", nil), ("ho-12m-to-july-2026.csv", nil), ("Up to July 2026", nil),
    ("2026-07 to 09", nil), ("Week ending 31 July 2026", nil), ("July 2026 (full year)", nil),
    ("Half-yearly return, July 2026", nil), ("Since April 2026, July 2026", nil),
    // And what only looks like one.
    ("Workforce management information July 2026", "2026-07"),
    ("July 2026, for the financial year 2026-27", "2026-07"), ("July 2026, up to date", "2026-07"),
    ("Template 3 Month July 2026", "2026-07"), ("Monthly return, July 2026", "2026-07"),
    ("Year: 2026 Month: July", "2026-07"), ("July 2026, without annual leave", "2026-07"),
    ("Monthly figures to publish July 2026", "2026-07"), ("2026_07_v2.csv", "2026-07"),
    // A full date says when something was published, and whole words alone are months.
    ("ho-workforce-2026-08-28.csv", nil), ("28 August 2026", nil), ("20260828.csv", nil),
    ("Marchmont 2026", nil), ("Mayor 2026", nil), ("Figures may not sum, 2026", nil),
  ])
  func oneMonthOrNone(_ text: String, _ month: String?) {
    let readable = text.contains(".") ? FileName.readable(text) : text
    #expect(MonthWords(readable).month?.description == month)
  }

  @Test(arguments: [
    ("31/07/2026", "2026-07", true), ("20260731", "2026-07", true), ("01122021", "2021-12", false),
    ("31st July 2026", "2026-07", true), ("1 July 2026", "2026-07", false),
    ("2011-12-31", "2011-12", true), ("29 February 2024", "2024-02", true),
    ("28 February 2024", "2024-02", false), ("July 31, 2026", "2026-07", true),
    ("31-Jul-26", "2026-07", true),
  ])
  func datesAreDates(_ text: String, _ month: String, _ isLast: Bool) throws {
    let words = MonthWords(text)
    let date = try #require(words.dates.first)
    #expect(words.dates.count == 1 && words.months.isEmpty && words.month == nil)
    #expect(date.month.description == month && date.isLast == isLast)
    #expect(Month(in: text)?.description == month)
  }

  @Test(arguments: [
    ("a/Returns%20August%202011.csv", "Returns August 2011.csv"),
    (
      "Workforce_20Management_20Information_20August_202011.CSV",
      "Workforce Management Information August 2011.CSV"
    ),
    ("Returns%2520August%25202011.csv", "Returns August 2011.csv"),
    ("HO_202011.csv", "HO_202011.csv"), ("Report_20May_2021.csv", "Report_20May_2021.csv"),
    ("Pay_20th_May_2021.csv", "Pay_20th_May_2021.csv"), ("100%.csv", "100%.csv"),
    ("July%2C_202012.csv", "July,_202012.csv"),
  ])
  func namesAreReadableAgain(_ name: String, _ readable: String) {
    #expect(FileName.readable(name) == readable)
  }

  @Test(arguments: [
    ("2026", "July", "2026-07"), ("2026", "7", "2026-07"), ("2026/27", "March", "2027-03"),
    ("2026-27", "Apr", "2026-04"), ("", "Jul-26", "2026-07"), ("2026", "01/07/2026", "2026-07"),
    ("2026", "", nil), ("2026", "13", nil), ("26", "July", nil), ("2026.0", "Sept", "2026-09"),
    ("2010-11", "November", "2010-11"), ("2026-27", "Jul-26", "2026-07"), ("Jul-26", "", "2026-07"),
    ("2026", "7.0", "2026-07"), ("Jul-26", "July", "2026-07"),
    // Two different months, and longer times.
    ("2025", "Jul-26", nil), ("2025", "01/07/2026", nil), ("2025-26", "July 2026", nil),
    ("Jul-26", "August", nil), ("2010-11", "", nil), ("2026", "Apr-Jul 2026", nil),
    ("2026", "April to July", nil), ("2026", "Q1", nil), ("", "2011-12", nil),
    ("2026", "Year to date", nil), ("2026", "46204", nil),
  ])
  func monthsAreReadFromColumns(_ year: String, _ month: String, _ read: String?) {
    #expect(Month(year: year, month: month)?.description == read)
  }
}

import Datasets
import Testing

/// What tables of evidence have to keep among one another, each broken alone.
@Suite struct EvidenceRuleTests {
  static let damages: [Damage] = [
    Damage(
      "body below itself", "bodies.csv", "organisation,CENTRAL", "organisation,VOA",
      "bodies.csv row 5 column parent: \"VOA\": body above itself; "
        + "expected a parent that is not below HMRC"),
    Damage(
      "unknown parent", "bodies.csv", "body,HMRC", "body,HMRK",
      "bodies.csv row 6 column parent: \"HMRK\": unknown body; "
        + "expected one of bodies.csv, the nearest HMRC"),
    Damage(
      "organisation without a parent", "bodies.csv", "organisation,UKPS", "organisation,",
      "bodies.csv row 4 column parent: \"\": expected a code, for a body of kind organisation"),
    Damage(
      "organisation of another kind", "bodies.csv", "organisation,UKPS", "body,UKPS",
      "organisations.csv row 2 column code: \"NHS\": kind body in bodies.csv; "
        + "expected kind organisation there"),
    Damage(
      "low above high", "legacy.csv", ",30,10,50,", ",30,50,10,",
      "legacy.csv row 3 column low: \"50\": expected low ≤ high (10)"),
    Damage(
      "conflict of one", "facts.csv", ",2024-12,B,count,", ",2024-12,B,,",
      "facts.csv row 4 column conflict: \"count\": group of one; expected two rows or more"),
    Damage(
      "observation that differs from its fact", "legacy.csv", "2024,28,,,", "2024,27,,,",
      "legacy.csv row 2 column value: \"27\": differs from fact legacy.share.2024; "
        + "expected 28, as there"),
    Damage(
      "observation with a range that its fact lacks", "legacy.csv", "2024,28,,,", "2024,28,27,,",
      "legacy.csv row 2 column low: \"27\": differs from fact legacy.share.2024; "
        + "expected nothing, as there"),
    Damage(
      "observation of another date than its fact", "legacy.csv",
      "estimate,review,p 1,2024,B,legacy.share.2024",
      "estimate,review,p 1,2023,B,legacy.share.2024",
      "legacy.csv row 2 column as_of: \"2023\": differs from fact legacy.share.2024; "
        + "expected 2024, as there"),
    Damage(
      "observation of another mark than its fact", "legacy.csv",
      "%,reported,estimate,review,p 1,2024,B,legacy.share.2024",
      "%,derived,estimate,review,p 1,2024,B,legacy.share.2024",
      "legacy.csv row 2 column mark: \"derived\": differs from fact legacy.share.2024; "
        + "expected reported, as there"),
    Damage(
      "observation in another unit than its fact", "legacy.csv",
      "28,,,%,reported,estimate,review,p 1,2024,B,legacy.share.2024",
      "28,,,% of all,reported,estimate,review,p 1,2024,B,legacy.share.2024",
      "legacy.csv row 2 column unit: \"% of all\": differs from fact legacy.share.2024; "
        + "expected %, as there"),
    Damage(
      "one rate of the red list alone", "red_list.csv",
      "fixed_per_year,Fixed,systems a year,5,15,25,1,90,modelled,judgement,why\n", "",
      "red_list.csv: \"fixed_per_year\": missing rate; expected a row of this id"),
    Damage(
      "red list rate of 0 on a log scale", "red_list.csv", "10,20,30,1,100", "0,20,30,0,100",
      "red_list.csv row 2 column p10: \"0\": expected above 0 on a log scale"),
    Damage(
      "red list rate out of its limits", "red_list.csv", "5,15,25,1,90", "5,15,95,1,90",
      "red_list.csv row 3 column p90: \"95\": expected a number from 1 to 90"),
    Damage(
      "programme run by two bodies", "business_cases.csv", "Office,UK,latest", "Offices,UK,latest",
      "business_cases.csv row 3 column body: \"Post Offices\": differs from row 2; "
        + "expected Post Office, as there"),
    Damage(
      "programme in two currencies", "business_cases.csv", "15,15,,£m,", "15,15,,US$m,",
      "business_cases.csv row 3 column unit: \"US$m\": another currency; "
        + "expected £m, as in the programme's rows before"),
    Damage(
      "unknown ratio", "business_cases.csv", "overrun realised", "overrun cost",
      "business_cases.csv row 3 column left_out: \"overrun cost\": unknown ratio cost; "
        + "expected some of overrun, delay, planned_investment, latest_investment, realised"),
  ]

  @Test(arguments: damages) func isTheFirstDefect(_ damage: Damage) throws {
    let first = try damage.firstDefect()
    #expect(first == damage.defect)
  }

  /// What a spreadsheet makes of `2025-10`, and other dates that do not sort.
  @Test(arguments: [
    "Oct-25", "25-Oct", "1-Oct-25", "October 2025", "oct 25", "01/10/2025", "10/2025", "2025/26",
    "1.10.2025", "01-10-2025", "2025-13", "2025-00", "2025-10-32", "2025-27", "2025-2026", "202510",
    "45931", "2025-10-01 00:00:00", "2024-12 to Mar-25",
  ])
  func aPeriodThatASpreadsheetRewroteIsADefect(period: String) throws {
    var folder = SampleFolder()
    folder.replace("legacy,2024,30", with: "legacy,\(period),30", in: "legacy.csv")
    #expect(
      try folder.defects() == [
        "legacy.csv row 3 column period: \"\(period)\": a date in another form; expected 2025, "
          + "2025-10, 2025-10-31, a financial year such as 2025-26, or two of them with \" to \""
      ])
  }

  @Test(arguments: [
    "2025", "2025-10", "2025-10-31", "2025-26", "1999-00", "2011-12", "2024-10 to 2025-03",
    "to 2024-05", "2024-25 school year", "2023 autumn", "2022; eight months", "undated",
    "a year; scaled to 43 forces", "until the 10% target", "100 days to early 2025.", "Budget 2025",
    "",
  ])
  func otherPeriodsAreFree(period: String) throws {
    var folder = SampleFolder()
    folder.replace("legacy,2024,30", with: "legacy,\(period),30", in: "legacy.csv")
    #expect(try folder.defects() == [])
  }

  @Test func evidenceMayHaveNoRows() throws {
    var folder = SampleFolder()
    let lines = folder.text("contractor_quality_log.csv").split(separator: "\n")
    folder.files["contractor_quality_log.csv"] = Array(lines[0].utf8)
    #expect(try folder.defects() == [])
  }
}

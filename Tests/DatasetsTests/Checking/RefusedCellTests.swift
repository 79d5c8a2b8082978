import Datasets
import Testing

/// Cells that break their column: each is the folder's only defect.
@Suite struct RefusedCellTests {
  static let damages: [Damage] = [
    Damage(
      "number that is none", "facts.csv", ",228,", ",many,",
      "facts.csv row 3 column value: \"many\": expected a finite number"),
    Damage(
      "number with a separator", "facts.csv", ",228,", ",\"1,228\",",
      "facts.csv row 3 column value: \"1,228\": expected a finite number"),
    Damage(
      "number with a space", "facts.csv", ",228,", ", 228,",
      "facts.csv row 3 column value: \" 228\": expected a finite number"),
    Damage(
      "number in base 16", "facts.csv", ",228,", ",0x10,",
      "facts.csv row 3 column value: \"0x10\": expected a finite number"),
    Damage(
      "not a number", "facts.csv", ",228,", ",nan,",
      "facts.csv row 3 column value: \"nan\": expected a finite number"),
    Damage(
      "infinite number", "facts.csv", ",228,", ",1e999,",
      "facts.csv row 3 column value: \"1e999\": expected a finite number"),
    Damage(
      "number out of bounds", "discount_schedules.csv", "health,1,30,0.035", "health,1,30,0.26",
      "discount_schedules.csv row 4 column rate: \"0.26\": expected a number from 0 to 0.25"),
    Damage(
      "negative number", "incidents.csv", ",12.5,", ",-12.5,",
      "incidents.csv row 2 column hours: \"-12.5\": expected a number of at least 0"),
    Damage(
      "number on a bound that it has to differ from", "assumptions.csv",
      "legacy_drift,Label,share,0.2,0.3,0.4,0.1,0.9,0.1,log,0.5",
      "legacy_drift,Label,share,0.2,0.3,0.4,0.1,0.9,0.1,log,1",
      "assumptions.csv row 24 column loading: \"1\": "
        + "expected a number between -1 and 1, neither of them"),
    Damage(
      "required number that is empty", "allocation_keys.csv", "HMRC,fraud,1.5,", "HMRC,fraud,,",
      "allocation_keys.csv row 11 column value: \"\": expected a number of at least 0"),
    Damage(
      "whole number with a fraction", "contractor_bodies.csv", "2024-25,12,", "2024-25,11.5,",
      "contractor_bodies.csv row 2 column months_returned: \"11.5\": "
        + "expected a whole number from 0 to 12"),
    Damage(
      "word outside a closed list", "facts.csv", "reported,estimate", "reported,guess",
      "facts.csv row 2 column kind: \"guess\": "
        + "expected one of reported, estimate, survey, target, claim"),
    Damage(
      "word near a closed list's", "facts.csv", "reported,estimate", "reported,Estimate",
      "facts.csv row 2 column kind: \"Estimate\": "
        + "expected estimate, or another of reported, estimate, survey, target, claim"),
    Damage(
      "unknown theme", "facts.csv", ",legacy,Share", ",weather,Share",
      "facts.csv row 2 column theme: \"weather\": "
        + "expected one of opportunity, legacy, contractors, "
        + "outages, services, skills, cyber, next, context"),
    Damage(
      "truth value", "levers.csv", ",1,true,", ",1,yes,",
      "levers.csv row 8 column per_organisation: \"yes\": expected one of true, false"),
    Damage(
      "id with a space", "incidents.csv", "\nfall,", "\nthe fall,",
      "incidents.csv row 2 column id: \"the fall\": expected letters, digits, _ - and . only"),
    Damage(
      "required text that is empty", "sources.csv", "DSIT", "",
      "sources.csv row 2 column publisher: \"\": expected text"),
    Damage(
      "day that does not exist", "facts.csv", "2025-02-28", "2025-02-29",
      "facts.csv row 4 column as_of: \"2025-02-29\": expected YYYY, YYYY-MM or YYYY-MM-DD"),
    Damage(
      "month that does not exist", "incidents.csv", "2024-07", "2024-13",
      "incidents.csv row 2 column date: \"2024-13\": expected YYYY, YYYY-MM or YYYY-MM-DD"),
    Damage(
      "date in another form", "sources.csv", "2025-01-21", "21/01/2025",
      "sources.csv row 2 column date: \"21/01/2025\": a date as a spreadsheet rewrites it; expected 2025-01-21"
    ),
    Damage(
      "year for a month", "contractor_spend.csv", "2025-06", "2025",
      "contractor_spend.csv row 2 column month: \"2025\": expected YYYY-MM"),
    Damage(
      "financial year of two years", "contractor_bodies.csv", "2024-25", "2024-26",
      "contractor_bodies.csv row 2 column financial_year: \"2024-26\": "
        + "expected a year such as 2025-26"),
    Damage(
      "unknown organisation", "allocation_keys.csv", "HMRC,fraud", "HRMC,fraud",
      "allocation_keys.csv row 11 column organisation_code: \"HRMC\": unknown organisation; "
        + "expected one of organisations.csv, the nearest HMRC"
    ),
    Damage(
      "unknown body", "incidents.csv", ",NHS,", ",NSH,",
      "incidents.csv row 2 column body: \"NSH\": unknown body; "
        + "expected one of bodies.csv, the nearest NHS"),
    Damage(
      "unknown source", "incidents.csv", ",review,", ",reviews,",
      "incidents.csv row 2 column source_id: \"reviews\": unknown source; "
        + "expected one of sources.csv, the nearest review"),
    Damage(
      "unknown source like none", "timeline.csv", ",review,", ",gazette,",
      "timeline.csv row 2 column source_id: \"gazette\": unknown source; "
        + "expected one of sources.csv"),
    Damage(
      "unknown fact", "timeline.csv", "legacy.share.2024", "legacy.share.2042",
      "timeline.csv row 2 column fact_id: \"legacy.share.2042\": unknown fact; "
        + "expected one of facts.csv, the nearest legacy.share.2024"),
    Damage(
      "repeated id", "facts.csv", "legacy.systems.2025", "legacy.systems.2024",
      "facts.csv row 4 column id: \"legacy.systems.2024\": repeats row 3; expected each id once"),
    Damage(
      "repeated key of several columns", "contractor_spend.csv", "2025-07", "2025-06",
      "contractor_spend.csv row 3: \"HMRC 2025-06\": repeats row 2; "
        + "expected each body, month once"),
  ]

  @Test(arguments: damages) func isTheFirstDefect(_ damage: Damage) throws {
    let first = try damage.firstDefect()
    #expect(first == damage.defect)
  }
}

import Datasets
import Testing

/// What a command says when it refuses a folder: the first defect by the row's id, and a count.
@Suite struct MessageTests {
  static let damages: [Damage] = [
    Damage(
      "unknown organisation beside the others", "allocation_keys.csv", "HMRC,fraud,",
      "QQQ,fraud,1,unit,derived,,\nHMRC,fraud,",
      "allocation_keys.csv: QQQ fraud: unknown organisation (organisation_code \"QQQ\"); "
        + "expected one of organisations.csv"),
    Damage(
      "bad number", "assumptions.csv", "cost_overrun,Label,share,0.2,0.3",
      "cost_overrun,Label,share,0.2,abc",
      "assumptions.csv: cost_overrun: p50 \"abc\": expected a finite number"),
    Damage(
      "missing column", "levers.csv", "default", "standard",
      "levers.csv: row 1: missing column (default); expected a column of this name"),
    Damage(
      "two defects", "incidents.csv", ",12.5,1000,", ",long,many,",
      "incidents.csv: fall: hours \"long\": expected a number of at least 0; "
        + "1 more defect, which `digigov data check` lists"),
    Damage(
      "unknown assumption", "assumptions.csv", "legacy_drift", "legacy_drifts",
      "assumptions.csv: legacy_drifts: id: expected legacy_drift, or another of 34, "
        + "such as automation_potential, channel_potential, fraud_potential; "
        + "1 more defect, which `digigov data check` lists"),
  ]

  @Test(arguments: damages) func namesTheRow(_ damage: Damage) throws {
    var folder = SampleFolder()
    damage.make(&folder)
    let error = #expect(throws: DataError.self) { try folder.written { try $0.load() } }
    #expect(error?.description == damage.defect)
  }

  @Test func absenceIsNamedByTheId() throws {
    var folder = SampleFolder()
    folder.replace("reduced,", with: "lowered,", in: "discount_schedules.csv")
    let error = #expect(throws: DataError.self) { try folder.written { try $0.modelInputs() } }
    #expect(
      error?.description
        == "discount_schedules.csv: reduced: missing schedule; expected a row of this id")
  }

  @Test func everyDefectIsListedInTheOrderOfTablesAndRows() throws {
    var folder = SampleFolder()
    folder.replace(",12.5,1000,", with: ",long,many,", in: "incidents.csv")
    folder.replace("HMRC,fraud,1.5", with: "HMRC,fraud,-1", in: "allocation_keys.csv")
    folder.replace(",NHS,", with: ",NSH,", in: "incidents.csv")
    folder.replace("2025-07", with: "July", in: "contractor_spend.csv")
    let places = try folder.written {
      $0.check().map { "\($0.file) \($0.row ?? 0) \($0.column ?? "")" }
    }
    #expect(
      places == [
        "allocation_keys.csv 11 value", "incidents.csv 2 body", "incidents.csv 2 hours",
        "incidents.csv 2 affected", "contractor_spend.csv 3 month",
      ])
  }

  @Test func unknownTableNamesTheNearest() throws {
    let error = #expect(throws: DataError.self) {
      try SampleFolder().written { try $0.table("incident") }
    }
    let message = try #require(error?.description)
    #expect(message.hasPrefix("unknown table incident, did you mean incidents?"))
    #expect(message.contains("allocation_keys"))
  }
}

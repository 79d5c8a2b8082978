import Datasets
import Testing

/// The contract's rules for the model's tables, each broken alone.
@Suite struct ModelRuleTests {
  /// The row of an assumption with other numbers: p10, p50, p90, minimum, maximum.
  private static func assumption(
    _ id: String, _ numbers: String, scale: String = "log", _ defect: String
  ) -> Damage {
    Damage(
      "\(id) of \(numbers) on \(scale)", "assumptions.csv",
      "\(id),Label,share,0.2,0.3,0.4,0.1,0.9,0.1,log", "\(id),Label,share,\(numbers),0.1,\(scale)",
      "assumptions.csv row " + defect)
  }

  static let damages: [Damage] = [
    Damage(
      "no NHS", "organisations.csv", "NHS,", "NHX,",
      "organisations.csv row 2 column code: \"NHX\": unknown body; expected a code of bodies.csv"),
    Damage(
      "no NHS, in bodies either",
      "organisations.csv: \"NHS\": missing organisation; expected a row of this id"
    ) {
      $0.replace("NHS,", with: "NHX,", in: "organisations.csv")
      $0.replace("\nNHS,", with: "\nNHX,", in: "bodies.csv")
      $0.replace("NHS,", with: "NHX,", in: "allocation_keys.csv")
    },
    Damage(
      "legacy class", "organisations.csv", ",nhs", ",gp",
      "organisations.csv row 2 column legacy_class: \"gp\": expected one of cg, nhs, pol"),
    Damage(
      "key twice", "allocation_keys.csv", "HMRC,contractor", "HMRC,fraud",
      "allocation_keys.csv row 13: \"HMRC fraud\": repeats row 11; "
        + "expected each organisation_code, key once"
    ),
    Damage(
      "unknown key", "allocation_keys.csv", "HMRC,contractor", "HMRC,contract",
      "allocation_keys.csv row 13 column key: \"contract\": "
        + "expected contractor, or another of automation, automation_gds2026, channel, fraud, "
        + "digital_spend, contractor"
    ),
    Damage(
      "key that sums to 0", "allocation_keys.csv", ",fraud,1.5", ",fraud,0",
      "allocation_keys.csv: \"fraud\": values that sum to 0; expected a sum above 0"),
    Damage(
      "two defaults",
      "scenarios.csv row 3 column default: \"true\": expected true in one row at most"
    ) {
      $0.replace(
        "risk_mitigation\nblueprint", with: "risk_mitigation,default\nblueprint",
        in: "scenarios.csv")
      $0.replace(
        "0.25\n", with: "0.25,true\nlate,Late,words,1,1,1,0.5,0.07,1,1,0.25,true\n",
        in: "scenarios.csv")
    },
    Damage(
      "default that is neither",
      "scenarios.csv row 2 column default: \"yes\": expected one of true, false"
    ) {
      $0.replace(
        "risk_mitigation\nblueprint", with: "risk_mitigation,default\nblueprint",
        in: "scenarios.csv")
      $0.replace("0.25\n", with: "0.25,yes\n", in: "scenarios.csv")
    },
    Damage(
      "assumptions out of order",
      "assumptions.csv row 2 column id: \"channel_potential\": out of order; "
        + "expected automation_potential here, since the order numbers the random dimensions"
    ) {
      $0.replace("automation_potential", with: "x", in: "assumptions.csv")
      $0.replace("channel_potential", with: "automation_potential", in: "assumptions.csv")
      $0.replace("\nx,", with: "\nchannel_potential,", in: "assumptions.csv")
    },
    assumption(
      "cost_overrun", "0.4,0.3,0.2,0.1,0.9",
      "18 column p50: \"0.3\": expected p10 ≤ p50 ≤ p90"),
    assumption(
      "cost_overrun", "0.05,0.3,0.4,0.1,0.9",
      "18 column p10: \"0.05\": expected a number from 0.1 to 0.9"),
    assumption(
      "cost_overrun", "0.2,0.3,1.4,0.1,0.9",
      "18 column p90: \"1.4\": expected a number from 0.1 to 0.9"),
    assumption(
      "cost_overrun", "0.2,0.3,0.4,0.9,0.1",
      "18 column minimum: \"0.9\": expected minimum ≤ maximum"),
    assumption(
      "cost_overrun", "0.2,0.3,0.4,-0.1,0.9",
      "18 column minimum: \"-0.1\": expected at least 0 on a log scale"),
    assumption(
      "cost_overrun", "0.2,0.3,0.4,0.1,1.5", scale: "logit",
      "18 column maximum: \"1.5\": expected at most 1 on a logit scale"),
    assumption(
      "cost_overrun", "0,0.3,0.4,0,0.9", "18 column p10: \"0\": expected above 0 on a log scale"),
    assumption(
      "cost_overrun", "0.2,0.3,1,0.1,1", scale: "logit",
      "18 column p90: \"1\": expected below 1 on a logit scale"),
    assumption(
      "fraud_erosion", "0.2,0.3,0.4,-0.1,0.9", scale: "id",
      "16 column minimum: \"-0.1\": expected a number of at least 0"),
    assumption(
      "fraud_erosion", "0.2,0.3,0.4,0.1,1.1",
      "16 column maximum: \"1.1\": expected a number of at most 1"),
    assumption(
      "legacy_share_nhs", "0.2,0.3,0.4,0,0.9",
      "32 column minimum: \"0\": expected a number of more than 0"),
    assumption(
      "channel_years_to_half", "0.2,0.3,0.4,0,0.9",
      "9 column minimum: \"0\": expected a number of more than 0"),
    Damage(
      "lever's default outside its range", "levers.csv", "pace,Pace,multiple,0.5,2,0.05,1,",
      "pace,Pace,multiple,0.5,2,0.05,3,",
      "levers.csv row 8 column default: \"3\": expected minimum ≤ default ≤ maximum"),
    Damage(
      "lever's domain", "levers.csv", "channel_coverage,Label,share,0,1",
      "channel_coverage,Label,share,0,1.5",
      "levers.csv row 3 column maximum: \"1.5\": expected a number from 0 to 1"),
    Damage(
      "pace of 0", "levers.csv", "pace,Pace,multiple,0.5", "pace,Pace,multiple,0",
      "levers.csv row 8 column minimum: \"0\": expected a number of more than 0"),
    Damage(
      "missing lever", "levers.csv", "start_delay,Label,share,0,1,0.05,0,true,words\n", "",
      "levers.csv: \"start_delay\": missing lever; expected a row of this id"),
    Damage(
      "scenario outside a lever's range", "scenarios.csv", ",0.07,0,1,", ",0.07,0,2.5,",
      "scenarios.csv row 2 column pace: \"2.5\": "
        + "expected a number from 0.5 to 2, the range of levers.csv"),
    Damage(
      "horizon with a fraction", "fixed_parameters.csv", "horizon_years,16", "horizon_years,16.0",
      "fixed_parameters.csv row 3 column value: \"16.0\": "
        + "expected a whole number from 1 to 100, digits only"),
    Damage(
      "horizon too far", "fixed_parameters.csv", "horizon_years,16", "horizon_years,101",
      "fixed_parameters.csv row 3 column value: \"101\": "
        + "expected a whole number from 1 to 100, digits only"),
    Damage(
      "seed of more than 64 bits", "fixed_parameters.csv", "18446744073709551615",
      "18446744073709551616",
      "fixed_parameters.csv row 17 column value: \"18446744073709551616\": "
        + "expected a whole number from 0 to 18446744073709551615, digits only"),
    Damage(
      "seed in another form", "fixed_parameters.csv", "18446744073709551615", "1e3",
      "fixed_parameters.csv row 17 column value: \"1e3\": "
        + "expected a whole number from 0 to 18446744073709551615, digits only"),
    Damage(
      "ramp of 0", "fixed_parameters.csv", "remediation_ramp_years,0.5",
      "remediation_ramp_years,0",
      "fixed_parameters.csv row 5 column value: \"0\": expected a number above 0"),
    Damage(
      "share of 1", "fixed_parameters.csv", "legacy_share_current,0.5", "legacy_share_current,1",
      "fixed_parameters.csv row 14 column value: \"1\": expected a share from 0 to below 1"),
    Damage(
      "stream with itself", "overlap_weights.csv", "automation,channel", "automation,automation",
      "overlap_weights.csv row 2 column stream_b: \"automation\": "
        + "expected another stream than stream_a"),
    Damage(
      "missing key", "allocation_keys.csv", "HMRC,contractor,1.5,unit,derived,a source,a note\n",
      "",
      "allocation_keys.csv: \"HMRC contractor\": missing value; "
        + "expected one of each key for every organisation"
    ),
    Damage(
      "missing assumption", "assumptions.csv",
      "overlap_scale,Label,share,0.2,0.3,0.4,0.1,0.9,0.1,log,0.5,modelled,B,a source,why\n", "",
      "assumptions.csv: \"overlap_scale\": missing assumption; expected a row of this id"),
    Damage(
      "unknown assumption", "assumptions.csv", "legacy_drift,", "legacy_drifts,",
      "assumptions.csv row 24 column id: \"legacy_drifts\": "
        + "expected legacy_drift, or another of 34, such as automation_potential, "
        + "channel_potential, fraud_potential"
    ),
    Damage(
      "missing parameter", "fixed_parameters.csv", "crash_exponent,0.5,unit,modelled,a source\n",
      "",
      "fixed_parameters.csv: \"crash_exponent\": missing parameter; expected a row of this id"),
    Damage(
      "pair in the other order", "overlap_weights.csv", "contractors,legacy", "channel,automation",
      "overlap_weights.csv row 3: repeats the pair of row 2; "
        + "expected each pair once, in either order"),
    Damage(
      "weights past the whole",
      "overlap_weights.csv: \"automation\": weights that sum to 1.0; "
        + "expected sum × maximum of overlap_scale / 2 ≤ 1"
    ) {
      $0.replace("automation,channel,0.25", with: "automation,channel,1", in: "overlap_weights.csv")
      $0.replace(
        "overlap_scale,Label,share,0.2,0.3,0.4,0.1,0.9",
        with: "overlap_scale,Label,share,0.2,0.3,0.4,0.1,2.1", in: "assumptions.csv")
    },
    Damage(
      "missing schedule", "discount_schedules.csv", "reduced", "lowered",
      "discount_schedules.csv: \"reduced\": missing schedule; expected a row of this id"),
    Damage(
      "gap between bands", "discount_schedules.csv", "health,31,", "health,32,",
      "discount_schedules.csv row 5 column from_year: \"32\": "
        + "expected 31, so that bands have no gap and do not overlap"),
    Damage(
      "first band after year 1", "discount_schedules.csv", "standard,1,", "standard,2,",
      "discount_schedules.csv row 2 column from_year: \"2\": "
        + "expected 1, so that bands have no gap and do not overlap"),
    Damage(
      "last band with an end", "discount_schedules.csv", "health,31,,", "health,31,99,",
      "discount_schedules.csv row 5 column to_year: \"99\": "
        + "expected nothing in a schedule's last band"),
    Damage(
      "band without an end before the last", "discount_schedules.csv", "health,1,30,", "health,1,,",
      "discount_schedules.csv row 5 column from_year: \"31\": "
        + "expected no band after the one without an end"),
  ]

  @Test(arguments: damages) func isTheFirstDefect(_ damage: Damage) throws {
    let first = try damage.firstDefect()
    #expect(first == damage.defect)
  }

  @Test func fixedRangeMayStandOnABound() throws {
    var folder = SampleFolder()
    folder.replace(
      "cost_overrun,Label,share,0.2,0.3,0.4,0.1,0.9",
      with: "cost_overrun,Label,share,0,0,0,0,0.9", in: "assumptions.csv")
    #expect(try folder.defects() == [])
  }
}

import Analytics
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Ranges of the register against the printed figures that they rest on.
@Suite struct RegisterTests {
  private func range(_ assumption: Assumption) throws -> ThreePoint {
    try ModelInputs.fixtures().assumptions[assumption.place].range
  }

  @Test func scheduleOverrunIsTheDurationBias() throws {
    let rows = try CSV("Validation", "optimism_bias_printed.csv").rows
    let row = try #require(rows.first { $0["category"] == "Equipment/development" })
    let overrun = try range(.scheduleOverrun)
    #expect(overrun.p10 * 100 == (try row.number("works_duration_lower")))
    #expect(overrun.p90 * 100 == (try row.number("works_duration_upper")))
  }

  @Test func costOverrunIsTheReferenceClass() throws {
    let rows = try CSV("Validation", "reference_class_it_overrun.csv").rows
    let value = { (item: String) in
      try #require(try rows.first { $0["item"]?.hasPrefix(item) == true }?.number("value"))
    }
    #expect(try range(.costOverrun).p50 == 1 + value("average overrun, large IT"))
    // Overruns above half, cut at this ratio, have the printed mean: ∫x·1.5/x² dx over the share.
    let ratio = try value("truncated Pareto")
    let mean = 1.5 * log(ratio) / (1 - 1 / ratio)
    #expect(agree(mean, 1 + (try value("mean overrun of those")), relative: 1e-9, absolute: 0))
  }
}

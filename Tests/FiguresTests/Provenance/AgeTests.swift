import Figures
import Testing

@Suite("Age of figures")
struct AgeTests {
  /// More than 18 months: the same day 18 months before is not old, and a month or a year counts
  /// to its end.
  @Test(
    "Old is more than 18 months before the data",
    arguments: [
      ("2025-05-21", "2026-11-22", true), ("2025-05-22", "2026-11-22", false),
      ("2025-04", "2026-11-22", true), ("2025-05", "2026-11-22", false),
      ("2024", "2026-11-22", true), ("2025", "2026-11-22", false), ("2024", "2026-06-30", false),
      ("2024", "2026-07-01", true),
      ("2026-12-01", "2026-11-22", false), ("", "2026-11-22", false), ("2020", "", false),
      ("soon", "2026-11-22", false), ("2020-x", "2026-11-22", false),
      ("2020-", "2026-11-22", false), ("2020-01-01-01", "2026-11-22", false),
      ("-2020", "2026-11-22", false), ("99999999999999999999", "2026-11-22", false),
    ])
  func old(asOf: String, dataDate: String, isOld: Bool) {
    #expect(Age.isOld(asOf, on: dataDate) == isOld)
  }
}

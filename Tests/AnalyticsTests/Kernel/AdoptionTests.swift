import Analytics
import Testing

@Suite struct AdoptionTests {
  /// The half-time form against the p, q form.
  @Test func bassCurves() throws {
    let rows = try CSV("Validation", "bass_curve_computed.csv").rows
    #expect(rows.count == 30)
    for row in rows {
      let (p, q) = (try row.number("p"), try row.number("q"))
      let found = adoption(
        time: try row.number("t"), halfTime: try row.number("years_to_half"), shape: q / p)
      #expect(agree(found, try row.number("F_pq_form"), relative: 1e-13, absolute: 1e-15))
    }
  }

  /// Averages as printed: 10% at 2.3 years, half at 6.6, 90% at 11.8.
  @Test(arguments: [(2.3, 0.1), (6.55, 0.5), (11.8, 0.9)])
  func averageDurable(time: Double, share: Double) {
    #expect(abs(adoption(time: time, halfTime: 6.55, shape: 0.38 / 0.03) - share) < 0.003)
  }
}

import Analytics
import Testing

@Suite struct LimitsTests {
  @Test(arguments: [Limits.Shape.pert, .triangular])
  func quantiles(shape: Limits.Shape) throws {
    let rows = try CSV("Validation", "pert_triangular_quantiles_computed.csv").rows.filter {
      $0["family"] == shape.rawValue
    }
    #expect(rows.count > 40)
    for row in rows {
      let limits = Limits(
        minimum: try row.number("min"), mode: try row.number("mode"),
        maximum: try row.number("max"))
      let found =
        row["p"] == "mean"
        ? limits.mean(shape) : limits.quantile(try row.number("p"), shape)
      #expect(agree(found, try row.number("x"), relative: 1e-9, absolute: 0), "\(row)")
    }
  }

  @Test func convertsToQuantiles() {
    let range = Limits(minimum: 0, mode: 1, maximum: 4).threePoint(.triangular)
    #expect(agree(range.p50, 1.5505102572168221, relative: 1e-14, absolute: 0))
    #expect(range.p10 < range.p50 && range.p50 < range.p90)
  }
}

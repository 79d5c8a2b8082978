import Analytics
import Testing

/// Against the tables under Validation; tolerances are those of its README.
@Suite struct SamplingTests {
  @Test func sobolFirstPoints() throws {
    let rows = try CSV("Validation", "sobol_first_points_computed.csv").rows
    #expect(rows.count == 32)
    for dimension in 0..<10 {
      let expected = try rows.map { try $0.number("d\(dimension + 1)") }
      let found = SobolSequence.integers(dimension: dimension, count: rows.count)
      #expect(found.map { Double($0) / 0x1p32 } == expected)
    }
  }

  /// Each point is the only one of the first 2^k in its interval of length 2^−k.
  @Test(arguments: 0..<80)
  func everyDimensionIsEvenlySpread(dimension: Int) {
    let integers = SobolSequence.integers(dimension: dimension, count: 1024)
    #expect(Set(integers.map { $0 >> 22 }).count == 1024)
  }

  @Test func splitMix64() throws {
    let rows = try CSV("Validation", "splitmix64_computed.csv").rows
    for (seed, outputs) in Dictionary(grouping: rows, by: { $0["seed"] ?? "" }) {
      var generator = SplitMix64(seed: try #require(UInt64(seed)))
      let found = outputs.map { _ in generator.next() }
      #expect(found == outputs.map { UInt64($0["output_hex"] ?? "", radix: 16) })
    }
    #expect(rows.count == 15)
  }

  @Test func digitalShift() throws {
    let rows = try CSV("Validation", "sampler_digital_shift_computed.csv").rows
    #expect(
      SobolSequence.shifts(seed: 20_250_121, count: 35)
        == rows.compactMap { UInt32($0["shift_uint32"] ?? "") })
  }

  @Test func normalQuantiles() throws {
    let rows = try CSV("Validation", "normal_quantile_computed.csv").rows
    #expect(rows.count == 15)
    for row in rows {
      let found = normalQuantile(try row.number("p"))
      #expect(agree(found, try row.number("z"), relative: 1e-14, absolute: 1e-16))
    }
  }

  @Test(arguments: [0.3, 0.07, 1e-3, 1e-9, 0x1p-33])
  func normalQuantileIsOdd(probability: Double) {
    // Exact: 1 − p has no rounding for these only if p is a power of two, hence the allowance.
    let upper = normalQuantile(1 - probability)
    let allowance = 1e-6 * abs(upper)
    #expect(abs(upper + normalQuantile(probability)) < allowance)
  }

  @Test func threePointQuantiles() throws {
    let inputs = try ModelInputs.fixtures()
    let rows = try CSV("Validation", "three_point_quantiles_computed.csv").rows
    #expect(rows.count == 88)
    for row in rows {
      let spec = try #require(inputs.assumptions.first { $0.id.id == row["assumption"] })
      let marginal = Marginal(
        ThreePoint(
          p10: try row.number("p10"), p50: try row.number("p50"), p90: try row.number("p90")),
        scale: spec.scale, minimum: spec.minimum, maximum: spec.maximum)
      let found = marginal.value(normalQuantile(try row.number("p")))
      #expect(agree(found, try row.number("x"), relative: 1e-12, absolute: 1e-12), "\(row)")
    }
  }

  /// Integers, normals and values of the first eight draws.
  @Test func firstDraws() throws {
    let inputs = try ModelInputs.fixtures()
    let rows = try CSV("Validation", "sampler_first_draws_computed.csv").rows
    #expect(rows.count == 280)
    let model = Model(inputs)
    let draws = model.draws(8, seed: inputs.seed)
    let sample = model.sample(try inputs.preset("blueprint"), draws)
    let shifts = SobolSequence.shifts(seed: inputs.seed, count: 35)
    for row in rows {
      let dimension = Int(try row.number("dimension"))
      let draw = Int(try row.number("draw"))
      let integer = SobolSequence.integers(dimension: dimension, count: 8)[draw]
      #expect(Double(integer) == (try row.number("sobol_uint32")))
      #expect(Double(integer ^ shifts[dimension]) == (try row.number("shifted_uint32")))
      guard dimension > 0 else { continue }
      let score = draws.scores[dimension - 1][draw]
      #expect(agree(score, try row.number("correlated_normal"), relative: 1e-13, absolute: 1e-15))
      let value = sample[dimension - 1, draw]
      #expect(agree(value, try row.number("value"), relative: 1e-13, absolute: 1e-15))
    }
  }

  @Test(arguments: [1, 3, 64, 65, 1000])
  func aShorterRunIsTheStartOfALongerOne(count: Int) throws {
    let model = Model(try ModelInputs.fixtures())
    let (short, long) = (model.draws(count, seed: 7), model.draws(1024, seed: 7))
    #expect(short.scores == long.scores.map { Array($0.prefix(count)) })
  }

  /// ρ_ij = λ_iλ_j, and with it the rank correlation that the table gives.
  @Test(arguments: [
    (Assumption.automationRealisation, Assumption.costOverrun, -0.36),
    (.automationRealisation, .automationYearsToHalf, -0.3),
    (.automationRealisation, .channelRealisation, 0.3),
    (.automationPotential, .costOverrun, 0),
  ])
  func scoresAreCorrelated(a: Assumption, b: Assumption, correlation: Double) throws {
    let draws = Model(try ModelInputs.fixtures()).draws(8192, seed: 1)
    let (left, right) = (draws.scores[a.place], draws.scores[b.place])
    #expect(abs(pearson(left, right) - correlation) < 0.01)
    let rows = try CSV("Validation", "gaussian_copula_identities_computed.csv").rows
    let row = try #require(try rows.first { try $0.number("rho") == abs(correlation) })
    let size = try row.number("spearman_6_over_pi_asin_half_rho")
    let rank = correlation < 0 ? -size : size
    #expect(abs(pearson(ranks(left), ranks(right)) - rank) < 0.01)
  }

  /// P10, P50 and P90 are met exactly, the value rises with z, and a fixed one never moves.
  @Test func marginalsPassThroughTheirQuantiles() throws {
    for spec in try ModelInputs.fixtures().assumptions {
      let marginal = Marginal(
        spec.range, scale: spec.scale, minimum: spec.minimum, maximum: spec.maximum)
      let found = [-Marginal.z90, 0, Marginal.z90].map(marginal.value)
      let wanted = [spec.range.p10, spec.range.p50, spec.range.p90]
      #expect(
        zip(found, wanted).allSatisfy { agree($0, $1, relative: 1e-14, absolute: 1e-15) },
        "\(spec.id)")
      let values = (-60...60).map { marginal.value(Double($0) / 10) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
      let fixed = Marginal(
        ThreePoint(fixed: spec.minimum), scale: spec.scale, minimum: spec.minimum,
        maximum: spec.maximum)
      #expect([-6, 0, 6].map(fixed.value) == [spec.minimum, spec.minimum, spec.minimum])
    }
  }

  private func pearson(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    let covariance = zip(a, b).reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
    let spreadA = a.reduce(0) { $0 + ($1 - meanA) * ($1 - meanA) }
    let spreadB = b.reduce(0) { $0 + ($1 - meanB) * ($1 - meanB) }
    return covariance / (spreadA * spreadB).squareRoot()
  }

  private func ranks(_ values: [Double]) -> [Double] {
    var ranks = [Double](repeating: 0, count: values.count)
    for (rank, place) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      ranks[place] = Double(rank)
    }
    return ranks
  }
}

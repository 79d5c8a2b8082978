import Analytics
import Testing

@Suite struct UncertaintyTests {
  /// 1,024 draws of an independent implementation.
  @Test func agreesWithAnIndependentImplementation() throws {
    let inputs = try ModelInputs.fixtures()
    let found = try #require(
      Model(inputs).uncertainty(try inputs.preset("blueprint"), draws: 1024, seed: inputs.seed))
    let expected = try Answer("blueprint_1024_draws").under("uncertainty")
    #expect(expected.count > 500)
    #expect(differences(found.flat, expected, relative: 1e-8, absolute: 1e-10) == [])
  }
}

extension Uncertainty {
  /// Every number under `uncertainty` of the contract's answer, by its path.
  var flat: [String: Double] {
    var flat = ["uncertainty.draws": Double(draws), "uncertainty.seed": Double(seed)]
    flat["uncertainty.probability_npsv_positive"] = probabilityNPSVPositive
    flat["uncertainty.probability_payback"] = probabilityPayback
    func put(_ path: String, _ summary: Summary, sd: Bool = false) {
      flat["uncertainty.\(path).p10"] = summary.p10
      flat["uncertainty.\(path).p50"] = summary.p50
      flat["uncertainty.\(path).p90"] = summary.p90
      flat["uncertainty.\(path).mean"] = summary.mean
      if sd { flat["uncertainty.\(path).sd"] = summary.sd }
    }
    for (series, summaries) in yearly {
      for (year, summary) in summaries.enumerated() {
        put("yearly.\(series.rawValue).\(year)", summary)
      }
    }
    for (metric, summary) in metrics { put("metrics.\(metric.rawValue)", summary, sd: true) }
    for organisation in organisations {
      put("organisations.\(organisation.code).final_benefit", organisation.finalBenefit)
      put("organisations.\(organisation.code).npsv", organisation.npsv)
    }
    return flat
  }
}

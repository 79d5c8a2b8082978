import Analytics
import Figures

/// The answer of `project` as a tree, which JSON and CSV are written from: section 3 of the
/// contract.
struct ProjectionAnswer {
  let projection: Projection
  /// nil with 0 draws.
  let uncertainty: Uncertainty?
  let inputs: ModelInputs
  /// Codes of organisations to answer for; nil for all.
  let departments: Set<String>?

  static let schema = "digigov.projection/1"

  var json: JSONValue {
    .object([
      .init("schema", .string(Self.schema)),
      .init("data", package),
      .init("scenario", scenario),
      .init("prices", .string(projection.years.first ?? "")),
      .init("unit", .string("\(Money.currency.letters) bn")),
      .init("years", .array(projection.years.map { .string($0) })),
      .init("central", central),
      .init("organisations", organisations),
      .init("uncertainty", uncertainty.map(uncertain) ?? .null),
    ])
  }

  private var package: JSONValue {
    .object([
      .init("name", inputs.name.map { .string($0) } ?? .null),
      .init("version", inputs.version.map { .string($0) } ?? .null),
    ])
  }

  private var scenario: JSONValue {
    let scenario = projection.scenario
    let overrides = inputs.organisations.compactMap { organisation -> JSONValue.Member? in
      guard let values = scenario.overrides[organisation.code], !values.isEmpty else { return nil }
      return .init(organisation.code, levers(values))
    }
    let assumptions = Assumption.allCases.compactMap { assumption -> JSONValue.Member? in
      guard let range = scenario.assumptions[assumption] else { return nil }
      return .init(
        assumption.id,
        .object([
          .init("p10", .number(range.p10)), .init("p50", .number(range.p50)),
          .init("p90", .number(range.p90)),
        ]))
    }
    let discounting: JSONValue =
      switch scenario.discounting {
      case .schedule(let name): .string(name)
      case .flat(let rate): .number(rate)
      }
    return .object([
      .init("id", .string(scenario.id)),
      .init("levers", levers(scenario.levers)),
      .init("overrides", .object(overrides)),
      .init("assumptions", .object(assumptions)),
      .init("key_set", .string(scenario.keySet.rawValue)),
      .init("discounting", discounting),
    ])
  }

  private func levers(_ values: [Lever: Double]) -> JSONValue {
    .object(
      Lever.allCases.compactMap { lever in values[lever].map { .init(lever.id, .number($0)) } })
  }

  private func streams(_ series: [Stream: [Double]]) -> JSONValue {
    .object(Stream.allCases.map { .init($0.rawValue, JSONValue(series[$0] ?? [])) })
  }

  private var central: JSONValue {
    let national = projection.national
    let metrics = Metric.allCases.map { metric in
      JSONValue.Member(metric.rawValue, JSONValue(projection.metrics[metric]))
    }
    return .object([
      .init("benefit", JSONValue(national.benefit)),
      .init("cash", JSONValue(national.cash)),
      .init("exchequer", JSONValue(national.exchequer)),
      .init("non_cash", JSONValue(national.nonCash)),
      .init("investment", JSONValue(national.investment)),
      .init("running", JSONValue(national.running)),
      .init("conversion", JSONValue(national.conversion)),
      .init("remediation", JSONValue(national.remediation)),
      .init("cost", JSONValue(national.cost)),
      .init("net_benefit", JSONValue(national.netBenefit)),
      .init("gross", streams(national.gross)),
      .init("net", streams(national.net)),
      .init("outages", JSONValue(national.outages)),
      .init("outages_baseline", JSONValue(national.outagesBaseline)),
      .init("metrics", .object(metrics)),
    ])
  }

  private func isWanted(_ code: String) -> Bool { departments?.contains(code) ?? true }

  private var organisations: JSONValue {
    .object(
      projection.organisations.filter { isWanted($0.code) }.map { organisation in
        .init(
          organisation.code,
          .object([
            .init("benefit", JSONValue(organisation.benefit)),
            .init("cash", JSONValue(organisation.cash)),
            .init("exchequer", JSONValue(organisation.exchequer)),
            .init("cost", JSONValue(organisation.cost)),
            .init("net", streams(organisation.net)),
            .init("legacy_share", JSONValue(organisation.legacyShare)),
            .init("legacy_share_baseline", JSONValue(organisation.legacyShareBaseline)),
            .init("npsv", .number(organisation.npsv)),
          ]))
      })
  }

  private func uncertain(_ uncertainty: Uncertainty) -> JSONValue {
    .object([
      .init("draws", .integer(UInt64(uncertainty.draws))),
      .init("seed", .integer(uncertainty.seed)),
      .init(
        "yearly",
        .object(
          YearlySeries.allCases.map { series in
            .init(
              series.rawValue,
              .array((uncertainty.yearly[series] ?? []).map { .object($0.members(sd: false)) }))
          })),
      .init(
        "metrics",
        .object(
          Metric.allCases.map { metric in
            .init(
              metric.rawValue,
              .object((uncertainty.metrics[metric] ?? Summary()).members(sd: true)))
          })),
      .init("probability_npsv_positive", JSONValue(uncertainty.probabilityNPSVPositive)),
      .init("probability_payback", JSONValue(uncertainty.probabilityPayback)),
      .init(
        "organisations",
        .object(
          uncertainty.organisations.filter { isWanted($0.code) }.map { organisation in
            .init(
              organisation.code,
              .object([
                .init("final_benefit", .object(organisation.finalBenefit.members(sd: false))),
                .init("npsv", .object(organisation.npsv.members(sd: false))),
              ]))
          })),
    ])
  }
}

extension Summary {
  /// The statistics that answers have.
  func members(sd: Bool) -> [JSONValue.Member] {
    let members: [JSONValue.Member] = [
      .init("p10", JSONValue(p10)), .init("p50", JSONValue(p50)), .init("p90", JSONValue(p90)),
      .init("mean", JSONValue(mean)),
    ]
    return sd ? members + [.init("sd", JSONValue(self.sd))] : members
  }
}

import Analytics
import Figures

extension ModelInputs {
  /// The inputs under Fixtures, which the expected answers were made from.
  static func fixtures() throws -> ModelInputs {
    let organisations = try CSV("Fixtures", "organisations.csv").rows.map {
      Organisation(
        code: try $0.text("code"), name: try $0.text("name"), sector: try $0.text("sector"),
        legacyClass: try known(LegacyClass(rawValue: try $0.text("legacy_class")), "legacy_class"))
    }
    let parameters = try CSV("Fixtures", "fixed_parameters.csv").rows
    let seed = try parameters.first { $0["id"] == "seed" }?.text("value")
    let bands = try CSV("Fixtures", "discount_schedules.csv").rows
    return ModelInputs(
      name: nil, version: nil, organisations: organisations, keys: try keys(organisations),
      assumptions: try CSV("Fixtures", "assumptions.csv").rows.map(assumption),
      levers: try CSV("Fixtures", "levers.csv").rows.map(lever),
      presets: try CSV("Fixtures", "scenarios.csv").rows.map(preset),
      fixed: Dictionary(
        uniqueKeysWithValues: try parameters.map {
          (
            try known(FixedParameter(rawValue: try $0.text("id")), "id"),
            FixedValue(
              value: try $0.number("value"), unit: try $0.text("unit"),
              mark: try known(Mark(rawValue: try $0.text("mark")), "mark"),
              source: try $0.text("source"))
          )
        }),
      seed: try known(seed.flatMap { UInt64($0) }, "seed"),
      overlaps: try CSV("Fixtures", "overlap_weights.csv").rows.map {
        OverlapWeight(
          a: try known(Stream(rawValue: try $0.text("stream_a")), "stream_a"),
          b: try known(Stream(rawValue: try $0.text("stream_b")), "stream_b"),
          weight: try $0.number("weight"), mark: .modelled, source: "")
      },
      discounting: try Dictionary(grouping: bands) { $0["schedule"] ?? "" }.mapValues {
        try $0.map {
          DiscountBand(
            fromYear: Int(try $0.number("from_year")), toYear: Int(try $0.text("to_year")),
            rate: try $0.number("rate"), mark: .reported, source: "")
        }
      },
      schedules: ["standard", "health", "reduced"])
  }

  private static func keys(
    _ organisations: [Organisation]
  ) throws -> [AllocationKey: [KeyCell]] {
    let rows = try CSV("Fixtures", "allocation_keys.csv").rows
    var keys: [AllocationKey: [KeyCell]] = [:]
    for key in AllocationKey.allCases {
      keys[key] = try organisations.map { organisation in
        let row = rows.first {
          $0["organisation_code"] == organisation.code && $0["key"] == key.rawValue
        }
        return KeyCell(
          value: try known(row, organisation.code).number("value"), unit: "", mark: .modelled,
          source: "", note: "")
      }
    }
    return keys
  }

  private static func assumption(_ row: [String: String]) throws -> AssumptionSpec {
    AssumptionSpec(
      id: try known(Assumption(rawValue: try row.text("id")), "id"), label: try row.text("label"),
      unit: try row.text("unit"),
      range: ThreePoint(
        p10: try row.number("p10"), p50: try row.number("p50"), p90: try row.number("p90")),
      minimum: try row.number("minimum"), maximum: try row.number("maximum"),
      step: try row.number("step"),
      scale: try known(Scale(rawValue: try row.text("scale")), "scale"),
      loading: try row.number("loading"),
      mark: try known(Mark(rawValue: try row.text("mark")), "mark"),
      confidence: try known(Confidence(rawValue: try row.text("confidence")), "confidence"),
      source: try row.text("source"), rationale: try row.text("rationale"))
  }

  private static func lever(_ row: [String: String]) throws -> LeverSpec {
    LeverSpec(
      id: try known(Lever(rawValue: try row.text("id")), "id"), label: try row.text("label"),
      unit: try row.text("unit"), minimum: try row.number("minimum"),
      maximum: try row.number("maximum"), step: try row.number("step"),
      defaultValue: try row.number("default"), perOrganisation: row["per_organisation"] == "true",
      description: try row.text("description"))
  }

  private static func preset(_ row: [String: String]) throws -> Preset {
    Preset(
      id: try row.text("id"), name: try row.text("name"),
      description: try row.text("description"),
      levers: Dictionary(
        uniqueKeysWithValues: try Lever.allCases.map { ($0, try row.number($0.id)) }))
  }

  private static func known<Value>(_ value: Value?, _ column: String) throws -> Value {
    guard let value else { throw MissingField(name: column) }
    return value
  }
}

extension ModelInputs {
  func preset(_ id: String) throws -> Scenario {
    guard let preset = presets.first(where: { $0.id == id }) else { throw MissingField(name: id) }
    return Scenario(preset)
  }
}

extension ModelInputs {
  /// The same with another number of years.
  func with(horizon years: Int) -> ModelInputs {
    var fixed = self.fixed
    fixed[.horizonYears]?.value = Double(years)
    return with(fixed: fixed)
  }

  /// The same where contractors and legacy systems may cost less than what replaces them, and the
  /// first organisations have no systems.
  func withNegativeStreams() -> ModelInputs {
    var assumptions = self.assumptions
    for assumption in [Assumption.contractorCostMultiple, .legacyUpkeepMultiple] {
      assumptions[assumption.place].minimum = 0.3
      assumptions[assumption.place].range = ThreePoint(p10: 0.5, p50: 0.8, p90: 2)
    }
    var keys = self.keys
    for place in 0..<15 { keys[.digitalSpend]?[place].value = 0 }
    return with(keys: keys, assumptions: assumptions)
  }

  func with(
    keys: [AllocationKey: [KeyCell]]? = nil, assumptions: [AssumptionSpec]? = nil,
    fixed: [FixedParameter: FixedValue]? = nil
  ) -> ModelInputs {
    ModelInputs(
      name: name, version: version, organisations: organisations, keys: keys ?? self.keys,
      assumptions: assumptions ?? self.assumptions, levers: levers, presets: presets,
      fixed: fixed ?? self.fixed, seed: seed, overlaps: overlaps, discounting: discounting,
      schedules: schedules)
  }
}

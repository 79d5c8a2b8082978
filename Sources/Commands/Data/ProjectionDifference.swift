import Analytics

/// The projections of two sets of inputs: every scenario that both have.
struct ProjectionDifference {
  /// One metric, in both.
  struct Pair {
    var name: String
    var metric: Metric
    var old, new: Values

    var isChanged: Bool { old != new }
  }

  /// The central case and the range; nil where there is none.
  struct Values: Equatable {
    var central, p10, p50, p90: Double?
  }

  struct ScenarioPair {
    var id: String
    /// The metrics, then each organisation's benefit in the last year and net present value.
    var metrics: [Pair]
    var organisations: [(code: String, finalBenefit: Pair, npsv: Pair)]

    var isChanged: Bool {
      metrics.contains(where: \.isChanged)
        || organisations.contains { $0.finalBenefit.isChanged || $0.npsv.isChanged }
    }
  }

  let old, new: ModelInputs
  let draws: Int
  let scenarios: [ScenarioPair]

  init(old: ModelInputs, new: ModelInputs, draws: Int, threads: Int) {
    (self.old, self.new, self.draws) = (old, new, draws)
    let (before, after) = (Answers(old, draws, threads), Answers(new, draws, threads))
    scenarios = new.presets.compactMap { preset in
      guard let first = before.answer(preset.id), let second = after.answer(preset.id) else {
        return nil
      }
      return ScenarioPair(first, second, id: preset.id)
    }
  }

  /// One side: projections by a scenario's id.
  private struct Answers {
    let model: Model
    let inputs: ModelInputs
    let common: Draws
    let threads: Int

    init(_ inputs: ModelInputs, _ draws: Int, _ threads: Int) {
      self.inputs = inputs
      self.threads = threads
      model = Model(inputs)
      common = model.draws(draws, seed: inputs.seed)
    }

    func answer(_ id: String) -> (central: Projection, range: Uncertainty?)? {
      guard let preset = inputs.presets.first(where: { $0.id == id }) else { return nil }
      let scenario = Scenario(preset)
      let run = model.run(scenario, model.sample(scenario, common), threads: threads)
      return (
        model.central(scenario), run.flatMap { model.uncertainty($0, threads: threads) }
      )
    }
  }
}

extension ProjectionDifference.ScenarioPair {
  fileprivate typealias Answer = (central: Projection, range: Uncertainty?)

  fileprivate init(_ old: Answer, _ new: Answer, id: String) {
    self.id = id
    metrics = Metric.allCases.map { metric in
      .init(
        name: metric.rawValue, metric: metric,
        old: .init(old.central.metrics[metric], old.range?.metrics[metric]),
        new: .init(new.central.metrics[metric], new.range?.metrics[metric]))
    }
    organisations = new.central.organisations.enumerated().compactMap { place, organisation in
      guard
        let before = old.central.organisations.firstIndex(where: { $0.code == organisation.code })
      else { return nil }
      let first = old.central.organisations[before]
      let (was, now) = (old.range?.organisations[before], new.range?.organisations[place])
      return (
        organisation.code,
        .init(
          name: "final_benefit", metric: .finalBenefit,
          old: .init(first.benefit.last, was?.finalBenefit),
          new: .init(organisation.benefit.last, now?.finalBenefit)),
        .init(
          name: "npsv", metric: .npsv, old: .init(first.npsv, was?.npsv),
          new: .init(organisation.npsv, now?.npsv))
      )
    }
  }
}

extension ProjectionDifference.Values {
  fileprivate init(_ central: Double?, _ range: Summary?) {
    self.init(central: central, p10: range?.p10, p50: range?.p50, p90: range?.p90)
  }
}

// MARK: - As text and as JSON

extension ProjectionDifference {
  /// The metrics of each scenario that changes, rounded as on the screens.
  func text(width: Int?) -> String {
    let changed = scenarios.filter(\.isChanged)
    let basis = draws > 0 ? "\(draws) draws" : "central case only"
    guard !changed.isEmpty else {
      return "Projections: the same in all \(scenarios.count) scenarios (\(basis)).\n"
    }
    let tables = changed.map { scenario in
      "Projection of \(scenario.id), \(basis)\n"
        + Listing(
          columns: [.init(name: "")]
            + ["old", "old range", "new", "new range", "change"].map {
              .init(name: $0, isNumeric: true)
            },
          rows: scenario.metrics.map(Self.row)
            + scenario.organisations.filter { $0.npsv.isChanged || $0.finalBenefit.isChanged }.map {
              var row = Self.row($0.npsv)
              row[0] = "\($0.code): " + row[0]
              return row
            }
        ).text(.table, width: width)
    }
    return tables.joined(separator: "\n")
      + "\nModelled; not an official estimate. P50 with P10 to P90; without draws the central case.\n"
  }

  private static func row(_ pair: Pair) -> [String] {
    func shown(_ value: Double?) -> String { ProjectionTable.text(value, pair.metric) }
    func range(_ values: Values) -> String {
      guard let low = values.p10, let high = values.p90 else { return "" }
      return "\(shown(low)) to \(shown(high))"
    }
    let old = pair.old.p50 ?? pair.old.central
    let new = pair.new.p50 ?? pair.new.central
    var change = "none"
    if pair.isChanged {
      change = old.flatMap { old in new.map { shown($0 - old) } } ?? "changed"
    }
    return [
      ProjectionTable.label(pair.metric), shown(old), range(pair.old), shown(new), range(pair.new),
      change,
    ]
  }

  /// Every number of both, and the change of central case and P50.
  var json: JSONValue {
    .object([
      .init("draws", .integer(UInt64(draws))),
      .init(
        "scenarios",
        .array(
          scenarios.map { scenario in
            .object([
              .init("id", .string(scenario.id)), .init("changed", .bool(scenario.isChanged)),
              .init("metrics", .object(scenario.metrics.map { .init($0.name, Self.json($0)) })),
              .init(
                "organisations",
                .object(
                  scenario.organisations.map {
                    .init(
                      $0.code,
                      .object([
                        .init($0.finalBenefit.name, Self.json($0.finalBenefit)),
                        .init($0.npsv.name, Self.json($0.npsv)),
                      ]))
                  })),
            ])
          })),
    ])
  }

  private static func json(_ pair: Pair) -> JSONValue {
    func values(_ values: Values) -> JSONValue {
      .object([
        .init("central", JSONValue(values.central)), .init("p10", JSONValue(values.p10)),
        .init("p50", JSONValue(values.p50)), .init("p90", JSONValue(values.p90)),
      ])
    }
    func change(_ old: Double?, _ new: Double?) -> JSONValue {
      JSONValue(old.flatMap { old in new.map { $0 - old } })
    }
    return .object([
      .init("old", values(pair.old)), .init("new", values(pair.new)),
      .init(
        "change",
        .object([
          .init("central", change(pair.old.central, pair.new.central)),
          .init("p50", change(pair.old.p50, pair.new.p50)),
        ])),
    ])
  }
}

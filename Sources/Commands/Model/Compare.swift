import Analytics
import ArgumentParser
import Dashboard
import Datasets
import Figures
import Frames

/// `digigov compare`: two to four scenarios on common draws.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare two to four scenarios on common draws.",
    discussion: examples(
      "digigov compare from_now delayed --format table",
      "digigov compare from_now delayed prioritised --draws 1024"))

  @Argument(
    help: ArgumentHelp(
      "Each an id, a scenario line, or the path of a scenario file.", valueName: "scenario"))
  var scenarios: [String] = []

  @OptionGroup var model: ModelOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Draws, 0 to 65536; 0 for the central case only.", valueName: "number"))
  var draws: String?

  @Option(parsing: .unconditional, help: "json or table.")
  var format = "json"

  func run() throws { try WholeFile.print(try output(width: StandardOutput.width)) }

  /// What is printed, to a terminal of so many columns or, at nil, whole.
  func output(width: Int?) throws -> String {
    let format = try AnswerFormat(typed: format, allowed: [.json, .table])
    guard (2...4).contains(scenarios.count) else {
      let typed = scenarios.isEmpty ? "" : ": " + neutralised(scenarios.joined(separator: " "))
      throw CommandFailure(
        code: 2, message: "compare takes 2 to 4 scenarios, not \(scenarios.count)\(typed)")
    }
    let settings = try ModelSettings(model)
    var found: [ScenarioSource.Found] = []
    for text in scenarios { found.append(try settings.source.named(text)) }
    let count =
      try settings.draws(draws) ?? common("draws", found.compactMap(\.draws)) ?? 4096
    let seed =
      try settings.seed ?? common("seed", found.compactMap(\.seed)) ?? settings.inputs.seed
    let comparison = settings.model.compare(
      found.map { settings.applied(to: $0.scenario) }, settings.model.draws(count, seed: seed),
      threads: settings.threads)
    guard let comparison else { return "" }
    guard format == .table else { return Self.json(comparison).text + "\n" }
    return Self.table(comparison, width: width)
      + plans(found.map { settings.applied(to: $0.scenario) }, settings, draws: count, seed: seed)
  }

  /// What each scenario spends and saves beside what is funded, claimed and returned; empty without
  /// draws, and where the folder has nothing but the model's tables.
  private func plans(
    _ scenarios: [Scenario], _ settings: ModelSettings, draws: Int, seed: UInt64
  ) -> String {
    guard draws > 0, let evidence = try? model.data.located().load().evidence else { return "" }
    let blocks = scenarios.map { scenario -> String in
      let uncertainty = settings.model.uncertainty(
        scenario, draws: draws, seed: seed, detail: .national, threads: settings.threads)
      let plan = PlanAgainstFact(evidence, years: settings.model.years, uncertainty)
      let sentences = plan.mismatches(on: evidence.date)
      return wrapped(
        ([scenario.id + ":"] + sentences).joined(separator: " "), width: 80
      ).joined(separator: "\n")
    }
    guard blocks.contains(where: { $0.contains(". ") }) else { return "" }
    return "\nPlan against fact\n" + blocks.joined(separator: "\n") + "\n"
  }

  /// What the lines that name it have in common; nil where none does.
  private func common<Value: Hashable>(
    _ name: String, _ values: [Value]
  ) throws(CommandFailure) -> Value? {
    let different = values.reduce(into: [Value]()) { if !$0.contains($1) { $0.append($1) } }
    guard different.count <= 1 else {
      throw CommandFailure(
        code: 2,
        message: "the scenarios name \(name)="
          + different.map { "\($0)" }.joined(separator: " and \(name)=")
          + "; allowed one, or the option --\(name)")
    }
    return different.first
  }

  static func json(_ comparison: Comparison) -> JSONValue {
    let scenarios = comparison.scenarios.map { scenario -> JSONValue in
      .object([
        .init("id", .string(scenario.id)),
        .init(
          "npsv",
          .object(
            [.init("central", .number(scenario.central))] + scenario.npsv.members(sd: false))),
        .init("delay_cost", JSONValue(scenario.delayCost)),
        .init("probability_best", JSONValue(scenario.probabilityBest)),
      ])
    }
    let pairs = comparison.pairs.map { pair -> JSONValue in
      .object([
        .init("a", .integer(UInt64(pair.a))), .init("b", .integer(UInt64(pair.b))),
        .init("difference", .object(pair.difference.members(sd: false))),
        .init("probability_a_better", JSONValue(pair.probabilityABetter)),
      ])
    }
    let attribution = comparison.attributions.enumerated().map { place, part -> JSONValue in
      .object([
        .init("from", .integer(0)), .init("to", .integer(UInt64(place + 1))),
        .init("change", .number(part.change)), .init("levers", .number(part.levers)),
        .init("assumptions", .number(part.assumptions)),
        .init(
          "by_lever",
          .object(Lever.allCases.map { .init($0.id, .number(part.byLever[$0] ?? 0)) })),
      ])
    }
    return .object([
      .init("schema", .string("digigov.compare/1")),
      .init("draws", .integer(UInt64(comparison.draws))),
      .init("seed", .integer(comparison.seed)),
      .init("scenarios", .array(scenarios)), .init("pairs", .array(pairs)),
      .init("attribution", .array(attribution)),
    ])
  }

  /// For people; £bn of net present social value.
  static func table(_ comparison: Comparison, width: Int?) -> String {
    let ids = comparison.scenarios.map(\.id)
    func money(_ value: Double?) -> String { value.map { Numbers.bareBillions($0) } ?? "none" }
    func share(_ value: Double?) -> String { value.map { Numbers.share($0) } ?? "none" }
    func listing(_ header: [String], _ rows: [[String]]) -> String {
      Listing(
        columns: header.enumerated().map { .init(name: $1, isNumeric: $0 > 0) }, rows: rows
      ).text(.table, width: width)
    }
    let scenarios = listing(
      [
        "NPSV, \(Money.billions)", "central", "P10", "P50", "P90", "mean",
        "a year's delay, central", "best",
      ],
      comparison.scenarios.map {
        [
          $0.id, money($0.central), money($0.npsv.p10), money($0.npsv.p50), money($0.npsv.p90),
          money($0.npsv.mean), money($0.delayCost), share($0.probabilityBest),
        ]
      })
    let pairs = listing(
      ["difference, \(Money.billions)", "P10", "P50", "P90", "mean", "first is better"],
      comparison.pairs.map {
        [
          "\(ids[$0.a]) less \(ids[$0.b])", money($0.difference.p10), money($0.difference.p50),
          money($0.difference.p90), money($0.difference.mean), share($0.probabilityABetter),
        ]
      })
    let attribution = listing(
      ["central change from \(ids[0]), \(Money.billions)", "in all", "assumptions"]
        + Lever.allCases.map(\.id),
      comparison.attributions.enumerated().map { place, part in
        [ids[place + 1], money(part.change), money(part.assumptions)]
          + Lever.allCases.map { money(part.byLever[$0] ?? 0) }
      })
    return [
      "Net present social value on \(comparison.draws) common draws, seed \(comparison.seed)\n",
      scenarios, pairs, attribution,
      "Modelled; not an official estimate. A fixed horizon penalises late starters.\n",
    ].joined(separator: "\n")
  }
}

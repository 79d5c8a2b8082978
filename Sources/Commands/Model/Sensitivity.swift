import Analytics
import ArgumentParser
import Frames

/// `digigov sensitivity`: what the answer depends on.
struct Sensitivity: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Tornado, Sobol' indices and value of information of a scenario.",
    discussion: """
      The value of information compares the scenarios of the data on 4,096 draws: assumptions, \
      key set, discounting and seed apply to them, the scenario and its levers do not.
      """
        + examples(
          "digigov sensitivity",
          "digigov sensitivity --scenario prioritised --format table"))

  @OptionGroup var start: ScenarioOptions

  @OptionGroup var model: ModelOptions

  @Option(parsing: .unconditional, help: "json.")
  var format = "json"

  func run() throws { try WholeFile.print(try output()) }

  /// What is printed.
  func output() throws -> String {
    _ = try AnswerFormat(typed: format, allowed: [.json])
    let settings = try ModelSettings(model, levers: start.set)
    let found = try settings.source.named(start.scenario ?? settings.inputs.defaultScenario)
    let scenario = settings.applied(to: found.scenario)
    let seed = settings.seed ?? found.seed ?? settings.inputs.seed
    return Self.answer(settings, scenario, seed).text + "\n"
  }

  static func answer(_ settings: ModelSettings, _ scenario: Scenario, _ seed: UInt64) -> JSONValue {
    let model = settings.model
    let tornado = model.tornado(scenario).map { bar -> JSONValue in
      .object([
        .init("id", .string(bar.assumption.id)), .init("at_p10", .number(bar.atP10)),
        .init("at_p90", .number(bar.atP90)),
      ])
    }
    let indices = model.sobolIndices(scenario, seed: seed, threads: settings.threads)
    let value = model.valueOfInformation(
      scenario, model.draws(4096, seed: seed), threads: settings.threads)
    let named = zip(Assumption.allCases, indices?.assumptions ?? []).map { ($0.id, $1) }
    let all = [("delivery_factor", indices?.deliveryFactor ?? SobolIndex(first: nil, total: nil))]
    return .object([
      .init("schema", .string("digigov.sensitivity/1")),
      .init("base", JSONValue(model.central(scenario).metrics[.npsv])),
      .init("tornado", .array(tornado)),
      .init(
        "sobol",
        .object([
          .init("n", .integer(UInt64(indices?.count ?? 0))),
          .init(
            "indices",
            .object(
              (all + named).map { name, index in
                .init(
                  name,
                  .object([
                    .init("first", JSONValue(index.first)), .init("total", JSONValue(index.total)),
                  ]))
              })),
        ])),
      .init("evpi", JSONValue(value?.perfect)),
      .init(
        "evppi",
        .object(
          zip(Assumption.allCases, value?.assumptions ?? []).map {
            .init($0.id, .number($1))
          })),
    ])
  }
}

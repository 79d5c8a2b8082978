import Analytics
import ArgumentParser
import Dashboard
import Datasets
import Explanations
import Figures
import Frames
import Store

/// `digigov explain`: where a figure comes from.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a figure: its source, or its formula and what went into it.",
    discussion: """
      FIGURE is a fact's id, a metric or a series with its year (npsv, benefit@2030-31, \
      gross.automation@2030-31), the same of an organisation (HMRC.legacy_share@2030-31), or an \
      input (lever.pace, assumption.cost_overrun, key.automation.HMRC). Projected figures are of \
      the central case, every assumption at its P50; npsv.p50 or benefit.p90@2030-31 are of the \
      draws. The way from the headline to the benefit is why_not.mean@2040-41, what one assumption \
      would have to be break_even.cost_overrun or reaches_headline.automation_potential. In json, inputs is null where there is more \
      than was asked for: explain the figure by its id, or ask for more depth.
      """
        + examples(
          "digigov explain benefit@2030-31",
          "digigov explain HMRC.legacy_share@2030-31 --scenario delayed",
          "digigov explain npsv.p50 --draws 1024 --format json",
          "digigov explain why_not.mean@2040-41",
          "digigov explain opportunity.total"))

  /// More would be a file that nobody can read.
  private static let mostNumbers = 100_000

  @Argument(help: ArgumentHelp("The figure's id.", valueName: "figure"))
  var figure: String

  @OptionGroup var start: ScenarioOptions

  @OptionGroup var model: ModelOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Draws for a range beside the central value, 0 to 65536 (default: 0, for what only draws "
        + "say 4096).", valueName: "number"))
  var draws: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "How many levels of inputs to show (default: as many as hold 40 numbers, in json 1,000).",
      valueName: "number"))
  var depth: String?

  @Option(parsing: .unconditional, help: "text or json.")
  var format = "text"

  func run() throws { try WholeFile.print(try output()) }

  /// What is printed.
  func output() throws -> String {
    let format = try Format(typed: format)
    let asked = try Self.depth(depth)
    let (inputs, evidence) = try {
      let folder = try model.data.located()
      return try DataOption.contents(of: folder)
    }()
    let settings = try ModelSettings(model, levers: start.set, inputs: inputs)
    let found = try settings.source.named(start.scenario ?? inputs.defaultScenario)
    let scenario = settings.applied(to: found.scenario)
    let central = settings.model.central(scenario)
    var explainer = Explainer(inputs: inputs, evidence: evidence, projection: central)
    let count =
      try settings.draws(draws) ?? (explainer.needsDraws(figure) ? found.draws ?? 4096 : 0)
    if count > 0 {
      let sample = settings.model.sample(
        scenario,
        settings.model.draws(count, seed: settings.seed ?? found.seed ?? settings.inputs.seed))
      explainer = Explainer(
        inputs: inputs, evidence: evidence, projection: central,
        uncertainty: uncertainty(settings, scenario, sample),
        headlines: explainer.needsHeadlines(figure)
          ? settings.model.headlineSteps(scenario, sample, threads: settings.threads)?
            .summary(threads: settings.threads) : nil,
        requirements: explainer.requirement(figure).flatMap { assumption in
          settings.model.requirements(
            scenario, sample, of: [assumption], threads: settings.threads)
        })
    }
    let derived = explainer.explain(figure)
    // `evpi` is a figure, `EVPI` is what the letters mean; ids have neither capitals nor blanks.
    if derived == nil, figure.contains(where: { $0.isUppercase || $0 == " " }),
      let term = Glossary.term(figure)
    {
      return Self.text(term, format)
    }
    let shown = try derived == nil ? shown(settings, scenario, found, evidence) : nil
    guard let explanation = derived ?? shown.map(explainer.explanation) else {
      if let term = Glossary.term(figure) { return Self.text(term, format) }
      throw Self.unknown(figure, explainer.suggestions(for: figure))
    }
    let depth = try depth(asked, explainer, explanation, format)
    let tree = explainer.tree(of: explanation, depth: depth)
    switch format {
    case .text: return ExplanationText.text(tree)
    case .json: return ExplanationJSON.object(tree).text + "\n"
    }
  }

  /// What a term of art means.
  private static func text(_ term: Glossary.Term, _ format: Format) -> String {
    switch format {
    case .text:
      return ([term.name] + term.also).joined(separator: ", ") + "\n  \(term.meaning)\n"
    case .json:
      let object = JSONValue.object([
        .init("term", .string(term.name)), .init("also", .array(term.also.map { .string($0) })),
        .init("meaning", .string(term.meaning)),
      ])
      return object.text + "\n"
    }
  }

  /// The forms of an answer.
  private enum Format: String, CaseIterable {
    case text, json

    /// How many numbers an answer has without `--depth`, if it has more than one level.
    var usualNumbers: Int {
      switch self {
      case .text: 40
      case .json: 1_000
      }
    }

    init(typed: String) throws(CommandFailure) {
      guard let format = Format(rawValue: typed) else {
        throw .unknown("format", typed, allowed: Format.allCases.map(\.rawValue))
      }
      self = format
    }
  }

  private static func depth(_ typed: String?) throws(CommandFailure) -> Int? {
    guard let typed else { return nil }
    guard typed.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let depth = Int(typed), depth <= 1000 else {
      throw CommandFailure(code: 2, message: "depth=\(neutralised(typed)): allowed 0 to 1000")
    }
    return depth
  }

  /// How many levels to show: those asked for, unless that is too much.
  private func depth(
    _ asked: Int?, _ explainer: Explainer, _ explanation: Explanation, _ format: Format
  ) throws(CommandFailure) -> Int {
    guard let asked else {
      return max(1, explainer.depth(of: explanation, most: format.usualNumbers))
    }
    let deepest = explainer.depth(of: explanation, most: Self.mostNumbers, downTo: asked)
    guard deepest < asked else { return asked }
    throw CommandFailure(
      code: 2,
      message: "depth=\(asked): more than \(Self.mostNumbers) numbers; allowed 0 to \(deepest) "
        + "for \(neutralised(figure))")
  }

  private func uncertainty(
    _ settings: ModelSettings, _ scenario: Scenario, _ sample: Sample
  ) -> Uncertainty? {
    settings.model.run(
      scenario, sample, detail: Detail(fans: Set(settings.inputs.organisations.map(\.code))),
      threads: settings.threads
    ).flatMap { settings.model.uncertainty($0, threads: settings.threads) }
  }

  /// The figure of this id on the screens, where it is the outcome of an analysis, a row of a list
  /// or a point of a chart.
  private func shown(
    _ settings: ModelSettings, _ scenario: Scenario, _ found: ScenarioSource.Found,
    _ evidence: Evidence
  ) throws -> Figure? {
    let draws = try settings.draws(draws) ?? found.draws ?? Ladder.rested
    let seed = settings.seed ?? found.seed ?? settings.inputs.seed
    return ShownFigure.find(
      figure,
      from: { draws in
        State(
          inputs: settings.inputs, evidence: evidence, scenario: scenario,
          baseline: found.scenario, seed: seed, columns: 200, rows: 100, draws: draws)
      }, Answers(settings.model, seed: seed, threads: settings.threads), draws: draws)
  }

  private static func unknown(_ typed: String, _ near: [String]) -> CommandFailure {
    let hint =
      near.isEmpty
      ? "allowed a fact's id (digigov data show facts), a metric or a series of digigov project"
      : "did you mean \(near.joined(separator: ", "))?"
    return CommandFailure(code: 2, message: "unknown figure \(neutralised(typed)); \(hint)")
  }
}

import Analytics
import ArgumentParser
import Datasets
import Frames

/// `digigov project`: what becomes of the opportunity in a scenario.
struct Project: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "Project a scenario by department and year.",
    discussion: """
      The central case, and on draws the range around it. Money is £bn a year or present value, \
      at constant prices. Nothing here is an official estimate.
      """
        + examples(
          "digigov project --format table",
          "digigov project --scenario delayed --set HO.pace=0.8 --department HO",
          "digigov project --assume cost_overrun=1.3 --draws 0",
          "digigov project --batch < scenarios.txt"))

  @OptionGroup var start: ScenarioOptions

  @OptionGroup var model: ModelOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Draws, 0 to 65536; 0 for the central case only.", valueName: "number"))
  var draws: String?

  @Option(parsing: .unconditional, help: "json, csv or table.")
  var format = "json"

  @OptionGroup var csv: CSVTextOption

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Answer for this organisation only; repeats.", valueName: "code"))
  var department: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Also write one row a draw to this file.", valueName: "file.csv"))
  var eachDraw: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "With --each-draw, these numbers of each draw in place of the metrics: benefit@2030-31, "
        + "HO.cost@2030-31, HO.npsv, not_realised@2040-41; with commas, and repeats.",
      valueName: "name"))
  var select: [String] = []

  @OptionGroup var replacing: ForceOption

  @Flag(help: "Project each line of standard input: an id, a scenario line, or an object.")
  var batch = false

  func run() throws {
    guard batch else {
      try WholeFile.print(try output(width: StandardOutput.width))
      return
    }
    try project(lines: { readLine() }, answer: WholeFile.print)
  }

  /// What is printed, to a terminal of so many columns or, at nil, whole. Writes the file of
  /// `--each-draw` first.
  func output(width: Int?) throws -> String {
    let format = try AnswerFormat(typed: format, allowed: AnswerFormat.allCases)
    var projector = try projector()
    let scenario = start.scenario ?? projector.settings.inputs.defaultScenario
    let found = try projector.settings.source.named(scenario)
    let selection = try selection(projector.settings.model)
    var draws: [OutputFile] = []
    if let eachDraw {
      draws = try OutputRules(
        force: replacing.force, data: try model.data.located().path,
        reading: [projector.settings.source.inUse(scenario)]
      ).outputs([.init(path: eachDraw)])
    }
    let (answer, run, sample) = projector.answer(found)
    for file in draws {
      let settings = projector.settings
      let selected = selection.map { selection in
        (
          selection.names,
          run.map {
            selection.columns(
              settings.model, $0.scenario, sample, $0, threads: settings.threads)
          } ?? []
        )
      }
      try file.write(DrawsCSV.bytes(run, sample, selected: selected))
    }
    switch format {
    case .json: return answer.json.text + "\n"
    case .csv: return ProjectionCSV(answer, CSVText(isRaw: csv.rawText)).text
    case .table: return ProjectionTable(answer).text(width: width)
    }
  }

  /// Projects a batch: gives `answer` a line for each scenario.
  func project(
    lines: () -> String?, answer: (String) throws(CommandFailure) -> Void
  ) throws {
    try refuseBatchOptions(try AnswerFormat(typed: format, allowed: AnswerFormat.allCases))
    var projector = try projector()
    try Batch.run(&projector, lines: lines, answer: answer)
  }

  private func projector() throws -> Projector {
    let settings = try ModelSettings(model, levers: start.set)
    return Projector(
      settings, draws: try settings.draws(draws), departments: try departments(settings))
  }

  private func selection(_ model: Model) throws(CommandFailure) -> DrawSelection? {
    guard !select.isEmpty else { return nil }
    guard eachDraw != nil else {
      throw CommandFailure(
        code: 2, message: "--select \(neutralised(select[0])): only with --each-draw")
    }
    return try DrawSelection(typed: select, model)
  }

  private func refuseBatchOptions(_ format: AnswerFormat) throws(CommandFailure) {
    let refused: [(name: String, isThere: Bool)] = [
      ("--scenario \(start.scenario ?? "")", start.scenario != nil),
      ("--each-draw \(eachDraw ?? "")", eachDraw != nil),
      ("--select \(select.first ?? "")", !select.isEmpty),
      ("--format \(format.rawValue)", format != .json),
    ]
    for option in refused where option.isThere {
      throw CommandFailure(
        code: 2,
        message: "\(neutralised(option.name)): not with --batch, which reads scenarios from "
          + "standard input and answers in json")
    }
  }

  private func departments(_ settings: ModelSettings) throws(CommandFailure) -> Set<String>? {
    guard !department.isEmpty else { return nil }
    do throws(ScenarioError) {
      for code in department { _ = try settings.reader.organisation(code) }
    } catch {
      throw CommandFailure(error)
    }
    return Set(department)
  }
}

/// Answers scenarios, and keeps the draws between them.
struct Projector {
  let settings: ModelSettings
  private let draws: Int?
  private let departments: Set<String>?
  private var kept: Draws?
  private var sample: Sample?

  init(_ settings: ModelSettings, draws: Int?, departments: Set<String>?) {
    self.settings = settings
    self.draws = draws
    self.departments = departments
  }

  /// Options win over what a scenario line says.
  mutating func answer(
    _ found: ScenarioSource.Found
  ) -> (answer: ProjectionAnswer, run: Run?, sample: Sample) {
    let model = settings.model
    let scenario = settings.applied(to: found.scenario)
    let count = draws ?? found.draws ?? 4096
    let seed = settings.seed ?? found.seed ?? settings.inputs.seed
    let draws = kept.flatMap { $0.count == count && $0.seed == seed ? $0 : nil }
    let common = draws ?? model.draws(count, seed: seed)
    let mapped = model.sample(scenario, common, reusing: sample)
    kept = common
    sample = mapped
    let run = model.run(scenario, mapped, threads: settings.threads)
    let answer = ProjectionAnswer(
      projection: model.central(scenario),
      uncertainty: run.flatMap { model.uncertainty($0, threads: settings.threads) },
      inputs: settings.inputs, departments: departments)
    return (answer, run, mapped)
  }
}

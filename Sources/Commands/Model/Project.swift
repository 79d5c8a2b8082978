import Analytics
import ArgumentParser
import Datasets
import Frames

/// `digigov project`: what becomes of the opportunity in a scenario.
struct Project: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "project", abstract: "Project a scenario by department and year.",
    discussion: """
      The central case, and on draws the range around it. Money is billions a year or present value, \
      at constant prices. Nothing here is an official estimate.
      """
        + examples(
          "digigov project --format table",
          "digigov project --scenario delayed --set HO.pace=0.8 --department HO",
          "digigov project --assume cost_overrun=1.3 --draws 0",
          "digigov project --batch < scenarios.txt",
          "digigov project --batch --select central.metrics.npsv,uncertainty.metrics.npsv.p10 "
            + "--draws 256 < scenarios.txt"))

  @OptionGroup var start: ScenarioOptions

  @OptionGroup var model: ModelOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Draws, 0 to 65536; 0 for the central case only.", valueName: "number"))
  var draws: String?

  @Option(parsing: .unconditional, help: "json (default), csv or table.")
  var format: String?

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
      "Answer these numbers alone, as CSV, by their paths in the answer: central.metrics.npsv, "
        + "organisations.HO.benefit@2040-41; with commas, and repeats. With --each-draw, these of each "
        + "draw in place of the metrics: benefit@2030-31, HO.cost@2030-31, HO.npsv, "
        + "not_realised@2040-41.",
      valueName: "name"))
  var select: [String] = []

  @OptionGroup var replacing: ForceOption

  @Flag(help: "Project each line of standard input: an id, a scenario line, or an object.")
  var batch = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With --batch, the number of the first line (default: 1), so that parts of an input say the "
        + "numbers of the whole.", valueName: "number"))
  var firstLine: String?

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
    let format = try answerFormat()
    if let firstLine {
      throw CommandFailure(
        code: 2, message: "--first-line \(neutralised(firstLine)): only with --batch")
    }
    var projector = try projector()
    let scenario = start.scenario ?? projector.settings.inputs.defaultScenario
    let found = try projector.settings.source.named(scenario)
    if eachDraw == nil, !select.isEmpty {
      let selection = try AnswerSelection(typed: select, projector.settings.model)
      return selection.header
        + selection.row(
          line: 1, id: found.scenario.id, projector.values(selection, found))
    }
    let selection =
      select.isEmpty ? nil : try DrawSelection(typed: select, projector.settings.model)
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
    lines: () -> String?, answer: (String) throws(CommandFailure) -> Void,
    complain: @escaping (String) -> Void = Commands.complain
  ) throws {
    try refuseBatchOptions(try answerFormat())
    var projector = try projector()
    var batch = Batch(firstLine: try firstLineNumber(), complain: complain)
    if !select.isEmpty {
      batch.selection = try AnswerSelection(typed: select, projector.settings.model)
    }
    try batch.run(&projector, lines: lines, answer: answer)
  }

  private func projector() throws -> Projector {
    let settings = try ModelSettings(model, levers: start.set)
    return Projector(
      settings, draws: try settings.draws(draws), departments: try departments(settings))
  }

  /// The form of the answer: numbers that were selected are CSV, and nothing else.
  private func answerFormat() throws(CommandFailure) -> AnswerFormat {
    let isSelected = !select.isEmpty && eachDraw == nil
    guard let typed = format else { return isSelected ? .csv : .json }
    let format = try AnswerFormat(typed: typed, allowed: AnswerFormat.allCases)
    guard !isSelected || format == .csv else {
      throw CommandFailure(
        code: 2, message: "--format \(format.rawValue): not with --select, which answers in csv")
    }
    return format
  }

  private func firstLineNumber() throws(CommandFailure) -> Int {
    guard let firstLine else { return 1 }
    guard firstLine.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(firstLine),
      number > 0
    else {
      throw CommandFailure(
        code: 2, message: "--first-line \(neutralised(firstLine)): allowed a whole number from 1")
    }
    return number
  }

  private func refuseBatchOptions(_ format: AnswerFormat) throws(CommandFailure) {
    let refused: [(name: String, isThere: Bool)] = [
      ("--scenario \(start.scenario ?? "")", start.scenario != nil),
      ("--each-draw \(eachDraw ?? "")", eachDraw != nil),
      ("--format \(format.rawValue)", format != (select.isEmpty ? .json : .csv)),
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

extension CommandFailure {
  /// Whether it is about what is written, and not about what was read.
  var isOfOutput: Bool { code == 1 || code > 3 }
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
    let (scenario, mapped) = prepared(found)
    let run = model.run(scenario, mapped, threads: settings.threads)
    let answer = ProjectionAnswer(
      projection: model.central(scenario),
      uncertainty: run.flatMap { model.uncertainty($0, threads: settings.threads) },
      inputs: settings.inputs, departments: departments)
    return (answer, run, mapped)
  }

  /// Selected numbers of a scenario: no more is computed than they need.
  mutating func values(_ selection: AnswerSelection, _ found: ScenarioSource.Found) -> [Double?] {
    let model = settings.model
    var scenario = settings.applied(to: found.scenario)
    var sample: Sample?
    if selection.needsDraws { (scenario, sample) = prepared(found) }
    // So few draws are done before other threads have started.
    let threads = (sample?.count ?? 0) < 2048 ? 1 : settings.threads
    return selection.values(
      central: { model.central(scenario) },
      run: {
        sample.flatMap {
          $0.count == 0
            ? nil : model.run(scenario, $0, detail: selection.detail, threads: threads)
        }
      })
  }

  /// A scenario with the options over it, and its draws, which are kept for the next one.
  private mutating func prepared(
    _ found: ScenarioSource.Found
  ) -> (scenario: Scenario, sample: Sample) {
    let model = settings.model
    let scenario = settings.applied(to: found.scenario)
    let count = draws ?? found.draws ?? 4096
    let seed = settings.seed ?? found.seed ?? settings.inputs.seed
    let draws = kept.flatMap { $0.count == count && $0.seed == seed ? $0 : nil }
    let common = draws ?? model.draws(count, seed: seed)
    let mapped = model.sample(scenario, common, reusing: sample)
    kept = common
    sample = mapped
    return (scenario, mapped)
  }
}

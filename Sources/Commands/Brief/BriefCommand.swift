import Analytics
import ArgumentParser
import Briefings
import Dashboard
import Datasets
import Figures
import Frames
import Screenshots
import Store

/// `digigov brief`: a briefing pack for a department or the whole.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "Write a briefing pack as Markdown, HTML and PDF.",
    discussion: """
      Writes brief.md, brief.html and brief.pdf with the folder pictures into a folder: a page of \
      summary, then each theme, the projection with its assumptions, what it cannot tell you, and \
      the sources. Every number keeps its mark, date and source. The same command gives the same \
      bytes every time.
      """
        + examples(
          "digigov brief --output whole",
          "digigov brief --department HMRC --output hmrc",
          "digigov brief --department HO --scenario delayed --marking OFFICIAL --output ho",
          "digigov brief --compare from_now delayed --output late"))

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The organisation that it is about, by its code (default: the whole).", valueName: "code"))
  var department: String?

  @OptionGroup var start: ScenarioOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Two scenarios, in place of --scenario: their difference, and what drives it.",
      valueName: "scenario"))
  var compare: [String] = []

  @OptionGroup var model: ModelOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Draws, 0 to 65536 (default: 4096); 0 for the central case only.", valueName: "number"))
  var draws: String?

  @OptionGroup var marking: MarkingOption

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The folder to write into; made where it is not there.", valueName: "folder")
  )
  var output: String?

  @OptionGroup var replacing: ForceOption

  func run() throws {
    let (written, complaint) = try write()
    try WholeFile.print(written.map { neutralised($0) + "\n" }.joined())
    if let complaint { throw complaint }
  }

  /// Writes the pack. Gives back the files' paths, and what could not be written in this build.
  func write() throws -> (written: [String], complaint: CommandFailure?) {
    guard let output, !output.isEmpty else {
      throw CommandFailure(
        code: 2, message: "brief needs --output FOLDER, such as --output briefing")
    }
    if !compare.isEmpty {
      guard compare.count == 2 else {
        throw CommandFailure(
          code: 2,
          message: "--compare takes 2 scenarios, not \(compare.count): "
            + neutralised(compare.joined(separator: " ")))
      }
      guard start.scenario == nil, start.set.isEmpty else {
        throw CommandFailure(
          code: 2,
          message: "--compare names both scenarios: not with --scenario or --set; a scenario line "
            + "says what is set in each")
      }
    }
    let (brief, rules) = try brief()
    var files: [PackFolder.File] = [
      PackFolder.File("brief.md", Array(brief.markdown.utf8)),
      PackFolder.File("brief.html", Array(brief.html.utf8)),
    ]
    files += brief.pictures.map {
      PackFolder.File("pictures/\($0.name).svg", PictureFormat.inPack($0.picture))
    }
    var complaint: CommandFailure?
    do throws(PictureError) {
      files.append(PackFolder.File("brief.pdf", try brief.pdf().bytes))
    } catch {
      let reason =
        error == .needsCairo(.pdf)
        ? "this build cannot write PDF; build it with `swift build --traits Cairo`" : "\(error)"
      complaint = CommandFailure(
        code: 1, message: "\(neutralised(output))/brief.pdf is not written, the rest is: \(reason)")
    }
    return (try PackFolder(output).write(files, rules), complaint)
  }

  /// The pack, and what its files may not replace.
  private func brief() throws -> (Brief, OutputRules) {
    let marking = try marking.text()
    let folder = try model.data.located()
    let (inputs, evidence) = try DataOption.contents(of: folder)
    let code = try department.map { try Self.organisation($0, inputs, evidence) }
    let settings = try ModelSettings(model, levers: start.set, inputs: inputs)
    let count = try settings.draws(draws)
    func state(_ found: ScenarioSource.Found, draws: Int, seed: UInt64) -> State {
      let state = State(
        inputs: inputs, evidence: evidence, scenario: settings.applied(to: found.scenario),
        baseline: settings.applied(to: found.scenario) == found.scenario
          ? nil : found.scenario,
        seed: seed, settings: Settings(theme: .light),
        place: code.map { Place(.department, path: [$0]) } ?? Place(.overview), columns: 120,
        rows: 36, draws: draws)
      return state.settled(by: settings.answers(state))
    }
    var found: [ScenarioSource.Found] = []
    let names = compare.isEmpty ? [start.scenario ?? inputs.defaultScenario] : compare
    for text in names { found.append(try settings.source.named(text)) }
    let rules = OutputRules(
      force: replacing.force, data: folder.path, reading: names.map(settings.source.inUse),
      remedy: "it differs, and --force replaces the earlier pack")
    let draws = try count ?? Self.common("draws", found.compactMap(\.draws)) ?? Ladder.rested
    let seed =
      try settings.seed ?? Self.common("seed", found.compactMap(\.seed)) ?? inputs.seed
    let states = found.map { state($0, draws: draws, seed: seed) }
    let brief =
      states.count == 2
      ? Brief(
        comparing: states[0], with: states[1], department: code, marking: marking,
        threads: settings.threads)
      : Brief(states[0], department: code, marking: marking)
    guard let brief else {
      throw CommandFailure(code: 1, message: "the scenario has no projection to brief on")
    }
    return (brief, rules)
  }

  /// The organisation of a code, in capitals or not.
  private static func organisation(
    _ text: String, _ inputs: ModelInputs, _ evidence: Evidence
  ) throws(CommandFailure) -> String {
    do throws(ScenarioError) {
      return try ScenarioReader(inputs).organisation(text)
    } catch {
      // A body inside an organisation has figures of its own, and no projection.
      if let body = evidence.body(text), let parent = evidence.organisation(above: body, inputs) {
        throw CommandFailure(
          code: 2,
          message: "\(neutralised(text)) is a body of \(parent) without a projection of its own; "
            + "the pack of --department \(parent) has what is published about it")
      }
      throw CommandFailure(error)
    }
  }

  /// What the scenario lines that name it have in common; nil where none does.
  private static func common<Value: Hashable>(
    _ name: String, _ values: [Value]
  ) throws(CommandFailure) -> Value? {
    guard let first = values.first, let other = values.first(where: { $0 != first }) else {
      return values.first
    }
    throw CommandFailure(
      code: 2,
      message: "the scenarios name \(name)=\(first) and \(name)=\(other); allowed one, or the "
        + "option --\(name)")
  }
}

extension Evidence {
  /// The code of the organisation that a body is in; nil for none.
  fileprivate func organisation(above body: Body, _ inputs: ModelInputs) -> String? {
    var body = body
    for _ in bodies {
      if inputs.organisations.contains(where: { $0.code == body.code }) { return body.code }
      guard let parent = self.body(body.parent) else { return nil }
      body = parent
    }
    return nil
  }
}

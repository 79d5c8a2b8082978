import Analytics
import ArgumentParser
import Dashboard
import Datasets
import Frames
import Tapes

/// `digigov play`: a script of keys on a virtual clock.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Run a script of keys on a virtual clock and write the files it asks for.",
    discussion: """
      The language is VHS's, with rows and columns, more keys, the mouse, Resize, Caption, Note, \
      Expect and State. Exit code 1 where an Expect or a Wait fails, with the screen printed; 3 \
      where the tape is invalid. A file that the tape writes and that is there already is replaced \
      with --force only.
      """
        + examples(
          "digigov play --force screenshots/demo.tape",
          "digigov play --record demo.cast screenshots/demo.tape"))

  @Argument(help: ArgumentHelp("The tape; - is standard input.", valueName: "file"))
  var file: String

  @OptionGroup var start: StartOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "dark, light, contrast or mono, whatever the tape sets; auto leaves it to the tape, which "
        + "begins with light.", valueName: "theme"))
  var theme = "auto"

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Record the session as an asciicast.", valueName: "file.cast"))
  var record: String?

  @OptionGroup var castVersion: CastVersionOption

  @Flag(help: "Let paths in the tape leave the working folder.")
  var allowOutside = false

  @OptionGroup var replacing: ForceOption

  func run() throws {
    let version = try castVersion.version()
    let rules = try TapeReading.rules(allowsOutside: allowOutside)
    let tape = try tape(rules)
    let given = theme == "auto" ? nil : try ThemeName(typed: theme)
    let state = try start.state(Settings(theme: given ?? .light, ascii: ascii))
    try TapeReading.check(tape.outputs, rules: rules)
    let outputs = try outputs(of: tape, state.inputs)
    var player = Player(
      tape, from: state, model: Model(state.inputs), threads: Surroundings.threads,
      keepsTheme: given != nil, records: record != nil, castVersion: version,
      export: exportPicture)
    let played: Played
    do throws(TapeError) {
      played = try player.play()
    } catch {
      throw CommandFailure(code: 1, message: "\(error)")
    }
    for file in played.files { try outputs[file.path]?.write(file.bytes) }
    if let record, let cast = played.cast {
      try outputs[record]?.write(Array(cast.text(version).utf8))
    }
  }

  /// The files that the tape and the option write, by their paths.
  private func outputs(of tape: Tape, _ inputs: ModelInputs) throws -> [String: OutputFile] {
    let read = ([file] + tape.sources).map { (path: String?.some($0), what: "a tape in use") }
    let wanted = tape.outputs.map { OutputRules.Wanted(path: $0, makesFolders: true) }
    let outputs = try OutputRules(
      force: replacing.force, data: try start.data.located().path,
      reading: read + [start.source(inputs).inUse(start.scenario ?? inputs.defaultScenario)],
      remedy: "play --force replaces it"
    ).outputs(wanted + (record.map { [.init(path: $0)] } ?? []))
    return Dictionary(outputs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func tape(_ rules: TapeRules) throws(CommandFailure) -> Tape {
    switch try TapeReading.tape(file, rules: rules) {
    case .success(let tape):
      for warning in tape.warnings { complain(warning.asWarning) }
      return tape
    case .failure(let error): throw CommandFailure(code: 3, message: "\(error)")
    }
  }
}

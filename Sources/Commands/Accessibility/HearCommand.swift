import Analytics
import ArgumentParser
import Charts
import Dashboard
import Datasets
import Frames
import Screenshots
import Store
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// `digigov hear`: a panel's chart as tones, and in three sentences.
struct HearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hear", abstract: "Play a panel's chart as tones, and say it in three sentences.",
    discussion: """
      Higher is more: from the least number of the chart (A3, 220 Hz) to the greatest (A5, 880 Hz), \
      equal steps of the number are equal steps of pitch. A line is one voice, period after period; \
      both ends of its band sound softly with it, what is missing is silent, every fifth year and \
      every January ticks. Lines, and charts, come one after another. It is played by the first of \
      pw-play, paplay, aplay, afplay and ffplay that is installed, where standard output is a \
      terminal; --output writes it as WAV. The same command gives the same bytes every time.
      """
        + examples(
          "digigov hear fan --output fan.wav",
          "digigov hear projection --department HO --set HO.start_delay=2 --output ho.wav",
          "digigov hear paths --view legacy --output legacy.wav"))

  @Argument(help: ArgumentHelp("The panel of the view.", valueName: "panel"))
  var panel: String

  @OptionGroup var start: PlaceOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A scenario's id, a scenario line, or the path of a scenario file (default: the one that the "
        + "data name).",
      valueName: "id | line | file"))
  var scenario: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a lever; repeats.", valueName: "lever=value | org.lever=value"))
  var set: [String] = []

  @OptionGroup var model: ModelOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Draws, 0 to 65536 (default: 4096); 0 for the central case only.", valueName: "number"))
  var draws: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Write the sound to this file, in place of playing it.", valueName: "file"))
  var output: String?

  @OptionGroup var replacing: ForceOption

  func run() throws {
    // What cannot be is said before anything is computed.
    let player = try output == nil ? Self.player() : nil
    let (melody, words, file) = try heard()
    if file?.place.isStream != true { try WholeFile.print(words) }
    if let file {
      try file.write(melody.wav)
    } else if let player {
      try player.play(melody.wav)
    }
  }

  /// The sound, what is said of it, and the file that it goes to.
  func heard() throws -> (melody: Melody, words: String, file: OutputFile?) {
    if let output, output != "-", !output.lowercased().hasSuffix(".wav") {
      throw CommandFailure(
        code: 2,
        message: "--output \(neutralised(output)): unknown extension; allowed .wav, and - for "
          + "standard output")
    }
    let place = try start.place()
    let folder = try model.data.located()
    let (inputs, evidence) = try DataOption.contents(of: folder)
    try start.check(inputs)
    let settings = try ModelSettings(model, levers: set, inputs: inputs)
    let count = try settings.draws(draws)
    let found = try settings.source.named(scenario ?? inputs.defaultScenario)
    var state = State(
      inputs: inputs, evidence: evidence, scenario: settings.applied(to: found.scenario),
      baseline: found.scenario, seed: settings.seed ?? found.seed,
      settings: Settings(theme: .light), place: place, columns: 160, rows: 48,
      draws: count ?? found.draws ?? Ladder.rested)
    guard state.panelNames.contains(panel) else {
      throw CommandFailure(
        code: 2,
        message: "unknown panel \(neutralised(panel)); \(state.place.screen.rawValue) has "
          + state.panelNames.joined(separator: " ")
          + CommandFailure.meant(panel, among: state.panelNames))
    }
    let file = try output.map { path in
      try OutputRules(
        force: replacing.force, data: folder.path,
        reading: [settings.source.inUse(scenario ?? inputs.defaultScenario)]
      ).outputs([.init(path: path == "-" ? "/dev/stdout" : path)])
    }?.first
    _ = state.update(.analysesWanted(.panel(panel)))
    state = state.settled(by: settings.answers(state))
    let charts = state.charts(of: panel)
    guard let melody = Melody(charts) else {
      let others = state.panelNames.filter { Melody(state.charts(of: $0)) != nil }
      throw CommandFailure(
        code: 2,
        message: "the panel \(panel) has no series to be heard"
          + (others.isEmpty
            ? "; nothing on \(state.place.screen.rawValue) has"
            : "; those of \(state.place.screen.rawValue) with one: "
              + others.joined(separator: " ")))
    }
    let scale =
      "Lowest tone, A3: \(melody.least). Highest, A5: \(melody.greatest). "
      + "\(Int(melody.length.rounded())) seconds."
    let lines = charts.map(ChartWords.init).flatMap(\.sentences) + [scale]
    return (melody, lines.map { neutralised($0) + "\n" }.joined(), file)
  }

  /// A program that plays a file.
  struct Player: Equatable {
    var path: String
    var options: [String] = []
  }

  static let players: [(name: String, options: [String])] = [
    ("pw-play", []), ("paplay", []), ("aplay", ["-q"]), ("afplay", []),
    ("ffplay", ["-nodisp", "-autoexit", "-loglevel", "quiet"]),
  ]

  /// The first player that is installed.
  static func player() throws(CommandFailure) -> Player {
    guard isatty(STDOUT_FILENO) == 1 else {
      throw CommandFailure(
        code: 2,
        message:
          "hear plays where standard output is a terminal; --output FILE.wav writes the sound, "
          + "--output - to standard output")
    }
    for player in players {
      for folder in Surroundings.programFolders {
        let path = "\(folder)/\(player.name)"
        if unsafe access(path, X_OK) == 0 { return Player(path: path, options: player.options) }
      }
    }
    throw CommandFailure(
      code: 1,
      message:
        "no player is installed (looked for \(players.map(\.name).joined(separator: ", "))); "
        + "install one, such as Debian's alsa-utils, or write the sound with --output FILE.wav")
  }
}

extension HearCommand.Player {
  /// Plays a WAV file to its end.
  func play(_ bytes: [UInt8]) throws(CommandFailure) {
    let folder = Surroundings.temporaryFolder
    let file = "\(folder)/digigov-\(getpid()).wav"
    do throws(WholeFile.Failure) {
      guard try WholeFile.replace(file, with: bytes, as: nil) else {
        throw WholeFile.Failure(reason: "a file is there already")
      }
    } catch {
      throw CommandFailure(code: 1, message: "\(neutralised(file)): \(error.reason)")
    }
    defer { _ = unsafe unlink(file) }
    guard OtherProgram.run([path] + options + [file]) else {
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(path)) did not play the sound; --output FILE.wav writes it")
    }
  }
}

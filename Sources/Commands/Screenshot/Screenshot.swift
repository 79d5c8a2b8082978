import Analytics
import ArgumentParser
import Dashboard
import Datasets
import Figures
import Frames
import Screenshots
import Store

/// `digigov screenshot`: a view, or one panel of it, to files; no screen is needed.
struct Screenshot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screenshot", abstract: "Write a view as pictures, text or data.",
    discussion: """
      SVG, PDF, PNG and HTML are laid out for a page: charts with axes, bands and lines, tables in \
      proportional type, the message above, source, dates and scenario below. --for half is for half \
      the width of a page, --for slide for a slide of 16:9. --terminal gives the picture of the \
      terminal in place of that, dressed in the same words; txt, ansi, json and md always are \
      of the terminal. .vl.json is the charts as Vega-Lite 5 with their data and sources. The same \
      command gives the same bytes every time; dates are the data's.

      CSV has one row a number, under the same header for every view: the panel (table), id, figure \
      or series, body, period, statistic, number, low and high as the shortest text that reads back \
      the same, unit, qualifier, mark, as_of, disputed, old, source_id, scenario, value (as it is \
      printed) and marking. The publications follow as rows of the table Sources. JSON has the same \
      as numbers and sources.
      """
        + examples(
          "digigov screenshot --view overview --output overview.svg --output overview.png",
          "digigov screenshot --department HO --panel streams --marking OFFICIAL --output streams.pdf",
          "digigov screenshot --view legacy --size 140x45 --theme dark --output legacy.html",
          "digigov screenshot --panel fan --output - --format csv | head -3"))

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
    help: ArgumentHelp("One panel of the view over the whole picture.", valueName: "name"))
  var panel: String?

  @Option(
    name: .customLong("for"), parsing: .unconditional,
    help: ArgumentHelp(
      "What SVG, PDF, PNG and HTML are laid out for: page (16 cm wide; default), half (8 cm) or slide (one "
        + "panel on 16:9).", valueName: "page | half | slide"))
  var purpose: String?

  @Flag(help: "SVG, PDF, PNG and HTML of the terminal's cells.")
  var terminal = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The size of the view, in cells.", valueName: "COLSxROWS"))
  var size = "120x36"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Pixels of a PNG for one of the picture, 1 to 4 (default: 3, of a slide 2, of the terminal 1).",
      valueName: "number"))
  var scale: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "light (default), dark, contrast or mono. Without it a page of HTML is light or dark as its "
        + "reader likes.", valueName: "theme"))
  var theme: String?

  @Flag(help: "What a terminal shows, without the lines for a briefing around it.")
  var bare = false

  @OptionGroup var marking: MarkingOption

  @Flag(help: "Also write each picture in words, to FILE.txt beside FILE.")
  var altText = false

  @Flag(help: "CSV without the byte order mark that spreadsheets know UTF-8 by.")
  var noBom = false

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The file to write: \(Self.extensions); repeats. - is standard output, in the form of "
        + "--format.", valueName: "file"))
  var output: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The form of --output -, by its extension (default: txt).", valueName: "form"))
  var format: String?

  @OptionGroup var replacing: ForceOption

  private static let extensions =
    PictureFormat.allCases.map { "." + $0.rawValue }.joined(separator: " ")

  func run() throws {
    let complaints = try write()
    for complaint in complaints { complain(complaint) }
  }

  /// Writes the files; gives back what there is to say about them.
  func write() throws -> [String] {
    let outputs = try outputs()
    let cells = try PictureSize(typed: size, isPanel: panel != nil)
    let pixels = try scaleFactor()
    let page = try pageSize()
    let theme = try themeName()
    let place = try start.place()
    var (state, settings, rules) = try begun(at: place, cells, theme)
    let paths =
      outputs.map(\.path) + (altText ? outputs.map { $0.path + ".txt" } : [])
    let files = try rules.outputs(paths.map { .init(path: $0) })
    // The state that a terminal would show at rest.
    state = state.settled(by: settings.answers(state))
    let picture = try picture(state)
    var dark: Picture?
    if self.theme == nil, outputs.contains(where: { $0.format == .html }) {
      var night = state
      _ = night.update(.settingsChanged(Settings(theme: .dark)))
      dark = try self.picture(night)
    }
    var complaints: [String] = []
    // Made whole before the first is written, so that none is left alone.
    var contents: [[UInt8]] = []
    for output in outputs {
      let written: WrittenPicture
      do throws(PictureError) {
        written = try output.format.written(
          picture, for: page, dark: dark, scale: pixels, byteOrderMark: !noBom)
      } catch {
        throw CommandFailure(code: 1, message: "\(neutralised(output.path)): \(error)")
      }
      contents.append(written.bytes)
      if !written.missing.isEmpty {
        complaints.append(
          "\(output.path): the bundled font has no letter for "
            + "\(written.missing.joined(separator: " ")); its code in a frame "
            + "stands for each; the text forms, svg and html keep it")
      }
    }
    if altText { contents += outputs.map { _ in Array(picture.inWords.utf8) } }
    for (file, bytes) in zip(files, contents) { try file.write(bytes) }
    return complaints
  }

  private func picture(_ state: State) throws(CommandFailure) -> Picture {
    if let panel, !state.panelNames.contains(panel) {
      throw CommandFailure(
        code: 2,
        message: "unknown panel \(neutralised(panel)); \(state.place.screen.rawValue) has "
          + state.panelNames.joined(separator: " ")
          + CommandFailure.meant(panel, among: state.panelNames))
    }
    var picture = state.picture(panel: panel, bare: bare)
    picture.handling = try marking.text()
    return picture
  }

  /// The state before anything is computed, and what outputs may not
  /// replace.
  private func begun(
    at place: Place, _ cells: PictureSize, _ theme: ThemeName
  ) throws -> (state: State, settings: ModelSettings, rules: OutputRules) {
    let folder = try model.data.located()
    let (inputs, evidence) = try DataOption.contents(of: folder)
    try start.check(inputs)
    let settings = try ModelSettings(model, levers: set, inputs: inputs)
    let count = try settings.draws(draws)
    let found = try settings.source.named(scenario ?? inputs.defaultScenario)
    var state = State(
      inputs: inputs, evidence: evidence, scenario: settings.applied(to: found.scenario),
      baseline: found.scenario, seed: settings.seed ?? found.seed,
      settings: Settings(theme: theme), place: place, columns: cells.columns, rows: cells.rows,
      draws: count ?? found.draws ?? Ladder.rested)
    // A page has the panels that a terminal folds as well.
    _ = state.update(.analysesWanted(panel.map { .panel($0) } ?? .all))
    let rules = OutputRules(
      force: replacing.force, data: folder.path,
      reading: [settings.source.inUse(scenario ?? inputs.defaultScenario)])
    return (state, settings, rules)
  }

  private func outputs() throws(CommandFailure) -> [(path: String, format: PictureFormat)] {
    guard !output.isEmpty else {
      throw CommandFailure(
        code: 2, message: "screenshot needs --output FILE, with one of \(Self.extensions)")
    }
    var outputs: [(path: String, format: PictureFormat)] = []
    if let format, !output.contains("-") {
      throw CommandFailure(
        code: 2,
        message: "--format \(neutralised(format)): only with --output -; a file's form is its "
          + "extension's")
    }
    for path in output {
      if path == "-" {
        outputs.append((Self.standardOutput, try standardForm()))
        continue
      }
      guard let format = PictureFormat(path: path) else {
        throw CommandFailure(
          code: 2,
          message: "--output \(neutralised(path)): unknown extension; allowed \(Self.extensions)")
      }
      outputs.append((path, format))
    }
    // Before the first file is written, not after half of them.
    if let output = outputs.first(where: { !$0.format.isAvailable }) {
      throw CommandFailure(
        code: 1, message: "\(neutralised(output.path)): \(PictureError.needsCairo(output.format))")
    }
    return outputs
  }

  private static let standardOutput = "/dev/stdout"

  /// The form of what goes to standard output.
  private func standardForm() throws(CommandFailure) -> PictureFormat {
    guard !altText else {
      throw CommandFailure(
        code: 2, message: "--alt-text stands beside a file; --output - has none beside it")
    }
    guard let format else { return .txt }
    guard let form = PictureFormat(rawValue: format) else {
      throw CommandFailure(
        code: 2,
        message: "unknown format \(neutralised(format)); allowed "
          + PictureFormat.allCases.map(\.rawValue).joined(separator: " "))
    }
    return form
  }

  /// What is laid out for; nil for the picture of the terminal.
  private func pageSize() throws(CommandFailure) -> PageSize? {
    guard let purpose else { return terminal || bare ? nil : .page }
    guard let size = PageSize(rawValue: purpose) else {
      throw .unknown("--for", purpose, allowed: PageSize.allCases.map(\.rawValue))
    }
    guard !terminal, !bare else {
      throw CommandFailure(
        code: 2,
        message: "--for and --\(terminal ? "terminal" : "bare") are of two pictures; "
          + "leave one out")
    }
    guard size != .slide || panel != nil else {
      throw CommandFailure(
        code: 2, message: "a slide has room for one panel; add --panel with its name")
    }
    return size
  }

  private func scaleFactor() throws(CommandFailure) -> Int? {
    guard let scale else { return nil }
    guard let factor = Int(scale), (1...4).contains(factor) else {
      throw CommandFailure(
        code: 2, message: "--scale \(neutralised(scale)) is not a whole number of 1 to 4")
    }
    return factor
  }

  private func themeName() throws(CommandFailure) -> ThemeName {
    guard let theme else { return .light }
    guard let name = ThemeName(rawValue: theme) else {
      throw .unknown("theme", theme, allowed: ThemeName.allCases.map(\.rawValue))
    }
    return name
  }
}

extension Picture {
  /// The picture for those who do not see it: what goes beside it as text.
  fileprivate var inWords: String {
    [
      handling, headline, subtitle, altText, longDescription,
      source.isEmpty ? "" : "Source: " + source, mark, asOf,
      scenario, handling,
    ].filter { !$0.isEmpty }.map { neutralised($0) + "\n" }.joined()
  }
}

import Analytics
import ArgumentParser
import Briefings
import Dashboard
import Datasets
import Documents
import Figures
import Frames
import Screenshots
import Store

/// `digigov brief`: a briefing pack for a department or the whole.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Write a briefing note of one page, slides, a workbook or a pack.",
    discussion: """
      A FILE gets the note: one page with what to say, one chart, five dated figures, what is \
      disputed, and what may be asked. Its extension decides: \(Self.noteExtensions); brf is \
      contracted braille on pages of 40 cells and 25 lines, through liblouis. With --full the \
      pack is its annex. With \(Self.bookExtensions) it gets the workbook: every figure with its mark, \
      date and source in columns, and the model's \
      central case as live formulas. With \(Self.deckExtensions) it gets slides: one claim each, with a chart \
      that can be edited and notes for the presenter. A FOLDER gets the pack: brief.md, brief.html and brief.pdf with the folder \
      pictures, which hold everything behind the note. Every number keeps its mark, date and source. \
      The same command gives the same bytes every time.
      """
        + examples(
          "digigov brief --output note.odt --output note.pdf",
          "digigov brief --department HMRC --full --output hmrc.docx",
          "digigov brief --department HMRC --output hmrc.xlsx --output hmrc.pptx",
          "digigov brief --department HO --full --output ho.brf",
          "digigov brief --output whole",
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

  @Flag(help: "Append the pack to the note as its annex.")
  var full = false

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A file for the note (\(Self.noteExtensions)), slides (\(Self.deckExtensions)) or the workbook "
        + "(\(Self.bookExtensions)), or a folder for the pack, made where it is not there; repeats.",
      valueName: "file"))
  var output: [String] = []

  private static let noteExtensions = (DocumentFormat.allCases.map(\.rawValue) + ["brf"])
    .joined(separator: " ")
  private static let bookExtensions = BookFormat.allCases.map(\.rawValue).joined(separator: " ")
  private static let deckExtensions = DeckFormat.allCases.map(\.rawValue).joined(separator: " ")
  private static let extensions = [noteExtensions, deckExtensions, bookExtensions]
    .joined(separator: " ")

  @OptionGroup var replacing: ForceOption

  func run() throws {
    let (written, complaint) = try write()
    try WholeFile.print(written.map { neutralised($0) + "\n" }.joined())
    if let complaint { throw complaint }
  }

  /// What is written to an output: a note, slides, a workbook, or a pack.
  private enum Wanted {
    case note(String, DocumentFormat)
    case braille(String)
    case deck(String, DeckFormat)
    case book(String, BookFormat)
    case pack(PackFolder)

    /// Whether it is the note, in print or in braille.
    var isNote: Bool {
      switch self {
      case .note, .braille: true
      case .deck, .book, .pack: false
      }
    }
  }

  /// Writes what is asked for. Gives back the files' paths, and what could not be written in this
  /// build.
  func write() throws -> (written: [String], complaint: CommandFailure?) {
    let wanted = try wanted()
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
    let (briefing, rules) = try briefing()
    var files: [PackFolder.File] = []
    var complaint: CommandFailure?
    // Made once where several outputs want them.
    let needsPack = full || wanted.contains { if case .pack = $0 { true } else { false } }
    let pack = needsPack ? briefing.pack : nil
    lazy var note = briefing.note(annex: full ? pack : nil)
    lazy var deck = briefing.deck
    lazy var book = briefing.book
    for wanted in wanted {
      switch wanted {
      case .note(let path, let format):
        do throws(PictureError) {
          files.append(PackFolder.File(path, try note.written(as: format), makesFolders: false))
        } catch {
          complaint = Self.complaint(path, format.rawValue, error)
        }
      case .braille(let path):
        do throws(BrailleError) {
          files.append(PackFolder.File(path, try note.braille(), makesFolders: false))
        } catch {
          complaint = CommandFailure(
            code: 1, message: "\(neutralised(path)) is not written: \(error)")
        }
      case .deck(let path, let format):
        do throws(PictureError) {
          files.append(PackFolder.File(path, try deck.written(as: format), makesFolders: false))
        } catch {
          complaint = Self.complaint(path, format.rawValue, error)
        }
      case .book(let path, let format):
        files.append(
          PackFolder.File(path, book.written(as: format), makesFolders: false))
      case .pack(let folder):
        guard let pack else { continue }
        var own = [
          PackFolder.File("brief.md", Array(pack.markdown.utf8)),
          PackFolder.File("brief.html", Array(pack.html.utf8)),
        ]
        own += pack.pictures.map {
          PackFolder.File("pictures/\($0.name).svg", PictureFormat.inPack($0.picture))
        }
        do throws(PictureError) {
          own.append(PackFolder.File("brief.pdf", try pack.pdf().bytes))
        } catch {
          complaint = Self.complaint("\(folder.path)/brief.pdf", "PDF", error, ", the rest is")
        }
        files += try folder.placed(own)
      }
    }
    return (try PackFolder.write(files, rules), complaint)
  }

  /// - Parameter others: what became of the other files.
  private static func complaint(
    _ path: String, _ format: String, _ error: PictureError, _ others: String = ""
  ) -> CommandFailure {
    let reason =
      error == .needsCairo(.pdf) || error == .needsCairo(.png)
      ? "this build cannot write \(format); build it with `swift build --traits Cairo`" : "\(error)"
    return CommandFailure(
      code: 1, message: "\(neutralised(path)) is not written\(others): \(reason)")
  }

  /// The outputs by their kind: a folder is what is there as one, ends with a slash, or has no
  /// extension.
  private func wanted() throws(CommandFailure) -> [Wanted] {
    guard !output.isEmpty, !output.contains("") else {
      throw CommandFailure(
        code: 2,
        message:
          "brief needs --output FILE with one of \(Self.extensions), or --output FOLDER, such "
          + "as --output note.odt or --output briefing")
    }
    var wanted: [Wanted] = []
    for path in output {
      let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
      if name.isEmpty || WholeFile.isFolder(path) || !name.dropFirst().contains(".") {
        wanted.append(.pack(PackFolder(path)))
      } else if let format = DocumentFormat(path: path) {
        wanted.append(.note(path, format))
      } else if name.lowercased().hasSuffix(".brf") {
        wanted.append(.braille(path))
      } else if let format = DeckFormat(path: path) {
        wanted.append(.deck(path, format))
      } else if let format = BookFormat(path: path) {
        wanted.append(.book(path, format))
      } else {
        throw CommandFailure(
          code: 2,
          message: "--output \(neutralised(path)): unknown extension; allowed \(Self.extensions), "
            + "or a folder, whose name ends with /")
      }
    }
    guard wanted.contains(where: \.isNote) || !full else {
      throw CommandFailure(
        code: 2, message: "--full appends the pack to a note; name one, such as --output note.odt")
    }
    return wanted
  }

  /// What is briefed on, and what its files may not replace.
  private func briefing() throws -> (briefing: Briefing, rules: OutputRules) {
    let marking = try marking.text()
    let folder = try model.data.located()
    let (inputs, evidence) = try DataOption.contents(of: folder)
    let code = try department.map { try Self.organisation($0, inputs, evidence) }
    let settings = try ModelSettings(model, levers: start.set, inputs: inputs)
    let count = try settings.draws(draws)
    var found: [ScenarioSource.Found] = []
    let names = compare.isEmpty ? [start.scenario ?? inputs.defaultScenario] : compare
    for text in names { found.append(try settings.source.named(text)) }
    let rules = OutputRules(
      force: replacing.force, data: folder.path, reading: names.map(settings.source.inUse),
      remedy: "it differs, and --force replaces it")
    let draws = try count ?? Self.common("draws", found.compactMap(\.draws)) ?? Ladder.rested
    let seed =
      try settings.seed ?? Self.common("seed", found.compactMap(\.seed)) ?? inputs.seed
    let briefing = try Briefing(
      found, settings, evidence, department: code, marking: marking, draws: draws, seed: seed)
    return (briefing, rules)
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

import Analytics
import ArgumentParser
import Briefings
import Dashboard
import Datasets
import Documents
import Figures
import Frames

/// `digigov check`: what became of the figures of a brief that people have edited.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the figures of a brief that was edited.",
    discussion: """
      FILE is a document that brief wrote (.odt .docx .md .html), or text that was copied out of one \
      (.txt). Its figures are found again by their words, wherever they were moved to, and held \
      against the data in hand; modelled ones are computed again from its scenario line. What is not \
      as it should be is printed, a line each: stale (the data say otherwise by now), altered (it is \
      not the number that was written), or without its range, its mark or what has to be said beside \
      it. What is deleted in tracked changes counts as gone. Text that is not of a brief is left \
      alone. Exit code 1 where anything is found.
      """
        + examples(
          "digigov check note.odt",
          "digigov check note.docx --format json",
          "digigov check note.docx --data my-data"))

  @Argument(help: ArgumentHelp("The document.", valueName: "document"))
  var file: String

  @OptionGroup var data: DataOption

  @Option(parsing: .unconditional, help: "text or json.")
  var format = "text"

  private enum Form: String, CaseIterable { case text, json }

  func run() throws {
    let (text, failure) = try result()
    try WholeFile.print(text)
    if let failure { throw failure }
  }

  /// What is printed, and the failure that any finding is.
  func result() throws -> (text: String, failure: CommandFailure?) {
    guard let form = Form(rawValue: format) else {
      throw CommandFailure.unknown("format", format, allowed: Form.allCases.map(\.rawValue))
    }
    let read = try CheckedFile(file).document
    let folder = try data.located()
    let (inputs, evidence) = try DataOption.contents(of: folder)
    let recipe = read.recipe ?? FoundRecipe(read, inputs).recipe
    let document = try recipe.map { try Self.made($0, inputs, evidence, file) }
    let check = DocumentCheck(read, against: document, recipe: recipe) { evidence.allFigures }
    let report = CheckReport(
      file: file, check: check, recipe: recipe,
      data: (inputs.package.map { "\($0)" } ?? "", evidence.date))
    return (
      form == .json ? report.json.text + "\n" : report.text,
      check.findings.isEmpty ? nil : CommandFailure(code: 1, message: "")
    )
  }

  /// What a recipe makes on the data in hand, as `brief` makes it.
  private static func made(
    _ recipe: Recipe, _ inputs: ModelInputs, _ evidence: Evidence, _ file: String
  ) throws -> Document {
    // That other data were used is what is to be found out.
    let settings = try ModelSettings(ModelOptions.parse(["--accept-data"]), inputs: inputs)
    var found: [ScenarioSource.Found] = []
    for (place, line) in recipe.scenarios.enumerated() {
      do throws(CommandFailure) {
        var scenario = try settings.source.named(line)
        if recipe.names.indices.contains(place) { scenario.scenario.name = recipe.names[place] }
        found.append(scenario)
      } catch {
        throw CommandFailure(
          code: 3, message: "\(neutralised(file)): its scenario cannot be read: \(error.message)")
      }
    }
    if let code = recipe.department, !inputs.organisations.contains(where: { $0.code == code }) {
      throw CommandFailure(
        code: 3,
        message: "\(neutralised(file)): it is about \(neutralised(code)), which these data do not "
          + "have; name those that do by --data")
    }
    let briefing = try Briefing(
      found, settings, evidence, department: recipe.department,
      draws: found.compactMap(\.draws).first ?? Ladder.rested,
      seed: found.compactMap(\.seed).first ?? inputs.seed)
    switch recipe.form {
    case .pack: return briefing.pack
    case .note: return briefing.note()
    case .full: return briefing.note(annex: briefing.pack)
    }
  }
}

extension Evidence {
  /// Every published figure that the data hold.
  fileprivate var allFigures: [Figure] {
    facts.map { figure($0) }
      + ObservationTable.allCases.flatMap { table in rows(table).map { figure($0, in: table) } }
  }
}

/// What a document without a record says of itself: its scenario lines, and of whom it is.
struct FoundRecipe {
  private(set) var recipe: Recipe?

  init(_ read: ReadDocument, _ inputs: ModelInputs) {
    let texts = read.texts
    let lines = texts.flatMap(Self.lines)
    guard let first = lines.first else { return }
    let other = lines.first { $0 != first }
    let heads = texts.prefix(6)
    let isNote = heads.contains { $0.contains("briefing note") }
    let hasAnnex = texts.contains { $0.hasPrefix("Annex 1") }
    let organisation = inputs.organisations.first { organisation in
      heads.contains { $0.hasPrefix(organisation.name + ":") }
    }
    let date = texts.lazy.flatMap { text in
      text.ranges(of: " of 20").map { String(text[$0.upperBound...].prefix(8)) }
    }.first { $0.allSatisfy { $0.isNumber || $0 == "-" } && $0.count == 8 }
    let data = first.split(separator: ":").last { $0.hasPrefix("data=") }
    recipe = Recipe(
      form: isNote ? (hasAnnex ? .full : .note) : .pack, department: organisation?.code,
      scenarios: [first] + (other.map { [$0] } ?? []),
      data: data.map { String($0.dropFirst(5)) } ?? "", date: date.map { "20" + $0 } ?? "")
  }

  /// The scenario lines in a text.
  private static func lines(_ text: String) -> [String] {
    guard text.lowercased().contains(ScenarioLine.prefix) else { return [] }
    return text.split(whereSeparator: \.isWhitespace).compactMap { word in
      let cleaned = TravelledText.cleaned(String(word))
      return TravelledText.isLine(cleaned) ? cleaned : nil
    }
  }
}

import Analytics
import ArgumentParser
import Dashboard
import Datasets
import Frames
import Store

/// Options that every command of the model takes. Values are read as text whatever they look like,
/// so that messages can name them.
struct ModelOptions: ParsableArguments {
  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Fix an assumption, or set its P10, P50 and P90; repeats.",
      valueName: "id=p50 | id=p10,p50,p90"))
  var assume: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The key that shares automation out: automation or automation_gds2026.", valueName: "key"))
  var keySet: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "standard, health, reduced, or a flat real rate such as 0.035.", valueName: "schedule"))
  var discounting: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The seed of the draws.", valueName: "number"))
  var seed: String?

  @Flag(help: "Go on where a scenario line names other data.")
  var acceptData = false

  @OptionGroup var data: DataOption
}

/// The scenario that a command of the model starts from, and levers set over it.
struct ScenarioOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A scenario's id, a scenario line, or the path of a scenario file (default: the one that the data name).",
      valueName: "id | line | file"))
  var scenario: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Set a lever, for all or for one organisation; repeats.",
      valueName: "lever=value | org.lever=value"))
  var set: [String] = []
}

/// What the options make of a run: read once, before any scenario.
struct ModelSettings {
  let inputs: ModelInputs
  let model: Model
  let reader: ScenarioReader
  let source: ScenarioSource
  let seed: UInt64?
  let threads: Int
  private let levers: [ScenarioReader.LeverSetting]
  private let assumptions: [(Assumption, ThreePoint)]
  private let keySet: KeySet?
  private let discounting: Discounting?

  /// Reads the options and, unless its inputs are known already, the data folder; `levers` are
  /// values of `--set`.
  init(_ options: ModelOptions, levers: [String] = [], inputs known: ModelInputs? = nil) throws {
    inputs =
      try known
      ?? {
        let folder = try options.data.located()
        return try DataOption.inputs(of: folder)
      }()
    model = Model(inputs)
    reader = ScenarioReader(inputs)
    source = ScenarioSource(
      reader: reader, inputs: inputs, acceptsData: options.acceptData,
      savedFolder: Surroundings.savedScenarios)
    threads = Surroundings.threads
    do throws(ScenarioError) {
      var settings: [ScenarioReader.LeverSetting] = []
      for text in levers { settings.append(try reader.leverSetting(text)) }
      self.levers = settings
      var ranges: [(Assumption, ThreePoint)] = []
      for text in options.assume { ranges.append(try reader.assumption(text)) }
      assumptions = ranges
      keySet = if let text = options.keySet { try reader.keySet(text) } else { nil }
      discounting = if let text = options.discounting { try reader.discounting(text) } else { nil }
      seed = if let text = options.seed { try reader.seed(text) } else { nil }
    } catch {
      throw CommandFailure(error)
    }
  }

  /// What computes for a state of these inputs.
  func answers(_ state: State) -> Answers { Answers(model, seed: state.seed, threads: threads) }

  /// A scenario with the options, which win over what it says itself.
  func applied(to scenario: Scenario) -> Scenario {
    var scenario = scenario
    for setting in levers { scenario.set(setting) }
    for (assumption, range) in assumptions { scenario.assumptions[assumption] = range }
    if let keySet { scenario.keySet = keySet }
    if let discounting { scenario.discounting = discounting }
    return scenario
  }

  /// The number of draws that an option's text asks for.
  func draws(_ text: String?) throws(CommandFailure) -> Int? {
    guard let text else { return nil }
    do throws(ScenarioError) {
      return try reader.draws(text)
    } catch {
      throw CommandFailure(error)
    }
  }
}

/// The forms of an answer.
enum AnswerFormat: String, CaseIterable {
  case json, csv, table

  /// The form that was typed, one of those allowed.
  init(typed: String, allowed: [AnswerFormat]) throws(CommandFailure) {
    guard let format = AnswerFormat(rawValue: typed), allowed.contains(format) else {
      throw .unknown("format", typed, allowed: allowed.map(\.rawValue))
    }
    self = format
  }
}

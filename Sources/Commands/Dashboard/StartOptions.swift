import Analytics
import ArgumentParser
import Dashboard
import Datasets
import Explanations
import Figures
import Frames

/// Where the dashboard starts: the options of every command that shows a screen.
struct StartOptions: ParsableArguments {
  @OptionGroup var place: PlaceOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The scenario to start from: an id, a scenario line or the path of a scenario file "
        + "(default: the one that the data name).",
      valueName: "scenario"))
  var scenario: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a lever; repeats.", valueName: "lever=value | org.lever=value"))
  var set: [String] = []

  @Flag(help: "Go on where a scenario line names other data.")
  var acceptData = false

  @OptionGroup var data: DataOption

  /// The state to start with, before anything has been computed; `view` is where no option says.
  func state(_ settings: Settings, view: ScreenID? = nil) throws -> State {
    try state(settings, view: view, deferring: .max).state
  }

  /// The same, without the months where their file is larger than so many bytes.
  func state(
    _ settings: Settings, view: ScreenID? = nil, deferring size: Int
  ) throws -> (state: State, rest: DeferredMonths?) {
    let place = try self.place.place(else: view)
    let folder = try data.located()
    let (inputs, evidence, rest) = try DataOption.refusing { () throws(DataError) in
      try folder.load(deferring: size)
    }
    Money.setting.currency = inputs.roles.currency
    try self.place.check(inputs)
    let scenario = try startingScenario(inputs)
    var state = State(
      inputs: inputs, evidence: evidence, scenario: scenario.changed,
      baseline: scenario.found.scenario, seed: scenario.found.seed, settings: settings, place: place
    )
    if rest != nil { _ = state.update(.loading(TableLoader.start)) }
    return (state, rest)
  }

  /// What finds the scenario that was named.
  func source(_ inputs: ModelInputs) -> ScenarioSource {
    ScenarioSource(
      reader: ScenarioReader(inputs), inputs: inputs, acceptsData: acceptData,
      savedFolder: Surroundings.savedScenarios)
  }

  /// The scenario that was named, and the same with the levers that were set.
  private func startingScenario(
    _ inputs: ModelInputs
  ) throws -> (found: ScenarioSource.Found, changed: Scenario) {
    let source = source(inputs)
    let found = try source.named(scenario ?? inputs.defaultScenario)
    var changed = found.scenario
    do throws(ScenarioError) {
      for text in set { changed.set(try source.reader.leverSetting(text)) }
    } catch {
      throw CommandFailure(error)
    }
    return (found, changed)
  }
}

extension ThemeName {
  /// The theme that the user typed.
  init(typed: String) throws(CommandFailure) {
    guard let name = ThemeName(rawValue: typed) else {
      throw .unknown("theme", typed, allowed: ["auto"] + ThemeName.allCases.map(\.rawValue))
    }
    self = name
  }
}

extension Wording {
  /// How much in words the user typed.
  init(typed: String) throws(CommandFailure) {
    guard let wording = Wording(rawValue: typed) else {
      throw .unknown("words", typed, allowed: Configuration.wordings)
    }
    self = wording
  }
}

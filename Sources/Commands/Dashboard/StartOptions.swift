import Analytics
import ArgumentParser
import Dashboard
import Datasets
import Figures
import Frames

/// Where the dashboard starts: the options of every command that shows a screen.
struct StartOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The view to open: \(Self.views).", valueName: "view"))
  var view: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The organisation whose page to open, by its code.", valueName: "code"))
  var department: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The scenario to start from: an id, a scenario line or the path of a scenario file.",
      valueName: "scenario"))
  var scenario = "blueprint"

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a lever; repeats.", valueName: "lever=value | org.lever=value"))
  var set: [String] = []

  @Flag(help: "Go on where a scenario line names other data.")
  var acceptData = false

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @OptionGroup var data: DataOption

  private static let views = ScreenID.allCases.map(\.rawValue).joined(separator: ", ")

  /// The state to start with, before anything has been computed.
  func state(theme: ThemeName) throws -> State {
    let place = try startingPlace()
    let (inputs, evidence) = try load()
    try checkDepartment(inputs)
    let start = try startingScenario(inputs)
    return State(
      inputs: inputs, evidence: evidence, scenario: start.changed, baseline: start.found.scenario,
      seed: start.found.seed, settings: Settings(theme: theme, ascii: ascii), place: place)
  }

  private func load() throws -> (inputs: ModelInputs, evidence: Evidence) {
    let folder = try data.located()
    return try DataOption.refusing { () throws(DataError) in try folder.load() }
  }

  private func startingPlace() throws -> Place {
    if let view {
      guard let screen = ScreenID(rawValue: view) else {
        throw CommandFailure(
          code: 2, message: "unknown view \(neutralised(view)); allowed \(Self.views)")
      }
      if screen == .department {
        guard let department else {
          throw CommandFailure(
            code: 2, message: "--view department needs --department CODE, such as HMRC")
        }
        return Place(.department, path: [department])
      }
      return Place(screen)
    }
    return department.map { Place(.department, path: [$0]) } ?? Place(.overview)
  }

  private func checkDepartment(_ inputs: ModelInputs) throws {
    guard let department else { return }
    let codes = inputs.organisations.map(\.code)
    guard codes.contains(department) else {
      throw CommandFailure(
        code: 2,
        message:
          "unknown organisation \(neutralised(department)); allowed \(codes.joined(separator: " "))"
      )
    }
  }

  /// The scenario that was named, and the same with the levers that were set.
  private func startingScenario(
    _ inputs: ModelInputs
  ) throws -> (found: ScenarioSource.Found, changed: Scenario) {
    let reader = ScenarioReader(inputs)
    let source = ScenarioSource(
      reader: reader, inputs: inputs, acceptsData: acceptData,
      savedFolder: Surroundings.savedScenarios)
    let found = try source.named(scenario)
    var changed = found.scenario
    do throws(ScenarioError) {
      for text in set { changed.set(try reader.leverSetting(text)) }
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
      throw CommandFailure(
        code: 2,
        message: "unknown theme \(neutralised(typed)); allowed auto "
          + ThemeName.allCases.map(\.rawValue).joined(separator: " "))
    }
    self = name
  }
}

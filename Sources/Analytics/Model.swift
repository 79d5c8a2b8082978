/// The projection model over one set of inputs: what a scenario brings, costs and risks.
///
/// Pure: no files, clock or screen. Specification and sources: docs/METHOD.md.
public struct Model: Sendable {
  /// What the tables say.
  public let inputs: ModelInputs
  let constants: Constants
  let overlap: Overlap

  /// A model over inputs that are already checked; nothing is computed yet.
  public init(_ inputs: ModelInputs) {
    self.inputs = inputs
    constants = Constants(inputs)
    overlap = Overlap(inputs.overlaps)
  }

  /// Labels such as `2025-26`, one for each year of the horizon.
  public var years: [String] { constants.labels }

  func compile(_ scenario: Scenario) -> CompiledScenario {
    CompiledScenario(scenario, inputs, constants: constants, overlap: overlap)
  }
}

import Analytics
import Testing

@Suite struct CentralTests {
  /// Answers of an independent implementation.
  @Test(arguments: [
    ("blueprint_central", "blueprint", [:]),
    ("do_nothing_central", "do_nothing", [:]),
    ("blueprint_1024_draws", "blueprint", [:]),
    ("blueprint_hmrc_no_automation_central", "blueprint", ["HMRC": [Lever.automationCoverage: 0]]),
  ])
  func agreesWithAnIndependentImplementation(
    answer: String, preset: String, overrides: [String: [Lever: Double]]
  ) throws {
    let inputs = try ModelInputs.fixtures()
    var scenario = try inputs.preset(preset)
    scenario.overrides = overrides
    let expected = try Answer(answer)
    let found = Model(inputs).central(scenario).flat
    let wanted = expected.under("central").merging(expected.under("organisations")) { first, _ in
      first
    }
    #expect(wanted.count > 4900)
    #expect(differences(found, wanted, relative: 1e-9, absolute: 1e-12) == [])
  }
}

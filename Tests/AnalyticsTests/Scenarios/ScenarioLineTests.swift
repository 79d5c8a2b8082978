import Analytics
import TestSupport
import Testing

@Suite struct ScenarioLineTests {
  private let inputs: ModelInputs
  private let reader: ScenarioReader

  init() throws {
    inputs = try ModelInputs.fixtures()
    reader = ScenarioReader(inputs)
  }

  @Test func readsEveryPart() throws {
    let line = try reader.line(
      "digigov1:blueprint:pace=0.9:HMRC.start_delay=1.5:fraud_potential=4,7,9:cost_overrun=1.3"
        + ":key_set=automation_gds2026:discounting=0.02:draws=64:seed=7:data=digigov@1.0.0")
    var wanted = try inputs.preset("blueprint")
    wanted.id = "custom"
    wanted.name = "Custom"
    wanted.levers[.pace] = 0.9
    wanted.overrides["HMRC"] = [.startDelay: 1.5]
    wanted.assumptions[.fraudPotential] = ThreePoint(p10: 4, p50: 7, p90: 9)
    wanted.assumptions[.costOverrun] = ThreePoint(fixed: 1.3)
    wanted.keySet = .automationGDS2026
    wanted.discounting = .flat(0.02)
    #expect(line.scenario == wanted)
    #expect(line.base == "blueprint" && line.draws == 64 && line.seed == 7)
    #expect(throws: ScenarioError.otherData(named: "digigov@1.0.0", folder: nil)) {
      try reader.checkData(line)
    }
  }

  /// The id is the base's unless something else than draws, seed and data is said.
  @Test(arguments: [
    ("digigov1:delayed", "delayed"), ("digigov1:delayed:seed=1:draws=2:data=a@b", "delayed"),
    ("digigov1:delayed:pace=1", "custom"), ("digigov1:delayed:key_set=automation", "custom"),
  ])
  func idOfALine(text: String, id: String) throws {
    #expect(try reader.line(text).scenario.id == id)
  }

  @Test(arguments: [
    ("blueprint", "digigov1:"), ("digigov1:", "unknown scenario"),
    ("digigov1:bluprint", "did you mean blueprint?"), ("digigov1:blueprint:", "digigov1:BASE"),
    ("digigov1:blueprint:pace", "pace: expected"),
    ("digigov1:blueprint:pace=3", "pace=3: allowed 0.5 to 2"),
    ("digigov1:blueprint:HMRC.pace=3", "HMRC.pace=3: allowed 0.5 to 2"),
    ("digigov1:blueprint:HRMC.pace=1", "unknown organisation HRMC; allowed AGO CO"),
    ("digigov1:blueprint:pace=1:pace=1", "pace is named twice"),
    ("digigov1:blueprint:seed=1:seed=1", "seed is named twice"),
    ("digigov1:blueprint:draws=65537", "draws=65537: allowed 0 to 65536"),
    ("digigov1:blueprint:draws=1.5", "digits only"),
    ("digigov1:blueprint:seed=18446744073709551616", "allowed 0 to 18446744073709551615"),
    ("digigov1:blueprint:data=x", "data=NAME@VERSION"),
    ("digigov1:blueprint:cost_overrun=1,2", "one number or three"),
    ("digigov1:blueprint:cost_overrun=2,1,3", "P10 <= P50 <= P90"),
    ("digigov1:blueprint:cost_overrun=11", "cost_overrun=11: allowed 1 to 10"),
    ("digigov1:blueprint:run_share=0,0.5,0.9", "allowed 0.2 to 0.95"),
    ("digigov1:blueprint:post_fill_rate=0,0.5,0.9", "above 0 and below 1"),
    ("digigov1:blueprint:handover_months=0,1,2", "above 0"),
    ("digigov1:blueprint:cost_overun=2", "did you mean cost_overrun?"),
    ("digigov1:blueprint:key_set=none", "allowed automation automation_gds2026"),
    ("digigov1:blueprint:discounting=0.3", "discounting=0.3: allowed 0 to 0.25"),
    ("digigov1:blueprint:discounting=slow", "allowed standard health reduced"),
  ])
  func refusesABadLine(text: String, says: String) throws {
    let error = #expect(throws: ScenarioError.self) { try reader.line(text) }
    #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
    #expect(error?.isAboutData == false)
  }

  /// What is printed reads back as the same scenario, whatever is in it.
  @Test(arguments: 1...40)
  func printedLinesReadBack(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var scenario = Scenario.random(inputs, using: &generator)
    scenario.id = "custom"
    scenario.name = "Custom"
    let line = ScenarioLine(scenario, inputs, draws: 12, seed: .max)
    let read = try reader.line(line.text(inputs))
    #expect(read.draws == 12 && read.seed == .max)
    // A scenario without a difference is its base.
    if read.scenario.id == "custom" { #expect(read.scenario == scenario) }
  }

  @Test func aPresetPrintsAsItsId() throws {
    for preset in inputs.presets {
      #expect(ScenarioLine(Scenario(preset), inputs).text(inputs) == "digigov1:\(preset.id)")
    }
  }

  @Test(arguments: [
    ("1", 1), ("+.5", 0.5), ("5.", 5), ("-0", 0), ("1e3", 1000), ("1E-2", 0.01), ("007", 7),
  ])
  func numbers(text: String, value: Double) {
    #expect(Decimal.value(text) == value)
  }

  @Test(arguments: [
    "", "+", ".", "e5", "1e", "1e+", "nan", "inf", "0x10", "1_000", "0,8", " 1", "1 ", "1e999",
    "--1", "1.2.3", "١",
  ])
  func notNumbers(text: String) {
    #expect(Decimal.value(text) == nil)
  }
}

import Analytics
import Datasets
import Explanations
import Figures

/// The shipped data, loaded once.
struct World: Sendable {
  let inputs: ModelInputs
  let evidence: Evidence
  let model: Model

  static let shipped: Result<World, any Error> = Result {
    let root = #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }
    let (inputs, evidence) = try DataFolder(path: root + "/data").load()
    return World(inputs: inputs, evidence: evidence, model: Model(inputs))
  }

  static func load() throws -> World { try shipped.get() }

  func explainer(_ scenario: Scenario) -> Explainer {
    Explainer(inputs: inputs, evidence: evidence, projection: model.central(scenario))
  }

  func explainer(_ line: String = "digigov1:blueprint") throws -> Explainer {
    explainer(try scenario(line))
  }

  func scenario(_ line: String) throws -> Scenario {
    try ScenarioReader(inputs).line(line).scenario
  }

  /// Scenarios that between them use every lever, override, key set and schedule, and in which
  /// results are undefined or negative.
  static let lines = [
    "digigov1:blueprint", "digigov1:do_nothing", "digigov1:prioritised:start_delay=2.3",
    "digigov1:delayed:HMRC.start_delay=0:NHS.pace=1.5:NHS.legacy_remediation=0.25"
      + ":key_set=automation_gds2026:discounting=health",
    "digigov1:accelerated:POLICE.contractor_posts=3:MOD.risk_mitigation=1:discounting=0.1"
      + ":contractor_cost_multiple=1:legacy_upkeep_multiple=1:overlap_scale=2",
    "digigov1:blueprint:automation_coverage=0:channel_coverage=0:fraud_coverage=0.3"
      + ":contractor_posts=0:legacy_remediation=0:cost_overrun=1,1.2,2:discounting=0",
  ]
}

/// Whether two numbers agree to a relative 1e-9; what is undefined agrees with what is undefined.
func agree(_ a: Double?, _ b: Double?) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= 1e-12 + 1e-9 * max(abs(a), abs(b))
}

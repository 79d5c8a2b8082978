import Analytics
import Dashboard

extension Subject {
  /// What a sum that is said plainly is called where it stands alone, from its id: `Benefit in
  /// 2028-29, From now`.
  func called(_ id: String) -> String {
    let parts = id.split(separator: "@", maxSplits: 1).map(String.init)
    let year = parts.count > 1 ? " in \(parts[1])" : ""
    let places = reviewPlaces
    let span =
      places.first.map { ", \(projection.years[$0]) to \(projection.years[places.last ?? $0])" }
      ?? ""
    let name =
      switch parts.first ?? "" {
      case "final_benefit": "Benefit a year by \(lastYear)"
      case "benefit": "Benefit" + year
      case "cost": "Cost" + year
      case "cash": "Cash-releasing benefit" + year
      case "review.benefit": "Benefit" + span
      case "review.cost", "plan.spends": "Cost" + span
      case "plan.unfunded": "Cost with no published source" + span
      case "cost.peak": "Cost in the dearest year"
      case "npsv": "Balance of all years"
      case "outside_headline": "Benefit that the published headline leaves out"
      case "delay.first", "delay.other": "Cost of a further year's delay"
      default: "Sum of the model"
      }
    return "\(name), \(state.scenarioName)"
  }

  /// What `digigov explain` calls a series in a year of which it gives the mean only beside the central
  /// case: `HO.cost@2030-31`.
  func explainedBeside(_ name: String, in year: String) -> String {
    (code.map { $0 + "." } ?? "") + "\(name)@\(year)"
  }
}

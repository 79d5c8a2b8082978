import Analytics
import Figures

/// An organisation's figure by the other published way to share automation out. Its range covers
/// everything but that choice.
enum OtherKey {
  /// The expected benefit of the last year by the other key, and before a lever was moved; nil while
  /// it is not known.
  private static func means(_ state: State, _ code: String) -> (now: Double, before: Double?)? {
    guard state.lab.guessing == nil,
      case .otherKey(let found, let before)? = state.lastResult(.otherKey)?.result,
      let now = found[code]?.mean
    else { return nil }
    return (now, before[code]?.mean)
  }

  /// `, was £700m` where it was something else.
  private static func was(_ state: State, _ code: String) -> String {
    guard let (now, before) = means(state, code) else { return "" }
    return state.was(Numbers.billions(now), before.map { Numbers.billions($0) })
  }

  /// Whether it lies outside the P10 to P90 by the key in force.
  static func isOutside(_ value: Double, _ range: Summary?) -> Bool {
    guard let low = range?.p10, let high = range?.p90 else { return false }
    return value < low || value > high
  }

  /// What stands under the projection: `other key £620m M, outside`.
  static func caption(_ state: State, _ code: String) -> String? {
    means(state, code).map { value, _ in
      let isOutside = isOutside(value, range(state, code))
      return "other key \(Numbers.billions(value)) M\(isOutside ? ", outside" : "")"
        + was(state, code)
    }
  }

  static func figure(_ state: State, _ organisation: Organisation) -> Figure? {
    let code = organisation.code
    guard let (value, before) = means(state, code) else { return nil }
    let other = state.scenario.withOtherKey.keySet
    let words = other == .automationGDS2026 ? state.evidence.roles[.otherKey] : nil
    let range = range(state, code)
    var note = "The range by one key leaves out the choice of key: no split is published."
    if isOutside(value, range), let low = range?.p10, let high = range?.p90 {
      note +=
        " This lies outside the P10 to P90 by the key in force, \(Numbers.billions(low)) to "
        + "\(Numbers.billions(high))."
    }
    return state.modelled(
      "\(code).final_benefit.other_key",
      "By the other key: benefit in \(state.lastYear), \(organisation.name)",
      "\(Numbers.billions(value)) a year expected",
      formula: "The same scenario on the same draws, automation shared out by the other key"
        + (words.map { ": \($0)." } ?? "."),
      note: note, inputs: ["key.\(Stream.automation.key(other).rawValue).\(code)"],
      value: FigureValue(
        number: value, unit: Money.billionsAYear, statistic: .mean, body: code,
        period: state.lastYear)
    ).noting(
      before: before.map { "\(Numbers.billions($0)) a year expected" } ?? "",
      in: state.baseline.name)
  }

  /// The same as a sentence.
  static func sentence(_ state: State, _ organisation: Organisation) -> String? {
    means(state, organisation.code).map { value, _ in
      let isOutside = isOutside(value, range(state, organisation.code))
      return "By the other key, \(Numbers.billions(value)) M is expected"
        + was(state, organisation.code)
        + (isOutside ? ": outside the P10 to P90 by this one." : ".")
    }
  }

  private static func range(_ state: State, _ code: String) -> Summary? {
    state.uncertainty?.organisations.first { $0.code == code }?.finalBenefit
  }
}

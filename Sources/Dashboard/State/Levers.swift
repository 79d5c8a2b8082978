import Analytics
import Figures

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The lever that an item stands for: national, or of one organisation.
struct LeverTarget: Hashable, Sendable {
  var lever: Lever
  /// Code of the organisation; nil for the national value.
  var organisation: String?
}

extension State {
  mutating func changeLevers(_ action: Action) -> [Effect] {
    switch action {
    case .leverStepped(let steps):
      guard let target = focusedItem?.lever, let spec = spec(target.lever) else { return [] }
      let now = value(of: target.lever, for: target.organisation)
      // A register without a step still gets a slider that moves.
      let step = spec.step > 0 ? spec.step : (spec.maximum - spec.minimum) / 20
      let wanted = now + steps * step
      return set(target, to: onGrid(wanted, step: step * min(abs(steps), 1), spec))
    case .leverReset:
      guard let target = focusedItem?.lever else { return [] }
      return set(target, to: nil)
    case .leversReset:
      guard scenario != baseline else {
        message = "The levers already are as in \(baseline.name)."
        return []
      }
      return replace(baseline)
    case .undone:
      guard let before = undo.popLast() else {
        message = "Nothing to undo."
        return []
      }
      redo.append(standing)
      return take(before)
    case .redone:
      guard let after = redo.popLast() else {
        message = "Nothing to redo."
        return []
      }
      undo.append(standing)
      return take(after)
    default: return []
    }
  }

  /// Sets a lever from typed text. Returns what is wrong with it, or nil and the effects.
  mutating func setLever(_ target: LeverTarget, typed text: String) -> (String?, [Effect]) {
    guard let spec = spec(target.lever) else { return (nil, []) }
    let range = "\(Numbers.typed(spec.minimum)) to \(Numbers.typed(spec.maximum))"
    // Only plain decimal numbers: no hexadecimal, no words.
    guard text.allSatisfy({ "0123456789.+-eE".contains($0) }), let number = Double(text),
      number.isFinite
    else {
      return ("\"\(text)\" is not a number; allowed \(range)", [])
    }
    guard (spec.minimum...spec.maximum).contains(number) else {
      return ("\(text) is outside the range; allowed \(range)", [])
    }
    return (nil, set(target, to: number))
  }

  /// Gives a lever a value; nil puts it back to the baseline (an organisation's to the national).
  mutating func set(_ target: LeverTarget, to value: Double?) -> [Effect] {
    var next = scenario
    if let code = target.organisation {
      next.overrides[code, default: [:]][target.lever] = value
      if next.overrides[code]?.isEmpty == true { next.overrides[code] = nil }
    } else {
      next.levers[target.lever] = value ?? baseline.value(of: target.lever, for: nil, inputs)
    }
    return replace(next)
  }

  /// Makes another scenario the present one, so that undo brings this one back.
  mutating func replace(_ next: Scenario) -> [Effect] {
    move(to: Standing(scenario: next, baseline: baseline))
  }

  /// Takes a preset as the new starting point: the baseline changes with it.
  mutating func open(_ preset: Preset) -> [Effect] {
    var next = Scenario(preset)
    (next.assumptions, next.keySet) = (scenario.assumptions, scenario.keySet)
    next.discounting = scenario.discounting
    return move(to: Standing(scenario: next, baseline: next))
  }

  var standing: Standing { Standing(scenario: scenario, baseline: baseline) }

  private mutating func move(to next: Standing) -> [Effect] {
    guard next != standing else { return [] }
    undo.append(standing)
    redo = []
    return take(next)
  }

  /// Asks for what has changed with a standing.
  mutating func take(_ next: Standing) -> [Effect] {
    let newBaseline = next.baseline != baseline
    (scenario, baseline) = (next.scenario, next.baseline)
    let effects = reproject()
    guard newBaseline else { return effects }
    return [
      .project(Request(number: request, scenario: baseline, draws: 0, isBaseline: true))
    ] + effects
  }

  /// The nearest value on the lever's grid, so that steps do not build up rounding dust.
  private func onGrid(_ value: Double, step: Double, _ spec: LeverSpec) -> Double {
    guard step > 0 else { return value }
    let places = (1 / step).rounded()
    let snapped =
      abs(1 / step - places) < 1e-6
      ? (value * places).rounded() / places : (value / step).rounded() * step
    return min(max(snapped, spec.minimum), spec.maximum)
  }
}

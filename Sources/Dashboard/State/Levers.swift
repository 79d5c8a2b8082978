import Analytics
import Figures

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension State {
  mutating func changeLevers(_ action: Action) -> [Effect] {
    switch action {
    case .leverStepped(let steps):
      let effects: [Effect]
      if let setting = focusedItem?.setting {
        effects = step(setting, by: steps)
      } else if let target = focusedItem?.lever {
        effects = step(target, by: steps)
      } else {
        return []
      }
      if effects.isEmpty {
        message = "It goes no further: that is the \(steps > 0 ? "most" : "least") allowed."
      }
      return effects
    case .leverReset:
      if let setting = focusedItem?.setting { return reset(setting) }
      guard let target = focusedItem?.lever else { return [] }
      return set(target, to: nil)
    case .leverTyped(let lever, let scope, let text):
      let (problem, effects) = setLever(LeverTarget(lever: lever, scope: scope), typed: text)
      let name = words(of: lever, in: scope)
      if let problem {
        message = "\(name): \(problem)."
      } else if effects.isEmpty {
        message = "\(name) is that already."
      }
      return effects
    case .leversReset: return resetLevers()
    case .assumptionsReset: return resetAssumptions()
    case .undone:
      guard let before = undo.pop(from: standing) else {
        message = "Nothing to undo."
        return []
      }
      redo.push(standing, leavingFor: before)
      return take(before)
    case .redone:
      guard let after = redo.pop(from: standing) else {
        message = "Nothing to redo."
        return []
      }
      undo.push(standing, leavingFor: after)
      return take(after)
    default: return []
    }
  }

  /// Puts the levers back to the baseline: on an organisation's page its own, elsewhere all.
  private mutating func resetLevers() -> [Effect] {
    var next = scenario
    let whose: String
    if let organisation {
      next.overrides[organisation.code] = baseline.overrides[organisation.code]
      whose = "The levers of \(organisation.name)"
    } else {
      (next.levers, next.overrides) = (baseline.levers, baseline.overrides)
      whose = "The levers"
    }
    let isReset = next == scenario
    if isReset || organisation != nil {
      message = "\(whose) \(isReset ? "already are" : "are") as in \(baseline.name)."
    }
    return isReset ? [] : replace(next)
  }

  /// Sets a lever from typed text. Returns what is wrong with it, or nil and the effects.
  mutating func setLever(_ target: LeverTarget, typed text: String) -> (String?, [Effect]) {
    guard let spec = spec(target.lever) else { return (nil, []) }
    let range = "\(Numbers.typed(spec.minimum)) to \(Numbers.typed(spec.maximum))"
    guard let number = Decimal.value(text.filter { $0 != " " }) else {
      return ("\"\(text)\" is not a number; allowed \(range)", [])
    }
    guard (spec.minimum...spec.maximum).contains(number) else {
      return ("\(text) is outside the range; allowed \(range)", [])
    }
    return (nil, set(target, to: number))
  }

  /// Moves a lever by so many steps of its register: every organisation of a sector by its own.
  mutating func step(_ target: LeverTarget, by steps: Double) -> [Effect] {
    guard let spec = spec(target.lever) else { return [] }
    // A register without a step still gets a slider that moves.
    let step = spec.step > 0 ? spec.step : (spec.maximum - spec.minimum) / 20
    let before = self
    return change(target) { code in
      let now = before.value(of: target.lever, for: code)
      return before.onGrid(now + steps * step, step: step * min(abs(steps), 1), spec)
    }
  }

  /// Gives a lever a value; nil puts it back to the baseline, where an organisation mostly has none
  /// of its own.
  mutating func set(_ target: LeverTarget, to value: Double?) -> [Effect] {
    let (baseline, inputs) = (baseline, inputs)
    return change(target) { code in
      guard value == nil else { return value }
      guard let code else { return baseline.value(of: target.lever, for: nil, inputs) }
      return baseline.overrides[code]?[target.lever]
    }
  }

  /// Gives a lever of a scope new values: asked for the nation (nil) or for each organisation, by
  /// its code; nil takes an organisation's own value away.
  private mutating func change(
    _ target: LeverTarget, to value: (String?) -> Double?
  ) -> [Effect] {
    var next = scenario
    let codes = organisations(in: target.scope)
    if codes.isEmpty {
      next.levers[target.lever] = value(nil) ?? next.levers[target.lever]
    }
    for code in codes {
      next.overrides[code, default: [:]][target.lever] = value(code)
      if next.overrides[code]?.isEmpty == true { next.overrides[code] = nil }
    }
    return replace(next)
  }

  /// Makes another scenario the present one, so that undo brings this one back.
  mutating func replace(_ next: Scenario) -> [Effect] {
    move(to: Standing(scenario: next, baseline: baseline))
  }

  /// Takes a scenario as the new starting point: the baseline changes with it.
  mutating func open(_ next: Scenario) -> [Effect] {
    lab.kept.insert(next)
    return move(to: Standing(scenario: next, baseline: next))
  }

  /// Takes a preset as the new starting point; assumptions, key set and discounting stay.
  mutating func open(_ preset: Preset) -> [Effect] {
    var next = Scenario(preset)
    (next.assumptions, next.keySet) = (scenario.assumptions, scenario.keySet)
    next.discounting = scenario.discounting
    lab.kept.insert(Scenario(preset))
    return move(to: Standing(scenario: next, baseline: next))
  }

  var standing: Standing { Standing(scenario: scenario, baseline: baseline) }

  private mutating func move(to next: Standing) -> [Effect] {
    guard next != standing else { return [] }
    // A drag is one change, however many cells it crosses.
    if lab.drag?.hasChanged != true { undo.push(standing, leavingFor: next) }
    lab.drag?.hasChanged = true
    redo = Trail()
    if let warning = pastEvidence(next.scenario) { message = warning }
    return take(next)
  }

  /// Asks for what has changed with a standing.
  mutating func take(_ next: Standing) -> [Effect] {
    let newBaseline = next.baseline != baseline
    (scenario, baseline) = (next.scenario, next.baseline)
    let effects = reproject()
    guard newBaseline else { return effects }
    baselines = [:]
    return [
      .project(Request(number: request, scenario: baseline, draws: 0, isBaseline: true))
    ] + effects
  }

  /// The nearest value on the lever's grid.
  func onGrid(_ value: Double, step: Double, _ spec: LeverSpec) -> Double {
    onGrid(value, step: step, spec.minimum, spec.maximum)
  }

  /// The nearest value on a grid, so that steps do not build up rounding dust.
  func onGrid(_ value: Double, step: Double, _ minimum: Double, _ maximum: Double) -> Double {
    guard step > 0 else { return value }
    let places = (1 / step).rounded()
    let snapped =
      abs(1 / step - places) < 1e-6
      ? (value * places).rounded() / places : (value / step).rounded() * step
    return min(max(snapped, minimum), maximum)
  }
}

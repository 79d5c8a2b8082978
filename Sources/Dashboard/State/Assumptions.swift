import Analytics
import Figures

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What can be set beside the levers.
enum Setting: Hashable, Sendable {
  case assumption(Assumption)
  /// Which key shares the automation stream out.
  case keySet
  case discounting
}

extension State {
  /// The register's row of an assumption.
  func spec(_ assumption: Assumption) -> AssumptionSpec? {
    inputs.assumptions.first { $0.id == assumption }
  }

  /// The range of an assumption in a scenario: set there, else the register's.
  func range(_ assumption: Assumption, in scenario: Scenario) -> ThreePoint {
    scenario.assumptions[assumption] ?? spec(assumption)?.range ?? ThreePoint(fixed: 0)
  }

  /// Moves the P50 of an assumption by so many steps of its register, and its P10 and P90 with it;
  /// or goes on to the next key set or schedule.
  mutating func step(_ setting: Setting, by steps: Double) -> [Effect] {
    switch setting {
    case .assumption(let assumption):
      guard let spec = spec(assumption) else { return [] }
      let step = spec.step > 0 ? spec.step : (spec.maximum - spec.minimum) / 20
      let now = range(assumption, in: scenario)
      let wanted = now.p50 + steps * step
      let grid = step * min(abs(steps), 1)
      return move(assumption, to: onGrid(wanted, step: grid, spec.minimum, spec.maximum))
    case .keySet:
      let next = Self.next(after: scenario.keySet, of: KeySet.allCases, forward: steps > 0)
      return replace { $0.keySet = next ?? $0.keySet }
    case .discounting:
      let all = inputs.schedules.map { Discounting.schedule($0) }
      let next = Self.next(after: scenario.discounting, of: all, forward: steps > 0)
      return replace { $0.discounting = next ?? $0.discounting }
    }
  }

  /// Moves the P50 of an assumption, and the ends of its range with it.
  ///
  /// The range is that of the baseline, moved: so steps there and back give the same numbers
  /// whatever lies between. A range that was typed is moved itself.
  mutating func move(_ assumption: Assumption, to value: Double) -> [Effect] {
    guard let spec = spec(assumption) else { return [] }
    let now = range(assumption, in: scenario)
    let before = range(assumption, in: baseline)
    let anchor = spec.moved(before, to: now.p50) == now ? before : now
    return set(assumption, to: spec.moved(anchor, to: value))
  }

  /// Sets an assumption, the key set or the discounting from typed text: one number fixes an
  /// assumption as `--assume` does, three are its P10, P50 and P90. Returns what is wrong with the
  /// text, or nil and the effects.
  mutating func set(_ setting: Setting, typed text: String) -> (String?, [Effect]) {
    let reader = ScenarioReader(inputs)
    let text = text.filter { $0 != " " }
    do throws(ScenarioError) {
      switch setting {
      case .assumption(let assumption):
        let (_, range) = try reader.assumption("\(assumption.id)=\(text)")
        return (nil, set(assumption, to: range))
      case .keySet:
        let keySet = try reader.keySet(text)
        return (nil, replace { $0.keySet = keySet })
      case .discounting:
        let discounting = try reader.discounting(text)
        return (nil, replace { $0.discounting = discounting })
      }
    } catch {
      return (error.description, [])
    }
  }

  /// Puts a setting back to the baseline's.
  mutating func reset(_ setting: Setting) -> [Effect] {
    let baseline = baseline
    return replace { scenario in
      switch setting {
      case .assumption(let id): scenario.assumptions[id] = baseline.assumptions[id]
      case .keySet: scenario.keySet = baseline.keySet
      case .discounting: scenario.discounting = baseline.discounting
      }
    }
  }

  /// Puts all assumptions, the key set and the discounting back; the levers stay.
  mutating func resetAssumptions() -> [Effect] {
    let baseline = baseline
    let effects = replace {
      ($0.assumptions, $0.keySet) = (baseline.assumptions, baseline.keySet)
      $0.discounting = baseline.discounting
    }
    if effects.isEmpty { message = "The assumptions already are as in \(baseline.name)." }
    return effects
  }

  /// A range equal to the register's is not a change, unless the baseline has another.
  private mutating func set(_ assumption: Assumption, to range: ThreePoint) -> [Effect] {
    let isRegisters = range == spec(assumption)?.range && baseline.assumptions[assumption] == nil
    return replace { $0.assumptions[assumption] = isRegisters ? nil : range }
  }

  private mutating func replace(_ change: (inout Scenario) -> Void) -> [Effect] {
    var next = scenario
    change(&next)
    return replace(next)
  }

  private static func next<Value: Equatable>(
    after value: Value, of all: [Value], forward: Bool
  ) -> Value? {
    guard let place = all.firstIndex(of: value) else { return all.first }
    return all[(place + (forward ? 1 : all.count - 1)) % all.count]
  }
}

extension AssumptionSpec {
  /// A range moved so that its P50 is another, inside the bounds: a distance stays a distance on a
  /// plain scale, a ratio a ratio on a log scale, a ratio of odds the same on a logit scale.
  func moved(_ range: ThreePoint, to value: Double) -> ThreePoint {
    guard value != range.p50 else { return range }
    guard range.p10 < range.p90 else { return ThreePoint(fixed: value) }
    let ends = [range.p10, range.p90].map { end in
      switch scale {
      case .identity: end + (value - range.p50)
      case .log: range.p50 > 0 ? end * value / range.p50 : value
      case .logit:
        range.p50 > 0 && range.p50 < 1 && value > 0 && value < 1
          ? share(ofOdds: odds(end) * odds(value) / odds(range.p50)) : value
      }
    }.map { min(max(rounded($0), minimum), maximum) }.map {
      // The transform of a share has no value at the very end.
      scale == .logit && value < 1 ? min($0, max(0.9999, value)) : $0
    }
    return ThreePoint(p10: min(ends[0], value), p50: value, p90: max(ends[1], value))
  }

  private func odds(_ share: Double) -> Double { share / (1 - share) }

  private func share(ofOdds odds: Double) -> Double { odds.isFinite ? odds / (1 + odds) : 1 }

  /// To four digits that count, so that a range can be read and typed again.
  private func rounded(_ value: Double) -> Double {
    guard value != 0, value.isFinite else { return value }
    let size = Int(log10(abs(value)).rounded(.down))
    let places = max(3 - size, 0)
    let power = pow(10, Double(min(places, 15)))
    return (value * power).rounded() / power
  }
}

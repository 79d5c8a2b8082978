import Analytics

/// A way through standings, back or forward, without an end. Each is kept as what sets it apart
/// from the one that it is left for: mostly one value, so that a day of keys stays small.
public struct Trail: Hashable, Sendable {
  private enum Step: Hashable, Sendable {
    /// What one value was; nil where it was not set.
    case lever(Lever, Double?)
    case override(String, Lever, Double?)
    case assumption(Assumption, ThreePoint?)
    /// Anything else.
    indirect case whole(Standing)
  }

  private var steps: [Step] = []
  /// The standing at the far end; nil where there is no way.
  @Shared public private(set) var first: Standing? = nil

  public init() {}

  /// The way through some standings, the far end first, to the one that is stood on.
  public init(_ standings: [Standing], to current: Standing) {
    for (place, standing) in standings.enumerated() {
      push(standing, leavingFor: place + 1 < standings.count ? standings[place + 1] : current)
    }
  }

  public var isEmpty: Bool { steps.isEmpty }
  public var count: Int { steps.count }

  /// Adds the standing that is being left.
  mutating func push(_ standing: Standing, leavingFor next: Standing) {
    if steps.isEmpty { first = standing }
    let small = Self.difference(of: standing, from: next)
    // Only what gives the standing back, bit for bit, may stand in its place.
    if let small, Self.apply(small, to: next) == standing {
      steps.append(small)
    } else {
      steps.append(.whole(standing))
    }
  }

  /// The nearest standing, seen from the one that is stood on; nil where there is none.
  public func last(from current: Standing) -> Standing? {
    steps.last.map { Self.apply($0, to: current) }
  }

  /// The same, taken off the trail.
  mutating func pop(from current: Standing) -> Standing? {
    guard let standing = last(from: current) else { return nil }
    steps.removeLast()
    if steps.isEmpty { first = nil }
    return standing
  }

  /// Keeps the nearest standing whole, so that the one that is stood on may become another without
  /// a step of its own, as a scenario does that gets a name.
  mutating func anchor(to current: Standing) {
    guard let standing = last(from: current) else { return }
    steps[steps.count - 1] = .whole(standing)
  }

  /// The nearest so many standings, the nearest one last.
  public func standings(from current: Standing, last limit: Int = .max) -> [Standing] {
    var trail = self
    var found: [Standing] = []
    var now = current
    while found.count < limit, let next = trail.pop(from: now) {
      found.append(next)
      now = next
    }
    return found.reversed()
  }

  /// The one value in which two standings differ; nil where it is none or several.
  private static func difference(of standing: Standing, from next: Standing) -> Step? {
    let (old, new) = (standing.scenario, next.scenario)
    var found: [Step] = []
    for lever in Lever.allCases where old.levers[lever] != new.levers[lever] {
      found.append(.lever(lever, old.levers[lever]))
    }
    for code in Set(old.overrides.keys).union(new.overrides.keys)
    where old.overrides[code] != new.overrides[code] {
      for lever in Lever.allCases where old.overrides[code]?[lever] != new.overrides[code]?[lever] {
        found.append(.override(code, lever, old.overrides[code]?[lever]))
      }
    }
    for assumption in Assumption.allCases
    where old.assumptions[assumption] != new.assumptions[assumption] {
      found.append(.assumption(assumption, old.assumptions[assumption]))
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func apply(_ step: Step, to current: Standing) -> Standing {
    var standing = current
    switch step {
    case .lever(let lever, let value): standing.scenario.levers[lever] = value
    case .override(let code, let lever, let value):
      standing.scenario.overrides[code, default: [:]][lever] = value
      if standing.scenario.overrides[code]?.isEmpty == true {
        standing.scenario.overrides[code] = nil
      }
    case .assumption(let assumption, let range):
      standing.scenario.assumptions[assumption] = range
    case .whole(let whole): return whole
    }
    return standing
  }
}

/// A number on the way from the headline to what a scenario is expected to bring in the last year,
/// in the order of the way; docs/METHOD.md, section 14. £bn a year.
///
/// In every draw `full_potential` and the steps up to `counted_twice` add up to `like_for_like`;
/// with what lies beside the headline they add up to `benefit`, and less `non_cash` to
/// `cash_and_exchequer`. What is lost is below 0.
public enum HeadlineStep: String, CaseIterable, Hashable, Sendable {
  /// The three streams' potential with each assumption at its P50: the published levers.
  case fullPotential = "full_potential"
  /// The potential that was drawn, less that: ranges lean to one side.
  case potentialRange = "potential_range"
  case notReached = "not_reached"
  case notRealised = "not_realised"
  case notTakenUp = "not_taken_up"
  case eroded
  /// Overlap among the three streams of the headline.
  case countedTwice = "counted_twice"
  /// What is left of the headline: the benefit, were there no streams beside it.
  case likeForLike = "like_for_like"
  /// The streams outside the headline, less their overlap with those before them.
  case contractorsBeside = "contractors_beside"
  case legacyBeside = "legacy_beside"
  case benefit
  case nonCash = "non_cash"
  case cashAndExchequer = "cash_and_exchequer"
  case cost

  /// Those that add up to `like_for_like`, in order.
  public static let within: [HeadlineStep] = [
    .fullPotential, .potentialRange, .notReached, .notRealised, .notTakenUp, .eroded, .countedTwice,
  ]

  /// Those that add up to `benefit`, in order.
  public static let all: [HeadlineStep] = within + [.contractorsBeside, .legacyBeside]

  fileprivate static let places: [HeadlineStep: Int] =
    Dictionary(uniqueKeysWithValues: zip(allCases, allCases.indices))

  /// Place in `allCases`, from 0.
  var place: Int { Self.places[self] ?? 0 }
}

/// What the draws say of the way from the headline.
public struct HeadlineSummary: Equatable, Sendable {
  /// How many draws there were.
  public var draws: Int
  /// Their seed.
  public var seed: UInt64
  /// Of the nation, the sum over organisations in every draw.
  public var national: [HeadlineStep: Summary]
  /// By code.
  public var organisations: [String: [HeadlineStep: Summary]]

  public init(
    draws: Int, seed: UInt64, national: [HeadlineStep: Summary],
    organisations: [String: [HeadlineStep: Summary]]
  ) {
    self.draws = draws
    self.seed = seed
    self.national = national
    self.organisations = organisations
  }

  /// Of the nation, or of the organisation with a code.
  public func steps(of code: String?) -> [HeadlineStep: Summary]? {
    code.map { organisations[$0] } ?? national
  }
}

/// The way from the headline on every draw of a sample.
public struct HeadlineRun: Sendable {
  /// Number of draws.
  public let count: Int
  /// Seed of the draws.
  public let seed: UInt64
  let codes: [String]
  /// A table a piece of work: the nation's steps first, then each organisation's.
  let parts: [[[Double]]]

  /// A step in each draw, of the nation or of the organisation with a code; nil where there is no
  /// such organisation.
  public func numbers(_ step: HeadlineStep, of code: String? = nil) -> [Double]? {
    var owner = 0
    if let code {
      guard let place = codes.firstIndex(of: code) else { return nil }
      owner = place + 1
    }
    let column = owner * HeadlineStep.allCases.count + step.place
    return parts.flatMap { $0[column] }
  }

  /// The summaries of all steps of the nation and of every organisation.
  public func summary(threads: Int = 2) -> HeadlineSummary {
    let owners: [String?] = [nil] + codes
    let tables = parallel(owners.count, threads: threads) { place in
      let pairs = HeadlineStep.allCases.map { step in
        (step, Summary(numbers(step, of: owners[place]) ?? []))
      }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
    return HeadlineSummary(
      draws: count, seed: seed, national: tables.first ?? [:],
      organisations: Dictionary(zip(codes, tables.dropFirst()), uniquingKeysWith: { a, _ in a }))
  }
}

import Analytics

/// A number of the model: what it is, of whom, of which stream and when. Its id is
/// `CODE.NAME.STREAM@YEAR`, without what does not apply.
struct Quantity: Hashable, Sendable {
  var name: Name
  /// Place of the organisation in the inputs; nil for the nation or, for what follows from levers
  /// alone, for everyone without levers of their own.
  var organisation: Int?
  var stream: Stream?
  /// Place of the year, from 0.
  var year: Int?

  /// The same of something else.
  func with(_ name: Name, _ stream: Stream? = nil) -> Quantity {
    Quantity(name: name, organisation: organisation, stream: stream, year: year)
  }

  func of(_ organisation: Int?) -> Quantity {
    var copy = self
    copy.organisation = organisation
    return copy
  }

  func at(_ year: Int?) -> Quantity {
    var copy = self
    copy.year = year
    return copy
  }
}

/// What the draws say of a quantity; the id of one is `npsv.p50` or `benefit.p90@2030-31`.
enum Statistic: String, CaseIterable, Hashable, Sendable { case p10, p50, p90, mean }

/// A share of the draws.
enum Chance: String, CaseIterable, Hashable, Sendable {
  case npsvPositive = "probability_npsv_positive"
  case payback = "probability_payback"
}

/// Anything that has an explanation.
enum Node: Hashable, Sendable {
  case quantity(Quantity)
  case statistic(Statistic, Quantity)
  case chance(Chance)
  case assumption(Assumption)
  /// A decision: the national value, or that of the organisation at a place.
  case lever(Lever, Int?)
  case fixed(FixedParameter)
  /// An organisation's weight in a key, all weights of a key, and the one over the other.
  case weight(AllocationKey, Int)
  case weights(AllocationKey)
  case share(AllocationKey, Int)
  /// Place of a pair in the overlaps of the inputs.
  case overlap(Int)
  /// The discount rate of a year, from 1.
  case rate(Int)
  case fact(String)
  /// A row of a table of observations, by its place.
  case observation(row: Int, table: Int)
  case incident(Int)
  case milestone(Int)
  case redList(Int)
  /// An organisation's efficiency target as money, by its place.
  case efficiencyTarget(Int)
  /// What an assumption alone would have to be.
  case requirement(Requirement.Goal, Assumption)
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A range of numbers from its lower to its upper limit.
public struct Interval: Equatable, Sendable {
  public var lower, upper: Double

  public init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}

/// The exact (Garwood) interval for the rate behind a count that happened once: where a Poisson
/// rate may lie, not where next year's count may. `level` is the confidence, below 1.
public func poissonInterval(count: Int, level: Double) -> Interval {
  let tail = (1 - level) / 2
  return Interval(
    lower: count == 0 ? 0 : gammaQuantile(tail, shape: Double(count)),
    upper: gammaQuantile(1 - tail, shape: Double(count) + 1))
}

/// What one year's count says of the rate and of another year's count: the Jeffreys posterior
/// Gamma(count + ½, 1), and a negative binomial prediction from it.
public struct CountPrediction: Equatable, Sendable {
  /// Shape of the posterior, which is the negative binomial's size.
  public let size: Double
  /// Another year's rate as a multiple of this one's: 1 is an unchanged rate.
  public let rateFactor: Double

  public init(count: Int, rateFactor: Double = 1) {
    size = Double(count) + 0.5
    self.rateFactor = rateFactor
  }

  /// Mean and standard deviation of another year's count.
  public var mean: Double { size * rateFactor }
  /// Standard deviation of the count, in events.
  public var sd: Double { sqrt(size * rateFactor * (1 + rateFactor)) }

  /// The rate that the posterior exceeds with probability 1 − `probability`.
  public func rateQuantile(_ probability: Double) -> Double {
    rateFactor * gammaQuantile(probability, shape: size)
  }

  /// The least count that another year does not exceed with at least this probability, below 1.
  public func countQuantile(_ probability: Double) -> Int {
    let success = 1 / (1 + rateFactor)
    var total = 0.0
    var count = 0
    while true {
      let k = Double(count)
      total += exp(
        logGamma(k + size) - logGamma(size) - logGamma(k + 1) + size * log(success)
          + (rateFactor > 0 ? k * log(1 - success) : k == 0 ? 0 : -.infinity))
      // Far out the rest of the distribution is lost in rounding.
      if total >= probability || k > mean + 60 * sd + 60 { return count }
      count += 1
    }
  }
}

/// Where next year's count lies with probability `level`, below 1, if the rate is `rateFactor`
/// times this year's: a prediction, wider than the interval for the rate alone says.
public func nextYearCount(
  count: Int, rateFactor: Double, level: Double
) -> (lower: Int, upper: Int) {
  let prediction = CountPrediction(count: count, rateFactor: rateFactor)
  let tail = (1 - level) / 2
  return (prediction.countQuantile(tail), prediction.countQuantile(1 - tail))
}

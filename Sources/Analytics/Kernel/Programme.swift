#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A set of levers with what follows from them in every draw.
struct Programme: Sendable {
  let levers: LeverValues
  /// Years since the start at the end of each year, and at its middle less the benefit lag.
  let close, benefit: YearGrid
  /// Share of the contractor posts converted by the middle of each year, and during it.
  let converted, converting: [Double]
  /// Share of the remediation lever at work in each year.
  let ramp: [Double]
  /// One-off cost multiplier of the pace: `π^(−crash_exponent)`.
  let crash: Double

  init(_ levers: LeverValues, _ constants: Constants) {
    self.levers = levers
    let delay = levers.startDelay
    close = YearGrid(offset: 1 - delay)
    benefit = YearGrid(offset: 0.5 - delay - constants.benefitLag)
    let converted = { (since: Double) in
      1 - pow(0.5, max(0, since) / constants.conversionHalfTime)
    }
    let years = (0..<constants.years).map { Double($0) }
    self.converted = years.map { converted($0 + 0.5 - delay) }
    converting = years.map { converted($0 + 1 - delay) - converted($0 - delay) }
    ramp = years.map { min(max(($0 + 0.5 - delay) / constants.remediationRamp, 0), 1) }
    crash = pow(levers.pace, -constants.crashExponent)
  }
}

/// `max(0, year + offset)` for whole years: none up to `first`, then `start` and one more each year.
struct YearGrid: Hashable, Sendable {
  let first: Int
  let start: Double

  init(offset: Double) {
    first = max(0, Int((-offset).rounded(.down)) + 1)
    start = Double(first) + offset
  }
}

extension ModelInputs {
  /// Present value of £1 in each of `years` years from the first, which is worth £1.
  ///
  /// `DF(0) = 1; DF(t) = DF(t − 1) / (1 + r_t)`, r_t the rate of the band that holds year t. The
  /// schedule must be one of `schedules`.
  public func discountFactors(_ discounting: Discounting, years: Int) -> [Double] {
    var factors: [Double] = []
    var factor = 1.0
    for year in 0..<max(years, 0) {
      if year > 0 { factor /= 1 + rate(discounting, year: year) }
      factors.append(factor)
    }
    return factors
  }

  private func rate(_ discounting: Discounting, year: Int) -> Double {
    switch discounting {
    case .flat(let rate): return rate
    case .schedule(let name):
      guard
        let band = self.discounting[name]?.first(where: {
          $0.fromYear <= year && year <= $0.toYear ?? .max
        })
      else { preconditionFailure("no rate for year \(year) in the discount schedule \(name)") }
      return band.rate
    }
  }
}

/// Sum of each amount times its year's factor.
func presentValue(_ amounts: [Double], _ factors: [Double]) -> Double {
  zip(amounts, factors).reduce(0) { $0 + $1.0 * $1.1 }
}

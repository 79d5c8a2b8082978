extension Curves {
  /// Contractor posts replaced by civil servants; model.md 6.3. The cost is double running and
  /// recruitment while they are converted.
  mutating func convertPosts(
    _ programme: Programme, _ factors: Factors, _ constants: Constants, row: Int
  ) {
    let posts = Quantity<ThousandPosts>(factors.postFillRate * programme.levers.contractorPosts)
    let salary = factors.digitalSalary
    // w = S(1 + pension) + insurance·max(S − threshold, 0): a year of a civil servant paid S.
    let civilServant =
      salary * (1 + constants.pensionRate)
      + salary.excess(over: constants.insuranceThreshold) * constants.insuranceRate
    let saved = posts * (civilServant * (factors.contractorCostMultiple - .one))
    let spent =
      posts
      * (civilServant * factors.handover.yearsOfWork + salary * constants.recruitmentShare)
    let first = row * years
    for year in 0..<years {
      gross[first + year] = (saved * programme.converted[year]).lanes
      cost[first + year] = (spent * programme.converting[year]).lanes
    }
  }
}

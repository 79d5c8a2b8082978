/// The cost of contingent labour for each head, by year and from one month to the next.
extension Audit {
  /// Years whose contingent labour costs what hardly any worker costs.
  var costsPerHead: [Verdict] {
    pairs(.contingentCost, .nonPayrollFTE, .contingentCostPerHead)
      + pairs(.payrollCost, .payrollFTE, .payrollCostPerHead)
  }

  private func pairs(
    _ money: AuditMeasure, _ heads: AuditMeasure, _ measure: AuditMeasure
  ) -> [Verdict] {
    let (cost, staff) = (series.values(money), series.values(heads))
    let places = series.months.indices.filter {
      !cost[$0].isNaN && !staff[$0].isNaN && !missing.contains($0)
    }
    let years = Dictionary(grouping: places) { FinancialYear(holding: series.months[$0]) }
    return years.keys.sorted().filter(isOver).compactMap { year in
      let places = years[year] ?? []
      return costPerHead(
        measure, range(places), body: "", cost: places.reduce(0) { $0 + cost[$1] },
        heads: places.reduce(0) { $0 + staff[$1] } / Double(places.count), months: places.count,
        label: "\(year)")
    }
  }

  /// A verdict on a cost of so many months, where it is out of bounds by something that counts.
  func costPerHead(
    _ measure: AuditMeasure, _ range: ClosedRange<Int>, body: String, cost: Double, heads: Double,
    months: Int, label: String
  ) -> Verdict? {
    let isPay = measure == .payrollCostPerHead
    let limits = isPay ? AuditLimits.payPerHead : AuditLimits.contingentPerHead
    let years = heads * Double(months) / 12e6
    let (least, most) = (limits.lowerBound * years, limits.upperBound * years)
    let amount = max(cost - most, least - cost)
    guard amount >= AuditLimits.leastMoney else { return nil }
    let year = FinancialYear(holding: range.lowerBound)
    let bound =
      cost > most
      ? isPay
        ? "more than \(AuditWords.pounds(limits.upperBound))"
        : "more than \(AuditWords.pounds(limits.upperBound)), \(Money.sign)1,500 a day for 220 days,"
      : isPay
        ? "less than \(AuditWords.pounds(limits.lowerBound))"
        : "less than \(AuditWords.pounds(limits.lowerBound)), about the minimum wage of a "
          + "full-time job,"
    let money: AuditMeasure = isPay ? .payrollCost : .contingentCost
    let sum = "\(money.words) of \(Numbers.returned(cost))"
    let who = body.isEmpty ? "" : name(body) + ": "
    let people = isPay ? "payroll" : "non-payroll"
    let why =
      heads > 0
      ? "\(who)\(sum) for \(AuditWords.staff(heads)) \(people) FTE in \(label) is "
        + "\(AuditWords.pounds(cost / years)) a head a year; \(bound) is odd."
      : "\(who)\(sum) in \(label), for which no \(people) staff are returned."
    return verdict(
      .costPerHead, measure, range, body: body, value: heads > 0 ? cost / years : cost * 1e6,
      expected: cost > most ? limits.upperBound : limits.lowerBound,
      moves: [year: share(amount, measure, year)], why)
  }

  /// Months from which the cost for each head is at another level while cost or staff stay: the side
  /// that is farther from what a worker costs is the odd one.
  var steps: [Verdict] {
    let ratio = series.values(.contingentCostPerHead)
    let places = ratio.indices.filter {
      !ratio[$0].isNaN && ratio[$0] > 0 && !missing.contains($0)
    }
    guard places.count >= 2 * AuditLimits.leastStepMonths else { return [] }
    var found: [(order: Int, jump: Double)] = []
    for order in AuditLimits.leastStepMonths...places.count - AuditLimits.leastStepMonths {
      let (before, after) = (ratio[places[order - 1]], ratio[places[order]])
      let jump = max(before, after) / min(before, after)
      guard jump >= AuditLimits.steady, isStep(order, places, ratio) else { continue }
      // Of neighbouring candidates the one with the greatest jump.
      if let last = found.last, order - last.order < AuditLimits.leastStepMonths {
        if jump > last.jump { found[found.count - 1] = (order, jump) }
      } else {
        found.append((order, jump))
      }
    }
    return found.compactMap { step($0.order, places, ratio) }
  }

  private func sides(_ order: Int, _ places: [Int]) -> (before: [Int], after: [Int]) {
    (
      Array(places[max(order - AuditLimits.stepMonths, 0)..<order]),
      Array(places[order..<min(order + AuditLimits.stepMonths, places.count)])
    )
  }

  private func isStep(_ order: Int, _ places: [Int], _ ratio: [Double]) -> Bool {
    let (before, after) = sides(order, places)
    let (low, high) = (median(before.map { ratio[$0] }), median(after.map { ratio[$0] }))
    guard max(low, high) >= AuditLimits.stepFactor * min(low, high) else { return false }
    let middle = (low * high).squareRoot()
    let crossing =
      before.count { (ratio[$0] < middle) != (low < high) }
      + after.count { (ratio[$0] > middle) != (low < high) }
    guard crossing <= 1 else { return false }
    let heads = series.nonPayrollFTE
    guard
      min(median(before.map { heads[$0] }), median(after.map { heads[$0] }))
        >= AuditLimits.leastStaff
    else { return false }
    // One of the two stays about where it was: both moving together is another department.
    return [AuditMeasure.contingentCost, .nonPayrollFTE].contains { measure in
      let values = series.values(measure)
      let (from, to) = (median(before.map { values[$0] }), median(after.map { values[$0] }))
      return min(from, to) > 0 && max(from, to) <= AuditLimits.steady * min(from, to)
    }
  }

  private func step(_ order: Int, _ places: [Int], _ ratio: [Double]) -> Verdict? {
    let (before, after) = sides(order, places)
    let (old, new) = (median(before.map { ratio[$0] }), median(after.map { ratio[$0] }))
    let middle = (old * new).squareRoot()
    let limits = AuditLimits.contingentPerHead
    let usual = (limits.lowerBound * limits.upperBound).squareRoot()
    func distance(_ value: Double) -> Double { max(value, usual) / min(value, usual) }
    let isOldOdd = distance(old) > distance(new)
    var run: [Int] = []
    if isOldOdd {
      for place in places[..<order].reversed() {
        guard (ratio[place] < middle) == (old < new) else { break }
        run.insert(place, at: 0)
      }
    } else {
      run = Array(places[order...].prefix { (ratio[$0] > middle) == (old < new) })
    }
    let month = series.months[places[order]]
    let reach = month - AuditLimits.stepReach..<month + AuditLimits.stepReach
    run.removeAll { !reach.contains(series.months[$0]) }
    let heads = series.nonPayrollFTE
    let amounts = run.map { place in
      (
        series.months[place],
        abs(series.contingentCost[place] - (isOldOdd ? new : old) * heads[place] / 12e6)
      )
    }
    let most = amounts.reduce(0) { $0 + $1.1 }
    guard most >= AuditLimits.leastMoney, !run.isEmpty else { return nil }
    func side(_ places: [Int], _ value: Double) -> String {
      let cost = median(places.map { series.contingentCost[$0] })
      return "\(Numbers.returned(cost)) a month for "
        + "\(AuditWords.staff(median(places.map { heads[$0] }))) FTE, a median of "
        + "\(AuditWords.pounds(value)) a head a year"
    }
    return verdict(
      .step, .contingentCostPerHead, range(run), value: isOldOdd ? old : new,
      expected: isOldOdd ? new : old, moves: shares(amounts, .contingentCost),
      "Contingent labour goes from \(side(before, old)), to \(side(after, new)), in "
        + "\(AuditWords.month(month)): the two sides cannot be compared.")
  }
}

/// Single months, or a few in a row, that lie far from those around; noughts where there were values.
extension Audit {
  /// Money and non-payroll staff against the median of the months around.
  var outliers: [Verdict] {
    let rules: [(AuditMeasure, Double, Double)] = [
      (.nonPayrollFTE, AuditLimits.staffFactor, AuditLimits.leastNonPayroll),
      (.contingentCost, AuditLimits.contingentFactor, AuditLimits.leastMoney),
      (.consultancyCost, AuditLimits.consultancyFactor, AuditLimits.leastConsultancy),
    ]
    return rules.flatMap { measure, factor, least -> [Verdict] in
      let values = series.values(measure)
      let usual = SlidingMedian.of(series, measure, without: missing)
      let places = values.indices.filter { !values[$0].isNaN && !missing.contains($0) }
      let odd = places.compactMap { place -> (place: Int, isHigh: Bool)? in
        guard let usual = usual[place], abs(values[place] - usual) >= least else { return nil }
        if values[place] > factor * usual { return (place, true) }
        return values[place] * factor < usual ? (place, false) : nil
      }
      return runs(odd, among: places).compactMap { run in
        let amounts = run.map { (series.months[$0], abs(values[$0] - (usual[$0] ?? 0))) }
        let moves = measure == .nonPayrollFTE ? [:] : shares(amounts, measure)
        guard measure == .nonPayrollFTE || moves.values.contains(where: Self.counts) else {
          return nil
        }
        return outlier(measure, run, values, usual[run[0]] ?? 0, moves)
      }
    }
  }

  /// Pay for each full-time equivalent against the median of the months around.
  var payOutliers: [Verdict] {
    let values = series.values(.payrollCostPerHead)
    let usual = SlidingMedian.of(series, .payrollCostPerHead, without: missing)
    func amount(_ place: Int) -> Double {
      abs(values[place] - (usual[place] ?? 0)) * series.payrollFTE[place] / 12e6
    }
    let places = values.indices.filter { !values[$0].isNaN && !missing.contains($0) }
    let odd = places.compactMap { place -> (place: Int, isHigh: Bool)? in
      guard let usual = usual[place], amount(place) >= AuditLimits.leastMoney else { return nil }
      if values[place] > AuditLimits.payFactor * usual { return (place, true) }
      return values[place] * AuditLimits.payFactor < usual ? (place, false) : nil
    }
    return runs(odd, among: places).map { run in
      let first = run[0]
      let pay = AuditWords.list(run.map { series.payrollCost[$0] }, .payrollCost)
      let staff = AuditWords.text(series.payrollFTE[first], .payrollFTE)
      return verdict(
        .outlier, .payrollCostPerHead, range(run), value: values[first],
        expected: usual[first] ?? 0,
        moves: shares(run.map { (series.months[$0], amount($0)) }, .payrollCost),
        "Pay of \(pay) for \(staff) in \(AuditWords.months(range(run))) is "
          + "\(AuditWords.pounds(values[first])) a head a year, where the months around have "
          + "\(AuditWords.pounds(usual[first] ?? 0)).")
    }
  }

  /// Payroll staff of one month that both neighbours agree against.
  var spikes: [Verdict] {
    let values = series.payrollFTE
    let places = series.places(values).filter { !missing.contains($0) }
    return places.indices.dropFirst().dropLast().compactMap { order in
      let (before, place, after) = (places[order - 1], places[order], places[order + 1])
      guard series.months[after] - series.months[before] <= 4 else { return nil }
      let low = min(values[before], values[after])
      let high = max(values[before], values[after])
      let value = values[place]
      let difference = max(value - high, low - value)
      guard high - low <= AuditLimits.steadyStaff * high, low > 0,
        difference >= max(AuditLimits.staffSpike * low, AuditLimits.leastStaff)
      else { return nil }
      return verdict(
        .outlier, .payrollFTE, range([place]), value: value, expected: (low + high) / 2, moves: [:],
        "Payroll staff of \(AuditWords.text(value, .payrollFTE)) in "
          + "\(AuditWords.month(series.months[place])), between "
          + "\(AuditWords.staff(values[before])) and \(AuditWords.staff(values[after])) in the "
          + "months beside it.")
    }
  }

  /// Noughts in a row where there were values.
  var zeros: [Verdict] {
    let measures: [AuditMeasure] = [
      .payrollCost, .nonPayrollFTE, .contingentCost, .consultancyCost,
    ]
    return measures.flatMap { measure -> [Verdict] in
      let values = series.values(measure)
      let places = series.places(values).filter { !missing.contains($0) }
      let odd = places.filter { values[$0] == 0 }.map { (place: $0, isHigh: false) }
      let order = Dictionary(uniqueKeysWithValues: zip(places, places.indices))
      return runs(odd, among: places).compactMap { run in
        guard run.count >= AuditLimits.zeroMonths, let start = order[run[0]] else { return nil }
        let before = places[max(start - AuditLimits.window, 0)..<start].map { values[$0] }
        let usual = median(before)
        guard before.count(where: { $0 > 0 }) >= AuditLimits.valuedMonths,
          usual >= (measure == .nonPayrollFTE ? AuditLimits.leastStaff : AuditLimits.leastMonthly)
        else { return nil }
        let moves =
          measure == .nonPayrollFTE
          ? [:] : shares(run.map { (series.months[$0], usual) }, measure)
        guard measure == .nonPayrollFTE || moves.values.contains(where: Self.counts) else {
          return nil
        }
        return verdict(
          .zero, measure, range(run), value: 0, expected: usual, moves: moves,
          "\(measure.words) of nought was returned for each of \(AuditWords.count(run.count)), "
            + "\(AuditWords.months(range(run))), after a median of "
            + "\(AuditWords.text(usual, measure)) in the \(before.count) months before.")
      }
    }
  }

  /// Whether a share of a year's sum is one that counts.
  private static func counts(_ share: Double) -> Bool { share >= AuditLimits.leastWeight }

  private func outlier(
    _ measure: AuditMeasure, _ run: [Int], _ values: [Double], _ usual: Double,
    _ moves: [FinancialYear: Double]
  ) -> Verdict {
    verdict(
      .outlier, measure, range(run), value: values[run[0]], expected: usual, moves: moves,
      "\(measure.words) of \(AuditWords.list(run.map { values[$0] }, measure)) in "
        + "\(AuditWords.months(range(run))), where the median of the months around is "
        + "\(AuditWords.text(usual, measure)).")
  }
}

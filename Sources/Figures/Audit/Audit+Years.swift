/// A body's years against one another, and against the months of its department.
extension Audit {
  /// Verdicts on the department's bodies.
  var years: [Verdict] {
    var groups: [String: [FinancialYear: WorkforceReturn]] = [:]
    for row in bodyYears {
      if let year = FinancialYear(row.period) { groups[row.body, default: [:]][year] = row }
    }
    return sums
      + groups.keys.sorted().flatMap { body -> [Verdict] in
        let rows = groups[body] ?? [:]
        // The running year is left for when it is over; what it says of the year before counts.
        let order = rows.keys.sorted().filter(isOver)
        return costs(body, rows, order) + zeros(body, rows, order) + neighbours(body, rows, order)
          + shortYears(body, rows, order)
      }
  }

  /// The months of a department's year against the sum of its bodies.
  private var sums: [Verdict] {
    let rows = Dictionary(grouping: bodyYears) { FinancialYear($0.period) }
    let places = Dictionary(grouping: series.months.indices) {
      FinancialYear(holding: series.months[$0])
    }
    let measures: [AuditMeasure] = [.payrollCost, .contingentCost, .consultancyCost]
    return places.keys.sorted().flatMap { year -> [Verdict] in
      guard let bodies = rows[year], let places = places[year] else { return [] }
      return measures.compactMap { measure in
        let returned = bodies.compactMap { $0.value(measure) }
        let values = series.values(measure)
        let months = places.filter { !values[$0].isNaN }
        let sum = months.reduce(0) { $0 + values[$1] }
        let whole = returned.reduce(0, +)
        guard !returned.isEmpty, !months.isEmpty, abs(sum - whole) > AuditLimits.rounding else {
          return nil
        }
        return verdict(
          .sum, measure, range(places), value: sum, expected: whole,
          moves: [year: share(abs(sum - whole), measure, year)],
          "\(measure.words): the months of \(year) add up to \(Money.sign)\(Numbers.decimal(sum, places: 1))m, "
            + "its bodies to \(Money.sign)\(Numbers.decimal(whole, places: 1))m.")
      }
    }
  }

  private func costs(
    _ body: String, _ rows: [FinancialYear: WorkforceReturn], _ order: [FinancialYear]
  ) -> [Verdict] {
    let pairs: [(AuditMeasure, AuditMeasure, AuditMeasure)] = [
      (.contingentCost, .nonPayrollFTE, .contingentCostPerHead),
      (.payrollCost, .payrollFTE, .payrollCostPerHead),
    ]
    return pairs.flatMap { money, heads, measure -> [Verdict] in
      // Pay of nought has a rule of its own.
      let isPay = money == .payrollCost
      let found = order.compactMap { year -> Verdict? in
        guard let row = rows[year], let cost = row.value(money), let staff = row.value(heads),
          let months = row.returns, months > 0, cost > 0 || !isPay
        else { return nil }
        return costPerHead(
          measure, year.months, body: body, cost: cost, heads: staff, months: months,
          label: "\(year)")
      }
      return joined(found)
    }
  }

  /// Verdicts of years that follow one another with the same finding become one, in the words of the
  /// newest.
  private func joined(_ verdicts: [Verdict]) -> [Verdict] {
    var groups: [[Verdict]] = []
    for verdict in verdicts {
      if let last = groups.last?.last, last.months.upperBound + 1 == verdict.months.lowerBound,
        (last.value < last.expected) == (verdict.value < verdict.expected)
      {
        groups[groups.count - 1].append(verdict)
      } else {
        groups.append([verdict])
      }
    }
    return groups.compactMap { group in
      guard let first = group.first, var newest = group.last else { return nil }
      guard group.count > 1 else { return newest }
      newest.months = first.months.lowerBound...newest.months.upperBound
      newest.moves = group.reduce(into: [:]) { $0.merge($1.moves) { first, _ in first } }
      newest.why += " The same is so from \(FinancialYear(holding: first.months.lowerBound)) on."
      return newest
    }
  }

  /// Noughts in a year after one with values.
  private func zeros(
    _ body: String, _ rows: [FinancialYear: WorkforceReturn], _ order: [FinancialYear]
  ) -> [Verdict] {
    let measures: [AuditMeasure] = [
      .payrollFTE, .payrollCost, .nonPayrollFTE, .contingentCost, .consultancyCost,
    ]
    return measures.flatMap { measure -> [Verdict] in
      var found: [Verdict] = []
      var usual: (year: FinancialYear, value: Double)?
      // What comes now and then is not missing when it does not come.
      var (valued, noughts) = (0, 0)
      for year in order {
        guard let row = rows[year], let value = row.value(measure), let months = row.returns,
          months > 0
        else { continue }
        guard value == 0 else {
          usual = (year, measure.isMoney ? value / Double(months) : value)
          valued += 1
          continue
        }
        noughts += found.isEmpty ? 1 : 0
        guard let usual, valued >= noughts else { continue }
        let amount = usual.value * Double(months)
        let least =
          measure == .consultancyCost ? AuditLimits.leastConsultancy : AuditLimits.leastMoney
        guard measure.isMoney ? amount >= least : usual.value >= AuditLimits.leastStaff
        else { continue }
        let before =
          measure.isMoney
          ? "\(Numbers.returned(usual.value)) a month" : AuditWords.text(usual.value, measure)
        found.append(
          verdict(
            .zero, measure, year.months, body: body, value: 0,
            expected: measure.isMoney ? amount : usual.value,
            moves: measure.isMoney ? [year: share(amount, measure, year)] : [:],
            "\(name(body)): \(measure.words.lowercased()) of nought in \(year), after \(before) in "
              + "\(usual.year)."))
      }
      return joined(found)
    }
  }

  /// A year between two that are both far above it, or both far below.
  private func neighbours(
    _ body: String, _ rows: [FinancialYear: WorkforceReturn], _ order: [FinancialYear]
  ) -> [Verdict] {
    let rules: [(AuditMeasure, Double, Double)] = [
      (.payrollFTE, AuditLimits.yearStaffFactor, AuditLimits.leastNonPayroll),
      (.nonPayrollFTE, AuditLimits.yearNonPayrollFactor, AuditLimits.leastNonPayroll),
      (.contingentCost, AuditLimits.yearContingentFactor, AuditLimits.leastMoney),
      (.consultancyCost, AuditLimits.yearConsultancyFactor, AuditLimits.leastConsultancy),
    ]
    return order.flatMap { year -> [Verdict] in
      rules.compactMap { measure, factor, least in
        guard let value = rows[year]?.yearly(measure),
          let before = rows[year.previous]?.yearly(measure),
          let after = rows[FinancialYear(first: year.first + 1)]?.yearly(measure)
        else { return nil }
        let (low, high) = (min(before, after), max(before, after))
        guard
          value > factor * high && value - high >= least
            || value * factor < low && low - value >= least
        else { return nil }
        // Nought has a rule of its own.
        guard value > 0 else { return nil }
        let a = measure.isMoney ? " a year" : ""
        return verdict(
          .neighbours, measure, year.months, body: body, value: value, expected: (low + high) / 2,
          moves: measure.isMoney
            ? [year: share(max(value - high, low - value), measure, year)] : [:],
          "\(name(body)): \(measure.words.lowercased()) of \(AuditWords.text(value, measure))\(a) in "
            + "\(year), "
            + (before == after
              ? "and \(AuditWords.text(before, measure)) in the years on either side."
              : "between \(AuditWords.text(before, measure)) and "
                + "\(AuditWords.text(after, measure)) in the years beside it."))
      }
    }
  }

  /// A body with fewer months than its department, in the midst of its years.
  private func shortYears(
    _ body: String, _ rows: [FinancialYear: WorkforceReturn], _ order: [FinancialYear]
  ) -> [Verdict] {
    order.compactMap { year in
      guard let row = rows[year], let months = row.returns, months > 0, year != order.first,
        year != order.last
      else { return nil }
      let held = series.months.count { year.months.contains($0) }
      let missing = held - months
      guard missing > 0 else { return nil }
      let spend = (row.contingentCost ?? 0) + (row.consultancyCost ?? 0)
      let amount = spend / Double(months) * Double(missing)
      let share = share(amount, .contingentCost, year)
      guard share >= AuditLimits.leastMissing else { return nil }
      return verdict(
        .coverage, .returns, year.months, body: body, value: Double(months),
        expected: Double(held), moves: [year: share],
        "\(name(body)) returned \(months) of \(held) months of \(year); at its own rate the rest "
          + "would be \(Numbers.returned(amount)) of contingent labour and consultancy.")
    }
  }
}

extension AuditMeasure {
  /// Whether it is in £ million.
  var isMoney: Bool {
    switch self {
    case .payrollCost, .contingentCost, .consultancyCost: true
    default: false
    }
  }
}

extension WorkforceReturn {
  /// The column that a measure is.
  func value(_ measure: AuditMeasure) -> Double? {
    switch measure {
    case .payrollFTE: payrollFTE
    case .nonPayrollFTE: nonPayrollFTE
    case .payrollCost: payrollCost
    case .contingentCost: contingentCost
    case .consultancyCost: consultancyCost
    case .payrollCostPerHead, .contingentCostPerHead, .returns: nil
    }
  }

  /// A body's year as if it had twelve months.
  fileprivate func yearly(_ measure: AuditMeasure) -> Double? {
    guard let value = value(measure), let returns, returns > 0 else { return nil }
    return measure.isMoney ? value * 12 / Double(returns) : value
  }
}

/// Which months and columns were not returned, and in which months most of a department is missing.
extension Audit {
  private static let costs: [AuditMeasure] = [.payrollCost, .contingentCost, .consultancyCost]
  private static let staff: [AuditMeasure] = [.payrollFTE, .nonPayrollFTE]

  /// Months between others of which nothing was returned, since costs are returned: sums rest on
  /// them. What a year lacks is counted there, so that it is not said to move the year, too.
  var gaps: [Verdict] {
    let first = [AuditMeasure.payrollCost, .contingentCost, .consultancyCost]
      .compactMap { span.first[$0] }.min()
    return zip(series.months, series.months.dropFirst()).compactMap { before, after in
      guard after > before + 1, let first, after > first else { return nil }
      let months = before + 1...after - 1
      return verdict(
        .coverage, .returns, months, value: 0, expected: usualReturns(around: before), moves: [:],
        "Nothing was returned of \(AuditWords.months(months)).")
    }
  }

  /// Months of which something was returned, but not a column that departments return. Staff are
  /// told of where they are missing for long and the costs are there.
  var absences: [Verdict] {
    let costs = Self.costs.flatMap { measure in absent(measure).map { (measure, $0) } }
    let staff = Self.staff.flatMap { measure in
      absent(measure).filter { run in
        run.count >= AuditLimits.leastAbsence && !costs.contains { $0.1 == run }
      }.map { (measure, $0) }
    }
    // Columns that are missing for the same months are one finding.
    var found: [(measures: [AuditMeasure], run: [Int])] = []
    for (measure, run) in costs + staff {
      if let place = found.firstIndex(where: { $0.run == run }) {
        found[place].measures.append(measure)
      } else {
        found.append(([measure], run))
      }
    }
    return found.map { measures, run in
      let months = range(run)
      let words = measures.map(\.words)
      let what = AuditWords.list([words[0]] + words.dropFirst().map { $0.lowercased() })
      return verdict(
        .coverage, measures[0], months, value: 0, expected: Double(run.count), moves: [:],
        "\(what): not returned for \(AuditWords.count(run.count)), \(AuditWords.months(months)).")
    }
  }

  /// Runs of months with a row, but without a column.
  private func absent(_ measure: AuditMeasure) -> [[Int]] {
    guard let first = span.first[measure] else { return [] }
    let values = series.values(measure)
    var runs: [[Int]] = []
    var isOpen = false
    for place in series.months.indices where series.months[place] >= first {
      guard values[place].isNaN else {
        isOpen = false
        continue
      }
      if isOpen { runs[runs.count - 1].append(place) } else { runs.append([place]) }
      isOpen = true
    }
    return runs
  }

  /// Months in which fewer bodies returned than do around, and much of the staff is not there.
  var shortMonths: [Verdict] {
    let usual = SlidingMedian.of(series, .payrollFTE)
    let usualBodies = SlidingMedian.of(series, .returns)
    let odd = missing.sorted().map { (place: $0, isHigh: false) }
    return runs(odd, among: Array(series.months.indices)).map { run in
      let first = run[0]
      let bodies = usualBodies[first] ?? 0
      let staff = usual[first] ?? 0
      let shares = run.map { place in
        let usual = usual[place] ?? 0
        return (
          FinancialYear(holding: series.months[place]),
          (usual > 0 ? 1 - series.payrollFTE[place] / usual : 1) / 12
        )
      }
      return verdict(
        .coverage, .returns, range(run), value: series.returns[first], expected: bodies,
        moves: Dictionary(shares, uniquingKeysWith: +),
        "Only \(AuditWords.text(series.returns[first], .returns)) returned in "
          + "\(AuditWords.months(range(run))), where \(Numbers.count(bodies)) do around: payroll "
          + "staff of \(AuditWords.list(run.map { series.payrollFTE[$0] }, .payrollFTE)), where "
          + "\(AuditWords.text(staff, .payrollFTE)) is usual.")
    }
  }

  static func missing(_ series: ReturnSeries) -> Set<Int> {
    let staff = SlidingMedian.of(series, .payrollFTE)
    let bodies = SlidingMedian.of(series, .returns)
    let few = series.months.indices.filter { place in
      guard let usual = staff[place], let usualBodies = bodies[place] else { return false }
      return series.returns[place] <= usualBodies - 1
        && series.payrollFTE[place] < AuditLimits.missingStaff * usual
    }
    // Where the months beside them are as small, that is another department, not a missing part.
    var missing = Set(few)
    for place in few {
      let start = (0...place).reversed().first { !missing.contains($0) }
      let end = (place..<series.months.count).first { !missing.contains($0) }
      let beside = [start, end].compactMap(\.self).map { series.payrollFTE[$0] }
      if beside.contains(where: { $0 * AuditLimits.missingStaff < series.payrollFTE[place] }) {
        missing.remove(place)
      }
    }
    return missing
  }

  private func usualReturns(around month: Int) -> Double {
    median(
      series.months.indices.filter { abs(series.months[$0] - month) <= AuditLimits.window }
        .map { series.returns[$0] }.filter { !$0.isNaN })
  }
}

extension SlidingMedian {
  /// The usual value around each place of a series; nil where there is none, or too few are around.
  static func of(
    _ series: ReturnSeries, _ measure: AuditMeasure, without left: Set<Int> = []
  ) -> [Double?] {
    let values = series.values(measure)
    let places = values.indices.filter { !values[$0].isNaN && !left.contains($0) }
    let usual = SlidingMedian(
      places.map { series.months[$0] }, places.map { values[$0] }, window: AuditLimits.window,
      least: AuditLimits.leastMonths)
    var medians = [Double?](repeating: nil, count: values.count)
    for (place, median) in zip(places, usual.medians) { medians[place] = median }
    return medians
  }
}

import Analytics

extension Lever {
  /// Values for which the model is defined; a lever's range lies inside.
  var domain: Bounds {
    switch self {
    case .automationCoverage, .channelCoverage, .fraudCoverage, .legacyRemediation,
      .riskMitigation:
      Bounds(0, 1)
    case .contractorPosts, .startDelay: .notNegative
    case .pace: Bounds(0, isStrict: true)
    }
  }
}

extension Assumption {
  /// What the model asks of the minimum.
  var lowerDomain: Bounds {
    switch self {
    case .automationYearsToHalf, .channelYearsToHalf, .fraudYearsToHalf, .adoptionShape,
      .valueConcentration, .legacyUpkeepMultiple, .legacyShareCentral, .legacyShareNHS,
      .legacySharePolice:
      Bounds(0, isStrict: true)
    case .scheduleOverrun, .fraudErosion, .baselineRemediation, .overlapScale: .notNegative
    default: .any
    }
  }

  /// What the model asks of the maximum.
  var upperDomain: Bounds {
    switch self {
    case .fraudErosion, .legacyShareCentral, .legacyShareNHS, .legacySharePolice: Bounds(nil, 1)
    default: .any
    }
  }
}

extension FixedParameter {
  /// What should stand there instead of a value of at least 0; nil where the value is right.
  /// `digits` is the value where it is written in digits only.
  func objection(to value: Double, digits: UInt64?) -> String? {
    switch self {
    case .startYear:
      digits.map { $0 <= 9999 } == true ? nil : "a year in digits only, at most 9999"
    case .horizonYears:
      digits.map { (1...100).contains($0) } == true
        ? nil : "a whole number from 1 to 100, digits only"
    case .seed: digits == nil ? "a whole number from 0 to \(UInt64.max), digits only" : nil
    case .remediationRampYears, .conversionHalfTimeYears: value > 0 ? nil : "a number above 0"
    case .legacyShareCurrent: value < 1 ? nil : "a share from 0 to below 1"
    default: nil
    }
  }
}

/// A row of the assumptions register: its range in order, inside the scale's and the model's
/// domain.
enum AssumptionRules {
  static func defects(of table: Table, _ row: Int) -> [Defect] {
    guard let id: Assumption = table.choice(row, "id"),
      let scale: Scale = table.choice(row, "scale")
    else { return [] }
    return RangeRules.defects(
      of: table, row, scale: scale, lower: id.lowerDomain, upper: id.upperDomain)
  }
}

/// P10, P50, P90 and limits of a row: in order, and inside the scale's domain and the model's.
enum RangeRules {
  static func defects(
    of table: Table, _ row: Int, scale: Scale, lower: Bounds = .any, upper: Bounds = .any
  ) -> [Defect] {
    guard let p10 = table.number(row, "p10"), let p50 = table.number(row, "p50"),
      let p90 = table.number(row, "p90"), let minimum = table.number(row, "minimum"),
      let maximum = table.number(row, "maximum")
    else { return [] }
    var faults: [(column: String, expected: String)] = []
    if minimum > maximum { faults.append(("minimum", "minimum ≤ maximum")) }
    if p10 > p50 || p50 > p90 { faults.append(("p50", "p10 ≤ p50 ≤ p90")) }
    for (column, value) in [("p10", p10), ("p50", p50), ("p90", p90)]
    where minimum <= maximum && (value < minimum || value > maximum) {
      faults.append((column, Bounds(minimum, maximum).words))
    }
    if scale != .identity, minimum < 0 {
      faults.append(("minimum", "at least 0 on a \(scale.rawValue) scale"))
    }
    if scale == .logit, maximum > 1 { faults.append(("maximum", "at most 1 on a logit scale")) }
    if p10 != p90 {
      if scale != .identity, p10 <= 0 {
        faults.append(("p10", "above 0 on a \(scale.rawValue) scale"))
      }
      if scale == .logit, p90 >= 1 { faults.append(("p90", "below 1 on a logit scale")) }
    }
    if !lower.contains(minimum) { faults.append(("minimum", lower.words)) }
    if !upper.contains(maximum) { faults.append(("maximum", upper.words)) }
    return faults.map { table.defect(row: row, column: $0.column, expected: $0.expected) }
  }
}

import Figures

/// The fixed parameters that the equations use.
struct Constants: Sendable {
  let startYear, years: Int
  let benefitLag, remediationRamp, crashExponent, mitigationCostRate: Double
  let pensionRate, insuranceRate: Double
  let insuranceThreshold: Quantity<ThousandPounds>
  let recruitmentShare, conversionHalfTime, legacyShare: Double
  let digitalSpend: Quantity<BillionPounds>

  init(_ inputs: ModelInputs) {
    func value(_ parameter: FixedParameter) -> Double { inputs.fixed[parameter]?.value ?? 0 }
    startYear = Int(value(.startYear))
    years = Int(value(.horizonYears))
    benefitLag = value(.benefitLagYears)
    remediationRamp = value(.remediationRampYears)
    crashExponent = value(.crashExponent)
    mitigationCostRate = value(.mitigationCostRate)
    pensionRate = value(.employerPensionRate)
    insuranceRate = value(.employerNIRate)
    insuranceThreshold = Quantity(value(.employerNIThreshold))
    recruitmentShare = value(.recruitmentShare)
    conversionHalfTime = value(.conversionHalfTimeYears)
    legacyShare = value(.legacyShareCurrent)
    digitalSpend = Quantity(value(.nationalDigitalSpend))
  }

  /// `2025-26`, and so on for each year of the horizon.
  var labels: [String] {
    (0..<years).map { FinancialYear(first: startYear + $0).description }
  }
}

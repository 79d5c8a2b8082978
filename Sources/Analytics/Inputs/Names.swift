/// A decision: never uncertain, national or for one organisation.
public enum Lever: String, CaseIterable, Hashable, Sendable {
  case automationCoverage = "automation_coverage"
  case channelCoverage = "channel_coverage"
  case fraudCoverage = "fraud_coverage"
  case contractorPosts = "contractor_posts"
  case legacyRemediation = "legacy_remediation"
  case startDelay = "start_delay"
  case pace
  case riskMitigation = "risk_mitigation"

  public var id: String { rawValue }
}

/// An uncertain input. The order numbers the random dimensions: row i is dimension i.
public enum Assumption: String, CaseIterable, Hashable, Sendable {
  case automationPotential = "automation_potential"
  case channelPotential = "channel_potential"
  case fraudPotential = "fraud_potential"
  case automationRealisation = "automation_realisation"
  case channelRealisation = "channel_realisation"
  case fraudRealisation = "fraud_realisation"
  case automationYearsToHalf = "automation_years_to_half"
  case channelYearsToHalf = "channel_years_to_half"
  case fraudYearsToHalf = "fraud_years_to_half"
  case scheduleOverrun = "schedule_overrun"
  case adoptionShape = "adoption_shape"
  case automationCashShare = "automation_cash_share"
  case channelCashShare = "channel_cash_share"
  case fraudExchequerShare = "fraud_exchequer_share"
  case fraudErosion = "fraud_erosion"
  case investmentPerBenefit = "investment_per_benefit"
  case costOverrun = "cost_overrun"
  case runningCostRate = "running_cost_rate"
  case contractorCostMultiple = "contractor_cost_multiple"
  case digitalSalary = "digital_salary"
  case postFillRate = "post_fill_rate"
  case handoverMonths = "handover_months"
  case legacyDrift = "legacy_drift"
  case baselineRemediation = "baseline_remediation"
  case legacyUpkeepMultiple = "legacy_upkeep_multiple"
  case runShare = "run_share"
  case remediationCost = "remediation_cost"
  case outagesDueToLegacy = "outages_due_to_legacy"
  case outageRate = "outage_rate"
  case legacyShareCentral = "legacy_share_central"
  case legacyShareNHS = "legacy_share_nhs"
  case legacySharePolice = "legacy_share_police"
  case valueConcentration = "value_concentration"
  case overlapScale = "overlap_scale"

  public var id: String { rawValue }
  /// Place in the register, from 0.
  public var place: Int { Self.places[self] ?? 0 }

  private static let places: [Assumption: Int] =
    Dictionary(uniqueKeysWithValues: zip(allCases, allCases.indices))
}

/// A constant of the model.
public enum FixedParameter: String, CaseIterable, Hashable, Sendable {
  case startYear = "start_year"
  case horizonYears = "horizon_years"
  case benefitLagYears = "benefit_lag_years"
  case remediationRampYears = "remediation_ramp_years"
  case crashExponent = "crash_exponent"
  case mitigationCostRate = "mitigation_cost_rate"
  case employerPensionRate = "employer_pension_rate"
  case employerNIRate = "employer_ni_rate"
  case employerNIThreshold = "employer_ni_threshold"
  case recruitmentShare = "recruitment_share"
  case conversionHalfTimeYears = "conversion_half_time_years"
  case legacySharePrevious = "legacy_share_previous"
  case legacyShareCurrent = "legacy_share_current"
  case nationalDigitalSpend = "national_digital_spend"
  case headlinePotential = "headline_potential"
  case seed

  public var id: String { rawValue }
}

/// Where a benefit comes from. Automation, channel and fraud are the £45bn; the others are outside.
public enum Stream: String, CaseIterable, Hashable, Sendable {
  case automation, channel, fraud, contractors, legacy
}

/// A way to share a national amount out over the organisations.
public enum AllocationKey: String, CaseIterable, Hashable, Sendable {
  case automation
  case automationGDS2026 = "automation_gds2026"
  case channel, fraud
  case digitalSpend = "digital_spend"
  case contractor
}

/// Which of the three legacy estates an organisation's starting share is taken from.
public enum LegacyClass: String, CaseIterable, Hashable, Sendable {
  case central = "cg"
  case nhs
  case police = "pol"
}

/// A summary number of a run; model.md section 6.9, in the contract's order.
public enum Metric: String, CaseIterable, Hashable, Sendable {
  case presentValueBenefit = "present_value_benefit"
  case presentValueCost = "present_value_cost"
  case npsv, bcr
  case switchingValue = "switching_value"
  case cashNPV = "cash_npv"
  case paybackYears = "payback_years"
  case finalBenefit = "final_benefit"
  case finalCash = "final_cash"
  case totalInvestment = "total_investment"
  case outagesAvoided = "outages_avoided"
}

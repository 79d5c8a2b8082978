/// What the model computes, by the names of the contract, and the steps between them.
enum Name: String, CaseIterable, Hashable, Sendable {
  // Metrics.
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
  // Series.
  case benefit, cash, exchequer
  case nonCash = "non_cash"
  case investment, running, conversion, remediation, cost
  case netBenefit = "net_benefit"
  case gross, net, outages
  case outagesBaseline = "outages_baseline"
  case legacyShare = "legacy_share"
  case legacyShareBaseline = "legacy_share_baseline"
  // What screens print beside them.
  case cashAndExchequer = "cash_and_exchequer"
  case totalGross = "total_gross"
  case overlapDeducted = "overlap_deducted"
  case totalConversion = "total_conversion"
  case totalRemediation = "total_remediation"
  case legacyPremium = "legacy_premium"
  // The way from the headline to the benefit, by the names of `HeadlineStep`.
  case whyNot = "why_not"
  case beyondHeadline = "beyond_headline"
  case fullPotential = "full_potential"
  case potentialRange = "potential_range"
  case notReached = "not_reached"
  case notRealised = "not_realised"
  case notTakenUp = "not_taken_up"
  case eroded
  case countedTwice = "counted_twice"
  case likeForLike = "like_for_like"
  case contractorsBeside = "contractors_beside"
  case legacyBeside = "legacy_beside"
  // Discounting.
  case discountFactor = "discount_factor"
  case discountedBenefit = "discounted_benefit"
  case discountedCost = "discounted_cost"
  case discountedCash = "discounted_cash"
  case discountedNetBenefit = "discounted_net_benefit"
  case outagesAvoidedInYear = "outages_avoided_in_year"
  // Roll-out.
  case size, reach, adoption
  case adoptionOpening = "adoption_opening"
  case adoptionClosing = "adoption_closing"
  case halfTime = "half_time"
  case opening, closing, middle, maturity
  case fraudKept = "fraud_kept"
  case plannedCost = "planned_cost"
  case overrun
  case investmentOfStream = "stream_investment"
  case runningOfStream = "stream_running"
  // Contractors.
  case posts
  case civilServantCost = "civil_servant_cost"
  case postsConverted = "posts_converted"
  case postsConvertedOpening = "posts_converted_opening"
  case postsConvertedClosing = "posts_converted_closing"
  case conversionCostPerPost = "conversion_cost_per_post"
  // Legacy.
  case legacyGrowth = "legacy_growth"
  case remediationRamp = "remediation_ramp"
  case extraRemediation = "extra_remediation"
  case remediationRate = "remediation_rate"
  case legacyShareClosing = "legacy_share_closing"
  case modernUpkeep = "modern_upkeep"
  case upkeep
  case upkeepBaseline = "upkeep_baseline"
  case upkeepAtStart = "upkeep_at_start"
  case legacyCash = "legacy_cash"
}

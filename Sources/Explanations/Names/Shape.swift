import Figures

/// What goes with a name: how it is called, its unit, what its id takes, and where
/// docs/METHOD.md has its equation.
struct Shape: Sendable {
  /// Which streams an id has to name one of.
  enum Streams: Sendable { case none, all, rollout }

  /// Whose a number is. `levers` follows from levers and is an organisation's own only where it has
  /// levers of its own; `everyone` is the same for all.
  enum Scope: Sendable { case national, organisation, both, levers, everyone }

  var label, short, unit: String
  var streams: Streams
  var isYearly: Bool
  var scope: Scope
  /// Section of docs/METHOD.md.
  var section: Int

  init(
    _ label: String, _ short: String, _ unit: String, _ scope: Scope, _ section: Int,
    streams: Streams = .none, yearly: Bool = false
  ) {
    self.label = label
    self.short = short
    self.unit = unit
    self.streams = streams
    self.scope = scope
    self.section = section
    isYearly = yearly
  }
}

extension Name {
  var shape: Shape {
    switch self {
    case .presentValueBenefit:
      Shape("Present value of benefit", "present value of benefit", Money.billions, .national, 12)
    case .presentValueCost:
      Shape("Present value of cost", "present value of cost", Money.billions, .national, 12)
    case .npsv:
      Shape("Net present social value", "net present social value", Money.billions, .both, 12)
    case .bcr:
      Shape("Benefit-cost ratio", "benefit-cost ratio", "ratio", .national, 12)
    case .switchingValue:
      Shape("Switching value", "switching value", "share", .national, 12)
    case .cashNPV:
      Shape("Cash net present value", "cash net present value", Money.billions, .national, 12)
    case .paybackYears:
      Shape("Payback", "payback", "years", .national, 12)
    case .finalBenefit:
      Shape("Benefit in the last year", "benefit in the last year", Money.billionsAYear, .both, 12)
    case .finalCash:
      Shape(
        "Cash and \(Money.purse) benefit in the last year", "cash in the last year",
        Money.billionsAYear,
        .national, 12)
    case .totalInvestment:
      Shape("Investment in all", "investment in all", Money.billions, .national, 12)
    case .outagesAvoided:
      Shape("Critical outages avoided", "outages avoided", "outages", .national, 12)
    case .benefit:
      Shape("Benefit", "benefit", Money.billionsAYear, .both, 11, yearly: true)
    case .cash:
      Shape("Cash-releasing benefit", "cash", Money.billionsAYear, .both, 11, yearly: true)
    case .exchequer:
      Shape(
        "Benefit to the \(Money.purse)", "\(Money.purse) benefit", Money.billionsAYear, .both, 11,
        yearly: true)
    case .nonCash:
      Shape(
        "Benefit that is not cash", "benefit not cash", Money.billionsAYear, .both, 11, yearly: true
      )
    case .investment:
      Shape("Investment", "investment", Money.billionsAYear, .both, 9, yearly: true)
    case .running:
      Shape("Running cost", "running cost", Money.billionsAYear, .both, 9, yearly: true)
    case .conversion:
      Shape(
        "Cost of converting contractor posts", "conversion cost", Money.billionsAYear, .both, 9,
        yearly: true)
    case .remediation:
      Shape(
        "Cost of remediating legacy systems", "remediation cost", Money.billionsAYear, .both, 9,
        yearly: true)
    case .cost:
      Shape("Cost", "cost", Money.billionsAYear, .both, 9, yearly: true)
    case .netBenefit:
      Shape("Benefit less cost", "net benefit", Money.billionsAYear, .both, 12, yearly: true)
    case .gross:
      Shape(
        "Benefit before overlap", "gross", Money.billionsAYear, .both, 7, streams: .all,
        yearly: true)
    case .net:
      Shape(
        "Benefit after overlap", "net", Money.billionsAYear, .both, 10, streams: .all, yearly: true)
    case .outages:
      Shape(
        "Critical outages", "outages", "outages a year", .national, 8, yearly: true)
    case .outagesBaseline:
      Shape(
        "Critical outages without the programme", "outages without the programme",
        "outages a year", .national, 8, yearly: true)
    case .legacyShare:
      Shape(
        "Share of systems that is legacy", "legacy share", "share", .organisation, 7, yearly: true)
    case .legacyShareBaseline:
      Shape(
        "Share of systems that is legacy without the programme",
        "legacy share without the programme", "share", .organisation, 7, yearly: true)
    case .cashAndExchequer:
      Shape(
        "Cash and \(Money.purse) benefit", "cash and \(Money.purse) benefit", Money.billionsAYear,
        .both, 11,
        yearly: true)
    case .totalGross:
      Shape(
        "Benefit of all streams before overlap", "gross", Money.billionsAYear, .both, 10,
        yearly: true)
    case .overlapDeducted:
      Shape(
        "What streams count twice", "what is counted twice", Money.billionsAYear, .both, 10,
        yearly: true)
    case .totalConversion:
      Shape(
        "Cost of converting contractor posts in all", "conversion cost in all", Money.billions,
        .national, 9)
    case .totalRemediation:
      Shape(
        "Cost of remediating legacy systems in all", "remediation cost in all", Money.billions,
        .national, 9)
    case .legacyPremium:
      Shape(
        "Upkeep of legacy over a modern estate, first year", "premium of legacy",
        Money.billionsAYear,
        .both, 7)
    case .whyNot, .beyondHeadline, .fullPotential, .potentialRange, .notReached, .notRealised,
      .notTakenUp, .eroded, .countedTwice, .likeForLike, .contractorsBeside, .legacyBeside:
      headlineShape
    case .discountFactor:
      Shape(
        "Present value of \(Money.sign)1", "discount factor", "\(Money.sign) per \(Money.sign)",
        .everyone, 4, yearly: true)
    case .discountedBenefit:
      Shape(
        "Present value of benefit in the year", "present value of benefit", Money.billions,
        .national, 4,
        yearly: true)
    case .discountedCost:
      Shape(
        "Present value of cost in the year", "present value of cost", Money.billions, .national, 4,
        yearly: true)
    case .discountedCash:
      Shape(
        "Present value of cash and \(Money.purse) benefit less cost in the year",
        "present value of cash", Money.billions, .national, 4, yearly: true)
    case .discountedNetBenefit:
      Shape(
        "Present value of benefit less cost in the year", "present value of net benefit",
        Money.billions,
        .organisation, 4, yearly: true)
    case .outagesAvoidedInYear:
      Shape(
        "Critical outages avoided in the year", "outages avoided", "outages a year", .national, 12,
        yearly: true)
    case .size:
      Shape(
        "Full potential of the organisation", "size", Money.billionsAYear, .organisation, 7,
        streams: .rollout)
    case .reach:
      Shape(
        "Share of the value that the coverage reaches", "reach", "share", .levers, 7,
        streams: .rollout)
    case .adoption:
      Shape(
        "Adoption at maturity", "adoption", "share", .levers, 7, streams: .rollout, yearly: true)
    case .adoptionOpening:
      Shape(
        "Adoption when the year opens", "adoption at opening", "share", .levers, 7,
        streams: .rollout, yearly: true)
    case .adoptionClosing:
      Shape(
        "Adoption when the year closes", "adoption at closing", "share", .levers, 7,
        streams: .rollout, yearly: true)
    case .halfTime:
      Shape("Years to half of adoption", "half time", "years", .levers, 7, streams: .rollout)
    case .opening:
      Shape(
        "Years since the start when the year opens", "opening time", "years", .levers, 7,
        yearly: true)
    case .closing:
      Shape(
        "Years since the start when the year closes", "closing time", "years", .levers, 7,
        yearly: true)
    case .middle:
      Shape(
        "Years since the start in the middle of the year", "middle time", "years", .levers, 7,
        yearly: true)
    case .maturity:
      Shape(
        "Years since the start in the middle of the year, less the lag", "maturity", "years",
        .levers, 7, yearly: true)
    case .fraudKept:
      Shape(
        "Share of the effect on fraud that is left", "effect left", "share", .levers, 7,
        yearly: true)
    case .plannedCost:
      Shape(
        "Planned one-off cost of \(Money.sign)1 of yearly potential", "planned cost",
        "\(Money.sign) per \(Money.sign) a year", .levers,
        9)
    case .overrun:
      Shape("Overrun after risk management", "overrun", "multiple", .levers, 9)
    case .investmentOfStream:
      Shape(
        "Investment", "investment", Money.billionsAYear, .organisation, 9, streams: .rollout,
        yearly: true)
    case .runningOfStream:
      Shape(
        "Running cost", "running cost", Money.billionsAYear, .organisation, 9, streams: .rollout,
        yearly: true)
    case .posts:
      Shape("Contractor posts replaced in the end", "posts", "thousand posts", .organisation, 7)
    case .civilServantCost:
      Shape(
        "Cost of a digital employee", "employee cost", "\(Money.thousands) a year", .everyone, 7)
    case .postsConverted:
      Shape(
        "Share of posts replaced by the middle of the year", "share replaced", "share", .levers, 7,
        yearly: true)
    case .postsConvertedOpening:
      Shape(
        "Share of posts replaced when the year opens", "share replaced at opening", "share",
        .levers, 7, yearly: true)
    case .postsConvertedClosing:
      Shape(
        "Share of posts replaced when the year closes", "share replaced at closing", "share",
        .levers, 7, yearly: true)
    case .conversionCostPerPost:
      Shape(
        "Cost of replacing one contractor", "cost of replacing one", "\(Money.thousands)",
        .everyone, 9)
    case .legacyGrowth:
      Shape("Rate at which systems become legacy", "growth of legacy", "share a year", .everyone, 7)
    case .remediationRamp:
      Shape("Share of the remediation lever at work", "ramp", "share", .levers, 7, yearly: true)
    case .extraRemediation:
      Shape(
        "Legacy retired beyond what happens anyway", "extra remediation", "share a year", .levers,
        7, yearly: true)
    case .remediationRate:
      Shape("Legacy retired", "remediation rate", "share a year", .levers, 7, yearly: true)
    case .legacyShareClosing:
      Shape(
        "Share of systems that is legacy when the year closes", "legacy share at closing", "share",
        .organisation, 7, yearly: true)
    case .modernUpkeep:
      Shape(
        "Yearly upkeep if no system were legacy", "modern upkeep", Money.billionsAYear,
        .organisation, 7)
    case .upkeep:
      Shape("Upkeep of systems", "upkeep", Money.billionsAYear, .organisation, 7, yearly: true)
    case .upkeepBaseline:
      Shape(
        "Upkeep of systems without the programme", "upkeep without the programme",
        Money.billionsAYear,
        .organisation, 7, yearly: true)
    case .upkeepAtStart:
      Shape(
        "Upkeep of systems at the first legacy share", "upkeep at start", Money.billionsAYear,
        .organisation, 7)
    case .legacyCash:
      Shape(
        "Legacy benefit that is spending below the first level", "legacy cash", Money.billionsAYear,
        .organisation, 11, yearly: true)
    }
  }
}

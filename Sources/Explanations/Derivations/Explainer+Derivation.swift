import Analytics

extension Explainer {
  /// How a node is computed from others; nil for what is read: facts, assumptions, levers,
  /// weights, rates and constants.
  func derivation(of node: Node) -> Derivation? {
    switch node {
    case .quantity(let quantity): return derivation(of: quantity)
    case .weights(let key):
      return Derivation(
        total: inputs.organisations.indices.map { .weight(key, $0) },
        of: "the weights of \(inputs.organisations.count) organisations")
    case .share(let key, let place):
      return Derivation { $0(.weight(key, place)) / $0(.weights(key)) }
    case .lever(let lever, let place?):
      // Without a value of its own an organisation has the national one.
      return override(lever, place) == nil ? Derivation { $0(.lever(lever, nil)) } : nil
    case .efficiencyTarget(let place): return efficiencyTarget(place)
    case .statistic(.mean, let quantity): return sumOfMeans(quantity)
    default: return nil
    }
  }

  private func derivation(of q: Quantity) -> Derivation {
    switch q.name {
    case .presentValueBenefit, .presentValueCost, .npsv, .bcr, .switchingValue, .cashNPV,
      .paybackYears, .finalBenefit, .finalCash, .totalInvestment, .outagesAvoided,
      .discountFactor, .discountedBenefit, .discountedCost, .discountedCash,
      .discountedNetBenefit, .outagesAvoidedInYear, .totalConversion, .totalRemediation:
      return metric(q)
    case .outages, .outagesBaseline: return outages(q)
    case .benefit, .cash, .exchequer, .nonCash, .investment, .running, .conversion, .remediation,
      .cost, .netBenefit, .gross, .net, .cashAndExchequer, .totalGross, .overlapDeducted,
      .legacyPremium:
      return q.organisation == nil ? nation(q) : organisation(q)
    case .whyNot, .beyondHeadline, .fullPotential, .potentialRange, .notReached, .notRealised,
      .notTakenUp, .eroded, .countedTwice, .likeForLike, .contractorsBeside, .legacyBeside:
      return headline(q)
    case .size, .investmentOfStream, .runningOfStream: return rollout(q)
    case .reach, .adoption, .adoptionOpening, .adoptionClosing, .halfTime, .opening, .closing,
      .middle, .maturity, .fraudKept, .plannedCost, .overrun, .postsConverted,
      .postsConvertedOpening, .postsConvertedClosing, .remediationRamp, .extraRemediation,
      .remediationRate:
      return levers(q)
    case .posts, .civilServantCost, .conversionCostPerPost: return contractors(q)
    case .legacyShare, .legacyShareBaseline, .legacyShareClosing, .legacyGrowth, .modernUpkeep,
      .upkeep, .upkeepBaseline, .upkeepAtStart, .legacyCash:
      return estate(q)
    }
  }

  /// The organisation if it has a lever of its own, else nil: everyone without one shares what
  /// follows from the national levers.
  func levers(of organisation: Int?) -> Int? {
    organisation.flatMap { place in
      (scenario.overrides[code(place)] ?? [:]).isEmpty ? nil : place
    }
  }

  func override(_ lever: Lever, _ place: Int) -> Double? {
    scenario.overrides[code(place)]?[lever]
  }

  /// The lever that holds for an organisation.
  func lever(_ lever: Lever, _ organisation: Int?) -> Node {
    guard let place = organisation, override(lever, place) != nil else { return .lever(lever, nil) }
    return .lever(lever, place)
  }
}

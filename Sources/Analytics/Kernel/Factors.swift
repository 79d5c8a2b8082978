/// The values of the 34 assumptions in a few draws side by side, each with its unit.
struct Factors {
  let potential, realisation: Rollout<Lanes>
  let yearsToHalf: Rollout<Quantity<Years>>
  let scheduleOverrun, adoptionShape: Lanes
  let automationCashShare, channelCashShare, fraudExchequerShare, fraudErosion: Lanes
  let investmentPerBenefit, costOverrun, runningCostRate, contractorCostMultiple: Lanes
  let digitalSalary: Quantity<ThousandPounds>
  let postFillRate: Lanes
  let handover: Quantity<Months>
  let legacyDrift, baselineRemediation, legacyUpkeepMultiple, runShare, remediationCost: Lanes
  let outagesDueToLegacy, outageRate: Lanes
  let legacyShareCentral, legacyShareNHS, legacySharePolice: Lanes
  let valueConcentration, overlapScale: Lanes

  /// Reads row after row of the register, in its order.
  init(row: (Int) -> Lanes) {
    var place = 0
    func next() -> Lanes {
      defer { place += 1 }
      return row(place)
    }
    potential = Rollout(automation: next(), channel: next(), fraud: next())
    realisation = Rollout(automation: next(), channel: next(), fraud: next())
    yearsToHalf = Rollout(
      automation: Quantity(next()), channel: Quantity(next()), fraud: Quantity(next()))
    scheduleOverrun = next()
    adoptionShape = next()
    automationCashShare = next()
    channelCashShare = next()
    fraudExchequerShare = next()
    fraudErosion = next()
    investmentPerBenefit = next()
    costOverrun = next()
    runningCostRate = next()
    contractorCostMultiple = next()
    digitalSalary = Quantity(next())
    postFillRate = next()
    handover = Quantity(next())
    legacyDrift = next()
    baselineRemediation = next()
    legacyUpkeepMultiple = next()
    runShare = next()
    remediationCost = next()
    outagesDueToLegacy = next()
    outageRate = next()
    legacyShareCentral = next()
    legacyShareNHS = next()
    legacySharePolice = next()
    valueConcentration = next()
    overlapScale = next()
  }

  /// The legacy share at the start of an estate.
  func legacyShare(_ estate: LegacyClass) -> Lanes {
    switch estate {
    case .central: legacyShareCentral
    case .nhs: legacyShareNHS
    case .police: legacySharePolice
    }
  }
}

/// Something of each of the three streams that make the £45bn.
struct Rollout<Value> {
  var automation, channel, fraud: Value

  @inline(__always)
  subscript(place: Int) -> Value {
    switch place {
    case 0: automation
    case 1: channel
    default: fraud
    }
  }
}

extension Rollout: Sendable where Value: Sendable {}
extension Rollout: Equatable where Value: Equatable {}
extension Rollout: Hashable where Value: Hashable {}

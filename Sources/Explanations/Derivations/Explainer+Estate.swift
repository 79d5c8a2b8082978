import Analytics

extension Explainer {
  /// Legacy systems as a stock with flows, and their upkeep; docs/METHOD.md, sections 7, 9 and 11.
  func estate(_ q: Quantity) -> Derivation {
    let lever = q.of(levers(of: q.organisation))
    let everyone = q.of(nil).at(nil)
    let whole = q.at(nil)
    switch q.name {
    case .legacyGrowth:
      return Derivation {
        let current = $0(.legacyShareCurrent)
        return .larger(
          ($0(.legacyDrift) + $0(.baselineRemediation) * current) / (1 - current), 0)
      }
    case .legacyShare, .legacyShareBaseline:
      guard let year = q.year, year > 0 else { return Derivation { firstShare(q, $0) } }
      return step(q.at(year - 1), q.name, lever.at(year - 1))
    case .legacyShareClosing: return step(q, .legacyShare, lever)
    case .modernUpkeep:
      return Derivation {
        $0(.runShare) * $0(.nationalDigitalSpend) * $0(.share(.digitalSpend, q.organisation ?? 0))
          / (1 + ($0(.legacyUpkeepMultiple) - 1) * firstShare(q, $0))
      }
    case .upkeep: return upkeep(whole) { $0(q.with(.legacyShare)) }
    case .upkeepBaseline: return upkeep(whole) { $0(q.with(.legacyShareBaseline)) }
    case .upkeepAtStart: return upkeep(whole) { firstShare(q, $0) }
    case .legacyCash:
      return Derivation(note: "0 where the benefit before overlap is 0.") {
        let gross = $0(q.with(.gross, .legacy))
        let below = Formula.larger($0(whole.with(.upkeepAtStart)) - $0(q.with(.upkeep)), 0)
        return .quotientOrNought(.smaller(below, gross) * $0(q.with(.net, .legacy)), gross)
      }
    case .remediation:
      return Derivation {
        $0(.remediationCost) * $0(.legacyUpkeepMultiple) * $0(whole.with(.modernUpkeep))
          * $0(lever.with(.extraRemediation)) * $0(q.with(.legacyShareClosing))
          * $0(lever.at(nil).with(.overrun))
      }
    default:
      return Derivation { $0(q.with(.upkeepBaseline)) - $0(q.with(.upkeep)) }
    }
    func step(_ before: Quantity, _ name: Name, _ lever: Quantity) -> Derivation {
      Derivation {
        let share = $0(before.with(name))
        let growth = $0(everyone.with(.legacyGrowth))
        let retired =
          name == .legacyShareBaseline
          ? $0(.baselineRemediation) : $0(lever.with(.remediationRate))
        return (share + growth) / (1 + growth + retired)
      }
    }
  }

  private func upkeep(
    _ whole: Quantity, _ share: (Derivation.Uses) -> Formula
  ) -> Derivation {
    Derivation {
      $0(whole.with(.modernUpkeep)) * (1 + ($0(.legacyUpkeepMultiple) - 1) * share($0))
    }
  }

  /// The legacy share that an organisation starts from: its own, else its class's.
  private func firstShare(_ q: Quantity, _ uses: Derivation.Uses) -> Formula {
    let organisation = inputs.organisations[q.organisation ?? 0]
    if let own = organisation.ownLegacyShare { return uses(.fact(own.fact)) / 100 }
    return switch organisation.legacyClass {
    case .central: uses(.assumption(.legacyShareCentral))
    case .nhs: uses(.assumption(.legacyShareNHS))
    case .police: uses(.assumption(.legacySharePolice))
    }
  }

  /// Outages of the organisation whose are modelled follow its legacy share; docs/METHOD.md, section 8.
  func outages(_ q: Quantity) -> Derivation {
    let own = q.of(places[inputs.outages])
    let name = q.name == .outages ? Name.legacyShare : .legacyShareBaseline
    return Derivation {
      let due = $0(.outagesDueToLegacy)
      return $0(.outageRate)
        * (1 - due + due * $0(own.with(name)) / $0(own.at(0).with(.legacyShare)))
    }
  }
}

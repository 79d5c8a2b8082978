import Analytics

extension Explainer {
  /// What an organisation has of the three streams that make the £45bn; docs/METHOD.md, sections 7
  /// and 9.
  func rollout(_ q: Quantity) -> Derivation {
    let stream = q.stream ?? .automation
    let lever = q.of(levers(of: q.organisation))
    let shared = lever.at(nil)
    switch q.name {
    case .size:
      return Derivation {
        $0(.assumption(stream.potential)) * $0(.share(key(of: stream), q.organisation ?? 0))
      }
    case .investmentOfStream:
      return Derivation {
        $0(shared.with(.plannedCost)) * $0(shared.with(.overrun))
          * $0(q.at(nil).with(.size, stream)) * $0(coverage(stream, q.organisation))
          * ($0(lever.with(.adoptionClosing, stream)) - $0(lever.with(.adoptionOpening, stream)))
      }
    case .runningOfStream:
      return Derivation {
        $0(.runningCostRate) * $0(shared.with(.plannedCost)) * $0(q.at(nil).with(.size, stream))
          * $0(coverage(stream, q.organisation)) * $0(lever.with(.adoptionOpening, stream))
      }
    default:
      return Derivation {
        let gross =
          $0(q.at(nil).with(.size, stream)) * $0(shared.with(.reach, stream))
          * $0(.assumption(stream.realisation)) * $0(lever.with(.adoption, stream))
        return stream == .fraud ? gross * $0(lever.with(.fraudKept)) : gross
      }
    }
  }

  /// What follows from levers, assumptions and constants alone.
  func levers(_ q: Quantity) -> Derivation {
    // Of an organisation without levers of its own it is what it is for everyone.
    if q.organisation != nil, levers(of: q.organisation) == nil {
      return Derivation { $0(q.of(nil)) }
    }
    let stream = q.stream ?? .automation
    switch q.name {
    case .reach:
      return Derivation {
        1 - .power(1 - $0(coverage(stream, q.organisation)), $0(.valueConcentration))
      }
    case .halfTime:
      return Derivation {
        $0(.assumption(stream.yearsToHalf)) * $0(lever(.pace, q.organisation))
          * (1 + $0(.scheduleOverrun))
      }
    case .adoption: return adoption(q, stream, .maturity)
    case .adoptionOpening: return adoption(q, stream, .opening)
    case .adoptionClosing: return adoption(q, stream, .closing)
    case .opening: return clock(q, 0)
    case .closing: return clock(q, 1)
    case .middle: return clock(q, 0.5)
    case .maturity: return clock(q, 0.5, lag: true)
    case .fraudKept:
      return Derivation { .power(1 - $0(.fraudErosion), $0(q.with(.maturity))) }
    case .plannedCost:
      return Derivation {
        $0(.investmentPerBenefit) * .power($0(lever(.pace, q.organisation)), 0 - $0(.crashExponent))
      }
    case .overrun:
      return Derivation {
        1 + ($0(.costOverrun) - 1) * (1 - $0(lever(.riskMitigation, q.organisation)))
          + $0(.mitigationCostRate) * $0(lever(.riskMitigation, q.organisation))
      }
    case .postsConverted: return converted(q, .middle)
    case .postsConvertedOpening: return converted(q, .opening)
    case .postsConvertedClosing: return converted(q, .closing)
    case .remediationRamp:
      return Derivation {
        let start = $0(lever(.startDelay, q.organisation))
        let since = yearsIn(q, $0) + 0.5 - start
        return .smaller(.larger(since / $0(.remediationRampYears), 0), 1)
      }
    case .extraRemediation:
      return Derivation {
        $0(lever(.legacyRemediation, q.organisation)) * $0(q.with(.remediationRamp))
      }
    default:
      return Derivation { $0(.baselineRemediation) + $0(q.with(.extraRemediation)) }
    }
  }

  /// Take-up by the curve of Bass, at the time of a clock.
  private func adoption(_ q: Quantity, _ stream: Stream, _ time: Name) -> Derivation {
    Derivation {
      let shape = $0(.adoptionShape)
      let x = Formula.exponential(
        (0 - .logarithm(2 + shape)) * $0(q.with(time)) / $0(q.at(nil).with(.halfTime, stream)))
      return (1 - x) / (1 + shape * x)
    }
  }

  private func converted(_ q: Quantity, _ time: Name) -> Derivation {
    Derivation { 1 - .power(0.5, $0(q.with(time)) / $0(.conversionHalfTimeYears)) }
  }

  /// Years since the start, `part` of a year after the year opens; none before it.
  private func clock(_ q: Quantity, _ part: Double, lag: Bool = false) -> Derivation {
    Derivation {
      let begun = part == 0 ? yearsIn(q, $0) : yearsIn(q, $0) + .number(part)
      let since = begun - $0(lever(.startDelay, q.organisation))
      return .larger(lag ? since - $0(.benefitLagYears) : since, 0)
    }
  }

  /// Years from the start of the first year to the start of the quantity's.
  private func yearsIn(_ q: Quantity, _ uses: Derivation.Uses) -> Formula {
    .number(startYear + Double(q.year ?? 0)) - uses(.startYear)
  }

  private func coverage(_ stream: Stream, _ organisation: Int?) -> Node {
    switch stream {
    case .channel: lever(.channelCoverage, organisation)
    case .fraud: lever(.fraudCoverage, organisation)
    default: lever(.automationCoverage, organisation)
    }
  }

  private var startYear: Double { inputs.fixed[.startYear]?.value ?? 0 }

  /// The key that shares a stream out.
  func key(of stream: Stream) -> AllocationKey {
    switch stream {
    case .automation: scenario.keySet == .automation ? .automation : .automationGDS2026
    case .channel: .channel
    case .fraud: .fraud
    case .contractors: .contractor
    case .legacy: .digitalSpend
    }
  }
}

extension Stream {
  /// Of the three streams that are rolled out.
  var potential: Assumption {
    switch self {
    case .channel: .channelPotential
    case .fraud: .fraudPotential
    default: .automationPotential
    }
  }

  var realisation: Assumption {
    switch self {
    case .channel: .channelRealisation
    case .fraud: .fraudRealisation
    default: .automationRealisation
    }
  }

  fileprivate var yearsToHalf: Assumption {
    switch self {
    case .channel: .channelYearsToHalf
    case .fraud: .fraudYearsToHalf
    default: .automationYearsToHalf
    }
  }
}

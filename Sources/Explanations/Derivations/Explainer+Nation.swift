import Analytics

extension Explainer {
  /// The nation's series: sums over organisations, and what is made of those sums.
  func nation(_ q: Quantity) -> Derivation {
    switch q.name {
    case .benefit:
      return Derivation { uses in
        .sum(Stream.allCases.map { uses(q.with(.net, $0)) })
      }
    case .cost:
      return Derivation {
        $0(q.with(.investment)) + $0(q.with(.running)) + $0(q.with(.conversion))
          + $0(q.with(.remediation))
      }
    case .nonCash, .netBenefit, .cashAndExchequer, .totalGross, .overlapDeducted:
      return combined(q)
    default:
      let what = [q.name.shape.short, q.stream?.rawValue].compactMap { $0 }.joined(separator: " ")
      return Derivation(
        total: inputs.organisations.indices.map { .quantity(q.of($0)) },
        of: "\(what) of \(inputs.organisations.count) organisations")
    }
  }

  /// What is made of several series, of the nation or of an organisation alike.
  private func combined(_ q: Quantity) -> Derivation {
    switch q.name {
    case .netBenefit: Derivation { $0(q.with(.benefit)) - $0(q.with(.cost)) }
    case .cashAndExchequer: Derivation { $0(q.with(.cash)) + $0(q.with(.exchequer)) }
    case .totalGross:
      Derivation { uses in .sum(Stream.allCases.map { uses(q.with(.gross, $0)) }) }
    case .overlapDeducted: Derivation { $0(q.with(.totalGross)) - $0(q.with(.benefit)) }
    default:
      Derivation { $0(q.with(.benefit)) - $0(q.with(.cash)) - $0(q.with(.exchequer)) }
    }
  }

  /// An organisation's series; docs/METHOD.md, sections 7 to 11.
  func organisation(_ q: Quantity) -> Derivation {
    switch (q.name, q.stream) {
    case (.gross, .contractors?), (.conversion, _): return contractors(q)
    case (.gross, .legacy?), (.remediation, _): return estate(q)
    case (.gross, _): return rollout(q)
    case (.net, let stream?): return net(q, stream)
    case (.benefit, _):
      return Derivation { uses in
        .sum(Stream.allCases.map { uses(q.with(.net, $0)) })
      }
    case (.cash, _):
      return Derivation {
        $0(.automationCashShare) * $0(q.with(.net, .automation))
          + $0(.channelCashShare) * $0(q.with(.net, .channel)) + $0(q.with(.net, .contractors))
          + $0(q.with(.legacyCash))
      }
    case (.exchequer, _):
      return Derivation { $0(.fraudExchequerShare) * $0(q.with(.net, .fraud)) }
    case (.investment, _), (.running, _):
      let name = q.name == .investment ? Name.investmentOfStream : .runningOfStream
      return Derivation {
        $0(q.with(name, .automation)) + $0(q.with(name, .channel)) + $0(q.with(name, .fraud))
      }
    case (.cost, _):
      return Derivation {
        $0(q.with(.investment)) + $0(q.with(.running)) + $0(q.with(.conversion))
          + $0(q.with(.remediation))
      }
    case (.legacyPremium, _):
      return Derivation { $0(q.with(.upkeepAtStart)) - $0(q.with(.modernUpkeep)) }
    default: return combined(q)
    }
  }

  /// A stream less its half of every overlap; docs/METHOD.md, section 10.
  private func net(_ q: Quantity, _ stream: Stream) -> Derivation {
    let pairs = inputs.overlaps.enumerated().filter {
      $0.element.weight != 0 && ($0.element.a == stream || $0.element.b == stream)
    }
    return Derivation { uses in
      let own = uses(q.with(.gross, stream))
      guard !pairs.isEmpty else { return own }
      let shared = pairs.map { place, pair -> Formula in
        let other = pair.a == stream ? pair.b : pair.a
        return uses(.overlap(place)) * .smaller(own, uses(q.with(.gross, other)))
      }
      return own - 0.5 * uses(.overlapScale) * .sum(shared)
    }
  }
}

import Analytics

extension Explainer {
  /// The way from the headline to the benefit; docs/METHOD.md, section 14. Parts come first: a step
  /// of the nation is the sum of those of its organisations.
  func headline(_ q: Quantity) -> Derivation {
    switch q.name {
    case .whyNot: return Derivation { self.whole(q, $0) { .quantity(q.with($0)) } }
    case .beyondHeadline:
      return Derivation(note: Self.neverRescaled) {
        $0(q.with(.fullPotential)) - $0(.headlinePotential)
      }
    case .likeForLike:
      return Derivation { uses in
        .sum(HeadlineStep.within.compactMap(\.name).map { uses(q.with($0)) })
      }
    default: break
    }
    guard let place = q.organisation else { return nation(q) }
    return switch q.name {
    case .countedTwice: overlap(q, among: Self.withinHeadline)
    case .contractorsBeside: beside(q, .contractors)
    case .legacyBeside: beside(q, .legacy)
    default: rolledOut(q, place)
    }
  }

  private static let neverRescaled =
    "The levers are published rounded and sum to more than the headline; they are not rescaled."
  private static let withinHeadline: [Stream] = [.automation, .channel, .fraud]

  /// The mean of a sum as the sum of means, which add up; nil for what has no parts.
  func sumOfMeans(_ q: Quantity) -> Derivation? {
    guard headlines != nil else { return nil }
    func mean(_ name: Name) -> Node { .statistic(.mean, q.with(name)) }
    switch q.name {
    case .whyNot: return Derivation { self.whole(q, $0, mean) }
    case .beyondHeadline:
      return Derivation(note: Self.neverRescaled) {
        $0(mean(.fullPotential)) - $0(.headlinePotential)
      }
    case .likeForLike:
      return Derivation { uses in
        .sum(HeadlineStep.within.compactMap(\.name).map { uses(mean($0)) })
      }
    default: return nil
    }
  }

  /// The headline, and every step from it; an organisation begins with its part of the levers.
  private func whole(
    _ q: Quantity, _ uses: Derivation.Uses, _ node: (Name) -> Node
  ) -> Formula {
    let steps = HeadlineStep.all.compactMap(\.name)
    guard q.organisation == nil else { return .sum(steps.map { uses(node($0)) }) }
    return .sum(
      [uses(.headlinePotential), uses(node(.beyondHeadline))]
        + steps.dropFirst().map { uses(node($0)) })
  }

  /// What of an organisation's three streams a step of their product takes away.
  private func rolledOut(_ q: Quantity, _ place: Int) -> Derivation {
    let lever = q.of(levers(of: place))
    return Derivation { uses in
      .sum(
        Self.withinHeadline.flatMap { stream -> [Formula] in
          let size = uses(q.at(nil).with(.size, stream))
          func reach() -> Formula { uses(lever.at(nil).with(.reach, stream)) }
          func realised() -> Formula { size * reach() * uses(.assumption(stream.realisation)) }
          func adopted() -> Formula { uses(lever.with(.adoption, stream)) }
          switch q.name {
          case .fullPotential: return [size]
          case .potentialRange:
            // Nought in the central case, which has every potential at its P50.
            let published =
              uses(.assumption(stream.potential)) * uses(.share(key(of: stream), place))
            return [size - published]
          case .notReached: return [size * (reach() - 1)]
          case .notRealised:
            return [size * reach() * (uses(.assumption(stream.realisation)) - 1)]
          case .notTakenUp: return [realised() * (adopted() - 1)]
          default:
            guard stream == .fraud else { return [] }
            return [realised() * adopted() * (uses(lever.with(.fraudKept)) - 1)]
          }
        })
    }
  }

  /// Less what pairs of streams share, the smaller's part of each.
  private func overlap(_ q: Quantity, among streams: [Stream]) -> Derivation {
    let pairs = inputs.overlaps.enumerated().filter {
      $0.element.weight != 0 && streams.contains($0.element.a) && streams.contains($0.element.b)
    }
    return Derivation { uses in
      0 - uses(.overlapScale) * .sum(pairs.map { self.shared(q, $0, $1, uses) })
    }
  }

  private func shared(
    _ q: Quantity, _ place: Int, _ pair: OverlapWeight, _ uses: Derivation.Uses
  ) -> Formula {
    uses(.overlap(place))
      * .smaller(uses(q.with(.gross, pair.a)), uses(q.with(.gross, pair.b)))
  }

  /// A stream beside the headline, less what it shares with the headline's, and half of what the
  /// two beside it share.
  private func beside(_ q: Quantity, _ stream: Stream) -> Derivation {
    let pairs = inputs.overlaps.enumerated().filter {
      $0.element.weight != 0 && ($0.element.a == stream || $0.element.b == stream)
    }
    return Derivation { uses in
      let own = uses(q.with(.gross, stream))
      guard !pairs.isEmpty else { return own }
      let parts = pairs.map { place, pair -> Formula in
        let isWithin = Self.withinHeadline.contains(pair.a == stream ? pair.b : pair.a)
        let shared = self.shared(q, place, pair, uses)
        return isWithin ? shared : 0.5 * shared
      }
      return own - uses(.overlapScale) * .sum(parts)
    }
  }
}

extension HeadlineStep {
  /// What an id calls it.
  var name: Name? { Name(rawValue: rawValue) }
}

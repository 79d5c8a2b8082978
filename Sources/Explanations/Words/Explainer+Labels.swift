import Analytics
import Figures

extension Explainer {
  /// What a node is, of whom and when, in a few words.
  func label(_ node: Node) -> String {
    switch node {
    case .quantity(let q):
      let whose: String? =
        switch (q.organisation, q.name.shape.scope) {
        case (let place?, _): name(place)
        case (nil, .national), (nil, .both): "all organisations"
        case (nil, .levers): "national levers"
        default: nil
        }
      return [words(of: q), whose, q.year.map { years[$0] }].compactMap { $0 }
        .joined(separator: ", ")
    case .statistic(let statistic, let q):
      return "\(statistic.words) of \(label(.quantity(q)).uncapitalised)"
    case .chance(.npsvPositive): return "Chance that net present social value is above 0"
    case .chance(.payback): return "Chance that it pays back"
    case .assumption(let assumption): return spec(assumption)?.label ?? assumption.id
    case .lever(let lever, let place):
      let label = spec(lever)?.label ?? lever.id
      return place.map { "\(label), \(name($0))" } ?? label
    case .fixed(let parameter): return parameter.label
    case .weight(let key, let place):
      return "Weight in the key \(key.rawValue.asWords), \(name(place))"
    case .weights(let key): return "Sum of the weights in the key \(key.rawValue.asWords)"
    case .share(let key, let place):
      return "Share of the key \(key.rawValue.asWords), \(name(place))"
    case .overlap(let place):
      let pair = inputs.overlaps[place]
      return "Overlap of \(pair.a.words) and \(pair.b.words)"
    case .rate(let year): return "Real discount rate, \(years[year])"
    case .fact(let id): return evidence.fact(id).map { evidence.figure($0).label } ?? id
    case .observation(let row, let table):
      return evidence.figure(rows(table)[row], in: ObservationTable.allCases[table]).label
    case .incident(let place):
      let incident = evidence.incidents[place]
      return "\(incident.title), \(evidence.name(of: incident.body)), \(incident.date)"
    case .milestone(let place):
      let milestone = evidence.milestones[place]
      return "\(milestone.title), \(evidence.name(of: milestone.body)), \(milestone.date)"
    case .redList(let place): return evidence.redListRates[place].label
    case .requirement(let goal, let assumption): return label(goal, assumption)
    case .efficiencyTarget(let place): return derivedTarget(place)?.label ?? ""
    }
  }

  /// The name of a quantity with its stream.
  func words(of q: Quantity) -> String {
    let label = q.name.shape.label
    return q.stream.map { "\(label), \($0.words)" } ?? label
  }

  /// What an input is called in the formula of a node: without what the two have in common.
  func short(_ node: Node, beside other: Node) -> String {
    switch node {
    case .quantity(let q):
      var text = q.name.shape.short
      if let stream = q.stream { text += " \(stream.rawValue)" }
      if case .quantity(let other) = other, let year = q.year, year != other.year {
        text += " \(years[year])"
      }
      return text
    case .statistic(let statistic, let q):
      return "\(statistic.words.uncapitalised) \(short(.quantity(q), beside: .quantity(q)))"
    case .assumption(let assumption): return assumption.id.asWords
    case .lever(let lever, _): return lever.id.asWords
    case .fixed(let parameter): return parameter.id.asWords
    case .weight: return "weight"
    case .weights: return "sum of weights"
    case .share(let key, _): return "share of key \(key.rawValue)"
    case .overlap(let place):
      let pair = inputs.overlaps[place]
      return "overlap of \(pair.a.rawValue) and \(pair.b.rawValue)"
    case .rate: return "discount rate"
    default: return label(node)
    }
  }

  func unit(_ node: Node) -> String {
    switch node {
    case .quantity(let q), .statistic(_, let q): return q.name.shape.unit
    case .chance: return "share"
    case .assumption(let assumption): return spec(assumption)?.unit ?? ""
    case .lever(let lever, _): return spec(lever)?.unit ?? ""
    case .fixed(let parameter): return inputs.fixed[parameter]?.unit ?? ""
    case .weight(let key, let place): return inputs.keys[key]?[place].unit ?? ""
    case .weights(let key): return inputs.keys[key]?.first?.unit ?? ""
    case .share, .overlap: return "share"
    case .rate: return "share a year"
    case .fact(let id): return evidence.fact(id)?.unit ?? ""
    case .observation(let row, let table): return rows(table)[row].unit
    case .incident(let place): return evidence.incidents[place].affectedUnit
    case .milestone(let place): return evidence.milestones[place].unit
    case .redList(let place): return evidence.redListRates[place].unit
    case .requirement(_, let assumption): return spec(assumption)?.unit ?? ""
    case .efficiencyTarget: return "\(Money.millions) a year"
    }
  }

  func name(_ place: Int) -> String { inputs.organisations[place].name }

  func spec(_ assumption: Assumption) -> AssumptionSpec? {
    inputs.assumptions.first { $0.id == assumption }
  }

  func spec(_ lever: Lever) -> LeverSpec? { inputs.levers.first { $0.id == lever } }
}

extension String {
  /// An id as it is read: `start_delay` is `start delay`.
  fileprivate var asWords: String { replacing("_", with: " ") }
}

extension Stream {
  var words: String {
    switch self {
    case .automation: "automation"
    case .channel: "online channels"
    case .fraud: "fraud and error"
    case .contractors: "contractors"
    case .legacy: "legacy"
    }
  }
}

extension FixedParameter {
  fileprivate var label: String {
    switch self {
    case .startYear: "First year"
    case .horizonYears: "Years of the horizon"
    case .benefitLagYears: "Lag of benefits"
    case .remediationRampYears: "Years until remediation runs in full"
    case .crashExponent: "Exponent of the cost of haste"
    case .mitigationCostRate: "Cost of managing risk"
    case .employerPensionRate: "Employer's pension contribution"
    case .employerNIRate: "Employer's national insurance"
    case .employerNIThreshold: "Threshold of employer's national insurance"
    case .recruitmentShare: "Cost of recruitment"
    case .conversionHalfTimeYears: "Years until half of the posts are replaced"
    case .legacySharePrevious: "Legacy share of systems, a year before"
    case .legacyShareCurrent: "Legacy share of systems, newest"
    case .nationalDigitalSpend: "Digital spending of the public sector"
    case .headlinePotential: "Full potential, headline"
    case .seed: "Seed of the draws"
    }
  }
}

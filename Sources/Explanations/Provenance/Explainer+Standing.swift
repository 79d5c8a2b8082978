import Analytics
import Figures

/// How much a number can be relied on.
struct Standing: Hashable {
  var mark: Mark
  var confidence: Confidence

  /// The worst that there is: what is made of it is no better, whatever else goes in.
  static let worst = Standing(mark: .modelled, confidence: .d)

  func worse(_ other: Standing) -> Standing {
    Standing(
      mark: max(mark, other.mark),
      confidence: confidence.rawValue > other.confidence.rawValue
        ? confidence : other.confidence)
  }
}

extension Explainer {
  /// A result has the worst mark and the worst confidence of its inputs, and is derived at best.
  func standing(_ node: Node) -> Standing {
    if let known = standings[node] { return known }
    var standing: Standing
    if let derivation = derivation(of: node) {
      standing = Standing(mark: .derived, confidence: .c)
      for input in derivation.inputs {
        standing = standing.worse(self.standing(input))
        if standing == .worst { break }
      }
    } else {
      standing = readStanding(node)
    }
    standings[node] = standing
    return standing
  }

  private func readStanding(_ node: Node) -> Standing {
    switch node {
    case .quantity: return Standing(mark: .derived, confidence: .c)
    case .lever: return .worst
    case .assumption(let assumption):
      guard scenario.assumptions[assumption] == nil, let spec = spec(assumption) else {
        return .worst
      }
      return Standing(mark: spec.mark, confidence: spec.confidence)
    case .fixed(let parameter): return Standing(inputs.fixed[parameter]?.mark)
    case .weight(let key, let place): return Standing(inputs.keys[key]?[place].mark)
    case .overlap(let place): return Standing(inputs.overlaps[place].mark)
    case .rate(let year): return Standing(band(year)?.mark)
    case .fact(let id):
      let fact = evidence.fact(id)
      return Standing(mark: fact?.mark ?? .modelled, confidence: fact?.confidence ?? .d)
    case .observation(let row, let table):
      let row = rows(table)[row]
      return Standing(mark: row.mark, confidence: row.confidence)
    case .incident(let place):
      let incident = evidence.incidents[place]
      return Standing(mark: incident.mark, confidence: incident.confidence)
    case .milestone: return Standing(mark: .reported, confidence: .b)
    case .redList(let place): return Standing(evidence.redListRates[place].mark)
    case .weights, .share, .statistic, .chance, .efficiencyTarget, .requirement: return .worst
    }
  }

  /// The band of the schedule in force that holds a year; nil at a flat rate.
  func band(_ year: Int) -> DiscountBand? {
    guard case .schedule(let name) = scenario.discounting else { return nil }
    return inputs.discounting[name]?.first { $0.fromYear <= year && year <= $0.toYear ?? .max }
  }
}

extension Standing {
  /// What a mark alone says: tables without a grade of their own. No row at all is a decision.
  fileprivate init(_ mark: Mark?) {
    switch mark {
    case .reported: self.init(mark: .reported, confidence: .b)
    case .derived: self.init(mark: .derived, confidence: .c)
    case .modelled, nil: self = .worst
    }
  }
}

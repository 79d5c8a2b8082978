import Analytics
import Figures

extension Explainer {
  /// The value of what is read rather than computed.
  func readValue(_ node: Node) -> Double? {
    switch node {
    case .assumption(let assumption): return threePoint(assumption)?.p50
    case .lever(let lever, let place):
      return place.flatMap { override(lever, $0) } ?? scenario.levers[lever]
        ?? spec(lever)?.defaultValue
    case .fixed(let parameter): return inputs.fixed[parameter]?.value
    case .weight(let key, let place): return inputs.keys[key]?[place].value
    case .overlap(let place): return inputs.overlaps[place].weight
    case .rate(let year):
      if case .flat(let rate) = scenario.discounting { return rate }
      return band(year)?.rate
    case .fact(let id): return evidence.fact(id)?.value
    case .observation(let row, let table): return rows(table)[row].value
    case .incident(let place): return evidence.incidents[place].affected
    case .milestone(let place): return evidence.milestones[place].value
    case .redList(let place): return evidence.redListRates[place].p50
    case .statistic(let statistic, let q): return drawn(statistic, q)
    case .chance(.npsvPositive): return uncertainty?.probabilityNPSVPositive
    case .chance(.payback): return uncertainty?.probabilityPayback
    case .requirement(let goal, let assumption): return requirements?[assumption, goal]?.value
    case .quantity, .weights, .share, .efficiencyTarget: return nil
    }
  }

  func threePoint(_ assumption: Assumption) -> ThreePoint? {
    scenario.assumptions[assumption] ?? spec(assumption)?.range
  }

  /// Explains what is read: a leaf, or what rests on facts.
  func read(_ node: Node) -> Explanation {
    switch node {
    case .fact(let id): if let fact = evidence.fact(id) { return published(fact) }
    case .observation(let row, let table):
      return published(rows(table)[row], in: ObservationTable.allCases[table])
    case .incident(let place): return published(evidence.incidents[place])
    case .milestone(let place): return published(evidence.milestones[place])
    case .assumption(let assumption): return assumed(assumption)
    case .lever(let lever, let place): return decided(lever, place)
    case .rate(let year): return discounted(year)
    case .statistic, .chance: return drawn(node)
    case .requirement(let goal, let assumption): return required(goal, assumption)
    default: break
    }
    return given(node)
  }

  private func assumed(_ assumption: Assumption) -> Explanation {
    let node = Node.assumption(assumption)
    guard let spec = spec(assumption), let range = threePoint(assumption) else {
      return leaf(node, .assumption, "")
    }
    let points =
      range.p10 == range.p90
      ? "fixed at \(significant(range.p50))"
      : "P50 of P10 \(significant(range.p10)), P50 \(significant(range.p50)), "
        + "P90 \(significant(range.p90))"
    guard scenario.assumptions[assumption] == nil else {
      var leaf = leaf(
        node, .assumption,
        "\(points), set in the scenario; the register has \(significant(spec.range.p50))")
      leaf.sources = [
        Citation(title: "scenario \(scenario.id)", locator: "assumption \(assumption.id)")
      ]
      return leaf
    }
    let facts = evidence.facts(named: spec.rationale + " " + spec.source)
    var leaf = leaf(node, .assumption, points + ". " + spec.rationale)
    leaf.sources =
      [own(spec.source, "assumptions.csv, \(assumption.id)")] + facts.map(citation).unique
    leaf.inputs = facts.map(\.id)
    // One that is a published figure is as old and as disputed as that.
    if let fact = evidence.published(spec) {
      let published = self.published(fact)
      leaf.asOf = published.asOf
      leaf.isOld = published.isOld
      leaf.contradictions = published.contradictions
    }
    return leaf
  }

  private func decided(_ lever: Lever, _ place: Int?) -> Explanation {
    let node = Node.lever(lever, place)
    guard let spec = spec(lever) else { return leaf(node, .lever, "") }
    let limits = "\(significant(spec.minimum)) to \(significant(spec.maximum))"
    let whose = place == nil ? "national value" : "the organisation's own value"
    var leaf = leaf(node, .lever, "a decision: \(whose), allowed \(limits). \(spec.description)")
    let preset = inputs.presets.first { $0.id == scenario.id }
    let isPreset = place == nil && preset?.levers[lever] == leaf.value
    leaf.sources = [
      isPreset
        ? own("scenario \(scenario.id)", "scenarios.csv, \(scenario.id), \(lever.id)")
        : Citation(title: "scenario \(scenario.id), changed", locator: "lever \(lever.id)")
    ]
    return leaf
  }

  private func discounted(_ year: Int) -> Explanation {
    let node = Node.rate(year)
    switch (scenario.discounting, band(year)) {
    case (.schedule(let name), let band?):
      let to = band.toYear.map { "to \($0)" } ?? "on"
      var leaf = leaf(node, .rate, "schedule \(name), years \(band.fromYear) \(to)")
      let fact = evidence.published(band)
      leaf.sources =
        [own(band.source, "discount_schedules.csv, \(name)")]
        + [fact].compactMap { $0.map(citation) }
      leaf.inputs = [fact?.id].compactMap { $0 }
      return leaf
    default:
      var leaf = leaf(node, .rate, "a flat rate, set in the scenario")
      leaf.sources = [Citation(title: "scenario \(scenario.id)", locator: "discounting")]
      return leaf
    }
  }

  /// A row of one of the model's tables that has a source in words.
  private func given(_ node: Node) -> Explanation {
    switch node {
    case .fixed(let parameter):
      guard let fixed = inputs.fixed[parameter] else { break }
      let facts = evidence.facts(named: fixed.source)
      var leaf = leaf(node, .constant, "a constant of the model")
      leaf.sources =
        [own(fixed.source, "fixed_parameters.csv, \(parameter.id)")] + facts.map(citation).unique
      leaf.inputs = facts.map(\.id)
      return leaf
    case .weight(let key, let place):
      guard let cell = inputs.keys[key]?[place] else { break }
      var leaf = leaf(node, .weight, "a weight; only its share of all weights counts")
      let facts = evidence.facts(named: cell.note)
      leaf.sources =
        [own(cell.source, "allocation_keys.csv, \(code(place)), \(key.rawValue)")]
        + facts.map(citation).unique
      leaf.inputs = facts.map(\.id)
      leaf.note = cell.note
      leaf.cautions = cautions(key, place)
      return leaf
    case .overlap(let place):
      let pair = inputs.overlaps[place]
      var leaf = leaf(
        node, .constant, "share of the smaller of two benefits that the larger already counts")
      leaf.sources = [
        own(pair.source, "overlap_weights.csv, \(pair.a.rawValue), \(pair.b.rawValue)")
      ]
      return leaf
    case .redList(let place):
      let rate = evidence.redListRates[place]
      let facts = evidence.facts(named: rate.rationale)
      var leaf = leaf(
        node, .assumption,
        "P50 of P10 \(significant(rate.p10)), P50 \(significant(rate.p50)), "
          + "P90 \(significant(rate.p90)). \(rate.rationale)")
      leaf.sources =
        [own(rate.source, "red_list.csv, \(rate.flow.rawValue)")] + facts.map(citation).unique
      leaf.inputs = facts.map(\.id)
      return leaf
    default: break
    }
    return leaf(node, .constant, "")
  }

  /// What is to be said against a weight that rests on departments' returns.
  func cautions(_ key: AllocationKey, _ place: Int) -> [Caution] {
    guard key == .contractor, let cell = inputs.keys[key]?[place] else { return [] }
    return evidence.cautions(ofKeyOf: code(place), from: cell.source, value: cell.value)
  }

  /// The same of the sum of all weights: which of them it is said of.
  func cautions(_ key: AllocationKey) -> [Caution] {
    let codes = inputs.organisations.indices.filter { !cautions(key, $0).isEmpty }.map(code)
    guard !codes.isEmpty else { return [] }
    return [
      Caution(
        .odd, short: "odd",
        "\(codes.count) of its weights rest on returns that are incomplete or odd: "
          + "\(codes.joined(separator: ", ")).")
    ]
  }

  func leaf(_ node: Node, _ kind: Explanation.Kind, _ words: String) -> Explanation {
    let standing = standing(node)
    let value = value(node)
    let unit = unit(node)
    return Explanation(
      id: id(of: node), label: label(node), kind: kind, value: value, unit: unit,
      text: Explanation.text(of: value, unit: unit), mark: standing.mark,
      confidence: standing.confidence,
      asOf: evidence.date, isOld: false, sources: [], words: words, numbers: "", inputs: [],
      contradictions: [], note: "", range: nil, arithmetic: nil)
  }
}

extension Array where Element: Hashable {
  /// Without what stands in it before.
  fileprivate var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

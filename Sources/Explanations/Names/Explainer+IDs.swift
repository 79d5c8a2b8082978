import Analytics
import Figures

extension Explainer {
  /// The id of a node; `node(_:)` reads it back.
  func id(of node: Node) -> String {
    switch node {
    case .quantity(let quantity): return id(of: quantity)
    case .statistic(let statistic, let quantity): return id(of: quantity, statistic.rawValue)
    case .chance(let chance): return chance.rawValue
    case .assumption(let assumption): return "assumption.\(assumption.id)"
    case .lever(let lever, nil): return "lever.\(lever.id)"
    case .lever(let lever, let place?): return "lever.\(code(place)).\(lever.id)"
    case .fixed(let parameter): return "fixed.\(parameter.id)"
    case .weight(let key, let place): return "key.\(key.rawValue).\(code(place))"
    case .weights(let key): return "key.\(key.rawValue)"
    case .share(let key, let place): return "share.\(key.rawValue).\(code(place))"
    case .overlap(let place):
      let pair = inputs.overlaps[place]
      return "overlap.\(pair.a.rawValue).\(pair.b.rawValue)"
    case .rate(let year): return "discount_rate@\(years[year])"
    case .fact(let id): return id
    case .observation(let row, let table):
      return Self.id(of: rows(table)[row], in: ObservationTable.allCases[table])
    case .incident(let place): return evidence.incidents[place].id
    case .milestone(let place): return evidence.milestones[place].id
    case .efficiencyTarget(let place): return Evidence.derivedTargetID(of: code(place))
    case .requirement(let goal, let assumption): return "\(goal.rawValue).\(assumption.id)"
    case .redList(let place): return "red_list.\(evidence.redListRates[place].flow.rawValue)"
    }
  }

  private func id(of quantity: Quantity, _ statistic: String? = nil) -> String {
    var text = quantity.organisation.map { code($0) + "." } ?? ""
    text += quantity.name.rawValue
    if let stream = quantity.stream { text += "." + stream.rawValue }
    if let statistic { text += "." + statistic }
    if let year = quantity.year { text += "@" + years[year] }
    return text
  }

  static func id(of row: Observation, in table: ObservationTable) -> String {
    "\(table.rawValue).\(row.body).\(row.measure).\(row.period)"
  }

  /// What an id names; nil where it names nothing. Levers, assumptions and fixed parameters may
  /// leave out what stands before their own name.
  func node(_ id: String) -> Node? {
    if evidence.fact(id) != nil { return .fact(id) }
    let parts = id.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let words = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1 {
      if let node = input(words) { return node }
    }
    let year = parts.count > 1 ? years.firstIndex(of: String(parts[1])) : nil
    if parts.count == 1 || year != nil {
      if let quantity = quantity(words, year) { return .quantity(quantity) }
      if let statistic = words.last.flatMap({ Statistic(rawValue: $0) }),
        let quantity = quantity(words.dropLast(), year), isDrawn(quantity)
      {
        return .statistic(statistic, quantity)
      }
      if words == ["discount_rate"], let year, year > 0 { return .rate(year) }
    }
    return evidenceNode(id)
  }

  private func quantity(_ words: some Sequence<String>, _ year: Int?) -> Quantity? {
    var words = Array(words)[...]
    var organisation: Int?
    if let first = words.first, let place = places[first] {
      organisation = place
      words.removeFirst()
    }
    guard let name = words.popFirst().flatMap({ Name(rawValue: $0) }) else { return nil }
    let stream = words.popFirst()
    guard words.isEmpty else { return nil }
    let quantity = Quantity(
      name: name, organisation: organisation, stream: stream.flatMap { Stream(rawValue: $0) },
      year: year)
    guard (stream == nil) == (quantity.stream == nil), isWhole(quantity) else { return nil }
    return quantity
  }

  /// Whether a quantity has all that its name needs, and no more.
  func isWhole(_ quantity: Quantity) -> Bool {
    let shape = quantity.name.shape
    guard shape.isYearly == (quantity.year != nil) else { return false }
    switch (shape.streams, quantity.stream) {
    case (.none, nil), (.all, _?), (.rollout, .automation?), (.rollout, .channel?),
      (.rollout, .fraud?):
      break
    default: return false
    }
    switch shape.scope {
    case .national, .everyone: return quantity.organisation == nil
    case .organisation: return quantity.organisation != nil
    case .both, .levers: return true
    }
  }

  /// Whether draws keep a quantity.
  private func isDrawn(_ q: Quantity) -> Bool {
    if isOnTheWay(q), q.year == years.count - 1 { return true }
    if q.organisation != nil { return [.finalBenefit, .npsv, .benefit].contains(q.name) }
    return Metric(rawValue: q.name.rawValue) != nil
      || YearlySeries(rawValue: q.name.rawValue) != nil
  }

  private func input(_ words: [String]) -> Node? {
    func organisation(_ place: Int) -> Int? {
      words.indices.contains(place) ? places[words[place]] : nil
    }
    switch (words[0], words.count) {
    case ("assumption", 2): return Assumption(rawValue: words[1]).map { .assumption($0) }
    case ("lever", 2): return Lever(rawValue: words[1]).map { .lever($0, nil) }
    case ("lever", 3):
      guard let lever = Lever(rawValue: words[2]), let place = organisation(1) else { return nil }
      return .lever(lever, place)
    case ("fixed", 2): return FixedParameter(rawValue: words[1]).map { .fixed($0) }
    case ("key", 2): return AllocationKey(rawValue: words[1]).map { .weights($0) }
    case ("key", 3), ("share", 3):
      guard let key = AllocationKey(rawValue: words[1]), let place = organisation(2) else {
        return nil
      }
      return words[0] == "key" ? .weight(key, place) : .share(key, place)
    case ("overlap", 3):
      let pair = Set(words.dropFirst())
      let place = inputs.overlaps.firstIndex { Set([$0.a.rawValue, $0.b.rawValue]) == pair }
      return place.map { .overlap($0) }
    case ("red_list", 2):
      return evidence.redListRates.firstIndex { $0.flow.rawValue == words[1] }.map { .redList($0) }
    case (_, 2) where Requirement.Goal(rawValue: words[0]) != nil:
      guard let goal = Requirement.Goal(rawValue: words[0]) else { return nil }
      return Assumption(rawValue: words[1]).map { .requirement(goal, $0) }
    case (_, 1):
      if let chance = Chance(rawValue: words[0]) { return .chance(chance) }
      return Lever(rawValue: words[0]).map { .lever($0, nil) }
        ?? Assumption(rawValue: words[0]).map { .assumption($0) }
        ?? FixedParameter(rawValue: words[0]).map { .fixed($0) }
    case (_, 2):
      guard let place = organisation(0), let lever = Lever(rawValue: words[1]) else { return nil }
      return .lever(lever, place)
    default: return nil
    }
  }

  private func evidenceNode(_ id: String) -> Node? {
    if let place = inputs.organisations.firstIndex(where: {
      Evidence.derivedTargetID(of: $0.code) == id
    }), derivation(of: .efficiencyTarget(place)) != nil {
      return .efficiencyTarget(place)
    }
    for (place, table) in ObservationTable.allCases.enumerated() {
      guard id.hasPrefix(table.rawValue + ".") else { continue }
      let row = evidence.rows(table).firstIndex { Self.id(of: $0, in: table) == id }
      return row.map { .observation(row: $0, table: place) }
    }
    // Screens say which of the two tables it is.
    let own = String(
      id.dropFirst(id.hasPrefix("timeline.") ? 9 : id.hasPrefix("incidents.") ? 10 : 0))
    if let place = evidence.incidents.firstIndex(where: { $0.id == own }) {
      return .incident(place)
    }
    return evidence.milestones.firstIndex { $0.id == own }.map { .milestone($0) }
  }

  func code(_ place: Int) -> String { inputs.organisations[place].code }

  func rows(_ table: Int) -> [Observation] { evidence.rows(ObservationTable.allCases[table]) }
}

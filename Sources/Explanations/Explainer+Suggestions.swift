import Analytics
import Figures

extension Explainer {
  /// Ids near one that names nothing, the nearest first, at most five: mistyped ones, a series
  /// without its year or stream or with a year outside the horizon, and ids that hold what was
  /// typed.
  public func suggestions(for typed: String) -> [String] {
    let typed = String(typed.prefix(80))
    let ids = candidates(typed)
    let mistyped = Nearest.matches(typed, among: ids.map(\.name), most: 5)
    let idOf = Dictionary(ids.map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
    let part = typed.lowercased()
    let stem = part.prefix { $0 != "@" }
    // Names that go on where what was typed ends come first, then those that hold it.
    let longer = ids.filter { stem.count > 2 && $0.name.lowercased().hasPrefix(stem + ".") }
    let dated = ids.filter { $0.name.lowercased().hasPrefix(stem + "@") }
    let holding = ids.filter { part.count > 2 && $0.name.lowercased().contains(part) }
    let found =
      dated.map(\.id) + longer.prefix(5).map(\.id) + mistyped.compactMap { idOf[$0] }
      + holding.map(\.id)
    if found.isEmpty { return relatives(of: typed, among: ids.map(\.id)) }
    var seen: Set<String> = []
    return Array(found.filter { seen.insert($0).inserted }.prefix(5))
  }

  /// The ids that begin with what was typed, in the order of the subjects of ``explain(_:)``. Behind
  /// an `@` every year, else the last one for all.
  public func ids(beginning typed: String) -> [String] {
    let typed = String(typed.prefix(80))
    var seen: Set<String> = []
    let all =
      typed.contains("@")
      ? years.flatMap { year in
        candidates(typed.prefix { $0 != "@" } + "@" + year).map(\.id).filter { $0.hasSuffix(year) }
      }
      : candidates(typed).map(\.id)
    return all.filter { $0.hasPrefix(typed) && seen.insert($0).inserted }
  }

  /// What stands near an id that is like no other as a whole: ids of the same family, else what it
  /// would be without its first word, an organisation that there is not.
  private func relatives(of typed: String, among ids: [String]) -> [String] {
    guard let dot = typed.firstIndex(of: ".") else { return [] }
    let family = typed[...dot].lowercased()
    let kin = ids.filter { family.count > 1 && $0.lowercased().hasPrefix(family) }
    if !kin.isEmpty {
      // Those that end as what was typed does come first: they are of the same organisation.
      let end = typed[(typed.lastIndex(of: ".") ?? dot)...].lowercased()
      let alike = kin.filter { $0.lowercased().hasSuffix(end) }
      return Array((alike + kin.filter { !$0.lowercased().hasSuffix(end) }).prefix(5))
    }
    let rest = String(typed[typed.index(after: dot)...])
    return Nearest.matches(rest, among: ids, most: 5)
  }

  /// Names with the ids that they stand for: those of the model for the year and the organisation
  /// that were meant, then those of evidence. An input has its own name, too.
  private func candidates(_ typed: String) -> [(name: String, id: String)] {
    let parts = typed.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let year = parts.count > 1 ? nearestYear(parts[1]) : years.count - 1
    let first = parts[0].split(separator: ".").first.map(String.init) ?? ""
    let codes = inputs.organisations.map(\.code)
    let code =
      codes.first { $0.lowercased() == first.lowercased() }
      ?? (parts[0].contains(".") ? Nearest.matches(first, among: codes, most: 1).first : nil)
    // In `key.automation.HMRC` the organisation stands elsewhere.
    let words = Set(parts[0].split(separator: ".").map { $0.lowercased() })
    let place = (code ?? codes.first { words.contains($0.lowercased()) }).flatMap { places[$0] }
    let leaves = leafIDs(organisation: place)
    let ids =
      modelIDs(year: year, organisation: place) + leaves + evidence.facts.map(\.id)
      + inputs.organisations.map { Evidence.derivedTargetID(of: $0.code) }
      .filter { node($0) != nil } + observationIDs + evidence.incidents.map(\.id)
      + evidence.milestones.map(\.id)
    return ids.map { ($0, $0) }
      + leaves.compactMap { id in
        id.firstIndex(of: ".").map { (String(id[id.index(after: $0)...]), id) }
      }
  }

  /// The year of the horizon that is nearest to what was typed.
  private func nearestYear(_ typed: Substring) -> Int {
    guard let year = Int(typed.prefix(4)), let first = years.first.flatMap({ Int($0.prefix(4)) })
    else { return years.count - 1 }
    return min(max(year - first, 0), years.count - 1)
  }

  /// Every quantity of the nation and of one organisation, the yearly ones in one year.
  private func modelIDs(year: Int, organisation: Int?) -> [String] {
    let owners: [Int?] = organisation.map { [$0, nil] } ?? [nil]
    return owners.flatMap { owner in
      Name.allCases.flatMap { name -> [String] in
        let shape = name.shape
        let streams: [Stream?] =
          switch shape.streams {
          case .none: [nil]
          case .all: Stream.allCases.map { $0 }
          case .rollout: [.automation, .channel, .fraud]
          }
        return streams.compactMap { stream in
          let quantity = Quantity(
            name: name, organisation: owner, stream: stream, year: shape.isYearly ? year : nil)
          return isWhole(quantity) ? id(of: .quantity(quantity)) : nil
        }
      }
    }
  }

  private func leafIDs(organisation: Int?) -> [String] {
    var nodes: [Node] = Lever.allCases.map { .lever($0, nil) }
    nodes += Assumption.allCases.map { .assumption($0) }
    nodes += FixedParameter.allCases.map { .fixed($0) }
    nodes += AllocationKey.allCases.map { .weights($0) }
    nodes += inputs.overlaps.indices.map { .overlap($0) }
    nodes += evidence.redListRates.indices.map { .redList($0) }
    nodes += Requirement.Goal.allCases.flatMap { goal in
      Assumption.allCases.map { .requirement(goal, $0) }
    }
    if let organisation {
      nodes += Lever.allCases.map { .lever($0, organisation) }
      nodes += AllocationKey.allCases.map { .weight($0, organisation) }
      nodes += AllocationKey.allCases.map { .share($0, organisation) }
    }
    return nodes.map(id(of:))
  }

  private var observationIDs: [String] {
    ObservationTable.allCases.flatMap { table in
      evidence.rows(table).map { Self.id(of: $0, in: table) }
    }
  }
}

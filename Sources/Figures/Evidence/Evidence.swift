/// A theme's table of observations.
public enum ObservationTable: String, CaseIterable, Hashable, Sendable {
  case budgets, workforce, legacy, outages, services, adoption
  case fraudError = "fraud_error"
  case efficiencyPlans = "efficiency_plans"
  case cyber
}

/// Every loaded table of evidence as typed values. Immutable; compared by identity, since a
/// program loads it once and states that hold it are compared on every key.
public final class Evidence: Equatable, Sendable {
  /// Name and version of the data package; nil where the folder has none.
  public let name, version: String?
  /// When this version of the package was made, ISO 8601; nil where the folder does not say.
  public let created: String?
  /// The date of this version of the data: when its package was made, else the newest date of a
  /// publication as `YYYY-MM-DD`; empty where there is neither. Every number's age is told by it.
  public let date: String
  /// The publications, in file order.
  public let sources: [Source]
  /// The tree of bodies, in file order.
  public let bodies: [Body]
  /// In file order.
  public let facts: [Fact]
  /// The themes' tables, each in file order.
  public let observations: [ObservationTable: [Observation]]
  /// Departments' months.
  public let monthly: MonthlyReturns
  /// A body's financial years, in file order.
  public let bodyYears: [WorkforceReturn]
  /// Values left out of `monthly` and `bodyYears`, in file order.
  public let quality: [QualityEntry]
  /// In file order.
  public let incidents: [Incident]
  /// In file order.
  public let milestones: [Milestone]
  /// How fast red-rated systems are found and fixed: one rate of each.
  public let redListRates: [RedListRate]
  /// Figures of published programmes, in file order.
  public let businessCases: [BusinessCase]
  /// Which rows play which parts.
  public let roles: Roles

  /// What departments spent on contractors, year by year, made when it is asked for.
  let contractors = ContractorRecords()

  private let sourceByID: [String: Int]
  private let bodyByCode: [String: Int]
  private let factByID: [String: Int]
  private let factByRole: [Role: Int]
  private let factsByConflict: [String: [Int]]
  private let childrenByCode: [String: [Int]]
  private let bodyYearsByDepartment: [String: [Int]]
  private let rowsByBody: [ObservationTable: [String: [Int]]]

  /// Evidence that is already checked. What reads a data folder is `DataFolder.evidence()`.
  public init(
    name: String?, version: String?, sources: [Source], bodies: [Body], facts: [Fact],
    observations: [ObservationTable: [Observation]], months: MonthlyReturns,
    bodyYears: [WorkforceReturn], quality: [QualityEntry], incidents: [Incident],
    milestones: [Milestone], redListRates: [RedListRate], businessCases: [BusinessCase] = [],
    created: String? = nil, roles: Roles = Roles()
  ) {
    self.name = name
    self.version = version
    self.created = created
    date = Self.date(created: created, sources)
    self.sources = sources
    self.bodies = bodies
    self.facts = facts
    self.observations = observations
    monthly = months
    self.bodyYears = bodyYears
    self.quality = quality
    self.incidents = incidents
    self.milestones = milestones
    self.redListRates = redListRates
    self.businessCases = businessCases
    self.roles = roles
    sourceByID = Self.index(sources.map(\.id))
    bodyByCode = Self.index(bodies.map(\.code))
    let factByID = Self.index(facts.map(\.id))
    self.factByID = factByID
    factByRole = roles.names.filter { $0.key.kind == .fact }.compactMapValues { factByID[$0] }
    factsByConflict = Dictionary(
      grouping: facts.indices.filter { !facts[$0].conflict.isEmpty }, by: { facts[$0].conflict })
    childrenByCode = Dictionary(grouping: bodies.indices, by: { bodies[$0].parent })
    bodyYearsByDepartment = Dictionary(
      grouping: bodyYears.indices, by: { bodyYears[$0].department })
    rowsByBody = observations.mapValues { rows in
      Dictionary(grouping: rows.indices, by: { rows[$0].body })
    }
  }

  private static func date(created: String?, _ sources: [Source]) -> String {
    if let created, created.count >= 10 { return String(created.prefix(10)) }
    let newest = sources.map(\.date).filter { $0.count <= 10 }.max() ?? ""
    switch newest.count {
    case 4: return newest + "-01-01"
    case 7: return newest + "-01"
    default: return newest
    }
  }

  /// The same evidence with other months: those that were still being read.
  public convenience init(_ other: Evidence, months: MonthlyReturns) {
    self.init(
      name: other.name, version: other.version, sources: other.sources, bodies: other.bodies,
      facts: other.facts, observations: other.observations, months: months,
      bodyYears: other.bodyYears, quality: other.quality, incidents: other.incidents,
      milestones: other.milestones, redListRates: other.redListRates,
      businessCases: other.businessCases, created: other.created, roles: other.roles)
  }

  /// Whether both are the same object.
  public static func == (left: Evidence, right: Evidence) -> Bool { left === right }

  /// The publication of an id; nil where there is none.
  public func source(_ id: String) -> Source? { sourceByID[id].map { sources[$0] } }
  /// The body of a code; nil where there is none.
  public func body(_ code: String) -> Body? { bodyByCode[code].map { bodies[$0] } }
  /// The fact of an id; nil where there is none.
  public func fact(_ id: String) -> Fact? { factByID[id].map { facts[$0] } }
  /// The fact that plays a part; nil where the folder names none, or has no row of that id.
  public func fact(_ role: Role) -> Fact? { factByRole[role].map { facts[$0] } }
  /// The fact of a year among those that play a part.
  public func fact(_ role: Role, in year: String) -> Fact? {
    roles[role].flatMap { fact("\($0).\(year)") }
  }
  /// The facts whose ids begin with what plays a part and a point, in file order.
  public func facts(_ role: Role) -> [Fact] {
    guard let start = roles[role] else { return [] }
    return facts.filter { $0.id.hasPrefix("\(start).") }
  }

  /// The bodies directly below one, in file order.
  public func children(of code: String) -> [Body] {
    (childrenByCode[code] ?? []).map { bodies[$0] }
  }

  /// The rows of a theme's table, in file order; empty where the folder has none.
  public func rows(_ table: ObservationTable) -> [Observation] { observations[table] ?? [] }

  /// A body's own rows of a theme's table, in file order.
  public func rows(_ table: ObservationTable, of code: String) -> [Observation] {
    let rows = rows(table)
    return (rowsByBody[table]?[code] ?? []).map { rows[$0] }
  }

  /// The row of a theme's table with a body's newest value of a measure; the first of several of
  /// the same date.
  public func latest(
    _ table: ObservationTable, _ measure: String, of code: String
  ) -> Observation? {
    let rows = rows(table)
    var newest: Int?
    // By its place: a copied row is a dozen texts, and a list asks for hundreds of rows.
    for index in rowsByBody[table]?[code] ?? [] where rows[index].measure == measure {
      if let best = newest, rows[best].asOf >= rows[index].asOf { continue }
      newest = index
    }
    return newest.map { rows[$0] }
  }

  /// A department's months, oldest first.
  public func months(of code: String) -> [WorkforceReturn] { monthly.rows(of: code) }

  /// Codes of the departments that returned months, in the order of their first rows.
  public var departmentsWithMonths: [String] { monthly.bodies }

  /// The financial years of the bodies that return to a department, in file order.
  public func bodyYears(of department: String) -> [WorkforceReturn] {
    (bodyYearsByDepartment[department] ?? []).map { bodyYears[$0] }
  }

  /// The other rows of a fact's conflict group, but for those that only repeat it: the same number
  /// of the same body under a name that begins alike.
  public func contradictions(of fact: Fact) -> [Fact] {
    (factsByConflict[fact.conflict] ?? []).map { facts[$0] }.filter { differs($0, from: fact) }
  }

  /// Whether other figures contradict a fact, or are easily taken for it.
  public func isDisputed(_ fact: Fact) -> Bool {
    factsByConflict[fact.conflict]?.contains { differs(facts[$0], from: fact) } ?? false
  }

  /// Those of a group that say different things of the same: of one body, in one unit, for one period.
  /// The others are of another date or scope, and only easily taken for them. Empty where none do.
  public func disagreeing(_ facts: [Fact]) -> [Fact] {
    func isSame(_ one: Fact, _ other: Fact) -> Bool {
      one.body == other.body && one.unit == other.unit && one.period == other.period
        && one.statement == nil && other.statement == nil
    }
    let first = facts.first { fact in
      facts.contains {
        $0.id != fact.id && isSame($0, fact) && figure($0).text != figure(fact).text
      }
    }
    return first.map { first in facts.filter { isSame($0, first) } } ?? []
  }

  /// Facts without those that only repeat an earlier one of them.
  public func withoutRepeats(_ facts: [Fact]) -> [Fact] {
    facts.enumerated().filter { place, fact in
      facts[..<place].allSatisfy { differs($0, from: fact) }
    }.map(\.element)
  }

  private func differs(_ other: Fact, from fact: Fact) -> Bool {
    guard other.id != fact.id else { return false }
    let isSameNumber =
      other.value != nil && other.value == fact.value && other.unit == fact.unit
      && other.body == fact.body && other.period == fact.period
    return !isSameNumber
      || !(other.measure.hasPrefix(fact.measure) || fact.measure.hasPrefix(other.measure))
  }

  private static func index(_ keys: [String]) -> [String: Int] {
    Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
  }
}

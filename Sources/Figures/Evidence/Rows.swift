/// What the data is about: the eight themes of the review's coverage and their context.
public enum Theme: String, CaseIterable, Hashable, Sendable {
  case opportunity, legacy, contractors, outages, services, skills, cyber, next, context
}

/// What a body is in the tree that drilling walks.
public enum BodyKind: String, CaseIterable, Hashable, Sendable {
  /// A whole such as the UK public sector.
  case whole
  case sector
  /// One of the organisations that the model computes.
  case organisation
  /// A body inside an organisation.
  case body
  /// A department that no longer exists.
  case former
  /// A service with figures of its own, such as GOV.UK One Login.
  case service
  /// Anything outside government that a figure compares with: a benchmark, a survey's respondents.
  case outside
}

/// A node of the tree from government down to body.
public struct Body: Hashable, Sendable {
  public var code, name: String
  public var kind: BodyKind
  /// Code of the body above; empty at the top.
  public var parent: String
  public var note: String

  public init(code: String, name: String, kind: BodyKind, parent: String, note: String) {
    self.code = code
    self.name = name
    self.kind = kind
    self.parent = parent
    self.note = note
  }
}

/// One published figure, or one statement that a figure is not published.
public struct Fact: Hashable, Sendable {
  public var id: String
  public var theme: Theme
  public var measure, body, period: String
  /// The figure in `unit`; nil where only a range or only a statement is published.
  public var value: Double?
  public var unit: String
  public var low, high: Double?
  public var mark: Mark
  public var kind: Kind
  public var sourceID, locator: String
  /// The date the figure is of: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var asOf: String
  public var confidence: Confidence
  /// Name of the group of rows that contradict one another; empty for none.
  public var conflict: String
  public var note: String

  public init(
    id: String, theme: Theme, measure: String, body: String, period: String, value: Double?,
    unit: String, low: Double?, high: Double?, mark: Mark, kind: Kind, sourceID: String,
    locator: String, asOf: String, confidence: Confidence, conflict: String, note: String
  ) {
    self.id = id
    self.theme = theme
    self.measure = measure
    self.body = body
    self.period = period
    self.value = value
    self.unit = unit
    self.low = low
    self.high = high
    self.mark = mark
    self.kind = kind
    self.sourceID = sourceID
    self.locator = locator
    self.asOf = asOf
    self.confidence = confidence
    self.conflict = conflict
    self.note = note
  }
}

/// One cell of a theme's table: a measure of a body in a period.
///
/// The tables budgets, workforce, legacy, outages, services, adoption, fraud_error,
/// efficiency_plans and cyber are all lists of these.
public struct Observation: Hashable, Sendable {
  public var body, measure, period: String
  public var value, low, high: Double?
  public var unit: String
  public var mark: Mark
  public var kind: Kind
  public var sourceID, locator, asOf: String
  public var confidence: Confidence
  /// The fact that states the same figure; empty for none.
  public var factID: String
  public var note: String

  public init(
    body: String, measure: String, period: String, value: Double?, low: Double?, high: Double?,
    unit: String, mark: Mark, kind: Kind, sourceID: String, locator: String, asOf: String,
    confidence: Confidence, factID: String, note: String
  ) {
    self.body = body
    self.measure = measure
    self.period = period
    self.value = value
    self.low = low
    self.high = high
    self.unit = unit
    self.mark = mark
    self.kind = kind
    self.sourceID = sourceID
    self.locator = locator
    self.asOf = asOf
    self.confidence = confidence
    self.factID = factID
    self.note = note
  }
}

/// What departments returned for a month (`contractor_spend`) or a body for a year
/// (`contractor_bodies`): staff in full-time equivalents, money in £ million of the day.
public struct WorkforceReturn: Hashable, Sendable {
  /// Code of the department or body.
  public var body: String
  /// Code of the department that the body returns to (the body itself for a department's row).
  public var department: String
  /// `2025-06` for a month, `2025-26` for a financial year.
  public var period: String
  /// Bodies in a department's month, or months in a body's year; nil where it is not known.
  public var returns: Int?
  public var payrollFTE, payrollCost: Double?
  public var nonPayrollFTE, agencyFTE, interimFTE, specialistFTE: Double?
  public var contingentCost, consultancyCost: Double?
  public var mark: Mark
  public var sourceID: String

  public init(
    body: String, department: String, period: String, returns: Int?, payrollFTE: Double?,
    payrollCost: Double?, nonPayrollFTE: Double?, agencyFTE: Double?, interimFTE: Double?,
    specialistFTE: Double?, contingentCost: Double?, consultancyCost: Double?, mark: Mark,
    sourceID: String
  ) {
    self.body = body
    self.department = department
    self.period = period
    self.returns = returns
    self.payrollFTE = payrollFTE
    self.payrollCost = payrollCost
    self.nonPayrollFTE = nonPayrollFTE
    self.agencyFTE = agencyFTE
    self.interimFTE = interimFTE
    self.specialistFTE = specialistFTE
    self.contingentCost = contingentCost
    self.consultancyCost = consultancyCost
    self.mark = mark
    self.sourceID = sourceID
  }
}

/// A value that was left out of the workforce sums, and why.
public struct QualityEntry: Hashable, Sendable {
  /// Code of the department; empty where the return names none.
  public var department: String
  /// Code of the body that returned the value.
  public var body: String
  public var month, measure: String
  public var value: Double?
  public var rule, why: String

  public init(
    department: String, body: String, month: String, measure: String, value: Double?,
    rule: String, why: String
  ) {
    self.department = department
    self.body = body
    self.month = month
    self.measure = measure
    self.value = value
    self.rule = rule
    self.why = why
  }
}

/// A dated failure and what it cost people.
public struct Incident: Hashable, Sendable {
  public var id: String
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var date: String
  public var body, title: String
  /// How long it lasted, in hours.
  public var hours: Double?
  /// How many were affected, counted in `affectedUnit` (people, appointments, calls …).
  public var affected: Double?
  public var affectedUnit: String
  /// What people fell back to; empty when not stated.
  public var fallback: String
  public var mark: Mark
  public var kind: Kind
  public var sourceID, locator: String
  public var confidence: Confidence
  public var note: String

  public init(
    id: String, date: String, body: String, title: String, hours: Double?, affected: Double?,
    affectedUnit: String, fallback: String, mark: Mark, kind: Kind, sourceID: String,
    locator: String, confidence: Confidence, note: String
  ) {
    self.id = id
    self.date = date
    self.body = body
    self.title = title
    self.hours = hours
    self.affected = affected
    self.affectedUnit = affectedUnit
    self.fallback = fallback
    self.mark = mark
    self.kind = kind
    self.sourceID = sourceID
    self.locator = locator
    self.confidence = confidence
    self.note = note
  }
}

/// Where a promise stands.
public enum MilestoneStatus: String, CaseIterable, Hashable, Sendable {
  case done, late, missed, due, dropped, reported
}

/// Something that happened after the review, or is to happen by a date.
public struct Milestone: Hashable, Sendable {
  public var id: String
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: when it happened or is due.
  public var date: String
  public var body, title: String
  public var status: MilestoneStatus
  /// The number promised or reached, in `unit`; nil where the promise has none.
  public var value: Double?
  public var unit: String
  public var sourceID, locator: String
  /// The fact that states the same figure; empty for none.
  public var factID: String
  public var note: String

  public init(
    id: String, date: String, body: String, title: String, status: MilestoneStatus, value: Double?,
    unit: String, sourceID: String, locator: String, factID: String, note: String
  ) {
    self.id = id
    self.date = date
    self.body = body
    self.title = title
    self.status = status
    self.value = value
    self.unit = unit
    self.sourceID = sourceID
    self.locator = locator
    self.factID = factID
    self.note = note
  }
}

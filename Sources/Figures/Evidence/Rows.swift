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
  /// Its code, unique; its name.
  public var code, name: String
  /// What sort of node it is.
  public var kind: BodyKind
  /// Code of the body above; empty at the top.
  public var parent: String
  /// What else is to be known: former names, where it returns.
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
  /// Unique; other tables name it.
  public var id: String
  /// What the figure is about.
  public var theme: Theme
  /// What is measured, the code of the body, and the time it covers as the publication names it.
  public var measure, body, period: String
  /// The figure in `unit`; nil where only a range or only a statement is published.
  public var value: Double?
  /// The unit as people read it; percentages are numbers of percent.
  public var unit: String
  /// A published range, in `unit`; one alone is "over" or "up to".
  public var low, high: Double?
  /// How the number came to be.
  public var mark: Mark
  /// What sort of statement it is; a survey or a target is never a measurement.
  public var kind: Kind
  /// The id of the publication, and where in it the figure stands.
  public var sourceID, locator: String
  /// The date the figure is of: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var asOf: String
  /// How much weight it bears.
  public var confidence: Confidence
  /// Name of the group of rows that contradict one another; empty for none.
  public var conflict: String
  /// What has to be said beside it; of a derived figure, the arithmetic.
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
  /// The code of the body, what is measured, and the time it covers.
  public var body, measure, period: String
  /// The figure and its published range, in `unit`; nil where none is published.
  public var value, low, high: Double?
  /// The unit as people read it; percentages are numbers of percent.
  public var unit: String
  /// How the number came to be.
  public var mark: Mark
  /// What sort of statement it is.
  public var kind: Kind
  /// The id of the publication, where in it the figure stands, and the date it is of.
  public var sourceID, locator, asOf: String
  /// How much weight it bears.
  public var confidence: Confidence
  /// The fact that states the same figure; empty for none.
  public var factID: String
  /// What has to be said beside it.
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
  /// Whether the period is a financial year: by its text alone `2011-12` could be either.
  public var isYear: Bool
  /// Bodies in a department's month, or months in a body's year; nil where it is not known.
  public var returns: Int?
  /// Staff on the payroll in full-time equivalents, of a year their mean over months; pay in £m.
  public var payrollFTE, payrollCost: Double?
  /// Contingent staff in all, then agency staff, interim managers and specialists, in full-time
  /// equivalents. The three need not add up to all.
  public var nonPayrollFTE, agencyFTE, interimFTE, specialistFTE: Double?
  /// Cost of contingent labour and of consultancy, in £m.
  public var contingentCost, consultancyCost: Double?
  /// Always derived: a sum of returns.
  public var mark: Mark
  /// The id of the publication.
  public var sourceID: String

  public init(
    body: String, department: String, period: String, returns: Int?, payrollFTE: Double?,
    payrollCost: Double?, nonPayrollFTE: Double?, agencyFTE: Double?, interimFTE: Double?,
    specialistFTE: Double?, contingentCost: Double?, consultancyCost: Double?, mark: Mark,
    sourceID: String, isYear: Bool = false
  ) {
    self.body = body
    self.department = department
    self.period = period
    self.isYear = isYear
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
  /// The month of the return, `2025-06`, and the column of it.
  public var month, measure: String
  /// The value as it was returned, in people or pounds; nil for what is no number.
  public var value: Double?
  /// The rule that it breaks, in a word, and how.
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
  /// Unique.
  public var id: String
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
  public var date: String
  /// The code of the body that failed, and what happened.
  public var body, title: String
  /// How long it lasted, in hours.
  public var hours: Double?
  /// How many were affected, counted in `affectedUnit` (people, appointments, calls …).
  public var affected: Double?
  /// What `affected` counts; empty where it is nil.
  public var affectedUnit: String
  /// What people fell back to; empty when not stated.
  public var fallback: String
  /// How the numbers came to be.
  public var mark: Mark
  /// What sort of statement it is.
  public var kind: Kind
  /// The id of the publication, and where in it.
  public var sourceID, locator: String
  /// How much weight it bears.
  public var confidence: Confidence
  /// What has to be said beside it.
  public var note: String
  /// The fact that states how many were affected; empty for none.
  public var factID: String

  public init(
    id: String, date: String, body: String, title: String, hours: Double?, affected: Double?,
    affectedUnit: String, fallback: String, mark: Mark, kind: Kind, sourceID: String,
    locator: String, confidence: Confidence, note: String, factID: String = ""
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
    self.factID = factID
  }
}

/// Where a promise stands.
public enum MilestoneStatus: String, CaseIterable, Hashable, Sendable {
  case done, late, missed, due, dropped, reported
}

/// Something that happened after the review, or is to happen by a date.
public struct Milestone: Hashable, Sendable {
  /// Unique.
  public var id: String
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: when it happened or is due.
  public var date: String
  /// The code of the body that answers for it, and what it is.
  public var body, title: String
  /// Where it stands, as far as is published.
  public var status: MilestoneStatus
  /// What shows the status, or that nothing was found that does.
  public var evidence: String
  /// The date of the newest publication that says where it stands: `YYYY`, `YYYY-MM` or
  /// `YYYY-MM-DD`.
  public var lastSeen: String
  /// The number promised or reached, in `unit`; nil where the promise has none.
  public var value: Double?
  /// The unit as people read it; empty where there is no value.
  public var unit: String
  /// The id of the publication, and where in it.
  public var sourceID, locator: String
  /// The fact that states the same figure; empty for none.
  public var factID: String
  /// What has to be said beside it.
  public var note: String

  public init(
    id: String, date: String, body: String, title: String, status: MilestoneStatus,
    evidence: String, lastSeen: String, value: Double?, unit: String, sourceID: String,
    locator: String, factID: String, note: String
  ) {
    self.id = id
    self.date = date
    self.body = body
    self.title = title
    self.status = status
    self.evidence = evidence
    self.lastSeen = lastSeen
    self.value = value
    self.unit = unit
    self.sourceID = sourceID
    self.locator = locator
    self.factID = factID
    self.note = note
  }

  /// What has to be said beside it, with what shows where it stands.
  public var remark: String {
    "\(note.isEmpty ? "" : note + ". ")Shown by: \(evidence) (\(lastSeen))."
  }
}

import Figures

extension Fact {
  /// A fact of which only what a test is about is told.
  static func sample(
    _ id: String, body: String = "UK", measure: String = "Potential", value: Double? = 45,
    unit: String = "£bn a year", low: Double? = nil, high: Double? = nil,
    sourceID: String = "review",
    conflict: String = "", note: String = ""
  ) -> Fact {
    Fact(
      id: id, theme: .opportunity, measure: measure, body: body, period: "2024-25", value: value,
      unit: unit, low: low, high: high, mark: .reported, kind: .estimate, sourceID: sourceID,
      locator: "page 7", asOf: "2025-01-21", confidence: .b, conflict: conflict, note: note)
  }
}

extension Observation {
  /// An observation of which only what a test is about is told.
  static func sample(
    value: Double?, factID: String = "", body: String = "HO"
  ) -> Observation {
    Observation(
      body: body, measure: "Red-rated systems", period: "2023-11", value: value, low: nil,
      high: nil, unit: "systems", mark: .derived, kind: .reported, sourceID: "blueprint",
      locator: "row 3", asOf: "2023-11", confidence: .c, factID: factID, note: "counted by hand")
  }
}

extension WorkforceReturn {
  /// A department's month of which only what a test is about is told.
  static func sample(_ body: String, _ period: String) -> WorkforceReturn {
    WorkforceReturn(
      body: body, department: body, period: period, returns: 1, payrollFTE: nil, payrollCost: nil,
      nonPayrollFTE: nil, agencyFTE: nil, interimFTE: nil, specialistFTE: nil, contingentCost: 1,
      consultancyCost: nil, mark: .derived, sourceID: "review")
  }
}

extension Evidence {
  static let review = Source(
    id: "review", title: "State of digital government review", publisher: "The Department",
    date: "2025-01-21", address: "https://example.test/review", licence: "OGL v3.0",
    seenHow: "in the publication")
  static let blueprint = Source(
    id: "blueprint", title: "A blueprint", publisher: "The Service", date: "2025-01-21",
    address: "", licence: "OGL v3.0", seenHow: "in the publication")

  /// A small tree, two publications that contradict each other, two tables of observations, and
  /// months in no order.
  static let sample = Evidence(
    name: "sample", version: "2.0", sources: [review, blueprint],
    bodies: [
      Body(code: "UK", name: "UK public sector", kind: .whole, parent: "", note: ""),
      Body(code: "HO", name: "Home Office", kind: .organisation, parent: "UK", note: ""),
      Body(code: "MOD", name: "Ministry of Defence", kind: .organisation, parent: "UK", note: ""),
      Body(code: "HMPO", name: "Passport Office", kind: .body, parent: "HO", note: ""),
    ],
    facts: [
      .sample("headline", conflict: "range"),
      .sample("alone", body: "HO", value: nil, unit: "statement", note: "No split is published"),
      .sample(
        "blueprint", measure: "Potential, range", value: nil, low: 45, high: 87,
        sourceID: "blueprint", conflict: "range"),
      .sample("other", value: 26, unit: "%", sourceID: "lost", conflict: "three meanings"),
      .sample("third", value: 2, unit: "£bn", sourceID: "lost", conflict: "range"),
    ],
    observations: [
      .legacy: [.sample(value: 4), .sample(value: nil)],
      .budgets: [.sample(value: 2), .sample(value: 9, body: "MOD"), .sample(value: 1)],
    ],
    months: MonthlyReturns([
      .sample("HO", "2025-05"), .sample("MOD", "2024-01"), .sample("HO", "2024-12"),
    ]),
    bodyYears: [], quality: [], incidents: [], milestones: [], redListRates: [])
}

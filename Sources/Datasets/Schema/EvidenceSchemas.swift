import Figures

extension TableSchema {
  /// The tables of evidence, in the order of the data package.
  static let evidence: [TableSchema] =
    [sources, bodies, facts] + ObservationTable.allCases.map(observations)
    + [
      incidents, contractorSpend, contractorBodies, contractorQualityLog, contractorAudit, timeline,
      redList, businessCases, predecessors,
    ]

  /// All tables: the model's eight, then the evidence.
  public static let all: [TableSchema] = model + evidence

  private static func table(
    _ name: String, _ summary: String, key: [String], _ columns: [ColumnSchema],
    foreignKeys: [ForeignKey] = [], isOptional: Bool = false
  ) -> TableSchema {
    TableSchema(
      name: name, part: .evidence, summary: summary, columns: columns, key: key,
      foreignKeys: foreignKeys, isOptional: isOptional)
  }

  private static func body(_ column: String = "body") -> ForeignKey {
    ForeignKey(column: column, table: "bodies", key: "code", noun: "body")
  }
  private static let source =
    ForeignKey(column: "source_id", table: "sources", key: "id", noun: "source")
  private static let fact = ForeignKey(column: "fact_id", table: "facts", key: "id", noun: "fact")

  private static let sources = table(
    "sources", "publications that figures are bound to", key: ["id"],
    [
      .code("id"), .text("title"), .text("publisher"),
      ColumnSchema("date", .date, isRequired: false), .anyText("address"), .anyText("licence"),
      .anyText("seen_how"),
    ])

  private static let bodies = table(
    "bodies", "the tree from government down to body", key: ["code"],
    [
      .code("code"), .text("name"), .list("kind", BodyKind.self), .optionalCode("parent"),
      .anyText("note"),
    ],
    foreignKeys: [body("parent")])

  private static let facts = table(
    "facts", "published figures, one a row", key: ["id"],
    [
      .code("id"), .list("theme", Theme.self), .text("measure"), .code("body"), .anyText("period"),
      .optionalNumber("value"), .text("unit"), .optionalNumber("low"), .optionalNumber("high"),
      .list("mark", Mark.self), .list("kind", Kind.self), .code("source_id"), .anyText("locator"),
      .date("as_of"), .list("confidence", Confidence.self), .optionalCode("conflict"),
      .anyText("note"),
    ],
    foreignKeys: [body(), source])

  private static func observations(_ observed: ObservationTable) -> TableSchema {
    table(
      observed.rawValue, observed.summary,
      key: ["body", "measure", "period", "source_id", "as_of"],
      [
        .code("body"), .text("measure"), .anyText("period"), .optionalNumber("value"),
        .optionalNumber("low"), .optionalNumber("high"), .text("unit"), .list("mark", Mark.self),
        .list("kind", Kind.self), .code("source_id"), .anyText("locator"), .date("as_of"),
        .list("confidence", Confidence.self), .optionalCode("fact_id"), .anyText("note"),
      ],
      foreignKeys: [body(), source, fact])
  }

  private static let incidents = table(
    "incidents", "dated failures and what they cost people", key: ["id"],
    [
      .code("id"), .date("date"), .code("body"), .text("title"),
      .optionalNumber("hours", .notNegative), .optionalNumber("affected", .notNegative),
      .anyText("affected_unit"), .anyText("fallback"), .list("mark", Mark.self),
      .list("kind", Kind.self), .code("source_id"), .anyText("locator"),
      .list("confidence", Confidence.self), .anyText("note"), .optionalCode("fact_id").orAbsent,
    ],
    foreignKeys: [body(), source, fact])

  private static let contractorSpend = table(
    "contractor_spend", "staff and contractors by department and month", key: ["body", "month"],
    [
      .code("body"), ColumnSchema("month", .month, isRequired: true),
      .optionalWhole("returns", 0...10_000), .optionalNumber("payroll_fte", .notNegative),
      .optionalNumber("payroll_cost_gbp_m"), .optionalNumber("nonpayroll_fte", .notNegative),
      .optionalNumber("agency_fte", .notNegative),
      .optionalNumber("interim_manager_fte", .notNegative),
      .optionalNumber("specialist_contractor_fte", .notNegative),
      .optionalNumber("contingent_cost_gbp_m"), .optionalNumber("consultancy_cost_gbp_m"),
      .list("mark", Mark.self), .code("source_id"),
    ],
    foreignKeys: [body(), source])

  private static let contractorBodies = table(
    "contractor_bodies", "staff and contractors by body and financial year",
    key: ["body", "department", "financial_year"],
    [
      .code("body"), .code("department"),
      ColumnSchema("financial_year", .financialYear, isRequired: true),
      .whole("months_returned", 0...12), .optionalNumber("payroll_fte_mean", .notNegative),
      .optionalNumber("nonpayroll_fte_mean", .notNegative), .optionalNumber("payroll_cost_gbp_m"),
      .optionalNumber("contingent_cost_gbp_m"), .optionalNumber("consultancy_cost_gbp_m"),
      .list("mark", Mark.self), .code("source_id"),
    ],
    foreignKeys: [body(), body("department"), source])

  private static let contractorQualityLog = table(
    "contractor_quality_log", "values left out of the contractor tables, and why", key: [],
    [
      .optionalCode("department"), .code("body"), ColumnSchema("month", .month, isRequired: true),
      .text("measure"), .optionalNumber("value"), .text("rule"), .text("why"),
    ],
    foreignKeys: [body("department"), body()])

  static let predecessors = table(
    "predecessors", "departments that were before, for returns of their time", key: ["code"],
    [
      .code("code"), .text("name"),
      ColumnSchema("kind", .oneOf(["former", "body"]), isRequired: true), .code("parent"),
      ColumnSchema("ended", .month, isRequired: false), .anyText("note"),
    ],
    foreignKeys: [body("parent")], isOptional: true)

  static let contractorAudit = table(
    "contractor_audit", "what is odd in the contractor tables, and why", key: [],
    [
      .code("department"), .optionalCode("body"),
      ColumnSchema("first_month", .month, isRequired: true),
      ColumnSchema("last_month", .month, isRequired: true), .list("measure", AuditMeasure.self),
      .list("rule", AuditRule.self), .number("value"), .number("expected"), .text("why"),
    ],
    foreignKeys: [body("department"), body()], isOptional: true)

  private static let timeline = table(
    "timeline", "what happened after the review, and what is due", key: ["id"],
    [
      .code("id"), .date("date"), .code("body"), .text("title"),
      .list("status", MilestoneStatus.self), .text("evidence").orAbsent,
      .date("last_seen").orAbsent,
      .optionalNumber("value"), .anyText("unit"), .code("source_id"), .anyText("locator"),
      .optionalCode("fact_id"), .anyText("note"),
    ],
    foreignKeys: [body(), source, fact])

  private static let redList = table(
    "red_list", "how fast red-rated systems are found and fixed", key: ["id"],
    [
      .list("id", RedListRate.Flow.self), .anyText("label"), .anyText("unit"), .number("p10"),
      .number("p50"), .number("p90"), .number("minimum"), .number("maximum"),
      .list("mark", Mark.self), .anyText("source"), .anyText("rationale"),
    ])

  private static let businessCases = table(
    "business_cases", "published programmes: cost, time and benefit, planned and later",
    key: ["programme", "measure"],
    [
      .text("programme"), .text("body"), .text("country"),
      .list("measure", BusinessCase.Measure.self), .number("value"), .optionalNumber("low"),
      .optionalNumber("high"), .text("unit"), .anyText("price_base"),
      .list("cashable", BusinessCase.Cashable.self), .list("mark", Mark.self),
      .list("kind", Kind.self), .code("source_id"), .anyText("locator"), .date("as_of"),
      .list("confidence", Confidence.self), .anyText("left_out"), .anyText("note"),
    ],
    foreignKeys: [source], isOptional: true)
}

extension ObservationTable {
  fileprivate var summary: String {
    switch self {
    case .budgets: "budgets and spending"
    case .workforce: "staff, digital professions and their pay"
    case .legacy: "legacy systems: shares, red-rated, funding"
    case .outages: "outages and their counts"
    case .services: "services: channels, volumes, costs"
    case .adoption: "take-up of shared services, over time"
    case .fraudError: "fraud and error"
    case .efficiencyPlans: "efficiency plans of departments"
    case .cyber: "cyber resilience"
    }
  }
}

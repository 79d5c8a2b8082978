import Analytics
import Figures

extension TableSchema {
  /// The eight tables of the model's contract, section 1.
  static let model: [TableSchema] = [
    organisations, allocationKeys, assumptions, levers, scenarios, fixedParameters, overlapWeights,
    discountSchedules,
  ]

  private static func table(
    _ name: String, _ summary: String, key: [String], _ columns: [ColumnSchema],
    foreignKeys: [ForeignKey] = []
  ) -> TableSchema {
    TableSchema(
      name: name, part: .model, summary: summary, columns: columns, key: key,
      foreignKeys: foreignKeys)
  }

  private static let organisations = table(
    "organisations", "organisations that the model computes, in display order", key: ["code"],
    [.code("code"), .text("name"), .text("sector"), .list("legacy_class", LegacyClass.self)])

  private static let allocationKeys = table(
    "allocation_keys", "weights that share national amounts out",
    key: ["organisation_code", "key"],
    [
      .code("organisation_code"), .list("key", AllocationKey.self), .number("value", .notNegative),
      .anyText("unit"), .list("mark", Mark.self), .anyText("source"), .anyText("note"),
    ],
    foreignKeys: [
      ForeignKey(
        column: "organisation_code", table: "organisations", key: "code", noun: "organisation")
    ])

  private static let assumptions = table(
    "assumptions", "uncertain inputs with their ranges", key: ["id"],
    [
      .list("id", Assumption.self), .anyText("label"), .anyText("unit"), .number("p10"),
      .number("p50"), .number("p90"), .number("minimum"), .number("maximum"),
      .number("step", .notNegative), .list("scale", Scale.self),
      .number("loading", Bounds(-1, 1, isStrict: true)), .list("mark", Mark.self),
      .list("confidence", Confidence.self), .anyText("source"), .anyText("rationale"),
    ])

  private static let levers = table(
    "levers", "decisions with their ranges", key: ["id"],
    [
      .list("id", Lever.self), .anyText("label"), .anyText("unit"), .number("minimum"),
      .number("maximum"), .number("step", .notNegative), .number("default"),
      ColumnSchema("per_organisation", .oneOf(["true", "false"]), isRequired: true),
      .anyText("description"),
    ])

  private static let scenarios = table(
    "scenarios", "lever settings that come with the data", key: ["id"],
    [.code("id"), .anyText("name"), .anyText("description")]
      + Lever.allCases.map { .number($0.rawValue) }
      + [
        ColumnSchema(
          "default", .oneOf(["true", "false"]), isRequired: false, isOptional: true)
      ])

  private static let fixedParameters = table(
    "fixed_parameters", "constants of the model", key: ["id"],
    [
      .list("id", FixedParameter.self), .number("value", .notNegative), .anyText("unit"),
      .list("mark", Mark.self), .anyText("source"),
    ])

  private static let overlapWeights = table(
    "overlap_weights", "how far two streams count the same benefit", key: ["stream_a", "stream_b"],
    [
      .list("stream_a", Stream.self), .list("stream_b", Stream.self),
      .number("weight", Bounds(0, 1)), .list("mark", Mark.self), .anyText("source"),
    ])

  private static let discountSchedules = table(
    "discount_schedules", "discount rates by year", key: ["schedule", "from_year"],
    [
      .code("schedule"), .whole("from_year", 1...1_000_000),
      .optionalWhole("to_year", 1...1_000_000), .number("rate", Bounds(0, 0.25)),
      .list("mark", Mark.self), .anyText("source"),
    ])
}

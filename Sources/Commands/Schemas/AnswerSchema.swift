import Analytics
import Datasets
import Figures

/// The JSON that the program prints and takes, each kind with its schema.
enum AnswerSchema: String, CaseIterable {
  case projection, sensitivity, compare, explanation, scenario, error, picture, check
  case dataList = "data-list"
  case dataRows = "data-rows"
  case dataCheck = "data-check"
  case dataImport = "data-import"
  case dataAudit = "data-audit"
  case dataDiff = "data-diff"
  case dataUndo = "data-undo"
  case config, paths, accessibility

  /// What has it.
  var what: String {
    switch self {
    case .projection: "the answer of project"
    case .sensitivity: "the answer of sensitivity"
    case .compare: "the answer of compare"
    case .explanation: "the answer of explain --format json"
    case .scenario: "a scenario file, for --scenario and --batch"
    case .error: "a line of project --batch for a line that is no scenario"
    case .picture: "what screenshot writes to a file .json"
    case .check: "the answer of check --format json"
    case .dataList: "the answer of data list --format json"
    case .dataRows: "the answer of data show and data sources with --format json"
    case .dataCheck: "the answer of data check --format json"
    case .dataImport: "the answer of data import workforce --format json"
    case .dataAudit: "the answer of data audit --format json"
    case .dataDiff: "the answer of data diff --format json"
    case .dataUndo: "the answer of data undo --list --format json"
    case .config: "the answer of config --format json"
    case .paths: "the answer of paths --format json"
    case .accessibility: "the answer of accessibility --format json"
    }
  }

  /// The schema, draft 2020-12.
  var schema: JSONValue {
    let about: [JSONValue.Member] = [
      .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      .init("$id", .string("digigov:\(rawValue)")),
      .init("title", .string("digigov: \(what)")),
    ]
    return .object(about + body.members)
  }

  private typealias Part = SchemaPart

  private static let fourStatistics = Part.each(["p10", "p50", "p90", "mean"], Part.numberOrNull)
  private static let fiveStatistics = Part.each(
    ["p10", "p50", "p90", "mean", "sd"], Part.numberOrNull)
  private static let series = Part.array(of: Part.number)
  private static let streams = Part.each(Stream.allCases.map(\.rawValue), series)
  private static let rows = Part.array(of: Part.map(of: Part.type("string", "number", "null")))
  private static let package = Part.object([
    "name": Part.stringOrNull, "version": Part.stringOrNull,
  ])
  private static let threePoints = Part.each(["p10", "p50", "p90"], Part.number)

  /// Values of levers, each perhaps missing.
  private static let levers = Part.object([], optional: Lever.allCases.map { ($0.id, Part.number) })

  private var body: JSONValue {
    switch self {
    case .projection: Self.ofProjection
    case .sensitivity: Self.ofSensitivity
    case .compare: Self.ofComparison
    case .explanation: Self.ofExplanation
    case .scenario: Self.ofScenario
    case .picture: Self.ofPicture
    case .check: Self.ofCheck
    case .dataCheck:
      Part.object([
        "schema": Part.constant("digigov.data-check/1"), "folder": Part.string,
        "tables": Part.integer, "rows": Part.integer, "defects": Part.array(of: Self.defect),
      ])
    case .dataImport: Self.ofImport
    case .dataDiff: Self.ofDifference
    case .dataUndo: Self.ofJournal
    case .error:
      Part.object([
        "schema": Part.constant("digigov.error/1"), "line": Part.integer, "code": Part.integer,
        "message": Part.string,
      ])
    case .dataList:
      Part.array(
        of: Part.object([
          "table": Part.string, "rows": Part.integer, "columns": Part.integer,
          "part": Part.oneOf(["model", "evidence"]), "holds": Part.string,
        ]))
    case .dataRows:
      Self.rows.described("An object a row, with the columns of the table as members.")
    case .dataAudit:
      Part.object([
        "schema": Part.constant("digigov.data-audit/1"), "folder": Part.string,
        "verdicts": Part.array(
          of: Part.object([
            "department": Part.string, "body": Part.stringOrNull, "first_month": Part.string,
            "last_month": Part.string, "measure": Part.string, "rule": Part.string,
            "value": Part.numberOrNull, "expected": Part.numberOrNull, "why": Part.string,
          ])),
      ])
    case .config:
      Part.array(of: Part.each(["name", "value", "from"], Part.string))
    case .accessibility:
      Part.object([
        "schema": Part.constant("digigov.accessibility/1"),
        "settings": Part.array(of: Part.each(["name", "value", "from", "change"], Part.string)),
        "works": Part.array(of: Part.string), "tried": Part.array(of: Part.string),
        "lacks": Part.array(of: Part.string),
      ])
    case .paths:
      Part.array(
        of: Part.object([
          "what": Part.string, "exists": Part.oneOf(["yes", "no"]), "path": Part.stringOrNull,
        ]))
    }
  }

  /// What is wrong in a file, where, and what is expected.
  private static let defect = Part.object([
    "file": Part.string, "row": Part.type("integer", "null"), "column": Part.stringOrNull,
    "value": Part.stringOrNull, "problem": Part.stringOrNull, "expected": Part.string,
    "identity": Part.stringOrNull,
  ])

  private static var ofImport: JSONValue {
    let texts = Part.array(of: Part.string)
    let file = Part.object([
      "file": Part.string,
      "state": Part.oneOf(ReturnsImport.FileReport.State.allCases.map(\.rawValue)),
      "departments": texts, "months": texts, "returns": Part.integer, "notes": texts,
      "left_out": texts, "defects": Part.array(of: defect),
    ])
    let month = Part.object([
      "department": Part.string, "month": Part.string, "returns": Part.integer,
      "new": Part.boolean,
    ])
    return Part.object([
      "schema": Part.constant("digigov.data-import/1"),
      "written": Part.stringOrNull.described("The folder; null where nothing was written."),
      "files": Part.array(of: file), "months": Part.array(of: month),
      "bodies": Part.array(of: Part.each(["code", "name", "department"], Part.string)),
    ])
  }

  private static var ofProjection: JSONValue {
    let national = [
      "benefit", "cash", "exchequer", "non_cash", "investment", "running", "conversion",
      "remediation", "cost", "net_benefit",
    ]
    let central: [(String, JSONValue)] =
      national.map { ($0, series) }
      + [
        ("gross", streams), ("net", streams), ("outages", series), ("outages_baseline", series),
        ("metrics", Part.each(Metric.allCases.map(\.rawValue), Part.numberOrNull)),
      ]
    let organisation = Part.object([
      "benefit": series, "cash": series, "exchequer": series, "cost": series, "net": streams,
      "legacy_share": series, "legacy_share_baseline": series, "npsv": Part.number,
    ])
    let uncertainty = Part.object([
      "draws": Part.integer, "seed": Part.integer,
      "yearly": Part.each(
        YearlySeries.allCases.map(\.rawValue), Part.array(of: fourStatistics)),
      "metrics": Part.each(Metric.allCases.map(\.rawValue), fiveStatistics),
      "probability_npsv_positive": Part.numberOrNull, "probability_payback": Part.numberOrNull,
      "organisations": Part.map(
        of: Part.each(["final_benefit", "npsv"], fourStatistics)),
    ])
    return Part.object([
      "schema": Part.constant(ProjectionAnswer.schema), "data": package,
      "scenario": Part.object([
        "id": Part.string, "levers": levers, "overrides": Part.map(of: levers),
        "assumptions": Part.map(of: threePoints), "key_set": Part.string,
        "discounting": Part.type("string", "number"),
      ]),
      "prices": Part.string.described("The financial year whose prices all money is in."),
      "unit": Part.constant("\(Money.currency.letters) bn"),
      "years": Part.array(of: Part.string).described(
        "Financial years; every series has one number for each."),
      "central": Part.object(central).described("Every assumption at its P50."),
      "organisations": Part.map(of: organisation).described("By code."),
      "uncertainty": Part.either(Part.type("null"), uncertainty),
    ])
  }

  private static var ofSensitivity: JSONValue {
    let index = Part.each(["first", "total"], Part.numberOrNull)
    return Part.object(
      [
        "schema": Part.constant("digigov.sensitivity/1"), "base": Part.numberOrNull,
        "tornado": Part.array(
          of: Part.object([
            "id": Part.string, "at_p10": Part.numberOrNull, "at_p90": Part.numberOrNull,
          ])),
        "sobol": Part.object(["n": Part.integer, "indices": Part.map(of: index)]),
        "evpi": Part.numberOrNull,
        "evppi": Part.either(Part.type("null"), Part.map(of: Part.number)),
      ], optional: ["of": Part.string.described("What varies, where it is not npsv.")])
  }

  private static var ofComparison: JSONValue {
    Part.object([
      "schema": Part.constant("digigov.compare/1"), "draws": Part.integer, "seed": Part.integer,
      "scenarios": Part.array(
        of: Part.object([
          "id": Part.string,
          "npsv": Part.each(["central", "p10", "p50", "p90", "mean"], Part.numberOrNull),
          "delay_cost": Part.numberOrNull, "probability_best": Part.numberOrNull,
        ])),
      "pairs": Part.array(
        of: Part.object([
          "a": Part.integer, "b": Part.integer, "difference": fourStatistics,
          "probability_a_better": Part.numberOrNull,
        ])),
      "attribution": Part.array(
        of: Part.object([
          "from": Part.integer, "to": Part.integer, "change": Part.number, "levers": Part.number,
          "assumptions": Part.number,
          "by_lever": Part.each(Lever.allCases.map(\.id), Part.number),
        ])),
    ])
  }

  private static var ofExplanation: JSONValue {
    let source = Part.object([
      "publisher": Part.stringOrNull, "title": Part.string, "date": Part.stringOrNull,
      "address": Part.stringOrNull, "locator": Part.stringOrNull, "licence": Part.stringOrNull,
    ])
    return Part.object(
      [
        "id": Part.string, "label": Part.string, "value": Part.numberOrNull,
        "unit": Part.stringOrNull, "text": Part.string,
        "mark": Part.oneOf(["reported", "derived", "modelled"]),
        "confidence": Part.oneOf(["A", "B", "C", "D"]), "as_of": Part.stringOrNull,
        "old": Part.boolean, "sources": Part.array(of: source), "formula": Part.stringOrNull,
        "note": Part.stringOrNull, "cautions": Part.array(of: Part.string),
        "inputs": Part.either(Part.type("null"), Part.array(of: Part.reference("#")))
          .described("What went into it; null where there is more than was asked for."),
        "contradicted_by": Part.array(of: Part.string),
      ], optional: ["uncertainty": fourStatistics])
  }

  private static var ofScenario: JSONValue {
    let range = Part.either(
      Part.number, threePoints,
      .object([
        .init("type", .string("array")), .init("items", Part.number),
        .init("minItems", .integer(3)),
        .init("maxItems", .integer(3)),
      ]))
    return Part.object(
      [:],
      optional: [
        "schema": Part.constant(ScenarioFile.schema), "id": Part.string, "name": Part.string,
        "base": Part.string.described(
          "The scenario of the data whose levers hold where none is named."),
        "levers": levers, "overrides": Part.map(of: levers).described("By an organisation's code."),
        "assumptions": Part.object([], optional: Assumption.allCases.map { ($0.id, range) })
          .described("A number fixes one; else P10, P50 and P90."),
        "key_set": Part.oneOf(KeySet.allCases.map(\.rawValue)),
        "discounting": Part.type("string", "number"),
      ])
  }

  private static var ofPicture: JSONValue {
    let texts = [
      "headline", "subtitle", "source", "asOf", "mark", "scenario", "handling", "altText",
      "description",
      "created",
      "title",
    ]
    let styles = ["bold", "dim", "italic", "underline", "reverse"].map { ($0, Part.boolean) }
    let colours = ["foreground", "background"].map { ($0, Part.string) }
    let cells = Part.array(of: Part.array(of: Part.string))
    return Part.object(
      texts.map { ($0, Part.string) }
        + [
          ("columns", Part.integer), ("rows", Part.integer),
          ("styles", Part.array(of: Part.object([], optional: colours + styles))),
          (
            "lines",
            Part.array(
              of: Part.object(
                [
                  "text": Part.string,
                  "spans": Part.array(of: Part.array(of: Part.integer))
                    .described("Column, columns and place in styles, from 0."),
                ], optional: ["wide": Part.array(of: Part.integer)]))
          ),
          (
            "tables",
            Part.array(
              of: Part.object([
                "caption": Part.string, "header": Part.array(of: Part.string), "rows": cells,
              ]))
          ),
          (
            "numbers",
            Part.object([
              "header": Part.array(of: Part.string),
              "rows": Part.array(
                of: Part.array(of: Part.type("string", "number", "boolean", "null"))),
            ])
          ),
          (
            "sources",
            Part.array(
              of: Part.each(["id", "citation", "date", "address", "licence"], Part.string))
          ),
        ], optional: [("cursor", Part.array(of: Part.integer))])
  }

  private static var ofDifference: JSONValue {
    let key = Part.map(of: Part.string)
    let numbers = Part.each(["central", "p10", "p50", "p90"], Part.numberOrNull)
    let change = Part.object([
      "old": numbers, "new": numbers,
      "change": Part.each(["central", "p50"], Part.numberOrNull),
    ])
    return Part.object([
      "schema": Part.constant("digigov.data-diff/1"), "old": package, "new": package,
      "tables": Part.array(
        of: Part.object([
          "table": Part.string, "added": Part.array(of: key), "removed": Part.array(of: key),
          "changed": Part.array(
            of: Part.object([
              "key": key,
              "cells": Part.array(of: Part.each(["column", "old", "new"], Part.string)),
            ])),
          "new_columns": Part.array(of: Part.string), "lost_columns": Part.array(of: Part.string),
        ])),
      "projections": Part.object([
        "draws": Part.integer,
        "scenarios": Part.array(
          of: Part.object([
            "id": Part.string, "changed": Part.boolean,
            "metrics": Part.map(of: change),
            "organisations": Part.map(of: Part.each(["final_benefit", "npsv"], change))
              .described("By code."),
          ])),
      ]),
    ])
  }

  private static var ofJournal: JSONValue {
    let changes = Part.array(
      of: Part.object([
        "number": Part.integer, "change": Part.string, "reverses": Part.type("integer", "null"),
        "when": Part.string, "who": Part.string, "command": Part.array(of: Part.string),
        "months": Part.array(of: Part.string),
        "files": Part.array(
          of: Part.each(["name", "sha256_before", "sha256_after"], Part.string)),
      ]))
    return Part.object([
      "schema": Part.constant("digigov.data-undo/1"), "folder": Part.string, "changes": changes,
    ])
  }
}

import Datasets
import Frames

/// What an import says: one page, file by file, before anything is written.
struct ImportReport {
  let outcome: ReturnsImport.Outcome
  /// Files of folders that are none of returns by their ending.
  let others: Int

  /// So many lines of a kind are printed; the rest is counted.
  private static let most = 20

  /// For people, each line ended by LF.
  var table: String {
    let reports = outcome.reports
    var lines: [String] = []
    let notes = reports.filter { $0.state == .taken }.flatMap { report in
      report.notes.map { "\(neutralised(report.file)): \(neutralised($0))" }
    }
    lines += Self.short(notes, "notes on files")
    let left = reports.filter { $0.state == .taken }.flatMap { report in
      report.leftOut.map { "\(neutralised(report.file)): left out \(neutralised($0))" }
    }
    lines += Self.short(left, "values that are left out")
    let refused = reports.filter { $0.state == .refused }
    lines += Self.short(
      refused.compactMap { report in
        report.defects.first.map { first in
          let more = report.defects.count - 1
          return "refused: \(neutralised(first.description))\(more > 0 ? ", and \(more) more" : "")"
        }
      }, "refused files")
    if refused.count > Self.most { lines += kinds(of: refused) }
    if reports.count > 1 || !refused.isEmpty {
      lines.append(
        "\(reports.count) files: "
          + [ReturnsImport.FileReport.State.taken, .held, .refused].map { state in
            "\(reports.count { $0.state == state }) \(state.rawValue)"
          }.joined(separator: ", "))
    }
    if others > 0 {
      let endings = ReturnSources.endings.joined(separator: " ")
      lines.append(
        "\(others == 1 ? "1 other file" : "\(others) other files") of the folders, none of \(endings), left aside"
      )
    }
    return outcome.words + lines.map { $0 + "\n" }.joined()
  }

  /// How many files are refused for what.
  private func kinds(of refused: [ReturnsImport.FileReport]) -> [String] {
    let kinds = Dictionary(grouping: refused) { report in
      report.defects.first.flatMap { defect in
        defect.problem.map { String($0.prefix { $0 != ":" && $0 != "," }) }
      } ?? "another cell than expected"
    }
    return kinds.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .prefix(Self.most).map { "\($0.value.count) refused: \(neutralised($0.key))" }
  }

  private static func short(_ lines: [String], _ what: String) -> [String] {
    lines.count > most
      ? lines.prefix(most) + ["and \(lines.count - most) more \(what); --format json has all"]
      : lines
  }

  /// For programs: each file, each month, each body.
  ///
  /// - Parameter written: the folder that was written; nil for none.
  func json(written: String?) -> String {
    let files = outcome.reports.map { report in
      JSONValue.object([
        .init("file", .string(report.file)), .init("state", .string(report.state.rawValue)),
        .init("departments", .array(report.departments.map { .string($0) })),
        .init("months", .array(report.months.map { .string("\($0)") })),
        .init("returns", JSONValue(Double(report.returns))),
        .init("notes", .array(report.notes.map { .string($0) })),
        .init("left_out", .array(report.leftOut.map { .string($0) })),
        .init("defects", .array(report.defects.map(\.json))),
      ])
    }
    let months = outcome.months.map { added in
      JSONValue.object([
        .init("department", .string(added.department)), .init("month", .string("\(added.month)")),
        .init("returns", JSONValue(Double(added.returns))),
        .init("new", .bool(added.isNew)),
      ])
    }
    let bodies = outcome.bodies.map { body in
      JSONValue.object([
        .init("code", .string(body.code)), .init("name", .string(body.name)),
        .init("department", .string(body.department)),
      ])
    }
    return DataReport.json(
      "import",
      [
        .init("written", written.map { .string($0) } ?? .null), .init("files", .array(files)),
        .init("months", .array(months)), .init("bodies", .array(bodies)),
      ])
  }
}

extension Defect {
  /// One thing wrong, for programs.
  var json: JSONValue {
    .object([
      .init("file", .string(file)), .init("row", row.map { JSONValue(Double($0)) } ?? .null),
      .init("column", column.map { .string($0) } ?? .null),
      .init("value", value.map { .string($0) } ?? .null),
      .init("problem", problem.map { .string($0) } ?? .null),
      .init("expected", .string(expected)),
      .init("identity", identity.isEmpty ? .null : .string(identity)),
    ])
  }
}

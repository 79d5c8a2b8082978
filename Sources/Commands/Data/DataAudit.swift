import ArgumentParser
import Datasets
import Figures
import Frames

/// `digigov data audit`: what is odd in the returns of a folder, and whether its table says so.
struct DataAudit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "Say what is odd in the returns, and why.",
    discussion: """
      Looks at each department's months and each body's years for costs that no worker costs, \
      levels that change from one month to the next, months and kinds that were not returned, \
      noughts where there were values, and outliers. A verdict says what is odd, never what is \
      true. Exit code 1 where the folder's contractor_audit.csv does not hold these verdicts; \
      --write makes it.
      """
        + examples(
          "digigov data audit",
          "digigov data audit my-data --format json",
          "digigov data audit my-data --write"))

  @Argument(help: ArgumentHelp("The folder to look through.", valueName: "dir"))
  var directory: String?

  @OptionGroup var data: DataOption
  @Option(parsing: .unconditional, help: "table or json.") var format = "table"
  @Flag(help: "Write the verdicts into the folder, as contractor_audit.csv.") var write = false

  func run() throws {
    let (text, failure) = try result(width: StandardOutput.width)
    try WholeFile.print(text)
    if let failure { throw failure }
  }

  /// What is printed, and the failure that a table of other verdicts is.
  func result(width: Int?) throws -> (text: String, failure: CommandFailure?) {
    let form = try DataReport.Form(typed: format)
    let folder = try data.located(directory)
    let table = try DataOption.refusing { () throws(DataError) in
      let evidence = try folder.evidence()
      Money.setting.currency = evidence.roles.currency
      return AuditTable(evidence)
    }
    let text = form == .json ? json(table, folder) : Self.text(table, width: min(width ?? 100, 100))
    if write {
      try Self.write(table, into: folder)
      return (text, nil)
    }
    let difference = try DataOption.refusing { () throws(DataError) in
      try table.difference(from: folder)
    }
    return (text, Self.failure(difference, folder))
  }

  /// Puts the table into a folder.
  static func write(_ table: AuditTable, into folder: DataFolder) throws(CommandFailure) {
    do throws(WholeFile.Failure) {
      try WholeFile.replace(folder.path + "/" + AuditTable.file, with: table.bytes)
    } catch {
      throw CommandFailure(
        code: 1, message: "\(neutralised(folder.path))/\(AuditTable.file): \(error.reason)")
    }
  }

  private static func failure(
    _ difference: (missing: [[String]], extra: [[String]])?, _ folder: DataFolder
  ) -> CommandFailure? {
    let file = "\(neutralised(folder.path))/\(AuditTable.file)"
    guard let difference else {
      return CommandFailure(code: 1, message: "\(file): missing file; --write makes it")
    }
    let (missing, extra) = (difference.missing.count, difference.extra.count)
    guard missing + extra > 0 else { return nil }
    return CommandFailure(
      code: 1,
      message: "\(file): lacks \(missing) of these verdicts and has \(extra) others; --write makes "
        + "it anew")
  }

  private static func text(_ table: AuditTable, width: Int) -> String {
    let lines = table.verdicts.flatMap { verdict -> [String] in
      let months = [verdict.months.lowerBound, verdict.months.upperBound]
        .map(MonthlyReturns.text(month:))
      let span = months[0] == months[1] ? months[0] : "\(months[0]) to \(months[1])"
      let whose =
        verdict.body.isEmpty ? verdict.department : "\(verdict.department) \(verdict.body)"
      return ["\(whose)  \(span)  \(verdict.measure.rawValue)  \(verdict.rule.rawValue)"]
        + wrapped(neutralised(verdict.why), width: width - 2).map { "  " + $0 }
    }
    let departments = Set(table.verdicts.map(\.department)).count
    return (lines + ["\(table.verdicts.count) verdicts on \(departments) departments"])
      .map { $0 + "\n" }.joined()
  }

  private func json(_ table: AuditTable, _ folder: DataFolder) -> String {
    let rows = table.verdicts.map { verdict in
      JSONValue.object([
        .init("department", .string(verdict.department)),
        .init("body", verdict.body.isEmpty ? .null : .string(verdict.body)),
        .init("first_month", .string(MonthlyReturns.text(month: verdict.months.lowerBound))),
        .init("last_month", .string(MonthlyReturns.text(month: verdict.months.upperBound))),
        .init("measure", .string(verdict.measure.rawValue)),
        .init("rule", .string(verdict.rule.rawValue)), .init("value", JSONValue(verdict.value)),
        .init("expected", JSONValue(verdict.expected)), .init("why", .string(verdict.why)),
      ])
    }
    return DataReport.json("audit", of: folder, [.init("verdicts", .array(rows))])
  }
}

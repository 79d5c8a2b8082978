import ArgumentParser
import Datasets
import Frames

/// `digigov data import workforce`: departments' monthly returns into a data folder.
struct ImportWorkforce: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workforce",
    abstract: "Add monthly workforce returns to a copy of the data folder.",
    discussion: """
      Reads the workforce management information as departments publish it each month: CSV in \
      UTF-8 or Windows-1252, any of the three templates since 2011. What is left out of the sums \
      is logged with the rule and the reason, as the folder's own months were made. The folder \
      itself is left as it is, unless --in-place is given.
      """
        + examples(
          "digigov data import workforce home-office-july-2026.csv",
          "digigov data import workforce --output new-data returns/*.csv",
          "digigov data import workforce --dry-run --month 2026-07 return.csv",
          "digigov data import workforce --in-place --data my-data return.csv"))

  @Argument(help: ArgumentHelp("The published files.", valueName: "file"))
  var files: [String]

  @OptionGroup var data: DataOption

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp(
      "The copy to make; it must not be there yet. Else digigov-data-YYYY-MM in the working folder.",
      valueName: "dir"))
  var output: String?

  @Flag(help: "Change the data folder itself.") var inPlace = false
  @Flag(help: "Say what would change, and write nothing.") var dryRun = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The month of files that do not say theirs in a column, a title or their name.",
      valueName: "yyyy-mm"))
  var month: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The month of collecting; returns dated after it are left out. Else that of the data folder.",
      valueName: "yyyy-mm"))
  var collected: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "What body a name means, by its code; repeatable.", valueName: "name=code"))
  var alias: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When the files were published, for the list of sources.", valueName: "date")
  )
  var published: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Where they were published, for the list of sources.", valueName: "url"))
  var address: String?

  func run() throws {
    let text = try result()
    try WholeFile.print(text)
  }

  /// Does it, and gives what is printed.
  func result() throws -> String {
    let options = try options()
    if inPlace, output != nil {
      throw CommandFailure(code: 2, message: "--output makes a copy, --in-place none; give one")
    }
    let folder = try data.located()
    var read: [(name: String, bytes: [UInt8])] = []
    for file in files {
      do {
        read.append((name: file, bytes: try WholeFile.bytes(of: file)))
      } catch {
        throw CommandFailure(
          code: 3, message: "\(neutralised(file)): unreadable file (\(error.reason))")
      }
    }
    let outcome: ReturnsImport.Outcome
    do throws(ImportError) {
      outcome = try ReturnsImport.outcome(of: read, into: folder, options)
    } catch {
      throw CommandFailure(code: 3, message: neutralisedLines(error.description))
    }
    if outcome.files.isEmpty {
      return words(of: outcome) + "Nothing changes.\n"
    }
    return try words(of: outcome) + written(outcome, from: folder)
  }

  private func options() throws(CommandFailure) -> ReturnsImport.Options {
    var aliases: [String: String] = [:]
    for text in alias {
      guard let mark = text.lastIndex(of: "="), mark != text.startIndex,
        text.index(after: mark) != text.endIndex
      else {
        throw CommandFailure(
          code: 2, message: "--alias \(neutralised(text)); expected NAME=CODE")
      }
      aliases[String(text[..<mark])] = String(text[text.index(after: mark)...])
    }
    if let published, !CalendarDate.isValid(published) {
      throw CommandFailure(
        code: 2,
        message:
          "--published \(neutralised(published)); expected YYYY, YYYY-MM or YYYY-MM-DD")
    }
    return ReturnsImport.Options(
      month: try Self.month("--month", month), collected: try Self.month("--collected", collected),
      aliases: aliases, published: published ?? "", address: address ?? "")
  }

  private static func month(_ option: String, _ text: String?) throws(CommandFailure) -> Month? {
    guard let text else { return nil }
    guard let month = Month(text: text) else {
      throw CommandFailure(
        code: 2,
        message: "\(option) \(neutralised(text)); expected a month such as 2026-07")
    }
    return month
  }

  /// Makes the new folder beside where it is to stand, checks it, and only then puts it there.
  private func written(
    _ outcome: ReturnsImport.Outcome, from folder: DataFolder
  ) throws(CommandFailure) -> String {
    let last = outcome.months.map(\.month).max()
    let target =
      inPlace || dryRun ? nil : output ?? "digigov-data-\(last.map { "\($0)" } ?? "checked")"
    if let target, FolderCopy.exists(target) {
      throw CommandFailure(
        code: 2,
        message: "\(neutralised(target)) is there already; name another with --output DIR")
    }
    let draft = try FolderCopy(of: folder.path, beside: target)
    defer { draft.remove() }
    var files = outcome.files
    for (name, bytes) in files { try draft.write(name, bytes) }
    let new = DataFolder(path: draft.path)
    // The folder says what is odd in its own figures, as they are now.
    if let evidence = try? new.evidence() {
      let audit = (name: AuditTable.file, bytes: AuditTable(evidence).bytes)
      try draft.write(audit.name, audit.bytes)
      files.append(audit)
    }
    if let first = new.check().first {
      throw CommandFailure(
        code: 3, message: "the returns would leave a defect: \(neutralised(first.description))")
    }
    let changes: FolderDifference
    do throws(DataError) {
      changes = try FolderDifference(old: folder, new: new)
    } catch {
      throw CommandFailure(code: 3, message: neutralised(error.description))
    }
    let list = changes.text(limit: dryRun ? nil : 0)
    if dryRun { return list + "Nothing was written.\n" }
    if let target {
      try draft.move(to: target)
      return list
        + "Wrote \(neutralised(target)), which `digigov --data \(neutralised(target))` opens.\n"
    }
    for (name, bytes) in files {
      do throws(WholeFile.Failure) {
        try WholeFile.replace(folder.path + "/" + name, with: bytes)
      } catch {
        throw CommandFailure(
          code: 1, message: "\(neutralised(folder.path))/\(name): \(error.reason)")
      }
    }
    return list + "Changed \(neutralised(folder.path)).\n"
  }

  private func words(of outcome: ReturnsImport.Outcome) -> String {
    var lines: [String] = []
    for added in outcome.months {
      let count = added.returns == 1 ? "1 return" : "\(added.returns) returns"
      lines.append(
        "\(added.department) \(added.month): \(count)\(added.isNew ? "" : ", added to those of the month")"
      )
    }
    for body in outcome.bodies {
      lines.append("new body \(body.code) in \(body.department): \(neutralised(body.name))")
    }
    for spelling in outcome.spellings {
      lines.append("\(neutralised(spelling.written)): taken for \(neutralised(spelling.taken))")
    }
    for (file, measures) in outcome.absent {
      let names = measures.map(\.rawValue).joined(separator: " ")
      lines.append("\(neutralised(file)): no column for \(names), which stay blank")
    }
    for (rule, count) in outcome.leftOut {
      lines.append("left out, \(rule): \(count == 1 ? "1 value" : "\(count) values")")
    }
    if outcome.leftOut.contains(where: { $0.rule == "future-month" }) {
      lines.append(
        "returns after \(outcome.collected.words) are of the future; --collected YYYY-MM says otherwise"
      )
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// Each line made safe to print.
func neutralisedLines(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { neutralised(String($0)) }
    .joined(separator: "\n")
}

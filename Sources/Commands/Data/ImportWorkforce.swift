import ArgumentParser
import Datasets
import Frames
import Terminal

/// `digigov data import workforce`: departments' monthly returns into a data folder.
struct ImportWorkforce: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workforce",
    abstract: "Add monthly workforce returns to a copy of the data folder.",
    discussion: """
      Reads the workforce management information as departments publish it each month: CSV in \
      UTF-8 or Windows-1252, any of the three templates since 2011. What is left out of the sums \
      is logged with the rule and the reason, as the folder's own months were made. To months \
      that the folder has, nothing is added but bodies named by --new-body. The folder itself is \
      left as it is, unless --in-place is given; `digigov data undo` goes back over that.
      """
        + examples(
          "digigov data import workforce home-office-july-2026.csv",
          "digigov data import workforce --output new-data returns/*.csv",
          "digigov data import workforce --dry-run --month 2026-07 return.csv",
          "digigov data import workforce --alias \"Prison Service=HMPPS\" moj.csv",
          "digigov data import workforce --new-body \"Border Police Command\" ho.csv",
          "digigov data import workforce --in-place --data my-data return.csv"))

  @Argument(help: ArgumentHelp("The published files; - is standard input.", valueName: "file"))
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
      "The month of files that do not say one in columns, titles and name, or say several of which it is one.",
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
    name: .customLong("new-body"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A body that is not counted yet, as the files name it: may join a month that the folder has, or have a name near to another's; NAME=YYYY-MM where the folder does not tell whether it has it; repeatable.",
      valueName: "name"))
  var newBodies: [String] = []

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
    let stamps = FolderStamps(folder)
    var read: [(name: String, bytes: [UInt8])] = []
    for file in files {
      do {
        let path = file == "-" ? "/dev/stdin" : file
        read.append((name: file, bytes: try WholeFile.bytes(of: path)))
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
      return outcome.words + outcome.nothing
    }
    return try outcome.words + written(outcome, from: folder, since: stamps)
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
      aliases: aliases, newBodies: newBodies, published: published ?? "", address: address ?? "")
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

  /// Checks the new folder as a whole, and only then writes it.
  /// - Parameter read: the folder's files when the outcome was made of them.
  private func written(
    _ outcome: ReturnsImport.Outcome, from folder: DataFolder, since read: FolderStamps
  ) throws(CommandFailure) -> String {
    let last = outcome.months.map(\.month).max()
    let target =
      inPlace || dryRun ? nil : output ?? "digigov-data-\(last.map { "\($0)" } ?? "checked")"
    if let target, WholeFile.status(of: target) != nil {
      throw CommandFailure(
        code: 2,
        message: "\(neutralised(target)) is there already; name another with --output DIR")
    }
    var files = outcome.files
    // The folder's own record of what is odd in its figures is of those that it will have.
    if WholeFile.isRegular(folder.place(of: AuditTable.file)) == true,
      let evidence = try? folder.replacing(files).evidence()
    {
      files.append((name: AuditTable.file, bytes: AuditTable(evidence).bytes))
    }
    let new = folder.replacing(files)
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
    guard let target else {
      let months = outcome.months.map { "\($0.department) \($0.month)" }
      try FolderChange.make(
        in: folder, since: read, files,
        ChangeEntry(.import, command: ProcessArguments.words, months: months))
      let name = neutralised(folder.path)
      return list + "Changed \(name); `digigov data undo \(name)` goes back.\n"
    }
    let copy = try FolderCopy(of: folder, with: files, beside: target)
    defer { copy.remove() }
    guard FolderStamps(folder) == read else {
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(target)) was not made: another program changed "
          + "\(neutralised(folder.path)) while its files were read; try again")
    }
    try copy.move(to: target)
    return list
      + "Wrote \(neutralised(target)), which `digigov --data \(neutralised(target))` opens.\n"
  }
}

/// Each line made safe to print.
func neutralisedLines(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { neutralised(String($0)) }
    .joined(separator: "\n")
}

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
      Reads the workforce management information as departments publish it each month: CSV, xlsx \
      or ods, any of the three templates since 2011; files, folders with all in them, patterns, or \
      - for standard input. What is left out of the sums, and what was decided, is logged with the \
      reason, as the folder's own months were made. What is in question is asked on a terminal, \
      else refused with the option that answers. To months that the folder has, nothing is added \
      but bodies named by --new-body. The folder itself is left as it is, unless --in-place is \
      given; `digigov data undo` goes back over that. Exit code 3 where a file is refused, 1 where \
      --skip-refused left some out.
      """
        + examples(
          "digigov data import workforce home-office-july-2026.csv",
          "digigov data import workforce --output new-data returns/*.csv",
          "digigov data import workforce --skip-refused --format json returns/",
          "digigov data import workforce --dry-run --month 2026-07 return.xlsx",
          "digigov data import workforce --alias \"Prison Service=HMPPS\" moj.csv",
          "digigov data import workforce --new-body \"Border Police Command\" ho.csv",
          "digigov data import workforce --in-place --data my-data return.csv"))

  @Argument(
    help: ArgumentHelp(
      "The published files, folders of them, or patterns; - is standard input.", valueName: "file"))
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
  @Flag(help: "Leave out files that are refused, and take the others.") var skipRefused = false
  @Flag(help: "Read figures in thousands and the like, where a file says so, as such.")
  var takeUnits = false
  @Flag(help: "Ask nothing, on a terminal either.") var noQuestions = false
  @Option(parsing: .unconditional, help: "table or json.") var format = "table"

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The month of files that do not say one in columns, titles and name, or say several of which it is one; FILE=YYYY-MM of one file; repeatable.",
      valueName: "yyyy-mm"))
  var month: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "The department of files without a column of it; FILE=CODE of one file; repeatable.",
      valueName: "code"))
  var department: [String] = []

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
    var lines = LineInput(takesInterrupts: false)
    let next: () -> String? = { if case .line(let line) = lines.next() { line } else { nil } }
    let asks = !noQuestions && StandardOutput.isDialogue
    let questions = asks ? ImportQuestions(say: { try? WholeFile.print($0) }, next: next) : nil
    let (text, skipped) = try done(asking: questions, told: StandardOutput.progress("files read"))
    try WholeFile.print(text)
    if skipped > 0 {
      throw CommandFailure(
        code: 1, message: "\(skipped == 1 ? "1 file was" : "\(skipped) files were") left out")
    }
  }

  /// Does it without questions, and gives what is printed.
  func result() throws -> String { try done(asking: nil).text }

  /// Does it, and gives what is printed, and how many files were left out.
  ///
  /// - Parameters:
  ///   - questions: asks on a terminal; nil refuses what is in question.
  ///   - told: gets how many files were read, of how many.
  func done(
    asking questions: ImportQuestions?, told: (Int, Int) -> Void = { _, _ in }
  ) throws -> (text: String, skipped: Int) {
    var options = try options()
    if inPlace, output != nil {
      throw CommandFailure(code: 2, message: "--output makes a copy, --in-place none; give one")
    }
    let form = try DataReport.Form(typed: format)
    let folder = try data.located()
    let stamps = FolderStamps(folder)
    let files = try ReturnSources(files)
    let outcome = try read(files.sources, folder, &options, questions, told)
    let skipped = outcome.reports.count { $0.state == .refused }
    let report = ImportReport(outcome: outcome, others: files.others)
    var page = report.table
    if !outcome.files.isEmpty, inPlace, !dryRun, let questions {
      questions.say(page)
      guard questions.confirms("Change \(neutralised(folder.path))?") else {
        return ("Nothing was written.\n", skipped)
      }
      page = ""
    }
    let (end, place) =
      outcome.files.isEmpty
      ? (outcome.nothing, nil) : try written(outcome, from: folder, since: stamps)
    return (form == .json ? report.json(written: place) : page + end, skipped)
  }

  /// Reads the files, and asks as long as something is in question.
  private func read(
    _ sources: [ReturnsImport.Source], _ folder: DataFolder,
    _ options: inout ReturnsImport.Options, _ questions: ImportQuestions?,
    _ told: (Int, Int) -> Void
  ) throws -> ReturnsImport.Outcome {
    var left: Set<String> = []
    while true {
      let taken = sources.filter { !left.contains($0.name) }
      do throws(ImportError) {
        return try ReturnsImport.outcome(of: taken, into: folder, options) {
          told($0, taken.count)
        }
      } catch {
        if case .refused(let defects) = error, let questions {
          guard questions.answer(defects, &options, leaving: &left),
            sources.contains(where: { !left.contains($0.name) })
          else { throw CommandFailure(code: 3, message: "nothing was written") }
          continue
        }
        throw CommandFailure(code: 3, message: neutralisedLines(error.description))
      }
    }
  }

  private func options() throws(CommandFailure) -> ReturnsImport.Options {
    var aliases: [String: String] = [:]
    for text in alias {
      guard let (name, code) = Self.pair(text) else {
        throw CommandFailure(
          code: 2, message: "--alias \(neutralised(text)); expected NAME=CODE")
      }
      aliases[name] = code
    }
    if let published, !CalendarDate.isValid(published) {
      throw CommandFailure(
        code: 2,
        message:
          "--published \(neutralised(published)); expected YYYY, YYYY-MM or YYYY-MM-DD")
    }
    var options = ReturnsImport.Options(
      collected: try collected.map { text throws(CommandFailure) in
        try Self.month("--collected", text)
      },
      aliases: aliases, newBodies: newBodies, published: published ?? "", address: address ?? "")
    for text in month {
      if let (file, month) = Self.pair(text) {
        options.months[file] = try Self.month("--month \(file)=", month)
      } else {
        options.month = try Self.month("--month", text)
      }
    }
    for text in department {
      if let (file, code) = Self.pair(text) {
        options.departments[file] = code
      } else {
        options.department = text
      }
    }
    (options.takesUnits, options.skipsRefused) = (takeUnits, skipRefused)
    return options
  }

  /// What stands before and behind the last equals sign; nil where one of them is empty.
  private static func pair(_ text: String) -> (String, String)? {
    guard let mark = text.lastIndex(of: "="), mark != text.startIndex,
      text.index(after: mark) != text.endIndex
    else { return nil }
    return (String(text[..<mark]), String(text[text.index(after: mark)...]))
  }

  private static func month(_ option: String, _ text: String) throws(CommandFailure) -> Month {
    guard let month = Month(text: text) else {
      throw CommandFailure(
        code: 2,
        message: "\(option) \(neutralised(text)); expected a month such as 2026-07")
    }
    return month
  }

  /// Checks the new folder as a whole, and only then writes it. Gives what is said of it, and the
  /// folder that was written; nil for none.
  /// - Parameter read: the folder's files when the outcome was made of them.
  private func written(
    _ outcome: ReturnsImport.Outcome, from folder: DataFolder, since read: FolderStamps
  ) throws(CommandFailure) -> (text: String, place: String?) {
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
    if dryRun { return (list + "Nothing was written.\n", nil) }
    guard let target else {
      let months = outcome.months.map { "\($0.department) \($0.month)" }
      try FolderChange.make(
        in: folder, since: read, files,
        ChangeEntry(.import, command: ProcessArguments.words, months: months))
      let name = neutralised(folder.path)
      return (list + "Changed \(name); `digigov data undo \(name)` goes back.\n", folder.path)
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
    return (
      list
        + "Wrote \(neutralised(target)), which `digigov --data \(neutralised(target))` opens.\n",
      target
    )
  }
}

/// Each line made safe to print.
func neutralisedLines(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { neutralised(String($0)) }
    .joined(separator: "\n")
}

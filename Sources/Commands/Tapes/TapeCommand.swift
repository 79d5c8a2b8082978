import ArgumentParser
import Frames
import Tapes

/// `digigov tape`: tapes without playing them.
struct TapeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tape", abstract: "Check the scripts that play runs.",
    discussion: examples(
      "digigov tape check screenshots/demo.tape"),
    subcommands: [TapeCheck.self])
}

/// `digigov tape check`: every defect of a tape, which is its result.
struct TapeCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Print every defect of a tape as FILE:LINE:COLUMN.",
    discussion: "Exit code 3 where there is any, or where a file cannot be read."
      + examples(
        "digigov tape check screenshots/demo.tape"))

  @Argument(help: ArgumentHelp("The tape; - is standard input.", valueName: "file"))
  var files: [String]

  @Flag(help: "Let paths in the tape leave the working folder.")
  var allowOutside = false

  func run() throws {
    var failures: [CommandFailure] = []
    for file in files {
      do throws(CommandFailure) {
        let (text, warnings, failure) = try result(file)
        try WholeFile.print(text)
        for warning in warnings { complain(warning) }
        if let failure { failures.append(failure) }
      } catch {
        failures.append(error)
      }
    }
    guard let last = failures.popLast() else { return }
    for failure in failures { complain(failure.message) }
    throw last
  }

  /// What is printed of a tape, what is said beside it, and the failure that any defect is.
  func result(
    _ file: String
  ) throws(CommandFailure) -> (text: String, warnings: [String], failure: CommandFailure?) {
    let rules = try TapeReading.rules(allowsOutside: allowOutside)
    let name = neutralised(file)
    switch try TapeReading.tape(file, rules: rules) {
    case .success(let tape):
      let count = tape.count == 1 ? "1 command" : "\(tape.count) commands"
      return ("\(name): \(count), no defects\n", tape.warnings.map(\.asWarning), nil)
    case .failure(.malformed(let defects)):
      let count = defects.count == 1 ? "1 defect" : "\(defects.count) defects"
      return (
        defects.map { neutralised($0.description) + "\n" }.joined(), [],
        CommandFailure(code: 3, message: "\(name): \(count)")
      )
    case .failure(let error): throw CommandFailure(code: 1, message: "\(error)")
    }
  }
}

extension Remark {
  /// The remark as a warning is said.
  var asWarning: String {
    "\(file):\(place.line):\(place.column): warning: \(text)"
  }
}

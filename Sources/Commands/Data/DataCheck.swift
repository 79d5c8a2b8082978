import ArgumentParser
import Datasets
import Frames

/// `digigov data check`: every defect of a folder, which is its result.
struct DataCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Print every defect of a data folder.",
    discussion: "Exit code 3 where there is any."
      + examples(
        "digigov data check",
        "digigov data check my-data",
        "digigov data check --format json my-data"))

  @Argument(help: ArgumentHelp("The folder to check.", valueName: "dir"))
  var directory: String?

  @OptionGroup var data: DataOption
  @Option(parsing: .unconditional, help: "table or json.") var format = "table"

  func run() throws {
    let (text, failure) = try result()
    try WholeFile.print(text)
    if let failure { throw failure }
  }

  /// What is printed, and the failure that any defect is.
  func result() throws -> (text: String, failure: CommandFailure?) {
    let form = try DataReport.Form(typed: format)
    let folder = try data.located(directory)
    let (tables, defects) = folder.read()
    let rows = tables.reduce(0) { $0 + $1.count }
    if form == .json {
      let text = DataReport.json(
        "check", of: folder,
        [
          .init("tables", JSONValue(Double(tables.count))), .init("rows", JSONValue(Double(rows))),
          .init("defects", .array(defects.map(\.json))),
        ])
      return (text, defects.isEmpty ? nil : CommandFailure(code: 3, message: ""))
    }
    if defects.isEmpty {
      return ("\(tables.count) tables, \(rows) rows: no defects\n", nil)
    }
    let count = defects.count == 1 ? "1 defect" : "\(defects.count) defects"
    return (
      defects.map { neutralised($0.description) + "\n" }.joined(),
      CommandFailure(code: 3, message: "\(neutralised(folder.path)): \(count)")
    )
  }
}

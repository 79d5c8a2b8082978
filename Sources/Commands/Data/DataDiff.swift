import Analytics
import ArgumentParser
import Datasets
import Frames

/// `digigov data diff`: what a new version of the data changes in the figures and the projections.
struct DataDiff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what a new data folder changes: rows, figures, projections.",
    discussion: """
      Rows are told apart by their keys; their order makes no difference. The projections are \
      those of every scenario that both folders have, on common draws. The exit code is 0 whether \
      they differ or not.
      """
        + examples(
          "digigov data diff data new-data",
          "digigov data diff --format json data new-data"))

  @Argument(help: ArgumentHelp("The folder as it was.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The folder as it is now.", valueName: "new"))
  var new: String

  @Option(parsing: .unconditional, help: "table or json.") var format = "table"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Draws, 0 to 65536; 0 for the central case only.", valueName: "number"))
  var draws: String?

  func run() throws { try WholeFile.print(try text(width: StandardOutput.width)) }

  /// What is printed, to a terminal of so many columns or, at nil, whole.
  func text(width: Int?) throws -> String {
    let form = try DataReport.Form(typed: format)
    let before = try folder(old)
    let after = try folder(new)
    let difference = try DataOption.refusing { () throws(DataError) in
      try FolderDifference(old: before, new: after)
    }
    let projections = ProjectionDifference(
      old: try DataOption.refusing { () throws(DataError) in try before.modelInputs() },
      new: try DataOption.inputs(of: after),
      draws: try count(), threads: Surroundings.threads)
    if form == .table {
      return difference.text(limit: 20) + "\n" + projections.text(width: width)
    }
    return DataReport.json(
      "diff",
      [
        .init("old", Self.package(projections.old)), .init("new", Self.package(projections.new)),
        .init("tables", difference.json), .init("projections", projections.json),
      ])
  }

  /// A folder without defects; all of them are the message where it has some.
  private func folder(_ path: String) throws -> DataFolder {
    let folder = try Surroundings.dataFolder(path)
    let defects = folder.check()
    guard let first = defects.first else { return folder }
    let lines = defects.prefix(20).map { neutralised($0.description) }
    let rest = defects.count > 20 ? ["and \(defects.count - 20) more"] : []
    throw CommandFailure(
      code: 3,
      message: defects.count == 1
        ? "\(neutralised(path)): \(neutralised(first.description))"
        : "\(neutralised(path)): \(defects.count) defects\n"
          + (lines + rest).joined(separator: "\n"))
  }

  private func count() throws(CommandFailure) -> Int {
    guard let draws else { return 4096 }
    guard let count = Int(draws), (0...65_536).contains(count) else {
      throw CommandFailure(
        code: 2, message: "--draws \(neutralised(draws)); expected a whole number from 0 to 65536")
    }
    return count
  }

  private static func package(_ inputs: ModelInputs) -> JSONValue {
    .object([
      .init("name", inputs.name.map { .string($0) } ?? .null),
      .init("version", inputs.version.map { .string($0) } ?? .null),
    ])
  }
}

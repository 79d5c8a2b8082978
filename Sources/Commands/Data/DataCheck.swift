import ArgumentParser
import Datasets
import Frames

/// `digigov data check`: every defect of a folder, which is its result.
struct DataCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Print every defect of a data folder.",
    discussion: "Exit code 3 where there is any.")

  @Argument(help: ArgumentHelp("The folder to check.", valueName: "dir"))
  var directory: String?

  @OptionGroup var data: DataOption

  func run() throws {
    if let directory, let option = data.folder, directory != option {
      throw CommandFailure(
        code: 2,
        message: "two folders to check: \(neutralised(directory)) and --data \(neutralised(option))")
    }
    let folder = try Surroundings.dataFolder(directory ?? data.folder)
    let (tables, defects) = folder.read()
    print(Self.report(tables, defects), terminator: "")
    if !defects.isEmpty {
      let count = defects.count == 1 ? "1 defect" : "\(defects.count) defects"
      throw CommandFailure(code: 3, message: "\(neutralised(folder.path)): \(count)")
    }
  }

  /// A line for each defect, or one that says there is none.
  static func report(_ tables: [Datasets.Table], _ defects: [Defect]) -> String {
    if defects.isEmpty {
      let rows = tables.reduce(0) { $0 + $1.count }
      return "\(tables.count) tables, \(rows) rows: no defects\n"
    }
    return defects.map { neutralised($0.description) + "\n" }.joined()
  }
}

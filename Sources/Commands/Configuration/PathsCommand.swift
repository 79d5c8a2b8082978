import ArgumentParser
import Datasets
import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// `digigov paths`: where the program looks, and what is there.
struct PathsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paths", abstract: "Print where data, configuration, scenarios and state are.",
    discussion: """
      Data: --data, else DIGIGOV_DATA, else share/digigov/data beside the program's own folder, else \
      the nearest data folder above the program. The others go by XDG_CONFIG_HOME, XDG_DATA_HOME \
      and XDG_STATE_HOME. Sessions that were not ended, undo and all, are below state.
      """
        + examples(
          "digigov paths",
          "digigov paths --format json"))

  @OptionGroup var data: DataOption
  @Option(parsing: .unconditional, help: "table, csv or json.") var format = "table"

  func run() throws { try WholeFile.print(try text(width: nil)) }

  /// What is printed, to a terminal of so many columns or, at nil, whole.
  func text(width: Int?) throws -> String {
    let form = try Listing.Form(typed: format)
    let folder =
      try? DataFolder.locate(
        option: data.folder, environment: Surroundings.environment,
        programPath: Surroundings.programPath)
    let program = RealPath.of(Surroundings.programPath)
    let places: [(String, String?)] = [
      ("program", program), ("data", folder?.path ?? data.folder),
      ("configuration", Surroundings.configurationFile),
      ("scenarios", Surroundings.savedScenarios),
      ("state", Surroundings.stateFolder),
    ]
    return Listing(
      columns: [.init(name: "what"), .init(name: "exists"), .init(name: "path")],
      rows: places.map { name, path in
        let isThere = path.map { unsafe access($0, F_OK) == 0 } ?? false
        return [name, isThere ? "yes" : "no", path ?? ""]
      }
    ).text(form, width: width)
  }
}

/// Paths without links.
enum RealPath {
  /// The path itself where nothing stands there.
  static func of(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}

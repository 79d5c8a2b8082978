import Analytics
import ArgumentParser
import Datasets
import Figures
import Frames

/// `--data DIR`, for commands that read the data folder.
struct DataOption: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "The data folder; else DIGIGOV_DATA, else the one beside the program.", valueName: "dir"))
  var folder: String?

  /// The folder that the option, the environment or the program's place names.
  func located() throws -> DataFolder { try Surroundings.dataFolder(folder) }

  /// The folder that an argument of the command names, or else the option.
  func located(_ directory: String?) throws -> DataFolder {
    if let directory, let option = folder, directory != option {
      throw CommandFailure(
        code: 2,
        message: "two folders: \(neutralised(directory)) and --data \(neutralised(option))")
    }
    return try Surroundings.dataFolder(directory ?? folder)
  }

  /// The model's inputs of the folder that a run is about, whose money all numbers are then in.
  static func inputs(of folder: DataFolder) throws(CommandFailure) -> ModelInputs {
    let inputs = try refusing { () throws(DataError) in try folder.modelInputs() }
    Money.setting.currency = inputs.roles.currency
    return inputs
  }

  /// The same with the evidence.
  static func contents(
    of folder: DataFolder
  ) throws(CommandFailure) -> (inputs: ModelInputs, evidence: Evidence) {
    let contents = try refusing { () throws(DataError) in try folder.load() }
    Money.setting.currency = contents.inputs.roles.currency
    return contents
  }

  /// Runs what reads data. What it refuses is invalid data, exit code 3; only a table's name is
  /// the user's own, 2.
  static func refusing<Value>(
    _ read: () throws(DataError) -> Value
  ) throws(CommandFailure) -> Value {
    do {
      return try read()
    } catch {
      if case .unknownTable = error {
        throw CommandFailure(code: 2, message: neutralised(error.description))
      }
      throw CommandFailure(code: 3, message: neutralised(error.description))
    }
  }
}

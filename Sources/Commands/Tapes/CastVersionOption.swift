import ArgumentParser
import Frames
import Tapes

/// `--cast-version`, for commands that record.
struct CastVersionOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The version of asciicasts: 3, or 2 for older players.", valueName: "version"))
  var castVersion = "3"

  func version() throws(CommandFailure) -> CastVersion {
    guard let number = Int(castVersion), let version = CastVersion(rawValue: number) else {
      throw CommandFailure(
        code: 2,
        message: "unknown version of asciicasts \(neutralised(castVersion)); allowed 2 3")
    }
    return version
  }
}

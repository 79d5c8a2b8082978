import ArgumentParser
import Frames

/// `--marking`, for commands whose files leave the terminal.
struct MarkingOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A marking for the top and the bottom of every page and picture, such as OFFICIAL.",
      valueName: "text"))
  var marking: String?

  /// What fits a line of a page, so that none has to be cut.
  private static let widest = 80

  /// The marking; empty where none is wanted.
  /// - Throws: A failure with code 2 for one that could not be seen whole.
  func text() throws(CommandFailure) -> String {
    guard let marking else { return "" }
    guard marking.contains(where: { !$0.isWhitespace }) else {
      throw CommandFailure(
        code: 2, message: "--marking is empty; leave it out, or give a text such as OFFICIAL")
    }
    let width = displayWidth(neutralised(marking))
    guard width <= Self.widest else {
      throw CommandFailure(
        code: 2, message: "--marking is \(width) columns wide; allowed up to \(Self.widest)")
    }
    return marking
  }
}

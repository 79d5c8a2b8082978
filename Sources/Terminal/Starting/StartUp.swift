import CTerminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What the program can do where it was started: draw a screen, or print text.
///
/// `ascii` says that the locale is not UTF-8: not one byte above 127 may be written.
public enum StartUp: Equatable, Sendable {
  case terminal(ascii: Bool)
  /// The reason goes to standard error; it is nil where input or output was piped on purpose.
  case plainText(ascii: Bool, reason: TerminalError?)

  /// Whether the locale is not UTF-8.
  public var isASCII: Bool {
    switch self {
    case .terminal(let ascii), .plainText(let ascii, _): ascii
    }
  }

  /// Whether a dialogue of lines is held: where it was asked for, else on a terminal, where the user
  /// has chosen it for good or where nothing else can be shown. What was piped stays text, so that
  /// scripts do the same for everyone.
  /// - Parameters:
  ///   - flag: what the command line says; nil for nothing.
  ///   - chosen: what environment and configuration say.
  public func isDialogue(flag: Bool?, chosen: Bool) -> Bool {
    if let flag { return flag }
    return switch self {
    case .terminal: chosen
    case .plainText(_, .typeTooSimple?): true
    case .plainText(_, let reason): chosen && reason != nil
    }
  }

  /// The decision from what is known of the surroundings.
  /// - Parameters:
  ///   - inputIsTerminal: whether keys come from a terminal.
  ///   - outputIsTerminal: whether what is printed goes to one.
  ///   - type: what is wrong with the terminal's type, nil where a screen can be drawn.
  ///   - localeIsUTF8: whether more than ASCII can be printed.
  public static func decided(
    inputIsTerminal: Bool, outputIsTerminal: Bool, type: TerminalError?, localeIsUTF8: Bool
  ) -> StartUp {
    let ascii = !localeIsUTF8
    guard inputIsTerminal && outputIsTerminal else { return .plainText(ascii: ascii, reason: nil) }
    guard let type else { return .terminal(ascii: ascii) }
    return .plainText(ascii: ascii, reason: type)
  }

  /// The decision for this process, with the characters that were taken; opens nothing.
  @MainActor public static func ofThisProcess(_ characters: CharacterSet) -> StartUp {
    decided(
      inputIsTerminal: isatty(STDIN_FILENO) == 1, outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      type: TerminalError(cc_terminal_type()), localeIsUTF8: characters.isUTF8)
  }
}

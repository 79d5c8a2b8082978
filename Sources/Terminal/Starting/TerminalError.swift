import CTerminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Why there is no screen.
public enum TerminalError: Error, Equatable, Sendable, CustomStringConvertible {
  case inputIsNotATerminal
  case outputIsNotATerminal
  /// The variable TERM is not set.
  case typeUnset
  /// No description of the terminal that TERM names.
  case typeUnknown(String)
  /// The terminal cannot move its cursor (`TERM=dumb` and its like).
  case typeTooSimple(String)
  case alreadyOpen
  case failed

  public var description: String {
    switch self {
    case .inputIsNotATerminal: "The standard input is not a terminal, so no keys can be read."
    case .outputIsNotATerminal:
      "The standard output is not a terminal, so no screen can be drawn on it."
    case .typeUnset:
      "TERM is not set, so no screen can be drawn; set it to the terminal's type. --plain is a"
        + " dialogue of lines that needs no screen."
    case .typeUnknown(let type):
      "There is no description of a terminal of the type '\(type)' (TERM), so no screen can be"
        + " drawn; set TERM to a type that this system knows, such as xterm-256color. --plain is a"
        + " dialogue of lines that needs no screen."
    case .typeTooSimple(let type):
      "A terminal of the type '\(type)' (TERM) cannot place text, so no screen can be drawn;"
        + " --plain is a dialogue of lines that needs none."
    case .alreadyOpen: "The terminal is open already; one screen can be open at a time."
    case .failed: "The terminal's settings could not be changed, so no screen can be drawn."
    }
  }

  /// Nil for a terminal that can be used.
  init?(_ status: cc_status) {
    switch status {
    case CC_USABLE: return nil
    case CC_INPUT_NOT_A_TERMINAL: self = .inputIsNotATerminal
    case CC_OUTPUT_NOT_A_TERMINAL: self = .outputIsNotATerminal
    case CC_TERM_UNSET: self = .typeUnset
    case CC_TERM_UNKNOWN: self = .typeUnknown(Self.type)
    case CC_TERM_TOO_SIMPLE: self = .typeTooSimple(Self.type)
    case CC_ALREADY_OPEN: self = .alreadyOpen
    default: self = .failed
    }
  }

  /// TERM as it is safe to show: printable ASCII, cut where it goes on too long.
  static var type: String {
    guard let text = unsafe getenv("TERM") else { return "" }
    return shown(unsafe String(cString: text))
  }

  /// Text from the environment as it is safe to show.
  static func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars.prefix(40)
    return String(String.UnicodeScalarView(scalars.map { (32..<127) ~= $0.value ? $0 : "?" }))
  }
}

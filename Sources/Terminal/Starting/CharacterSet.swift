import CTerminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The characters that can be printed, by the locale of the environment.
public struct CharacterSet: Equatable, Sendable {
  /// What came of the locale.
  public enum Finding: Equatable, Sendable {
    /// It has UTF-8.
    case utf8
    /// It is not installed, or UTF-8 was forced on it: another one with UTF-8 stands in for it.
    case standIn
    /// None is named; its characters are not UTF-8's; it is not installed, and no other is used.
    case unset, other, missing
  }

  public let finding: Finding
  /// The variable that names the locale, `LC_ALL`, `LC_CTYPE` or `LANG`, and what it says; nil where
  /// none does.
  public let named: (variable: String, locale: String)?

  public init(_ finding: Finding, named: (variable: String, locale: String)? = nil) {
    self.finding = finding
    self.named = named
  }

  public static func == (one: CharacterSet, other: CharacterSet) -> Bool {
    one.finding == other.finding && one.named?.variable == other.named?.variable
      && one.named?.locale == other.named?.locale
  }

  /// Whether more than ASCII can be printed.
  public var isUTF8: Bool { finding == .utf8 || finding == .standIn }

  /// Why there is nothing but ASCII, and what helps; nil where there is more.
  public var reasonForASCII: String? {
    let name = named.map { "\($0.locale) (\($0.variable))" } ?? ""
    // LC_ALL goes before LC_CTYPE, and that before LANG: what names the locale has to change.
    let remedy = "\(named?.variable ?? "LANG")=C.UTF-8 shows every sign."
    switch finding {
    case .utf8, .standIn: return nil
    case .unset: return "In ASCII, since no locale is set; \(remedy)"
    case .other: return "In ASCII, since the locale is \(name); \(remedy)"
    case .missing: return "In ASCII: the locale \(name) is not installed; \(remedy)"
    }
  }

  /// Takes the character set of this process from the environment.
  /// - Parameter unicode: whether it is to be UTF-8 whatever the locale, where the system has any.
  @MainActor public static func ofThisProcess(forcing unicode: Bool = false) -> CharacterSet {
    let finding: Finding =
      switch cc_take_locale(unicode) {
      case CC_LOCALE_UTF8: .utf8
      case CC_LOCALE_STAND_IN: .standIn
      case CC_LOCALE_UNSET: .unset
      case CC_LOCALE_MISSING: .missing
      default: .other
      }
    guard let variable = unsafe cc_locale_variable(), let value = unsafe getenv(variable) else {
      return CharacterSet(finding)
    }
    return CharacterSet(
      finding,
      named: (unsafe String(cString: variable), TerminalError.shown(unsafe String(cString: value)))
    )
  }
}

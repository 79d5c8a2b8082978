import CTerminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What is known of the terminal that `TERM` names.
public struct TerminalDescription: Equatable, Sendable {
  /// `TERM`, safe to show.
  public let type: String
  /// The type whose description is used; nil where no screen can be drawn.
  public let usedType: String?
  /// Whether that description came with the program, since the system has none.
  public let isCompiledIn: Bool
  /// Colours of the description; 0 where it has none.
  public let colours: Int
  /// What is wrong with the type; nil where a screen can be drawn.
  public let problem: TerminalError?

  public init(
    type: String, usedType: String?, isCompiledIn: Bool = false, colours: Int = 0,
    problem: TerminalError? = nil
  ) {
    self.type = type
    self.usedType = usedType
    self.isCompiledIn = isCompiledIn
    self.colours = colours
    self.problem = problem
  }

  /// What to say of a terminal that is taken for another one; nil where it is described itself.
  public var remark: String? {
    guard let usedType, usedType != type else { return nil }
    return "This system has no description of the terminal '\(type)' (TERM); it is taken for "
      + "\(usedType)."
  }

  /// That of this process; opens nothing.
  @MainActor public static func ofThisProcess() -> TerminalDescription {
    let problem = TerminalError(cc_terminal_type())
    var isCompiledIn = false
    let used = unsafe String(cString: cc_described_as(&isCompiledIn))
    return TerminalDescription(
      type: TerminalError.type, usedType: problem == nil ? used : nil,
      isCompiledIn: isCompiledIn, colours: max(Int(cc_terminfo_colours()), 0), problem: problem)
  }
}

public import Frames

extension ColourDepth {
  /// The depth to use: the flag, then `NO_COLOR` (present and not empty), then `CLICOLOR_FORCE`
  /// and `FORCE_COLOR`, then `COLORTERM` (`truecolor` or `24bit`), then what terminfo says.
  ///
  /// The two published conventions do not say which of `NO_COLOR` and the forcing ones goes
  /// first: here whoever asks for no colour gets none.
  /// - Parameters:
  ///   - flag: what an option says; nil where there is none.
  ///   - environment: the variables named above; others do not matter.
  ///   - terminfoColours: the number of colours of the terminal's description; 0 or less where it
  ///     has none.
  public static func decided(
    flag: ColourDepth?, environment: [String: String], terminfoColours: Int
  ) -> ColourDepth {
    if let flag { return flag }
    if !environment["NO_COLOR", default: ""].isEmpty { return .none }
    let found = max(promised(in: environment), described(by: terminfoColours))
    return forced(by: environment, found: found) ?? found
  }

  /// What COLORTERM says of the terminal. A `screen` inside that terminal passes the variable on,
  /// but takes the codes for other ones, unless it is tmux.
  private static func promised(in environment: [String: String]) -> ColourDepth {
    let type = environment["TERM", default: ""]
    if type.hasPrefix("screen"), environment["TMUX", default: ""].isEmpty { return .none }
    let promise = environment["COLORTERM", default: ""].lowercased()
    return promise == "truecolor" || promise == "24bit" ? .trueColour : .none
  }

  private static func described(by terminfoColours: Int) -> ColourDepth {
    switch terminfoColours {
    case 257...: .trueColour
    case 256: .indexed
    case 8...: .basic
    default: .none
    }
  }

  /// `FORCE_COLOR` is a level, 0 to 3, or a wish for any colour; `CLICOLOR_FORCE` only the latter.
  private static func forced(by environment: [String: String], found: ColourDepth) -> ColourDepth? {
    let wish = environment["CLICOLOR_FORCE", default: ""]
    if !wish.isEmpty, wish != "0" { return max(found, .basic) }
    switch environment["FORCE_COLOR", default: ""] {
    case "": return nil
    case "0", "false": return ColourDepth.none
    case "2": return .indexed
    case "3": return .trueColour
    default: return max(found, .basic)
    }
  }
}

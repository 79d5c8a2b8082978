import Dashboard
import Frames
import Screenshots

extension Parser {
  private static let shells = [
    "bash", "zsh", "fish", "powershell", "pwsh", "cmd", "nu", "osh", "xonsh",
  ]
  private static let bars = ["Colorful", "ColorfulRight", "Rings", "RingsRight"]
  private static let pixels = 0...100_000

  private static let settings = [
    "Shell", "FontFamily", "FontSize", "Width", "Height", "LetterSpacing", "LineHeight",
    "TypingSpeed", "Theme", "Padding", "Margin", "MarginFill", "WindowBar", "WindowBarSize",
    "BorderRadius", "Framerate", "PlaybackSpeed", "LoopOffset", "CursorBlink", "WaitTimeout",
    "WaitPattern", "Rows", "Columns", "Picture",
  ]

  mutating func setting() throws(Defect) -> Step {
    guard peek.kind == .word else { throw refusal("the name of a setting") }
    let name = advance()
    guard let setting = try value(of: name) else { return .nothing }
    return apply(setting, name.text) ? .set(setting) : .nothing
  }

  /// The value of a setting; nil, with a warning, where it has no meaning here.
  private mutating func value(of name: Token) throws(Defect) -> Setting? {
    switch name.text {
    case "Columns":
      return .columns(try whole("a whole number of columns", ScreenSize.columnsAllowed))
    case "Rows": return .rows(try whole("a whole number of rows", ScreenSize.rowsAllowed))
    case "Width":
      warn("pixels become columns of 0.6 of the font size; Set Columns says them outright")
      return .width(try pixelCount(1...100_000))
    case "Height":
      warn("pixels become rows of 1.2 of the font size; Set Rows says them outright")
      return .height(try pixelCount(1...100_000))
    case "TypingSpeed": return .typingSpeed(try time())
    case "WaitTimeout": return .waitTimeout(try time())
    case "WaitPattern": return .waitPattern(try pattern())
    case "Theme": return try theme()
    case "Picture":
      let name = try choice(["terminal"] + PageSize.allCases.map(\.rawValue))
      return .picture(PageSize(rawValue: name))
    case "FontSize":
      warn("Set FontSize only says how many columns a Width has")
      return .fontSize(try pixelCount(1...1000))
    case "Shell": _ = try choice(Self.shells)
    case "WindowBar": _ = try choice(Self.bars)
    case "CursorBlink": _ = try choice(["true", "false"])
    case "FontFamily": _ = try string("the name of a font")
    case "MarginFill": _ = try string("a colour or a file")
    case "Padding", "Margin", "WindowBarSize", "BorderRadius": _ = try pixelCount(Self.pixels)
    case "Framerate": _ = try whole("a whole number of frames", 1...1000)
    case "LetterSpacing", "LineHeight", "PlaybackSpeed": _ = try number("a number")
    case "LoopOffset":
      _ = try number("a percentage")
      _ = takes(symbol: "%")
    default:
      let near = nearest(name.text, among: Self.settings)
      throw Defect(
        place: name.place,
        text: "unknown setting \(neutralised(name.text))"
          + (near.map { "; did you mean \($0)?" } ?? ""))
    }
    warn("Set \(name.text) has no meaning here")
    return nil
  }

  private mutating func pixelCount(_ allowed: ClosedRange<Int>) throws(Defect) -> Int {
    let count = try whole("a whole number of pixels", allowed)
    _ = takes(word: "px")
    return count
  }

  private mutating func choice(_ allowed: [String]) throws(Defect) -> String {
    guard peek.kind == .word || peek.kind == .string, allowed.contains(peek.text) else {
      throw refusal("one of \(allowed.joined(separator: " "))")
    }
    return advance().text
  }

  private mutating func theme() throws(Defect) -> Setting? {
    let names = ThemeName.allCases.map(\.rawValue).joined(separator: " ")
    switch peek.kind {
    case .json: _ = advance()
    case .word, .string:
      let name = try string("the name of a theme")
      if let theme = ThemeName(rawValue: name) { return .theme(theme) }
    default: throw refusal("the name of a theme, such as one of \(names)")
    }
    warn("this theme is not one of \(names) and is ignored")
    return nil
  }
}

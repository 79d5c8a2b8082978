import Frames

/// What is wrong with a command, and where.
struct Defect: Error {
  var place: Place
  var text: String
}

/// Makes commands of tokens. A defect ends its command; reading goes on at the next line, so that
/// all defects of a tape are told at once.
struct Parser {
  let file: String
  let rules: TapeRules
  /// Whether the tape is one that another takes in: then it writes no output and takes in none.
  let isSource: Bool
  private(set) var commands: [Command] = []
  private(set) var warnings: [Remark] = []
  private(set) var defects: [Remark] = []
  /// The paths of the tapes that were taken in.
  private(set) var sources: [String] = []
  /// Whether a command other than a setting has come, after which most settings say nothing.
  private(set) var hasActed: Bool
  /// The size of the screen at the present command.
  private(set) var size: ScreenSize

  private let tokens: [Token]
  private var index = 0
  /// Place of the command being read.
  private var place = Place(line: 1, column: 1)

  init(_ text: String, file: String, rules: TapeRules) {
    self.init(text, file: file, rules: rules, isSource: false, hasActed: false, size: rules.size)
  }

  private init(
    _ text: String, file: String, rules: TapeRules, isSource: Bool, hasActed: Bool,
    size: ScreenSize
  ) {
    self.file = file
    self.rules = rules
    self.isSource = isSource
    self.hasActed = hasActed
    self.size = size
    tokens = Lexer.tokens(of: text)
  }

  var peek: Token { tokens[index] }
  private var isAtEnd: Bool { peek.kind == .end }

  /// The token just read.
  var last: Token { tokens[max(index - 1, 0)] }

  mutating func advance() -> Token {
    defer { if !isAtEnd { index += 1 } }
    return peek
  }

  mutating func parse() {
    while !isAtEnd {
      place = peek.place
      do throws(Defect) {
        let step = try step()
        if !isSettingUp(step) { hasActed = true }
        if step != .nothing { commands.append(Command(file: file, place: place, step: step)) }
      } catch {
        defects.append(Remark(file: file, place: error.place, text: error.text))
        // What stands beside a defect may be part of it.
        while !isAtEnd, peek.place.line <= error.place.line { index += 1 }
      }
    }
  }

  private func isSettingUp(_ step: Step) -> Bool {
    switch step {
    case .set, .output, .nothing: true
    default: false
    }
  }

  mutating func warn(_ text: String) {
    warnings.append(Remark(file: file, place: place, text: text))
  }

  private mutating func step() throws(Defect) -> Step {
    let token = advance()
    guard token.kind == .word else {
      let text =
        token.kind == .malformed ? token.text : "\(token.shown) where a command should begin"
      throw Defect(place: token.place, text: text)
    }
    switch token.text {
    case "Type": return try typing()
    case "Ctrl": return try chord(.control)
    case "Alt": return try chord(.alt)
    case "Shift": return try chord(.shift)
    case "ScrollUp": return try wheel(.wheelUp)
    case "ScrollDown": return try wheel(.wheelDown)
    case "Sleep": return .sleep(try time())
    case "Wait": return try waiting()
    case "Set": return try setting()
    case "Hide": return .hide
    case "Show": return .show
    case "Copy": return .copy(try strings())
    case "Paste": return .paste
    case "Click": return .click(try position())
    case "Drag":
      let start = try position()
      return .drag(from: start, to: try position())
    case "Resize":
      let columns = try whole("a whole number of columns", ScreenSize.columnsAllowed)
      let rows = try whole("a whole number of rows", ScreenSize.rowsAllowed)
      (size.columns, size.rows) = (columns, rows)
      return .resize(columns: columns, rows: rows)
    case "Caption": return .caption(try string("its words"))
    case "Note": return .note(try string("its words"))
    case "Expect": return .expect(try string("the text to find on the screen"))
    case "Output": return try output()
    case "Screenshot":
      return .screenshot(try path(Format.pictures.map(\.rawValue)))
    case "State": return .state(try path([Format.json.rawValue]))
    case "Source": return try source()
    case "Require":
      _ = try string("a program")
      warn("Require does nothing here: no program is started")
      return .nothing
    case "Env":
      _ = try string("a variable")
      _ = try string("its value")
      warn("Env does nothing here: no program is started")
      return .nothing
    default:
      if let key = Key(named: token.text) { return try press(KeyPress(key)) }
      let near = nearest(token.text, among: Self.commandNames)
      throw Defect(
        place: token.place,
        text: "unknown command \(neutralised(token.text))"
          + (near.map { "; did you mean \($0)?" } ?? ""))
    }
  }

  private static let commandNames =
    [
      "Type", "Ctrl", "Alt", "Shift", "ScrollUp", "ScrollDown", "Sleep", "Wait", "Set", "Hide",
      "Show", "Copy", "Paste", "Click", "Drag", "Resize", "Caption", "Note", "Expect", "Output",
      "Screenshot", "State", "Source", "Require", "Env",
    ] + Key.names

  /// Whether a word is the name of a command, and so no text.
  static func isCommand(_ word: String) -> Bool { commandNames.contains(word) }

  private mutating func output() throws(Defect) -> Step {
    let here = peek.place
    let text = try pathText()
    let film = ["gif", "mp4", "webm"]
    if text.hasSuffix("/") || film.contains(fileExtension(of: text)) {
      if !isSource { warn("Output \(neutralised(text)) does nothing here: no film is made") }
      return .nothing
    }
    let path = try checked(text, Format.allCases.map(\.rawValue), at: here)
    return isSource ? .nothing : .output(path)
  }

  /// Puts another tape's commands in the place of this one.
  private mutating func source() throws(Defect) -> Step {
    let here = peek.place
    let text = try pathText()
    if isSource {
      throw Defect(place: place, text: "a tape that is a Source cannot have a Source itself")
    }
    guard fileExtension(of: text) == "tape" else {
      throw Defect(
        place: here, text: "\(neutralised(text)) is no tape; the path of a Source ends in .tape")
    }
    guard rules.mayRead(text, from: file) else {
      throw Defect(place: here, text: TapeRules.outside(text))
    }
    let path = TapeRules.path(text, beside: file)
    let contents: String
    do throws(Unreadable) {
      contents = try decoded(try rules.read(path), file: path)
    } catch {
      throw Defect(place: here, text: "\(neutralised(path)): \(error.reason)")
    }
    var inner = Parser(
      contents, file: path, rules: rules, isSource: true, hasActed: hasActed, size: size)
    if inner.isAtEnd { throw Defect(place: here, text: "\(neutralised(path)) has no commands") }
    inner.parse()
    sources.append(path)
    commands += inner.commands
    warnings += inner.warnings
    defects += inner.defects
    (hasActed, size) = (inner.hasActed, inner.size)
    return .nothing
  }

  /// Takes in what a setting changes; gives back false where it comes too late.
  mutating func apply(_ setting: Setting, _ name: String) -> Bool {
    if hasActed {
      switch setting {
      case .typingSpeed, .picture: return true
      default: break
      }
      warn("Set \(name) comes after the first action and is ignored")
      return false
    }
    size.apply(setting)
    return true
  }
}

import Frames

extension Key {
  /// A key by the name that it has in tapes.
  init?(named name: String) {
    guard let key = Self.named[name] else { return nil }
    self = key
  }

  /// The names of keys in tapes.
  static let names = named.keys.sorted()

  private static let named: [String: Key] = {
    var table: [String: Key] = [
      "Enter": .enter, "Space": .character(" "), "Backspace": .backspace, "Delete": .delete,
      "Insert": .insert, "Tab": .tab, "Escape": .escape, "Up": .up, "Down": .down,
      "Left": .left, "Right": .right, "PageUp": .pageUp, "PageDown": .pageDown, "Home": .home,
      "End": .end,
    ]
    for number in 1...12 { table["F\(number)"] = .function(number) }
    return table
  }()
}

extension KeyPress {
  /// A typed character as a terminal sends it.
  init(typed scalar: Unicode.Scalar) {
    self.init(scalar == "\t" ? .tab : .character(Character(scalar)))
  }

  /// A key with modifiers as a terminal sends it: control with some letters is another key, shift
  /// with a letter is its capital.
  init(_ key: Key, heldWith modifiers: Modifiers) {
    self.init(key, modifiers)
    guard case .character(let character) = key else { return }
    if modifiers.contains(.control) {
      let rest = modifiers.subtracting([.control, .shift])
      let small = Character(character.lowercased())
      switch small {
      case "h": self.init(.backspace, rest)
      case "i": self.init(.tab, rest)
      case "j", "m": self.init(.enter, rest)
      case "[": self.init(.escape, rest)
      case "@": self.init(.character(" "), rest.union(.control))
      case "-": self.init(.character("_"), rest.union(.control))
      default: self.init(.character(small), rest.union(.control))
      }
    } else if modifiers.contains(.shift) {
      let rest = modifiers.subtracting(.shift)
      let capital: Character =
        switch character {
        case "[": "{"
        case "]": "}"
        default: character.uppercased().first ?? character
        }
      self.init(.character(capital), rest)
    }
  }
}

extension Parser {
  private static let repeats = 0...10_000

  mutating func typing() throws(Defect) -> Step {
    let speed = try speed()
    let keys = try strings().unicodeScalars.map(KeyPress.init(typed:))
    return .press(keys, speed: speed, count: 1)
  }

  /// A key, perhaps with a speed and how many times.
  mutating func press(_ key: KeyPress) throws(Defect) -> Step {
    let speed = try speed()
    return .press([key], speed: speed, count: try count())
  }

  mutating func wheel(_ action: MouseAction) throws(Defect) -> Step {
    let speed = try speed()
    return .wheel(action, speed: speed, count: try count())
  }

  private mutating func count() throws(Defect) -> Int {
    peek.kind == .number ? try whole("a whole number of times", Self.repeats) : 1
  }

  /// Keys held with modifiers: `Ctrl+Alt+x`, `Alt+"text"`, `Shift+Tab`.
  mutating func chord(_ first: Modifiers) throws(Defect) -> Step {
    var held = first
    var keys: [KeyPress] = []
    var isComplete = false
    while peek.kind == .symbol, peek.text == "+" {
      _ = advance()
      let token = peek
      if let more = Self.modifiers[token.text], token.kind == .word {
        guard keys.isEmpty else { throw refusal("a key; modifiers come before keys") }
        _ = advance()
        held.formUnion(more)
        continue
      }
      keys += try held.contains(.control) ? controlled(held) : lettered(held)
      isComplete = true
    }
    guard isComplete else { throw refusal("+ and a key") }
    return .press(keys, speed: nil, count: 1)
  }

  private static let modifiers: [String: Modifiers] = [
    "Ctrl": .control, "Alt": .alt, "Shift": .shift,
  ]

  private mutating func controlled(_ held: Modifiers) throws(Defect) -> [KeyPress] {
    let token = peek
    let isKey: Bool =
      switch token.kind {
      case .word:
        token.text.count == 1 ? token.text != "." : Key(named: token.text) != nil
      case .string: token.text.count == 1 && token.text.first?.isLetter == true
      case .symbol: ["-", "@", "[", "]", "^", "\\"].contains(token.text)
      default: false
      }
    guard isKey else {
      throw refusal(#"one letter, a key such as Enter or Left, or one of - @ [ ] ^ \"#)
    }
    _ = advance()
    if let key = Key(named: token.text) { return [KeyPress(key, heldWith: held)] }
    return token.text.prefix(1).map { KeyPress(.character($0), heldWith: held) }
  }

  private mutating func lettered(_ held: Modifiers) throws(Defect) -> [KeyPress] {
    let token = peek
    switch token.kind {
    case .word where Key(named: token.text) != nil:
      _ = advance()
      return Key(named: token.text).map { [KeyPress($0, heldWith: held)] } ?? []
    case .word where Self.isCommand(token.text): break
    case .string, .word:
      _ = advance()
      return token.text.unicodeScalars.map { KeyPress(KeyPress(typed: $0).key, heldWith: held) }
    case .symbol where token.text == "[" || token.text == "]":
      _ = advance()
      return token.text.map { KeyPress(.character($0), heldWith: held) }
    default: break
    }
    throw refusal("text, a key such as Enter or Tab, or one of [ ]")
  }

  mutating func waiting() throws(Defect) -> Step {
    var scope = Step.Scope.screen
    if takes(symbol: "+") {
      if takes(word: "Line") {
        scope = .line
      } else if !takes(word: "Screen") {
        throw refusal("Line or Screen")
      }
    }
    let limit = try speed()
    let hasPattern = peek.kind == .regex
    if peek.kind == .malformed { throw refusal("a regular expression") }
    return .wait(scope, limit: limit, pattern: hasPattern ? try pattern() : nil)
  }
}

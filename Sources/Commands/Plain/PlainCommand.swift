import Analytics
import Dashboard
import Explanations
import Frames

/// What a line of the dialogue asks for.
enum PlainCommand {
  /// The screen, or what is asked, once more.
  case again
  /// What can be typed; every key with what it does.
  case guide, keys
  /// What is left of what was being read: the next lines, or all of them; what was said last, again.
  case more, all, repeated
  /// Where one is, and what the numbers rest on; the panels here.
  case location, panels
  /// Where the numbers of the last answer are from; all that is known of the first; its derivation.
  case source, card, why
  /// The publications of the panel in focus.
  case sources
  /// How much stands in words.
  case words(Wording)
  /// A question in plain words.
  case asked(Asked)
  /// The table behind the panel in focus.
  case table
  /// The lines that the last change of the levers changed.
  case changes
  /// Closes what is in front, or goes a level up.
  case close
  case quit
  /// A lost session is taken up, or is not wanted.
  case restore, discard
  /// Text for what asks for it.
  case type(String)
  /// A row of the list in front, and the key that does something with it.
  case row(Int, KeyPress)
  /// A key for what is in front.
  case front(KeyPress)
  /// Keys for the screen, and what is said where they do nothing.
  case keyed([KeyPress], otherwise: String)
  /// A line of the screen gets the focus, then the keys.
  case focus(Outline.Line, [KeyPress])
  /// A panel is read, by its place or by its name.
  case panel(Int)
  case panelNamed(String)
  case find(String)
  case filter(String)
  /// A lever by its name; nil where it is not said whose.
  case lever(Lever, LeverScope?, String)
  /// Scenarios by names or numbers: one to open, some to compare; a name to save under.
  case scenario(String)
  case compare(String)
  case save(String)
  /// What is wrong and what to type.
  case unknown(String)

  init(_ typed: String, _ state: State) {
    let words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
    if words.isEmpty {
      self = .again
    } else if let front = state.front, let command = Self.inFront(front, typed, words, state) {
      self = command
    } else if let command = Self.known(words, state) {
      self = command
    } else if words.count == 1, let only = typed.first(where: { !$0.isWhitespace }),
      words[0].count == 1
    {
      self = .keyed([.of(only)], otherwise: "The key \(only) does nothing here.")
    } else if let asked = state.asked(typed) {
      self = .asked(asked)
    } else {
      self = .find(words.joined(separator: " "))
    }
  }

  /// Whether it is for the screen: what stands in front of that is closed first.
  var isForScreen: Bool {
    switch self {
    case .again, .guide, .keys, .close, .quit, .type, .row, .front, .more, .all, .repeated, .words:
      false
    case .unknown: false
    default: true
    }
  }

  // MARK: - While something stands in front of the screen

  /// What a line means to what is in front; nil where it is meant for the screen.
  private static func inFront(
    _ front: FrontText, _ typed: String, _ words: [String], _ state: State
  ) -> PlainCommand? {
    let word = words[0].lowercased()
    if words.count == 1 {
      switch word {
      case "esc", "escape", "close", "up": return .close
      case "quit", "exit", "q": return .quit
      case "help": return .guide
      case "keys", "?": return .keys
      case "more": return .more
      case "all": return .all
      case "repeat": return .repeated
      default: break
      }
    }
    switch front.wish {
    case .text:
      // A name or words to filter by may be anything, and a number is a value, not a line.
      if !state.asksForValue || words.count == 1 && Int(word) != nil { return .type(typed) }
      if let command = known(words, state), command.isForScreen { return command }
      // A question is none of the numbers that can be typed.
      if words.count > 1, let asked = state.asked(typed) { return .asked(asked) }
      return .type(typed)
    case .row: return row(words, state)
    case .answer:
      switch word {
      case "y", "yes": return .front(.of("y"))
      case "n", "no": return .front(.of("n"))
      default: return .unknown("\(front.lines.map(\.text).joined(separator: " ")) Say yes or no.")
      }
    case .none: return nil
    }
  }

  /// `3`, `c 3`, `c`: a row, a key for a row, a key for the chosen one.
  private static func row(_ words: [String], _ state: State) -> PlainCommand? {
    if words.count == 1, let number = Int(words[0]) { return .row(number - 1, KeyPress(.enter)) }
    if words.count == 1, ["enter", "open", "down"].contains(words[0].lowercased()) {
      return .front(KeyPress(words[0].lowercased() == "down" ? .down : .enter))
    }
    // What can be typed into is a search: its letters are another one.
    guard let only = words[0].first, words[0].count == 1,
      state.action(for: .key(.of(only))).map({ $0 != .typed(words[0]) }) == true
    else { return nil }
    if words.count == 1 { return .front(.of(only)) }
    return words.count == 2 ? Int(words[1]).map { .row($0 - 1, .of(only)) } : nil
  }

  // MARK: - For the screen

  /// A number, a word of the dialogue, or a lever with its value.
  private static func known(_ words: [String], _ state: State) -> PlainCommand? {
    if words.count == 1, let number = Int(words[0]) {
      return line(number, state) { $0.opens || $0.isSlider ? [KeyPress(.enter)] : [] }
    }
    let rest = words.dropFirst().joined(separator: " ")
    return withNumber(words[0].lowercased(), rest, state) ?? word(
      words[0].lowercased(), rest, state)
      ?? setting(words, state)
  }

  private static func line(
    _ number: Int, _ state: State, _ keys: (Outline.Line) -> [KeyPress]
  ) -> PlainCommand {
    let lines = state.outline.parts.flatMap(\.lines)
    guard lines.indices.contains(number - 1) else {
      return .unknown(
        lines.isEmpty
          ? "Nothing here has a number."
          : "There is no line \(number); here are 1 to \(lines.count).")
    }
    return .focus(lines[number - 1], keys(lines[number - 1]))
  }

  /// `source 3`, `focus 3`: a line gets the focus first.
  private static func withNumber(_ word: String, _ rest: String, _ state: State) -> PlainCommand? {
    guard let number = Int(rest) else { return nil }
    switch word {
    case "focus": return line(number, state) { _ in [] }
    case "open": return line(number, state) { _ in [KeyPress(.enter)] }
    case "source", "sources", "card": return line(number, state) { _ in [.of("s")] }
    case "why": return line(number, state) { _ in [.of("w")] }
    case "copy": return line(number, state) { _ in [.of("y")] }
    case "panel": return .panel(number - 1)
    case "screen":
      guard (1...9).contains(number) else {
        return .unknown("There is no screen \(number); there are 1 to 9.")
      }
      return .keyed([.of(Character("\(number)"))], otherwise: "")
    default: return nil
    }
  }

  private static func word(_ word: String, _ rest: String, _ state: State) -> PlainCommand? {
    switch word {
    case "find": return .find(rest)
    case "filter": return .filter(rest)
    case "scenario", "scenarios": return .scenario(rest)
    case "save": return .save(rest)
    case "panel" where !rest.isEmpty: return .panelNamed(rest)
    case "words":
      return Wording(rawValue: rest.lowercased()).map { .words($0) }
        ?? .unknown("Say words full, words brief or words symbols.")
    default: break
    }
    if word == "where", rest.lowercased() == "from" { return .source }
    if word == "compare" { return .compare(PlainCommand.compared(rest)) }
    guard rest.isEmpty else { return nil }
    switch word {
    case "help": return .guide
    case "keys", "?": return .keys
    case "table": return .table
    case "changes": return .changes
    case "more": return .more
    case "all": return .all
    case "repeat", "again": return .repeated
    case "where": return .location
    case "panels", "outline": return .panels
    case "panel": return .unknown("Say which, such as panel 2; panels lists them.")
    case "source": return .source
    case "sources": return .sources
    case "card", "details": return .card
    case "why": return .why
    case "esc", "escape", "up", "close": return .close
    case "quit", "exit", "q": return .quit
    case "restore": return .restore
    case "discard": return .discard
    default:
      guard let (key, otherwise) = named[word] else { return nil }
      let isIdle = forLevers.contains(word) && !state.isOnSlider
      return isIdle ? .unknown(otherwise) : .keyed([key], otherwise: otherwise)
    }
  }

  /// The scenarios named, without the words between them.
  static func compared(_ rest: String) -> String {
    let noise: Set = ["with", "to", "against", "than", "versus", "vs", "and", "or"]
    return rest.split(separator: " ").filter { !noise.contains($0.lowercased()) }
      .joined(separator: " ")
  }

  /// `pace 1.2`, `pace=1.2`, `set HMRC.pace=1.2`, `start delay 2`, `national pace 1.2`.
  private static func setting(_ words: [String], _ state: State) -> PlainCommand? {
    var parts = words.flatMap { $0.split(separator: "=").map(String.init) }
    if parts.count > 2, parts[0].lowercased() == "set" { parts.removeFirst() }
    guard parts.count >= 2, let value = parts.popLast() else { return nil }
    var names = parts.joined(separator: "_").split(separator: ".").map(String.init)
    if names.count == 1, names[0].lowercased().hasPrefix("national_") {
      names = ["national", String(names[0].dropFirst("national_".count))]
    }
    guard (1...2).contains(names.count), let name = names.last?.lowercased(),
      let lever = Lever(rawValue: name)
        ?? state.inputs.levers.first(where: {
          $0.label.lowercased().split(separator: " ").joined(separator: "_") == name
        })?.id
    else { return nil }
    guard names.count == 2 else { return .lever(lever, nil, value) }
    switch names[0].lowercased() {
    case "lever", "levers": return .lever(lever, nil, value)
    case "national": return .lever(lever, .nation, value)
    case let code:
      guard state.inputs.organisations.contains(where: { $0.code.lowercased() == code }) else {
        return .unknown("There is no organisation \(names[0]); find names them.")
      }
      return .lever(lever, .organisation(code.uppercased()), value)
    }
  }
}

extension KeyPress {
  static func of(_ character: Character) -> KeyPress { KeyPress(.character(character)) }
}

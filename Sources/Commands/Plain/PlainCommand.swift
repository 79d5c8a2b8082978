import Analytics
import Dashboard
import Frames

/// What a line of the dialogue asks for.
enum PlainCommand {
  /// The screen once more.
  case again
  /// What can be typed.
  case guide
  /// The table behind the panel in focus.
  case table
  case events([Event])
  /// A row of what stands in front of the screen, by where it stands.
  case row(Position)
  /// A line of the screen gets the focus, then the keys.
  case focus(Outline.Line, [Event])
  /// A panel without a line so far gets the focus: what it shows may be made for that.
  case panel(Outline.Part)
  case set(Place, organisation: String?, Lever, String)
  /// What is wrong and what to type.
  case unknown(String)

  init(_ typed: String, _ state: State) {
    let words = typed.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first else {
      self = .again
      return
    }
    let rest = words.dropFirst().joined(separator: " ")
    if let front = state.front, case .palette? = state.layers.last,
      !front.lines.contains(where: { $0.row != nil }), front.takesText,
      !Self.leaving.contains(first.lowercased()), first.lowercased() != "find"
    {
      // More letters would not find anything either: it is another name.
      self = .events([.key(KeyPress(.escape))] + Self.finding(typed))
    } else if let front = state.front, let command = Self.inFront(front, typed, words) {
      self = command
    } else if let number = Int(typed.filter { !$0.isWhitespace }) {
      self = Self.line(number, state) {
        $0.opens || $0.lever != nil ? [.key(KeyPress(.enter))] : []
      }
    } else if let command = Self.withNumber(first.lowercased(), rest, state) {
      self = command
    } else if let command = Self.word(first.lowercased(), rest, state) {
      self = command
    } else if let command = Self.setting(words, state) {
      self = command
    } else if words.count == 1, let key = Self.key(first) {
      self = .events([.key(key)])
    } else {
      self = .events(Self.finding(words.joined(separator: " ")))
    }
  }

  private static let closing: Set = ["esc", "escape", "back", "up", "close"]
  private static let quitting: Set = ["quit", "q", "exit"]
  private static let leaving = closing.union(quitting)

  /// While something stands in front of the screen: a row's number, text to be typed, or the key
  /// that closes it; anything else is meant for the screen.
  private static func inFront(_ front: FrontText, _ typed: String, _ words: [String])
    -> PlainCommand?
  {
    if words.count == 1, let number = Int(words[0]), front.lines.contains(where: { $0.row != nil })
    {
      guard let place = front.lines.first(where: { $0.row == number - 1 })?.position else {
        return .unknown("There is no line \(number) here.")
      }
      return .row(place)
    }
    let word = words[0].lowercased()
    if words.count == 1, closing.contains(word) {
      return .events([.key(KeyPress(.escape))])
    }
    if words.count == 1, quitting.contains(word) {
      return .events([.key(KeyPress(.character("c"), .control))])
    }
    if word == "find" {
      return .events([.key(KeyPress(.escape))] + finding(words.dropFirst().joined(separator: " ")))
    }
    if front.takesText {
      let isList = front.lines.contains { $0.row != nil }
      return .events([.paste(typed)] + (isList ? [] : [.key(KeyPress(.enter))]))
    }
    if words.count == 1, let key = key(words[0]) { return .events([.key(key)]) }
    return .unknown("Something stands in front of the screen; esc closes it first.")
  }

  private static func line(
    _ number: Int, _ state: State, _ events: (Outline.Line) -> [Event]
  ) -> PlainCommand {
    let lines = state.outline.parts.flatMap(\.lines)
    guard lines.indices.contains(number - 1) else {
      return .unknown(
        lines.isEmpty
          ? "Nothing here has a number."
          : "There is no line \(number); here are 1 to \(lines.count).")
    }
    return .focus(lines[number - 1], events(lines[number - 1]))
  }

  /// `source 3`, `focus 3`: a line gets the focus first.
  private static func withNumber(_ word: String, _ rest: String, _ state: State) -> PlainCommand? {
    guard let number = Int(rest) else { return nil }
    switch word {
    case "focus": return line(number, state) { _ in [] }
    case "open": return line(number, state) { _ in [.key(KeyPress(.enter))] }
    case "source", "card": return line(number, state) { _ in [.key(character("s"))] }
    case "why": return line(number, state) { _ in [.key(character("w"))] }
    case "copy": return line(number, state) { _ in [.key(character("y"))] }
    case "panel":
      let parts = state.outline.parts
      guard parts.indices.contains(number - 1) else {
        return .unknown("There is no panel \(number); here are 1 to \(parts.count).")
      }
      guard let first = parts[number - 1].lines.first else {
        return .panel(parts[number - 1])
      }
      return .focus(first, [])
    case "screen":
      return (1...9).contains(number) ? .events([.key(character(Character("\(number)")))]) : nil
    default: return nil
    }
  }

  private static func word(_ word: String, _ rest: String, _ state: State) -> PlainCommand? {
    switch word {
    case "help" where rest.isEmpty: return .guide
    case "keys": return .events([.key(character("?"))])
    case "table": return .table
    case "home": return .events([.key(character("1"))])
    case "find": return .events(finding(rest))
    case "filter":
      let begin: [Event] = [.key(character("/"))]
      guard !rest.isEmpty else { return .events(begin + [.key(KeyPress(.escape))]) }
      // What was kept before is cleared, then the new text is typed.
      return .events(
        begin + [.key(KeyPress(.escape))] + begin + [.paste(rest), .key(KeyPress(.enter))])
    default: break
    }
    guard rest.isEmpty, let key = named[word] else { return nil }
    return .events([.key(key)])
  }

  /// `pace 1.2`, `levers.pace 1.2`, `pace=1.2`, `HMRC.pace 1.2`.
  private static func setting(_ words: [String], _ state: State) -> PlainCommand? {
    let parts = words.flatMap { $0.split(separator: "=").map(String.init) }
    guard parts.count == 2 else { return nil }
    var names = parts[0].split(separator: ".").map(String.init)
    if names.count == 2, ["lever", "levers"].contains(names[0].lowercased()) {
      names.removeFirst()
    }
    guard let name = names.last, let lever = Lever(rawValue: name.lowercased()), names.count <= 2
    else { return nil }
    guard names.count == 2 else {
      return .set(Place(.lab), organisation: nil, lever, parts[1])
    }
    let code = names[0].uppercased()
    guard state.inputs.organisations.contains(where: { $0.code == code }) else {
      return .unknown("There is no organisation \(names[0]); find names them.")
    }
    return .set(Place(.department, path: [code]), organisation: code, lever, parts[1])
  }

  private static func finding(_ text: String) -> [Event] {
    [.key(character(":"))] + (text.isEmpty ? [] : [.paste(text)])
  }

  private static func character(_ text: Character) -> KeyPress { KeyPress(.character(text)) }

  /// A key by its name, or a character.
  private static func key(_ word: String) -> KeyPress? {
    if word.count == 1, let only = word.first { return character(only) }
    return named[word.lowercased()]
  }

  private static let named: [String: KeyPress] = [
    "esc": KeyPress(.escape), "escape": KeyPress(.escape), "up": KeyPress(.escape),
    "enter": KeyPress(.enter), "open": KeyPress(.enter), "tab": KeyPress(.tab),
    "left": KeyPress(.left), "right": KeyPress(.right), "less": KeyPress(.left),
    "more": KeyPress(.right), "previous": character("["), "next": character("]"),
    "back": character("<"), "forward": character(">"), "undo": character("z"),
    "redo": character("Z"), "source": character("s"), "why": character("w"),
    "copy": character("y"), "line": character("c"), "sort": character("o"),
    "turn": character("O"), "not": character("!"), "scenario": character("p"),
    "export": character("x"), "baseline": character("0"), "reset": character("r"),
    "quit": character("q"), "exit": character("q"),
  ]

  static let words = """
    A number opens the line with that number; "source 3" shows where its number comes from.
    An empty line prints the screen again. "panel 2" goes to a panel, "screen 4" or "4" alone after
    "screen" to a screen, "home" to the first one, "find WORDS" to anything by its name.
    "esc" or "up" goes up a level or closes what is in front, "back" and "forward" walk the way.
    "pace 1.2" sets a lever, "HMRC.pace 1.2" that of one organisation; "less" and "more" move the
    lever in focus, "baseline" puts it back, "reset" all; "undo" and "redo"; "scenario" starts from
    another one.
    "filter WORDS" keeps the rows of the panel with these words, "filter" alone all; "not" turns it
    round; "sort" goes to the next column, "turn" the other way round; "table" prints the panel as
    Markdown.
    "copy" writes the number in focus with its source to a file, "line" the scenario in one word,
    "export" the screen as a picture.
    "previous" and "next" step through organisations on a page. "keys" lists the keys of the screen,
    each of which works here too. "quit" leaves.
    """
}

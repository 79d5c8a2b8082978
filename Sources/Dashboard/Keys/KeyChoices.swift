import Frames

/// The keys that the user gave to actions in place of the program's own.
public struct KeyChoices: Hashable, Sendable {
  /// Why a choice is refused. Each description says what, and what is allowed.
  public enum Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownAction(String, allowed: [String])
    case unknownKey(String)
    /// ctrl+c always quits.
    case reserved(String)
    case nothingLeft(String)
    /// Two actions that apply in the same place.
    case conflict(key: String, action: String, other: String)

    public var description: String {
      switch self {
      case .unknownAction(let name, let allowed):
        "unknown action \(name); allowed \(allowed.joined(separator: " "))"
      case .unknownKey(let text):
        "\(text) is no key; allowed a character, ctrl+ and a letter but h, i, j and m, or "
          + "enter esc tab backspace delete insert up down left right home end pageup pagedown "
          + "space f1 to f12, with shift+, ctrl+ or alt+ before it"
      case .reserved(let key): "\(key) always quits, and cannot mean anything else"
      case .nothingLeft(let name): "\(name) needs a key"
      case .conflict(let key, let action, let other):
        "\(key) is already the key of \(other), so it cannot be that of \(action); give "
          + "key.\(other) another one first"
      }
    }
  }

  /// An action that can be given keys, for configurations.
  public struct Choosable: Hashable, Sendable {
    public let name: String
    /// The program's own keys, as a configuration writes them.
    public let keys: [String]
    /// What the action does.
    public let help: String
  }

  private var chosen: [String: [KeyPress]] = [:]

  public init() {}

  /// Whether the program's own keys stand.
  public var isEmpty: Bool { chosen.isEmpty }

  /// Every action that can be given keys, in the order of the help.
  public static var choosable: [Choosable] {
    var names: [String] = []
    for row in Keymap.table where !names.contains(row.name) { names.append(row.name) }
    return names.map { name in
      let rows = Keymap.table.filter { $0.name == name }
      let help = rows.map(\.help).first { !$0.isEmpty } ?? ""
      return Choosable(
        name: name, keys: ownKeys(of: name).map(\.text),
        help: help.isEmpty ? name.replacing("-", with: " ") : help.withoutBrackets)
    }
  }

  /// The keys of an action as a configuration writes them: those chosen, else the program's own.
  public func keys(of name: String) -> [String] {
    (chosen[name] ?? Self.ownKeys(of: name)).map(\.text)
  }

  /// Gives an action keys in place of its own: keys parted by blanks, or `none`.
  public mutating func choose(_ text: String, for name: String) throws(Refusal) {
    let names = Self.choosable.map(\.name)
    guard names.contains(name) else { throw .unknownAction(name, allowed: names) }
    var keys: [KeyPress] = []
    for word in text == "none" ? [] : text.split(separator: " ") {
      guard let key = KeyPress(text: String(word)) else { throw .unknownKey(String(word)) }
      if key == .control("c"), name != "quit" { throw .reserved(key.text) }
      if !keys.contains(key) { keys.append(key) }
    }
    if name == "quit" {
      // Whatever happens there is a way out.
      if !keys.contains(.control("c")) { keys.append(.control("c")) }
    } else if keys.isEmpty, name == "help" || text != "none" {
      throw .nothingLeft(name)
    }
    chosen[name] = keys
  }

  /// The first action with a key that another one has where both apply; nil where all is well. The
  /// actions that share a key in the program's own table apply in different places.
  public func conflict(of name: String) -> Refusal? {
    for key in chosen[name] ?? [] {
      for other in Self.choosable where other.name != name {
        let keys = chosen[other.name] ?? Self.ownKeys(of: other.name)
        if keys.contains(key), !Self.share(name, other.name) {
          return .conflict(key: key.text, action: name, other: other.name)
        }
      }
    }
    return nil
  }

  /// The first key of an action as the screens print it; empty where it has none.
  func shown(of name: String) -> String {
    (chosen[name] ?? Self.ownKeys(of: name)).first?.shown ?? ""
  }

  /// Whether a screen has another key than its number.
  var changesScreens: Bool { ScreenID.numbered.contains { chosen[$0.rawValue] != nil } }

  /// The table with the chosen keys in it.
  func table(_ own: [Binding]) -> [Binding] {
    guard !chosen.isEmpty else { return own }
    var explained = Set(own.filter { !$0.help.isEmpty }.map(\.name))
    return own.map { row in
      let pair = Self.pairs[row.name]
      let isChanged = chosen[row.name] != nil
      guard isChanged || pair.map({ chosen[$0] != nil }) == true else { return row }
      var row = row
      row.keys = chosen[row.name] ?? row.keys
      // What stands in brackets names keys that may be others now.
      row.help = row.help.withoutBrackets
      if row.help.isEmpty, explained.insert(row.name).inserted {
        row.help = row.name.replacing("-", with: " ")
      }
      row.shown = row.keys.filter { $0 != .control("c") }.map(\.shown).joined(separator: " ")
      if row.shown.isEmpty {
        row.shown = row.keys.map(\.shown).joined(separator: " ")
        if row.keys.isEmpty { (row.footer, row.help) = ("", "") }
      }
      return row
    }
  }

  /// Whether a key press is that of an action.
  func means(_ press: KeyPress, _ name: String) -> Bool {
    (chosen[name] ?? Self.ownKeys(of: name)).contains(press)
  }

  private static func ownKeys(of name: String) -> [KeyPress] { ownKeys[name] ?? [] }

  /// What stands in the table, by the name of the action.
  private static let ownKeys: [String: [KeyPress]] = Keymap.table.reduce(into: [:]) { own, row in
    let keys = own[row.name] ?? []
    own[row.name] = keys + row.keys.filter { !keys.contains($0) }
  }

  private static func share(_ name: String, _ other: String) -> Bool {
    !Set(ownKeys(of: name)).isDisjoint(with: ownKeys(of: other))
  }

  /// Actions whose help stands in one line.
  private static let pairs: [String: String] = {
    let pairs = [
      ("next-panel", "previous-panel"), ("lever-down", "lever-up"),
      ("lever-down-ten", "lever-up-ten"), ("lever-down-tenth", "lever-up-tenth"),
      ("sort", "sort-reverse"),
    ]
    return Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($1, $0) })
  }()
}

extension Binding {
  /// The name of the row's action, for configurations.
  var name: String { action.keyName }
}

extension String {
  fileprivate var withoutBrackets: String {
    guard let open = firstRange(of: " (")?.lowerBound else { return self }
    return String(self[..<open])
  }
}

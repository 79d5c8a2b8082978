import Frames

extension KeyPress {
  /// Reads a key as a configuration writes it: `x`, `X`, `ctrl+x`, `shift+tab`, `pageup`, `f5`.
  /// Nil for what names no key, or one that a terminal does not tell from another.
  init?(text: String) {
    var rest = text
    var modifiers: Modifiers = []
    for (word, modifier) in [("ctrl+", Modifiers.control), ("alt+", .alt), ("shift+", .shift)]
    where rest.count > word.count && rest.lowercased().hasPrefix(word) {
      rest.removeFirst(word.count)
      modifiers.insert(modifier)
    }
    if rest.count == 1, let character = rest.first {
      guard character.isASCII || modifiers.isEmpty, !character.isWhitespace else { return nil }
      guard modifiers.contains(.control) else {
        // The shifted letter is the capital, and the terminal sends nothing else.
        let isShifted = modifiers.contains(.shift)
        guard !isShifted || character.isLetter else { return nil }
        self.init(
          .character(isShifted ? Character(character.uppercased()) : character),
          modifiers.subtracting(.shift))
        return
      }
      // As controls h, i, j and m are Backspace, Tab, Enter and Enter.
      guard character.isLetter, let small = character.lowercased().first, !"hijm".contains(small)
      else { return nil }
      self.init(.character(small), modifiers.subtracting(.shift))
      return
    }
    guard let key = Self.named[rest.lowercased()] else { return nil }
    self.init(key, modifiers)
  }

  /// The key as a configuration writes it.
  var text: String {
    let name =
      switch key {
      case .character(" "): "space"
      case .character(let character): String(character)
      default: Self.named.filter { $0.value == key }.map(\.key).min { $0.count < $1.count } ?? ""
      }
    return prefix + name
  }

  /// The key as footer and help print it.
  var shown: String {
    let name =
      switch key {
      case .character(" "): "Space"
      case .character(let character): String(character)
      case .up: "↑"
      case .down: "↓"
      case .left: "←"
      case .right: "→"
      case .pageUp: "PgUp"
      case .pageDown: "PgDn"
      case .escape: "Esc"
      default:
        text.split(separator: "+").last.map { $0.prefix(1).uppercased() + $0.dropFirst() } ?? ""
      }
    return prefix + name
  }

  private var prefix: String {
    (modifiers.contains(.control) ? "ctrl+" : "") + (modifiers.contains(.alt) ? "alt+" : "")
      + (modifiers.contains(.shift) ? "shift+" : "")
  }

  private static let named: [String: Key] = {
    var names: [String: Key] = [
      "enter": .enter, "esc": .escape, "tab": .tab, "backspace": .backspace, "delete": .delete,
      "insert": .insert, "up": .up, "down": .down, "left": .left, "right": .right, "home": .home,
      "end": .end, "pageup": .pageUp, "pagedown": .pageDown, "space": .character(" "),
    ]
    for number in 1...12 { names["f\(number)"] = .function(number) }
    return names
  }()
}

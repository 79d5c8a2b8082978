import Frames

/// An escape sequence that curses left to us: `ESC O final`, or `ESC [ mark parameters final`.
struct ControlSequence: Equatable, Sendable {
  /// `O` for ESC O; for ESC [ the private mark (`<`, `=`, `>`, `?`), or `[` where there is none.
  var prefix: Unicode.Scalar
  var final: Unicode.Scalar
  var parameters: [Int] = []

  enum Meaning: Equatable, Sendable {
    case event(Event)
    case pasteBegins, pasteEnds
  }

  /// What the sequence stands for; nil for one that means nothing to us, which is dropped whole.
  var meaning: Meaning? {
    switch prefix {
    case "<": mouse.map(Meaning.event)
    case "O": single.map { .event(.key(KeyPress($0))) }
    case "[":
      switch (final, parameters.first) {
      case ("~", 200): .pasteBegins
      case ("~", 201): .pasteEnds
      default: key.map { .event(.key($0)) }
      }
    default: nil
    }
  }

  private var single: Key? {
    switch final {
    case "M": .enter
    default: Self.letters[final] ?? Self.pad[final].map(Key.character)
    }
  }

  /// `ESC [ 1 ; modifiers letter`, `ESC [ number ; modifiers ~` and `ESC [ code ; modifiers u`.
  private var key: KeyPress? {
    let modifiers = Modifiers(xterm: parameters.count > 1 ? parameters[1] : 1)
    if final == "Z" { return KeyPress(.tab, .shift) }
    if final == "~" {
      return parameters.first.flatMap { Self.numbers[$0] }.map { KeyPress($0, modifiers) }
    }
    if final == "u" {
      if let key = parameters.first.flatMap(Self.padKey) { return KeyPress(key, modifiers) }
      // Other numbers in the private use area stand for keys that we have no names for.
      return parameters.first.flatMap { Unicode.Scalar(UInt32($0)) }
        .flatMap { (0xE000...0xF8FF) ~= $0.value ? nil : KeyPress(scalar: $0, modifiers) }
    }
    return Self.letters[final].map { KeyPress($0, modifiers) }
  }

  /// `ESC [ < buttons ; column ; row M` where a button is down, `m` where it was let go.
  private var mouse: Event? {
    guard parameters.count == 3, final == "M" || final == "m" else { return nil }
    let position = Position(column: max(parameters[1] - 1, 0), row: max(parameters[2] - 1, 0))
    // Bits 4, 8 and 16 are modifiers, 32 is movement, 64 the wheel.
    let action: MouseAction? =
      switch (parameters[0] & ~28, final) {
      case (0, "M"): .press
      case (32, "M"): .drag
      case (0, "m"), (3, _): .release
      case (64, "M"): .wheelUp
      case (65, "M"): .wheelDown
      default: nil
      }
    return action.map { .mouse($0, position) }
  }

  private static let letters: [Unicode.Scalar: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ]

  /// The number pad in its application mode, as terminals since the VT100 have it: `ESC O p` is 0.
  private static let pad: [Unicode.Scalar: Character] = [
    "p": "0", "q": "1", "r": "2", "s": "3", "t": "4", "u": "5", "v": "6", "w": "7", "x": "8",
    "y": "9", "j": "*", "k": "+", "l": ",", "m": "-", "n": ".", "o": "/", "X": "=",
  ]

  /// The number pad as kitty's protocol numbers it.
  private static func padKey(_ code: Int) -> Key? {
    let characters = Array("0123456789./*-+")
    let others: [Key] = [
      .enter, .character("="), .character(","), .left, .right, .up, .down, .pageUp, .pageDown,
      .home, .end, .insert, .delete,
    ]
    let first = 57_399
    let place = code - first
    if characters.indices.contains(place) { return .character(characters[place]) }
    return others.indices.contains(place - characters.count)
      ? others[place - characters.count] : nil
  }

  private static let numbers: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    11: .function(1), 12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5),
    17: .function(6), 18: .function(7), 19: .function(8), 20: .function(9), 21: .function(10),
    23: .function(11), 24: .function(12),
  ]
}

extension Modifiers {
  /// xterm counts from 1 and adds 1 for shift, 2 for alt, 4 for control.
  init(xterm number: Int) {
    let bits = max(number, 1) - 1
    self = []
    if bits & 1 != 0 { insert(.shift) }
    if bits & 2 != 0 { insert(.alt) }
    if bits & 4 != 0 { insert(.control) }
  }
}

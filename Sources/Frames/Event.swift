/// A key as the program sees it, whatever the terminal sent for it.
public enum Key: Hashable, Sendable {
  case character(Character)
  case enter, escape, tab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
}

public struct Modifiers: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let shift = Modifiers(rawValue: 1)
  public static let control = Modifiers(rawValue: 2)
  public static let alt = Modifiers(rawValue: 4)
}

/// A key with its modifiers. Shift with a letter is the capital letter without the modifier;
/// control with a letter is the small letter with `.control`; shift with Tab is `.tab` with
/// `.shift`.
public struct KeyPress: Hashable, Sendable {
  public var key: Key
  public var modifiers: Modifiers
  public init(_ key: Key, _ modifiers: Modifiers = []) {
    self.key = key
    self.modifiers = modifiers
  }
}

public enum MouseAction: Hashable, Sendable {
  case press, drag, release, wheelUp, wheelDown
}

/// What comes in from outside: made by the terminal, a tape or a test.
public enum Event: Hashable, Sendable {
  case key(KeyPress)
  case mouse(MouseAction, Position)
  case paste(String)
  case resize(columns: Int, rows: Int)
  /// The terminal has gone away.
  case closed
}

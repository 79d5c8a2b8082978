public import Frames

/// A row of the key table for whoever documents or checks the keys.
public struct KeyHelp: Equatable, Sendable {
  public var keys: [KeyPress]
  /// The keys as the help prints them.
  public var shown: String
  /// What they do; empty for a second row of the same keys.
  public var help: String
}

extension State {
  /// The key table that footer, help and input go by.
  public static var keyTable: [KeyHelp] {
    Keymap.table.map { KeyHelp(keys: $0.keys, shown: $0.shown, help: $0.help) }
  }
}

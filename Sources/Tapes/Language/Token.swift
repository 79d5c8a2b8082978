/// A word of a tape and where it stands.
struct Token: Equatable {
  enum Kind: Equatable {
    /// Letters, and what else may stand in a name or a path.
    case word
    case string, number, regex, json
    /// An unquoted path after a command that takes one.
    case path
    /// `@ = + % - ^ \ [ ]`.
    case symbol
    case end
    /// What cannot be read; the text says why.
    case malformed
  }

  var kind: Kind
  /// The text without its quotes or slashes.
  var text: String
  var place: Place
}

/// A place in a tape; both count from 1, columns in characters.
public struct Place: Hashable, Comparable, Sendable {
  public var line, column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (one: Place, other: Place) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}

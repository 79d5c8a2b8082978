/// A colour with what it becomes on lesser terminals, chosen by hand, never guessed at run time.
public struct Colour: Hashable, Sendable {
  public var red, green, blue: UInt8
  /// Number in the xterm palette of 256.
  public var indexed: UInt8
  /// Number among the sixteen basic colours, 0 to 15.
  public var basic: UInt8

  /// `rgb` as 0xRRGGBB.
  public init(_ rgb: UInt32, indexed: UInt8, basic: UInt8) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
    self.indexed = indexed
    self.basic = basic
  }

  public var rgb: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}

/// Attributes a terminal can give to a cell beside its colours.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)
}

/// How a cell looks. A nil colour is the terminal's own.
public struct Style: Hashable, Sendable {
  public var foreground, background: Colour?
  public var attributes: Attributes

  public init(
    _ foreground: Colour? = nil, on background: Colour? = nil, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  public static let plain = Style()

  /// The same style with attributes added.
  public func with(_ more: Attributes) -> Style {
    Style(foreground, on: background, attributes.union(more))
  }
}

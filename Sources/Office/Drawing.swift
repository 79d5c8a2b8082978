import Documents

/// An illustration as office documents take it.
public struct Drawing: Equatable, Sendable {
  public var svg: [UInt8]
  /// The same in pixels, for programs that know no vectors.
  public var png: [UInt8]
  /// Centimetres.
  public var width, height: Double

  public init(svg: [UInt8], png: [UInt8], width: Double, height: Double) {
    self.svg = svg
    self.png = png
    self.width = width
    self.height = height
  }

  /// The same as wide as a page's text.
  func fitting(_ room: Double) -> Drawing {
    var drawing = self
    (drawing.width, drawing.height) = (room, height * room / width)
    return drawing
  }
}

extension Document {
  /// Margins of a page at its sides, and how wide its text is; centimetres.
  var pageMargin: Double { isShort ? 1.4 : 2 }
  var textWidth: Double { 21 - 2 * pageMargin }
}

/// The cell that every picture is drawn on, in sixteenths of a pixel: 9 by 18 pixels. Sixteenths
/// divide by 2, 3, 4, 6 and 8, so that every part of a cell is a whole number and pictures are
/// exact.
enum CellSize {
  /// Units to a pixel.
  static let unit = 16
  static let width = 144
  static let height = 288
  /// Pixels from a cell's top to the line that letters stand on.
  static let baseline = 14
  /// Pixels: the size at which the bundled font's letters are nine pixels apart.
  static let fontSize = 14.95
}

/// A point inside a picture or a cell, in units of ``CellSize``.
struct Point: Hashable {
  var x, y: Int
  init(_ x: Int, _ y: Int) {
    self.x = x
    self.y = y
  }
}

/// A filled rectangle in units of ``CellSize``.
struct Box: Hashable {
  var x, y, width, height: Int
  init(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  static let cell = Box(0, 0, CellSize.width, CellSize.height)
}

/// A part of what stands in a cell for a character that is drawn as geometry, from the cell's top
/// left corner.
enum Shape: Hashable {
  case box(Box)
  /// The whole cell in so many quarters of the letter's colour.
  case tint(quarters: Int)
  /// A braille dot, or any other filled circle.
  case disc(Point, radius: Int)
  case ring(Point, radius: Int)
  case polygon([Point])
  case outline([Point])
  /// An open line of the light weight.
  case line(Point, Point)
  /// A quarter of a circle between two edges, rounded at the corner where their lines would meet.
  case arc(Point, corner: Point, Point)
}

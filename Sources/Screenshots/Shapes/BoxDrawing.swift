/// U+2500 to U+257F as geometry: each character is up to four arms from the cell's middle, light,
/// heavy or double, or a dashed line, an arc or a diagonal.
enum BoxDrawing {
  static func shapes(of value: UInt32) -> [Shape]? {
    guard (0x2500...0x257F).contains(value) else { return nil }
    if let dashes = Dashes(value) { return dashes.boxes.map(Shape.box) }
    if let curves = curves(value) { return curves }
    let start = Int(value - 0x2500) * 4
    guard arms.count >= start + 4 else { return nil }
    return Junction(arms[start..<start + 4].map { Int($0 - 0x30) }).boxes.map(Shape.box)
  }

  /// Four digits a character: left, right, up, down; 0 none, 1 light, 2 heavy, 3 double. Those of
  /// dashes, arcs and diagonals are not used.
  private static let arms = Array(
    ("1100220000110022000000000000000000000000000000000101020101020202"
      + "1001200110022002011002100120022010102010102020200111021101210112"
      + "0122022102120222101120111021101210222021201220221101210112012201"
      + "1102210212022202111021101210221011202120122022201111211112112211"
      + "1121111211222121122121121212222122122122122222220000000000000000"
      + "3300003303010103030330011003300303100130033030101030303003110133"
      + "0333301110333033330111033303331011303330331111333333000000000000"
      + "0000000000000000100000100100000120000020020000021200001221000021").utf8)

  private static func curves(_ value: UInt32) -> [Shape]? {
    let (width, height) = (CellSize.width, CellSize.height)
    let corner = Point(width / 2, height / 2 + 8)
    let (left, right) = (Point(0, corner.y), Point(width, corner.y))
    let (top, bottom) = (Point(corner.x, 0), Point(corner.x, height))
    let rising = Shape.line(Point(0, height), Point(width, 0))
    let falling = Shape.line(Point(0, 0), Point(width, height))
    return switch value {
    case 0x256D: [.arc(right, corner: corner, bottom)]
    case 0x256E: [.arc(left, corner: corner, bottom)]
    case 0x256F: [.arc(left, corner: corner, top)]
    case 0x2570: [.arc(right, corner: corner, top)]
    case 0x2571: [rising]
    case 0x2572: [falling]
    case 0x2573: [rising, falling]
    default: nil
    }
  }
}

/// A dashed line: so many dashes, light or heavy, across or down.
private struct Dashes {
  var count: Int
  var thickness: Int
  var isVertical: Bool

  init?(_ value: UInt32) {
    switch value {
    case 0x2504...0x2507: count = 3
    case 0x2508...0x250B: count = 4
    case 0x254C...0x254F: count = 2
    default: return nil
    }
    let place = value % 4
    thickness = place % 2 == 0 ? 16 : 48
    isVertical = place >= 2
  }

  var boxes: [Box] {
    let length = (isVertical ? CellSize.height : CellSize.width) / count
    let dash = length * 2 / 3
    return (0..<count).map { index in
      let start = index * length + (length - dash) / 2
      return isVertical
        ? Box(Junction.middle.x - thickness / 2, start, thickness, dash)
        : Box(start, Junction.middle.y - thickness / 2, dash, thickness)
    }
  }
}

/// Where up to four arms meet.
private struct Junction {
  /// Between pixels neither across nor down, so that a light line is one whole pixel.
  static let middle = Point(72, 152)
  private static let none = 0
  private static let light = 1
  private static let double = 3

  /// Weights of the left, right, up and down arm.
  private let weights: [Int]

  init(_ weights: [Int]) { self.weights = weights }

  var boxes: [Box] {
    let across = Self.arms(
      back: weights[0], forth: weights[1], before: weights[2], after: weights[3],
      end: CellSize.width, middle: Self.middle.x)
    let down = Self.arms(
      back: weights[2], forth: weights[3], before: weights[0], after: weights[1],
      end: CellSize.height, middle: Self.middle.y)
    return across.map {
      Box($0.start, Self.middle.y + $0.offset, $0.end - $0.start, $0.thickness)
    } + down.map { Box(Self.middle.x + $0.offset, $0.start, $0.thickness, $0.end - $0.start) }
  }

  /// A straight piece along one axis; `offset` is its near edge's distance from the middle.
  private struct Piece {
    var start, end, offset, thickness: Int
  }

  /// The two arms along one axis, which runs from 0 to `end`; `before` and `after` are the weights
  /// of the arms that cross it.
  private static func arms(
    back: Int, forth: Int, before: Int, after: Int, end: Int, middle: Int
  ) -> [Piece] {
    var pieces: [Piece] = []
    for (weight, isForth) in [(back, false), (forth, true)] where weight != none {
      let opposite = isForth ? back : forth
      for strip in strips(weight) {
        // The crossing arm on the strip's own side, and the one on the other side.
        let (near, far) = strip.side > 0 ? (after, before) : (before, after)
        let reach = reach(
          weight: weight, opposite: opposite, near: near, far: far, isStrip: strip.side != 0)
        let meets = isForth ? middle + reach : middle - reach
        pieces.append(
          Piece(
            start: isForth ? meets : 0, end: isForth ? end : meets, offset: strip.offset,
            thickness: strip.thickness))
      }
    }
    return pieces
  }

  /// The lines that an arm consists of: a double one of two strips, before and after the middle.
  private static func strips(_ weight: Int) -> [(side: Int, offset: Int, thickness: Int)] {
    switch weight {
    case light: [(0, -8, 16)]
    case double: [(-1, -24, 16), (1, 8, 16)]
    default: [(0, -24, 48)]
    }
  }

  /// How far from the middle an arm begins; negative where it reaches over it, to the far edge of
  /// the line that it meets.
  private static func reach(weight: Int, opposite: Int, near: Int, far: Int, isStrip: Bool) -> Int {
    if isStrip {
      switch (near, opposite) {
      case (double, _): return 8
      case (light, _): return -8
      case (_, none): return far == double ? -24 : far == light ? -8 : 0
      default: return 0
      }
    }
    guard near == double || far == double else {
      let crossing = max(near, far)
      return crossing == none ? 0 : crossing == light ? -8 : -24
    }
    if opposite != none { return 0 }
    return near == double && far == double ? 8 : -24
  }
}

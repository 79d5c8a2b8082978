/// The geometric signs that charts and lists use as marks: squares, triangles, diamonds, circles.
enum Signs {
  static func shapes(of value: UInt32) -> [Shape]? {
    let middle = Point(72, 152)
    func square(_ half: Int) -> [Point] { rectangle(half, half) }
    func rectangle(_ across: Int, _ down: Int) -> [Point] {
      [
        Point(72 - across, 152 - down), Point(72 + across, 152 - down),
        Point(72 + across, 152 + down), Point(72 - across, 152 + down),
      ]
    }
    func diamond(_ half: Int) -> [Point] {
      [Point(72, 152 - half), Point(72 + half, 152), Point(72, 152 + half), Point(72 - half, 152)]
    }
    switch value {
    case 0x25A0: return [.polygon(square(56))]
    case 0x25A1: return [.outline(square(52))]
    case 0x25AA: return [.polygon(square(36))]
    case 0x25AB: return [.outline(square(32))]
    case 0x25AC: return [.polygon(rectangle(60, 28))]
    case 0x25AD: return [.outline(rectangle(56, 26))]
    case 0x25AE: return [.polygon(rectangle(36, 72))]
    case 0x25AF: return [.outline(rectangle(32, 68))]
    case 0x25C6: return [.polygon(diamond(60))]
    case 0x25C7, 0x25CA: return [.outline(diamond(56))]
    case 0x25CB: return [.ring(middle, radius: 48)]
    case 0x25CF: return [.disc(middle, radius: 52)]
    case 0x25E6: return [.ring(middle, radius: 28)]
    case 0x25B2...0x25C5: return triangle(Int(value - 0x25B2))
    default: return nil
    }
  }

  /// Up, right, down and left; of each a full and an open one, then the same small; between those
  /// that point across, a pointer of each.
  private static func triangle(_ index: Int) -> [Shape] {
    let kinds: [(direction: Int, half: Int, isOpen: Bool)] = [
      (0, 56, false), (0, 52, true), (0, 40, false), (0, 36, true), (1, 56, false), (1, 52, true),
      (1, 40, false), (1, 36, true), (1, 56, false), (1, 52, true), (2, 56, false), (2, 52, true),
      (2, 40, false), (2, 36, true), (3, 56, false), (3, 52, true), (3, 40, false), (3, 36, true),
      (3, 56, false), (3, 52, true),
    ]
    let (direction, half, isOpen) = kinds[index]
    // Up; each further direction is a quarter turn.
    var corners = [(0, -half), (half, half), (-half, half)]
    for _ in 0..<direction { corners = corners.map { (-$0.1, $0.0) } }
    let points = corners.map { Point(72 + $0.0, 152 + $0.1) }
    return [isOpen ? .outline(points) : .polygon(points)]
  }
}

/// The geometry of a cell's text; nil for what the font draws.
enum Geometry {
  static func shapes(of text: String) -> [Shape]? {
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next(), first.value >= 0x2500, scalars.next() == nil else {
      return nil
    }
    return BoxDrawing.shapes(of: first.value) ?? Blocks.shapes(of: first.value)
      ?? Signs.shapes(of: first.value)
  }
}

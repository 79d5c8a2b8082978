/// Blocks, braille and sextants as geometry: a cell cut into equal parts.
enum Blocks {
  static func shapes(of value: UInt32) -> [Shape]? {
    switch value {
    case 0x2580...0x259F: blocks(value)
    case 0x2800...0x28FF: braille(value - 0x2800)
    case 0x1FB00...0x1FB3B: sextants(value - 0x1FB00)
    default: nil
    }
  }

  private static func blocks(_ value: UInt32) -> [Shape] {
    let (width, height) = (CellSize.width, CellSize.height)
    switch value {
    case 0x2580: return [.box(Box(0, 0, width, height / 2))]
    case 0x2581...0x2588:
      let eighths = Int(value - 0x2580) * height / 8
      return [.box(Box(0, height - eighths, width, eighths))]
    case 0x2589...0x258F:
      return [.box(Box(0, 0, Int(0x2590 - value) * width / 8, height))]
    case 0x2590: return [.box(Box(width / 2, 0, width / 2, height))]
    case 0x2591...0x2593: return [.tint(quarters: Int(value - 0x2590))]
    case 0x2594: return [.box(Box(0, 0, width, height / 8))]
    case 0x2595: return [.box(Box(width - width / 8, 0, width / 8, height))]
    default:
      // Quadrants by bits: upper left, upper right, lower left, lower right.
      let bits = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14][Int(value - 0x2596)]
      return parts(bits, columns: 2, rows: 2)
    }
  }

  /// Dots 1, 2, 3, 7 down the left and 4, 5, 6, 8 down the right.
  private static func braille(_ pattern: UInt32) -> [Shape] {
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    return places.enumerated().filter { pattern & 1 << UInt32($0.offset) != 0 }.map {
      .disc(Point(36 + 72 * $0.element.0, 36 + 72 * $0.element.1), radius: 28)
    }
  }

  /// The sixty of two by three parts that are not blank, full, or half blocks.
  private static func sextants(_ index: UInt32) -> [Shape] {
    let pattern = index + 1
    let skipped: UInt32 = pattern >= 41 ? 2 : pattern >= 21 ? 1 : 0
    return parts(Int(pattern + skipped), columns: 2, rows: 3)
  }

  /// The parts of a grid whose bits are set, counted row by row.
  private static func parts(_ bits: Int, columns: Int, rows: Int) -> [Shape] {
    let (width, height) = (CellSize.width / columns, CellSize.height / rows)
    return (0..<columns * rows).filter { bits & 1 << $0 != 0 }.map {
      .box(Box($0 % columns * width, $0 / columns * height, width, height))
    }
  }
}

import Frames
import Testing

@testable import Screenshots

/// Every character that is drawn as geometry, against its name in Unicode.
@Suite struct GeometryTests {
  private static func scalars(_ range: ClosedRange<UInt32>) -> [Unicode.Scalar] {
    range.compactMap(Unicode.Scalar.init)
  }

  static let drawn =
    scalars(0x2500...0x259F) + scalars(0x2800...0x28FF) + scalars(0x1FB00...0x1FB3B)
    + scalars(0x25B2...0x25C5)
    + "■□▪▫▬▭▮▯◆◇◊○●◦".unicodeScalars

  private func boxes(_ scalar: Unicode.Scalar) -> [Box] {
    (Geometry.shapes(of: String(scalar)) ?? []).compactMap {
      if case .box(let box) = $0 { box } else { nil }
    }
  }

  @Test func everyOneIsGeometryInsideItsCell() {
    for scalar in Self.drawn {
      let shapes = Geometry.shapes(of: String(scalar))
      #expect(shapes != nil && (shapes?.isEmpty == false || scalar == "\u{2800}"), "\(scalar)")
      let points = (shapes ?? []).flatMap(\.corners)
      #expect(
        points.allSatisfy { (0...144).contains($0.x) && (0...288).contains($0.y) }, "\(scalar)")
    }
  }

  @Test(arguments: ["a", "é", " ", "", "£", "漢", "─\u{301}", "→"])
  func lettersAreLeftToTheFont(text: String) {
    #expect(Geometry.shapes(of: text) == nil)
  }

  /// An arm reaches the middle of its edge in its weight: 16 light, 48 heavy, twice 16 double.
  @Test func armsReachTheEdgesThatTheirNamesSay() {
    for scalar in Self.scalars(0x2500...0x2570) {
      guard let name = scalar.properties.name, !name.contains("DASH"), !name.contains("ARC") else {
        continue
      }
      let boxes = boxes(scalar)
      let edges: [(words: [String], thicknesses: [Int])] = [
        (["LEFT", "HORIZONTAL"], boxes.filter { $0.x == 0 }.map(\.height)),
        (["RIGHT", "HORIZONTAL"], boxes.filter { $0.x + $0.width == 144 }.map(\.height)),
        (["UP", "VERTICAL"], boxes.filter { $0.y == 0 }.map(\.width)),
        (["DOWN", "VERTICAL"], boxes.filter { $0.y + $0.height == 288 }.map(\.width)),
      ]
      for edge in edges {
        let isNamed = edge.words.contains { name.split(separator: " ").contains(Substring($0)) }
        #expect(!edge.thicknesses.isEmpty == isNamed, "\(scalar) \(name) \(edge)")
        let allowed = [[16], [48], [16, 16]]
        #expect(edge.thicknesses.isEmpty || allowed.contains(edge.thicknesses), "\(scalar)")
        for (word, thickness) in [("LIGHT", [16]), ("HEAVY", [48])]
        where isNamed
          && !["LIGHT", "HEAVY", "DOUBLE", "SINGLE"].contains(where: {
            $0 != word && name.contains($0)
          })
        {
          #expect(edge.thicknesses == thickness, "\(scalar) \(name)")
        }
      }
    }
  }

  /// Boxes of one character hang together: each touches or overlaps another, so that no junction
  /// has a gap.
  @Test func junctionsHaveNoGaps() {
    for scalar in Self.scalars(0x2500...0x257F) {
      let boxes = boxes(scalar)
      guard boxes.count > 1, let name = scalar.properties.name, !name.contains("DASH") else {
        continue
      }
      // Parallel lines are two by nature.
      if "═║╬".unicodeScalars.contains(scalar) { continue }
      for (index, box) in boxes.enumerated() {
        let touches = boxes.enumerated().contains { $0.offset != index && $0.element.touches(box) }
        #expect(touches, "\(scalar) \(name)")
      }
    }
  }

  @Test func dashesAreAsManyAsTheirNamesSay() {
    for scalar in Self.scalars(0x2500...0x257F) {
      guard let name = scalar.properties.name, name.contains(" DASH ") else { continue }
      let count = name.contains("QUADRUPLE") ? 4 : name.contains("TRIPLE") ? 3 : 2
      #expect(boxes(scalar).count == count, "\(name)")
    }
  }

  @Test func brailleHasTheDotsOfItsPattern() {
    for scalar in Self.scalars(0x2800...0x28FF) {
      let numbers = scalar.properties.name?.split(separator: "-").last.map(Array.init) ?? []
      let wanted = Set(numbers.compactMap(\.wholeNumberValue).map(Self.place))
      let dots = (Geometry.shapes(of: String(scalar)) ?? []).compactMap { shape -> Point? in
        if case .disc(let middle, _) = shape { middle } else { nil }
      }
      #expect(Set(dots) == (scalar == "\u{2800}" ? [] : wanted), "\(scalar)")
    }
  }

  private static func place(_ dot: Int) -> Point {
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    let (column, row) = places[dot - 1]
    return Point(36 + 72 * column, 36 + 72 * row)
  }

  @Test func sextantsHaveThePartsOfTheirNames() {
    for scalar in Self.scalars(0x1FB00...0x1FB3B) {
      let numbers = scalar.properties.name?.split(separator: "-").last.map(Array.init) ?? []
      let wanted = numbers.compactMap(\.wholeNumberValue).map {
        Box(($0 - 1) % 2 * 72, ($0 - 1) / 2 * 96, 72, 96)
      }
      #expect(boxes(scalar) == wanted, "\(scalar)")
    }
  }

  @Test(
    arguments: [
      ("▁", [Box(0, 252, 144, 36)]), ("▄", [Box(0, 144, 144, 144)]), ("█", [Box(0, 0, 144, 288)]),
      ("▉", [Box(0, 0, 126, 288)]), ("▏", [Box(0, 0, 18, 288)]), ("▀", [Box(0, 0, 144, 144)]),
      ("▐", [Box(72, 0, 72, 288)]), ("▔", [Box(0, 0, 144, 36)]), ("▕", [Box(126, 0, 18, 288)]),
      ("▖", [Box(0, 144, 72, 144)]), ("▗", [Box(72, 144, 72, 144)]), ("▘", [Box(0, 0, 72, 144)]),
      ("▙", [Box(0, 0, 72, 144), Box(0, 144, 72, 144), Box(72, 144, 72, 144)]),
      ("▚", [Box(0, 0, 72, 144), Box(72, 144, 72, 144)]),
      ("▛", [Box(0, 0, 72, 144), Box(72, 0, 72, 144), Box(0, 144, 72, 144)]),
      ("▜", [Box(0, 0, 72, 144), Box(72, 0, 72, 144), Box(72, 144, 72, 144)]),
      ("▝", [Box(72, 0, 72, 144)]), ("▞", [Box(72, 0, 72, 144), Box(0, 144, 72, 144)]),
      ("▟", [Box(72, 0, 72, 144), Box(0, 144, 72, 144), Box(72, 144, 72, 144)]),
    ] as [(Unicode.Scalar, [Box])])
  func blocksFillTheirParts(scalar: Unicode.Scalar, wanted: [Box]) {
    #expect(boxes(scalar) == wanted)
  }
}

extension Shape {
  fileprivate var corners: [Point] {
    switch self {
    case .box(let box): [Point(box.x, box.y), Point(box.x + box.width, box.y + box.height)]
    case .tint: []
    case .disc(let middle, let radius), .ring(let middle, let radius):
      [Point(middle.x - radius, middle.y - radius), Point(middle.x + radius, middle.y + radius)]
    case .polygon(let points), .outline(let points): points
    case .line(let from, let to): [from, to]
    case .arc(let from, let corner, let to): [from, corner, to]
    }
  }
}

extension Box {
  fileprivate func touches(_ other: Box) -> Bool {
    x <= other.x + other.width && other.x <= x + width && y <= other.y + other.height
      && other.y <= y + height
  }
}

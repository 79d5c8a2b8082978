import Frames

/// A frame taken apart into what is painted, from the bottom up: grounds, boxes, other shapes,
/// letters. Everything is in units of ``CellSize``, in the order of the cells.
struct Layers {
  /// Shapes of one colour.
  struct Coloured<Content> {
    var colour: UInt32
    var contents: [Content]
  }

  /// Letters of one style that stand side by side.
  struct Run {
    var column, row: Int
    /// Display columns.
    var columns: Int
    /// One text a cell; a wide one takes two columns.
    var cells: [String]
    var paint: Paint

    var text: String { cells.joined() }
  }

  let columns, rows: Int
  private(set) var grounds: [Coloured<Box>] = []
  private(set) var boxes: [Coloured<Box>] = []
  private(set) var shapes: [Coloured<Shape>] = []
  private(set) var runs: [Run] = []

  init(_ frame: Frame) {
    (columns, rows) = (frame.columns, frame.rows)
    var grounds = ByColour<Box>()
    var boxes = ByColour<Box>()
    var shapes = ByColour<Shape>()
    var paints: [Style: Paint] = [:]
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        let cell = frame[column, row]
        let paint = paints[cell.style] ?? Paint(cell.style)
        paints[cell.style] = paint
        let at = Point(column * CellSize.width, row * CellSize.height)
        grounds.add(Box.cell.moved(to: at), paint.ground)
        if paint.underline {
          boxes.add(Box(at.x, at.y + 16 * CellSize.unit, CellSize.width, 16), paint.ink)
        }
        if cell.text == " " || cell.text.isEmpty { continue }
        guard let parts = Geometry.shapes(of: cell.text) else {
          let isWide = column + 1 < frame.columns && frame[column + 1, row].text.isEmpty
          addLetters(cell.text, columns: isWide ? 2 : 1, column: column, row: row, paint)
          continue
        }
        for part in parts {
          switch part {
          case .box(let box): boxes.add(box.moved(to: at), paint.ink)
          case .tint(let quarters):
            let colour = mixed(paint.ink, into: paint.ground, quarters: quarters)
            boxes.add(Box.cell.moved(to: at), colour)
          default: shapes.add(part.moved(to: at), paint.ink)
          }
        }
      }
    }
    self.grounds = grounds.groups.map { Coloured(colour: $0.colour, contents: merged($0.contents)) }
    self.boxes = boxes.groups.map { Coloured(colour: $0.colour, contents: merged($0.contents)) }
    self.shapes = shapes.groups
  }

  /// Letters join the run before them when they look the same, one blank at most is between them
  /// and both are plain: anything that a reader's font could draw wider stands alone.
  private mutating func addLetters(
    _ text: String, columns: Int, column: Int, row: Int, _ paint: Paint
  ) {
    let text = neutralised(text)
    let isPlain = columns == 1 && text.isPlainLetter
    if isPlain, var last = runs.last, last.row == row, last.paint == paint,
      last.cells.last?.isPlainLetter == true
    {
      let gap = column - last.column - last.columns
      if gap == 0 || gap == 1 {
        if gap == 1 { last.cells.append(" ") }
        last.cells.append(text)
        last.columns += gap + 1
        runs[runs.count - 1] = last
        return
      }
    }
    runs.append(Run(column: column, row: row, columns: columns, cells: [text], paint: paint))
  }
}

extension String {
  /// Whether every monospaced font has the character in its one width.
  fileprivate var isPlainLetter: Bool {
    var scalars = unicodeScalars.makeIterator()
    guard let first = scalars.next(), scalars.next() == nil else { return false }
    switch first.value {
    case 0x20..<0x7F, 0xA0..<0x180, 0x2010...0x2026: return true
    default: return false
    }
  }
}

/// Collects by colour, in the order in which colours appear.
private struct ByColour<Content> {
  private(set) var groups: [Layers.Coloured<Content>] = []
  private var places: [UInt32: Int] = [:]

  mutating func add(_ content: Content, _ colour: UInt32) {
    if let place = places[colour] {
      groups[place].contents.append(content)
    } else {
      places[colour] = groups.count
      groups.append(Layers.Coloured(colour: colour, contents: [content]))
    }
  }
}

/// The same area in fewer boxes: those side by side joined, then those one below the other, so
/// that no reader leaves hairlines between them.
private func merged(_ boxes: [Box]) -> [Box] {
  func joined(_ boxes: [Box], _ edge: (Box) -> Edge, _ both: (Box, Box) -> Box?) -> [Box] {
    var result: [Box] = []
    var last: [Edge: Int] = [:]
    for box in boxes {
      let edge = edge(box)
      if let place = last[edge], let joint = both(result[place], box) {
        result[place] = joint
      } else {
        last[edge] = result.count
        result.append(box)
      }
    }
    return result
  }
  func beside(_ left: Box, _ right: Box) -> Box? {
    left.x + left.width == right.x
      ? Box(left.x, left.y, left.width + right.width, left.height) : nil
  }
  func below(_ upper: Box, _ lower: Box) -> Box? {
    upper.y + upper.height == lower.y
      ? Box(upper.x, upper.y, upper.width, upper.height + lower.height) : nil
  }
  let across = joined(boxes, { Edge(start: $0.y, length: $0.height) }, beside)
  return joined(across, { Edge(start: $0.x, length: $0.width) }, below)
}

/// What two boxes that can be joined have in common.
private struct Edge: Hashable { var start, length: Int }

extension Point {
  func moved(to origin: Point) -> Point { Point(x + origin.x, y + origin.y) }
}

extension Box {
  func moved(to origin: Point) -> Box { Box(x + origin.x, y + origin.y, width, height) }
}

extension Shape {
  func moved(to origin: Point) -> Shape {
    switch self {
    case .box(let box): .box(box.moved(to: origin))
    case .tint: self
    case .disc(let middle, let radius): .disc(middle.moved(to: origin), radius: radius)
    case .ring(let middle, let radius): .ring(middle.moved(to: origin), radius: radius)
    case .polygon(let points): .polygon(points.map { $0.moved(to: origin) })
    case .outline(let points): .outline(points.map { $0.moved(to: origin) })
    case .line(let from, let to): .line(from.moved(to: origin), to.moved(to: origin))
    case .arc(let from, let corner, let to):
      .arc(from.moved(to: origin), corner: corner.moved(to: origin), to.moved(to: origin))
    }
  }
}

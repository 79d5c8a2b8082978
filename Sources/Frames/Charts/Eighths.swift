/// The block characters that fill a part of a cell.
enum Eighths {
  /// From the left, nothing to full.
  static let left = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]
  /// From below, nothing to full.
  static let lower = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// From below in ASCII, by what stands highest in a cell.
  static let lowerASCII = [" ", "_", ".", "-", "-", "=", "+", "*", "#"]
}

/// One cell shared by at most two of: the ground and a few fills, along one direction.
///
/// `slices` are the eight parts of the cell, from the left or from below, each with the style
/// whose foreground fills it, or nil for the ground. More than one change inside the cell is
/// brought down to the one between the two that take up most of it.
struct SharedCell {
  enum Direction { case fromLeft, fromBelow }

  /// The text and the style of the cell.
  static func draw(
    _ slices: [Style?], _ direction: Direction, ground: Style
  ) -> (text: String, style: Style) {
    let first = slices.first ?? nil
    let last = slices.last ?? nil
    guard first != last || slices.contains(where: { $0 != first }) else {
      guard let first else { return (" ", ground) }
      return ("█", over(first, ground))
    }
    let count = first == last ? majority(slices, of: first) : boundary(slices, from: first)
    if first == last {
      // A fill thinner than a cell inside it: the one that takes up more wins.
      let other = slices.first { $0 != first } ?? nil
      return draw(Array(repeating: count >= 4 ? first : other, count: 8), direction, ground: ground)
    }
    let blocks = direction == .fromLeft ? Eighths.left : Eighths.lower
    if let first {
      guard let last else { return (blocks[count], over(first, ground)) }
      if let behind = last.foreground, first.foreground != nil {
        return (blocks[count], Style(first.foreground, on: behind, first.attributes))
      }
      return ("█", over(count >= 4 ? first : last, ground))
    }
    guard let last else { return (" ", ground) }
    if let colour = last.foreground, let behind = ground.background {
      return (blocks[count], Style(behind, on: colour))
    }
    // Without a colour to draw the ground with, only the half from the other side can be drawn.
    let half = direction == .fromLeft ? "▐" : "▀"
    return (count <= 2 ? "█" : half, over(last, ground))
  }

  private static func over(_ fill: Style, _ ground: Style) -> Style {
    Style(fill.foreground, on: ground.background, fill.attributes)
  }

  private static func majority(_ slices: [Style?], of style: Style?) -> Int {
    slices.count { $0 == style }
  }

  private static func boundary(_ slices: [Style?], from first: Style?) -> Int {
    let last = slices.last ?? nil
    // What lies between the two outer fills goes to the nearer of them.
    let begins = slices.prefix { $0 == first }.count
    let ends = slices.reversed().prefix { $0 == last }.count
    return min(max((begins + (8 - ends) + 1) / 2, 1), 7)
  }
}

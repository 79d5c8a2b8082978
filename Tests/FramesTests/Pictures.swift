import Frames

/// Two colours and their styles, enough to tell parts apart.
let blue = Colour(0x12436D, indexed: 24, basic: 4)
let pink = Colour(0x801650, indexed: 89, basic: 5)
let white = Colour(0xFFFFFF, indexed: 231, basic: 15)

/// What was drawn into a frame of this size.
func drawn(
  _ columns: Int, _ rows: Int, on style: Style = .plain, _ draw: (inout Frame, Rect) -> Void
) -> Frame {
  var frame = Frame(columns: columns, rows: rows, style: style)
  draw(&frame, frame.bounds)
  return frame
}

/// A second picture of a frame: for each cell the letter of its style.
func styles(_ frame: Frame, _ letters: [Style: Character]) -> [String] {
  (0..<frame.rows).map { row in
    String((0..<frame.columns).map { letters[frame[$0, row].style] ?? "?" })
  }
}

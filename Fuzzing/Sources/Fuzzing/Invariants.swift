public import Frames

/// Whether a text could act on a terminal, reorder a line or hide in it: controls, and marks of
/// direction. Written down anew here, so that a hole in the program's own table shows.
public func isDangerous(_ text: String) -> Bool {
  text.unicodeScalars.contains {
    switch $0.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xE0000...0xE0FFF:
      true
    default: false
    }
  }
}

/// What holds for every frame: all its cells are there, each holds one harmless character of one
/// or two columns, and a wide one has its second half beside it in the same row.
public func requireSound(_ frame: Frame) {
  require(frame.cells.count == frame.columns * frame.rows, "cells are missing")
  for row in 0..<frame.rows {
    var column = 0
    while column < frame.columns {
      let text = frame[column, row].text
      if text == " " {
        column += 1
        continue
      }
      let width = displayWidth(text)
      require(width == 1 || width == 2, "\(text.debugDescription) at \(column), \(row)")
      require(!isDangerous(text), "\(text.debugDescription) at \(column), \(row)")
      require(text.unicodeScalars.count <= 5, "\(text.debugDescription) at \(column), \(row)")
      if width == 2 {
        require(column + 1 < frame.columns, "half a character at the edge of row \(row)")
        require(frame[column + 1, row].text.isEmpty, "half covered at \(column), \(row)")
      }
      column += width
    }
  }
  if let cursor = frame.cursor {
    require(
      frame.bounds.contains(column: cursor.column, row: cursor.row), "cursor outside: \(cursor)")
  }
}

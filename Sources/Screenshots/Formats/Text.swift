public import Frames

/// A frame's characters alone: its rows without trailing blanks, each ended by LF.
public func plainText(_ frame: Frame) -> String {
  frame.lines.reduce(into: "") { text, line in
    text += line.withoutTrailingBlanks + "\n"
  }
}

extension String {
  var withoutTrailingBlanks: String {
    var view = self[...].unicodeScalars
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}

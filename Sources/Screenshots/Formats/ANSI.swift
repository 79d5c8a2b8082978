public import Frames

/// A frame as text with the colour and attribute sequences of ECMA-48, its rows ended by LF, each
/// row beginning and ending in the terminal's own style. Without colours attributes stay; blanks
/// at the end of a row that look like nothing are left out.
public func ansi(_ frame: Frame, colours: ColourDepth) -> String {
  var text = ""
  for row in 0..<frame.rows {
    var current = Style.plain
    let cells = (0..<frame.columns).map { frame[$0, row] }
    let end = (cells.lastIndex { !$0.looksBlank(colours) } ?? -1) + 1
    for cell in cells[..<end] {
      let style = cell.style.reduced(to: colours)
      if style != current {
        text += graphicRendition(style, colours: colours)
        current = style
      }
      text += cell.text
    }
    if current != .plain { text += "\u{1B}[0m" }
    text += "\n"
  }
  return text
}

/// The sequence that sets a style, whatever was set before.
public func graphicRendition(_ style: Style, colours: ColourDepth) -> String {
  var codes = ["0"]
  let attributes: [(Attributes, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
  ]
  codes += attributes.filter { style.attributes.contains($0.0) }.map(\.1)
  if let colour = style.foreground { codes.append(code(colour, colours, base: 30)) }
  if let colour = style.background { codes.append(code(colour, colours, base: 40)) }
  return "\u{1B}[\(codes.joined(separator: ";"))m"
}

private func code(_ colour: Colour, _ colours: ColourDepth, base: Int) -> String {
  switch colours {
  case .none, .basic:
    let number = Int(colour.basic)
    // The eight bright ones have codes of their own.
    return String(number < 8 ? base + number : base + 60 + (number - 8) % 8)
  case .indexed:
    return "\(base + 8);5;\(colour.indexed)"
  case .trueColour:
    return "\(base + 8);2;\(colour.red);\(colour.green);\(colour.blue)"
  }
}

extension Style {
  fileprivate func reduced(to colours: ColourDepth) -> Style {
    colours == .none ? Style(nil, on: nil, attributes) : self
  }
}

extension Cell {
  fileprivate func looksBlank(_ colours: ColourDepth) -> Bool {
    let shown = style.reduced(to: colours)
    let marks: Attributes = [.reverse, .underline]
    return text == " " && shown.background == nil && shown.attributes.isDisjoint(with: marks)
  }
}

public import Frames

/// A frame as two pictures and a legend, so that a snapshot shows a change of style as well as one
/// of text: the text, then one letter a cell for its style (`.` for the terminal's own), then what
/// each letter means: `a: fg #12436D bg #FFFFFF bold`, in the order in which they first appear.
public func styledText(_ frame: Frame) -> String {
  var names: [Style: String] = [.plain: "."]
  var legend: [String] = []
  var picture = ""
  for row in 0..<frame.rows {
    var line = ""
    for column in 0..<frame.columns {
      let style = frame[column, row].style
      let name = names[style] ?? letter(legend.count)
      if names.updateValue(name, forKey: style) == nil {
        legend.append("\(name): \(description(style))")
      }
      line += name
    }
    picture += line + "\n"
  }
  let rule = String(repeating: "-", count: max(frame.columns, 1)) + "\n"
  return plainText(frame) + rule + picture + rule + legend.map { $0 + "\n" }.joined()
}

private let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

/// After the letters and digits come the accented ones, 496 of them, none of which combines.
private func letter(_ number: Int) -> String {
  if letters.indices.contains(number) { return String(letters[number]) }
  let value = 0xC0 + UInt32(number - letters.count)
  return Unicode.Scalar(min(value, 0x2AF)).map { String($0) } ?? "?"
}

private func description(_ style: Style) -> String {
  var parts: [String] = []
  if let colour = style.foreground { parts.append("fg \(hexColour(colour.rgb))") }
  if let colour = style.background { parts.append("bg \(hexColour(colour.rgb))") }
  let names: [(Attributes, String)] = [
    (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
    (.reverse, "reverse"),
  ]
  parts += names.filter { style.attributes.contains($0.0) }.map(\.1)
  return parts.joined(separator: " ")
}

/// Lines of a text that are no wider than so much, broken at blanks; a word that is wider alone is
/// broken where it must be.
///
/// - Parameters:
///   - size: of the type, in the unit of the width.
///   - bold: whether it is set in the bold face.
/// - Returns: at least one line.
public func lines(
  _ text: String, width: Double, size: Double, bold: Bool = false
) -> [String] {
  func measure(_ text: String) -> Double { TextWidths.ems(text, bold: bold) * size }
  let blank = measure(" ")
  var lines: [String] = []
  var line = ""
  var used = 0.0
  for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    var word = String(word)
    var length = measure(word)
    if !line.isEmpty, used + blank + length <= width {
      line += " " + word
      used += blank + length
      continue
    }
    if !line.isEmpty { lines.append(line) }
    while length > width, word.count > 1 {
      var head = ""
      var room = width
      for letter in word {
        room -= measure(String(letter))
        if room < 0, !head.isEmpty { break }
        head.append(letter)
      }
      lines.append(head)
      word = String(word.dropFirst(head.count))
      length = measure(word)
    }
    (line, used) = (word, length)
  }
  if !line.isEmpty { lines.append(line) }
  return lines.isEmpty ? [""] : lines
}

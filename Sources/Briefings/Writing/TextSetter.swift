import Charts
import Documents
import Frames
import Screenshots

/// Sets running text into lines of proportional type.
struct TextSetter {
  /// How a piece of text looks and where it leads.
  struct Look: Equatable {
    var size: Double
    var bold = false
    var ink = Scene.Ink.text
    /// How far above the line it stands.
    var raised = 0.0
    /// An address of the web; empty for none.
    var link = ""
  }

  /// Letters of one look without a blank in them.
  private struct Piece {
    var text: String
    var look: Look
    var width: Double { TextWidths.ems(text, bold: look.bold) * look.size }
  }

  private var words: [[Piece]] = []
  private var isOpen = false
  let size: Double

  init(size: Double) { self.size = size }

  mutating func add(_ text: String, _ look: Look) {
    let parts = neutralised(text).split(separator: " ", omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      if place > 0 { isOpen = false }
      guard !part.isEmpty else { continue }
      let piece = Piece(text: String(part), look: look)
      if isOpen, !words.isEmpty {
        words[words.count - 1].append(piece)
      } else {
        words.append([piece])
      }
      isOpen = true
    }
  }

  /// The lines, each from the left edge at nought with its baseline at nought; as wide as `width` at
  /// the most.
  func lines(width: Double, numbersRight: Bool = false) -> [[Scene.Item]] {
    var lines: [[Scene.Item]] = []
    var line: [Piece] = []
    var used = 0.0
    func blank(_ look: Look) -> Double { TextWidths.ems(" ", bold: look.bold) * look.size }
    func finish() {
      guard !line.isEmpty else { return }
      lines.append(Self.set(line, at: numbersRight ? width - used : 0))
      (line, used) = ([], 0)
    }
    for word in words.flatMap({ broken($0, width) }) {
      let length = word.reduce(0) { $0 + $1.width }
      let gap = line.last.map { blank($0.look) } ?? 0
      if !line.isEmpty, used + gap + length > width { finish() }
      if let last = line.last {
        // The blank belongs to what it follows.
        let space = Piece(text: " ", look: last.look)
        line.append(space)
        used += space.width
      }
      line += word
      used += length
    }
    finish()
    return lines
  }

  /// A word that is wider than a line alone, in pieces that are not.
  private func broken(_ word: [Piece], _ width: Double) -> [[Piece]] {
    guard word.reduce(0, { $0 + $1.width }) > width else { return [word] }
    return word.flatMap { piece -> [[Piece]] in
      Charts.lines(piece.text, width: width, size: piece.look.size, bold: piece.look.bold).map {
        [Piece(text: $0, look: piece.look)]
      }
    }
  }

  /// Pieces beside one another, those of one look in one text.
  private static func set(_ line: [Piece], at left: Double) -> [Scene.Item] {
    var items: [Scene.Item] = []
    var x = left
    var place = 0
    while place < line.count {
      let look = line[place].look
      var text = ""
      let start = x
      while place < line.count, line[place].look == look {
        text += line[place].text
        x += line[place].width
        place += 1
      }
      let item = Scene.Item.text(
        Scene.Text(
          text, at: Charts.Point(start, -look.raised), size: look.size, bold: look.bold, look.ink))
      items.append(look.link.isEmpty ? item : PageTag.link(look.link, [item]))
    }
    return items
  }
}

import Figures

extension Frame {
  /// The same frame with one ASCII character in every cell: for locales that are not UTF-8 and
  /// fonts without line drawing. Boxes become `+ - | =`, blocks `#` by how full they are, braille
  /// strokes of the same slope; letters lose their marks; what has no likeness becomes `?`. The sign
  /// of the money becomes its letters (`£` is `GBP`), for which what is beside it gives way.
  public func asciified() -> Frame {
    var frame = self
    let currency = Money.currency
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = self[column, row]
        if cell.text.utf8.count == 1, cell.text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
          continue
        }
        if cell.text == currency.sign { continue }
        frame[column, row].text = cell.text.isEmpty ? " " : Self.ascii(cell.text)
      }
      let cells = row * columns..<(row + 1) * columns
      if frame.cells[cells].contains(where: { $0.text == currency.sign }) {
        frame.cells.replaceSubrange(cells, with: Pounds.spelt(frame.cells[cells], currency))
      }
    }
    return frame
  }

  mutating func replaceBox(_ rect: Rect) {
    let area = rect.clipped(to: bounds)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn {
        self[column, row].text = Self.ascii(self[column, row].text)
      }
    }
  }

  private static func ascii(_ text: String) -> String {
    guard let scalar = text.unicodeScalars.first else { return " " }
    if let known = likenesses[scalar] { return known }
    switch scalar.value {
    case 0x20..<0x7F: return String(scalar)
    case 0x2800...0x28FF: return asciiDots(byRows(UInt8(scalar.value - 0x2800)))
    case 0x2500...0x257F: return "+"
    default: return "?"
    }
  }

  /// A braille pattern's dots, numbered by rows as in ``Canvas``.
  private static func byRows(_ pattern: UInt8) -> UInt8 {
    let order: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    return order.enumerated().reduce(into: 0) { dots, bit in
      if pattern & bit.element != 0 { dots |= 1 << UInt8(bit.offset) }
    }
  }

  private static let likenesses: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("-", "─╌┄┈╴╶–—‒‐‑−▃⎯"), ("=", "━╍┅┉═╸╺"), ("|", "│┃┆┇┊┋╎╏║╵╷╹╻▏▎▍▕"),
      ("_", "▁▂"), ("#", "▄▅▆▇█▌▋▊▉▐▀▓▙▛▜▟▮■▚▞▪"), (":", "▒░"), ("'", "▘▝‘’′▔"), (".", "▖▗…·•∙"),
      ("\"", "“”″"),
      ("*", "●◆★◉⬤✱"), ("o", "○◦◇☆□◎°"), (">", "▸▶►→›»❯⇒"), ("<", "◂◀◄←‹«⇐"),
      ("v", "▼▾↓⌄✓"), ("^", "▲▴↑⌃"), ("x", "×✕✗✖"), ("/", "╱÷∕⁄"), ("\\", "╲"), ("~", "≈∼"),
      ("+", "±"), ("<", "≤"), (">", "≥"), (" ", "\u{A0}\u{2007}\u{2009}\u{202F}\u{25CC}"),
      (" ", "£"), ("E", "€"), ("%", "‰"), ("s", "§"), ("2", "²"), ("3", "³"), ("1", "¹"),
      ("A", "ÀÁÂÃÄÅĀ"), ("C", "ÇČ"), ("E", "ÈÉÊËĒ"), ("I", "ÌÍÎÏĪ"), ("N", "Ñ"),
      ("O", "ÒÓÔÕÖØŌ"), ("U", "ÙÚÛÜŪ"), ("Y", "ÝŸŶ"), ("W", "Ŵ"), ("a", "àáâãäåā"),
      ("c", "çč"), ("e", "èéêëē"), ("i", "ìíîïī"), ("n", "ñ"), ("o", "òóôõöøō"),
      ("u", "ùúûüū"), ("y", "ýÿŷ"), ("w", "ŵ"),
    ]
    var table: [Unicode.Scalar: String] = [:]
    for (ascii, likes) in groups {
      for scalar in likes.unicodeScalars { table[scalar] = ascii }
    }
    return table
  }()
}

import Frames

/// A terminal that knows just what our casts may hold, and refuses anything else.
struct Replayer {
  struct Refused: Error { var text: String }

  private(set) var frame: Frame
  private var style = Style.plain
  private var row = 0
  private var column = 0
  private var showsCursor = true

  init(columns: Int, rows: Int) { frame = Frame(columns: columns, rows: rows) }

  mutating func resize(columns: Int, rows: Int) {
    var larger = Frame(columns: columns, rows: rows)
    larger.place(frame, column: 0, row: 0)
    frame = larger
  }

  /// What is on the screen, with the cursor where it is shown.
  var shown: Frame {
    var shown = frame
    shown.cursor = showsCursor ? Position(column: column, row: row) : nil
    return shown
  }

  mutating func feed(_ text: String) throws {
    var rest = Array(text.unicodeScalars)[...]
    var run = String.UnicodeScalarView()
    func flush(_ replayer: inout Replayer) {
      replayer.column = replayer.frame.write(
        String(run), column: replayer.column, row: replayer.row, replayer.style)
      run = String.UnicodeScalarView()
    }
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        run.append(scalar)
        continue
      }
      flush(&self)
      guard rest.popFirst() == "[" else { throw Refused(text: "ESC without [") }
      let body = rest.prefix { !("a"..."z").contains($0) && !("A"..."Z").contains($0) }
      rest = rest.dropFirst(body.count)
      guard let final = rest.popFirst() else { throw Refused(text: "no end") }
      try act(String(String.UnicodeScalarView(body)), final)
    }
    flush(&self)
  }

  private mutating func act(_ body: String, _ final: Unicode.Scalar) throws {
    let numbers = body.split(separator: ";").compactMap { Int($0) }
    switch (final, body) {
    case ("h", "?25"): showsCursor = true
    case ("l", "?25"): showsCursor = false
    case ("J", "2"): frame = Frame(columns: frame.columns, rows: frame.rows)
    case ("H", _) where numbers.count == 2: (row, column) = (numbers[0] - 1, numbers[1] - 1)
    case ("m", _): try setStyle(numbers[...])
    default: throw Refused(text: body + String(final))
    }
  }

  private mutating func setStyle(_ numbers: ArraySlice<Int>) throws {
    var rest = numbers
    let attributes: [Int: Attributes] = [
      1: .bold, 2: .dim, 3: .italic, 4: .underline, 7: .reverse,
    ]
    while let number = rest.popFirst() {
      switch number {
      case 0: style = .plain
      case 38, 48:
        guard rest.popFirst() == 2, rest.count >= 3 else { throw Refused(text: "colour") }
        let parts = rest.prefix(3).map { UInt32($0) }
        rest = rest.dropFirst(3)
        let colour = Colour(parts[0] << 16 | parts[1] << 8 | parts[2], indexed: 0, basic: 0)
        if number == 38 { style.foreground = colour } else { style.background = colour }
      default:
        guard let attribute = attributes[number] else { throw Refused(text: "\(number)") }
        style.attributes.insert(attribute)
      }
    }
  }
}

extension Frame {
  /// The frame with colours as a cast has them, and without its title.
  var asSent: Frame {
    var frame = self
    frame.title = ""
    frame.restyle(bounds) { style in
      Style(
        style.foreground.map { Colour($0.rgb, indexed: 0, basic: 0) },
        on: style.background.map { Colour($0.rgb, indexed: 0, basic: 0) }, style.attributes)
    }
    return frame
  }
}

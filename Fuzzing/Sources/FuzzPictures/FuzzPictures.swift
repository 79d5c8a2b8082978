import Frames
import Fuzzing
import Screenshots

/// A frame and the words around it, both from bytes, in every form that is text: nothing of what
/// goes in may act on a terminal, a browser or a reader of what comes out.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = unsafe Input(start, count)
  var frame = Frame(columns: input.number(below: 40), rows: input.number(below: 12))
  for row in 0..<frame.rows {
    var style = Style.plain
    style.foreground = colour(&input)
    if input.byte() & 1 == 1 { style.background = colour(&input) }
    style.attributes = Attributes(rawValue: input.byte())
    frame.write(text(&input), column: input.number(below: 8), row: row, style)
  }
  frame.title = text(&input)
  var picture = Picture(frame)
  if input.byte() & 1 == 1 {
    picture = Picture(
      frame: frame, headline: text(&input), subtitle: text(&input), source: text(&input),
      mark: text(&input), scenario: text(&input), altText: text(&input),
      tables: [
        Picture.Table(
          caption: text(&input), header: [text(&input), "n"], rows: [[text(&input), "1"]])
      ],
      created: "2025-01-21",
      dress: Dress(ground: .plain, headline: .plain, text: .plain, muted: .plain))
    picture.handling = text(&input)
  }
  for format in [PictureFormat.svg, .html, .json, .md, .txt, .ansi] {
    do {
      check(try format.written(picture).bytes, of: format)
    } catch {
      require(false, "\(format) failed: \(error)")
    }
  }
  return 0
}

private func colour(_ input: inout Input) -> Colour {
  let byte = input.byte()
  return Colour(UInt32(byte) << 16 | UInt32(input.byte()), indexed: byte, basic: byte & 15)
}

private func text(_ input: inout Input) -> String {
  String(decoding: input.part(endedBy: 0), as: UTF8.self)
}

private func check(_ bytes: [UInt8], of format: PictureFormat) {
  guard let text = String(validating: bytes, as: UTF8.self) else {
    require(false, "\(format) is not UTF-8")
    return
  }
  // Line feeds end lines; only the form for terminals has an escape, and only for its styles.
  let plain =
    format == .ansi
    ? text.replacing(/\u{1B}\[[0-9;]*m/, with: "").replacing("\n", with: "")
    : text.replacing("\n", with: "")
  require(!isDangerous(plain), "\(format): \(plain.debugDescription)")
  if format == .svg || format == .html {
    require(!text.lowercased().contains("<script"), "a script in \(format)")
    require(text.count { $0 == "<" } == text.count { $0 == ">" }, "a stray bracket in \(format)")
  }
}

import Frames
import Fuzzing

/// Any text through neutralising, measuring, cutting, wrapping and writing into a frame.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = unsafe Input(start, count)
  let width = input.number(below: 48)
  let column = input.number(below: 96) - 48
  let text = input.text

  let shown = neutralised(text)
  require(!isDangerous(shown), "not neutral: \(shown.debugDescription)")
  require(neutralised(shown) == shown, "changed by a second time: \(shown.debugDescription)")
  require(displayWidth(shown) == displayWidth(text), "another width: \(shown.debugDescription)")

  let cut = truncated(text, to: width)
  require(displayWidth(cut) <= width, "\(cut.debugDescription) in \(width) columns")
  require(!isDangerous(cut), "not neutral: \(cut.debugDescription)")
  if displayWidth(text) <= width {
    require(cut == shown, "cut where it fits: \(cut.debugDescription)")
  }

  for line in wrapped(text, width: width) {
    require(displayWidth(line) <= width, "\(line.debugDescription) in \(width) columns")
    require(!isDangerous(line), "not neutral: \(line.debugDescription)")
  }

  var frame = Frame(columns: width, rows: 5)
  let end = frame.write(text, column: column, row: 0, .plain)
  require(end == column + displayWidth(text), "written to \(end)")
  frame.write(text, in: Rect(column: column, row: 1, columns: 9, rows: 1), .plain)
  frame.write(text, in: frame.bounds, row: 2, alignment: .centre, .plain)
  frame.write(text, column: 0, row: 2, .plain, clip: frame.bounds.inset(columns: 3))
  frame.fill(Rect(column: column, row: 3, columns: 11, rows: 2), .plain, text: text)
  requireSound(frame)
  frame.box(frame.bounds, .plain, title: text, footer: text)
  requireSound(frame)

  var over = Frame(columns: width, rows: 5)
  over.write("漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字", column: 0, row: 2, .plain)
  over.place(frame, column: column, row: 0)
  requireSound(over)
  let ascii = over.asciified()
  require(
    ascii.cells.allSatisfy { $0.text.utf8.count == 1 && $0.text.utf8.allSatisfy { $0 < 0x7F } },
    "not ASCII: \(ascii.lines)")
  return 0
}

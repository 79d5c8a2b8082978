/// Walks a text as what its cells will hold: each time one character that takes up columns with
/// at most four marks on it, which is as much as a curses cell can carry, and its width of 1 or 2.
///
/// Everything that could act on a terminal or hide in a text is replaced on the way: control
/// characters by their pictures, bidirectional controls, line separators and tag characters by
/// U+FFFD, flags by their two letters, a joined emoji by its first part. Zero-width joiners and
/// variation selectors, which look like nothing, go. `body` returns false to stop.
func eachCell(of text: some StringProtocol, _ body: (_ text: String, _ width: Int) -> Bool) {
  eachCharacter(of: text) { base, marks, width in
    body(marks.isEmpty ? String(base) : String(base) + marks, width)
  }
}

/// As `eachCell`, the character and its marks apart: for those who only measure.
private func eachCharacter(
  of text: some StringProtocol,
  _ body: (_ base: Unicode.Scalar, _ marks: String, _ width: Int) -> Bool
) {
  // The character that is not handed on yet, as marks may follow, and those that have.
  var base: Unicode.Scalar?
  var marks = ""
  var markCount = 0
  var width = 0
  var joins = false

  func start(_ scalar: Unicode.Scalar, _ columns: Int) -> Bool {
    if let base, !body(base, marks, width) { return false }
    base = scalar
    width = columns
    if markCount > 0 { (marks, markCount) = ("", 0) }
    joins = false
    return true
  }

  for scalar in text.unicodeScalars {
    let value = scalar.value
    if (0x20..<0x7F).contains(value) {
      if !start(scalar, 1) { return }
      continue
    }
    switch CellText(scalar) {
    case .shown(let replacement, let columns):
      if joins && width == 2 && replacement == scalar {
        joins = false
      } else if !start(replacement, columns) {
        return
      }
    case .mark:
      if base == nil && !start("\u{25CC}", 1) { return }
      if markCount < 4 {
        marks.unicodeScalars.append(scalar)
        markCount += 1
      }
    case .joiner:
      joins = base != nil
    case .tone:
      if width != 2 && !start(scalar, 2) { return }
    case .nothing:
      break
    }
  }
  if let base { _ = body(base, marks, width) }
}

/// What becomes of one character in a cell.
private enum CellText {
  case shown(Unicode.Scalar, Int)
  case mark, joiner, tone, nothing

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x00...0x1F:
      self = .shown(Unicode.Scalar(0x2400 + value) ?? "\u{FFFD}", 1)
    case 0x7F:
      self = .shown("\u{2421}", 1)
    case 0x80...0x9F, 0x600...0x605, 0x61C, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x200E...0x200F,
      0x2028...0x202E, 0x2061...0x206F, 0xFFF9...0xFFFB, 0x110BD, 0x110CD, 0x13430...0x1343F,
      0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE00FF, 0xFFFE...0xFFFF:
      self = .shown("\u{FFFD}", 1)
    case 0xAD, 0x34F, 0x180B...0x180F, 0x200B...0x200C, 0x2060, 0xFE00...0xFE0F, 0xFEFF,
      0xE0100...0xE01EF:
      self = .nothing
    case 0x200D:
      self = .joiner
    case 0x1F1E6...0x1F1FF:
      self = .shown(Unicode.Scalar(0x41 + value - 0x1F1E6) ?? "\u{FFFD}", 1)
    case 0x1F3FB...0x1F3FF:
      self = .tone
    default:
      if WidthTable.isMark(value) {
        self = .mark
      } else {
        self = .shown(scalar, WidthTable.isWide(value) ? 2 : 1)
      }
    }
  }
}

/// The number of columns a text takes on the screen once written into a frame.
///
/// Counted by what the cells will hold: East Asian wide characters and emoji take two, marks none,
/// anything replaced by ``neutralised(_:)`` what its replacement takes.
public func displayWidth(_ text: some StringProtocol) -> Int {
  if let columns = plainWidth(text) { return columns }
  var columns = 0
  eachCharacter(of: text) { _, _, width in
    columns += width
    return true
  }
  return columns
}

/// The text with everything that could act on a terminal, reorder a line or hide in it made
/// visible: what a frame, a file or a printed line may hold.
///
/// Control characters (line breaks and tabs, too) become their pictures such as `␛`;
/// bidirectional controls, C1 controls and tag characters become `�`; no character keeps more
/// than four marks. Doing it twice changes nothing more.
public func neutralised(_ text: String) -> String {
  if plainWidth(text) != nil { return text }
  var result = ""
  eachCell(of: text) { cell, _ in
    result += cell
    return true
  }
  return result
}

/// Most texts are: every byte is a cell, and nothing is replaced.
func isPrintableASCII(_ text: some StringProtocol) -> Bool {
  // Asked of every text of every frame, and generic code goes through the bytes one call at a time.
  let known = text.utf8.withContiguousStorageIfAvailable { bytes in
    unsafe bytes.allSatisfy { (0x20..<0x7F).contains($0) }
  }
  return known ?? text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
}

/// The columns of a text in which each character takes one and nothing is replaced: of ASCII and the
/// signs that sentences have beside it, such as £, −, dashes and quotation marks; nil of any other.
func plainWidth(_ text: some StringProtocol) -> Int? {
  let known: Int?? = text.utf8.withContiguousStorageIfAvailable { bytes in
    var (place, columns) = (0, 0)
    while place < bytes.count {
      switch unsafe bytes[place] {
      case 0x20..<0x7F: place += 1
      case 0xC2 where unsafe place + 1 < bytes.count && bytes[place + 1] == 0xA3: place += 2
      case 0xE2 where unsafe place + 2 < bytes.count && isSign(bytes[place + 1], bytes[place + 2]):
        place += 3
      default: return nil
      }
      columns += 1
    }
    return columns
  }
  return known ?? nil
}

/// Whether a character is a dash, a quotation mark, an ellipsis, the minus or the euro sign, by the
/// bytes behind its first.
private func isSign(_ second: UInt8, _ third: UInt8) -> Bool {
  switch (second, third) {
  case (0x80, 0x93), (0x80, 0x94), (0x80, 0x98), (0x80, 0x99), (0x80, 0x9C), (0x80, 0x9D),
    (0x80, 0xA6), (0x82, 0xAC), (0x88, 0x92):
    true
  default: false
  }
}

/// What a byte means to the reader of CSV.
enum ByteClass: UInt8 {
  case plain, comma, quote, lineFeed, carriageReturn
  /// A C0 control or DEL: never part of a cell.
  case control
  /// Part of a UTF-8 sequence of two to four bytes.
  case beyondASCII

  /// The class of each byte.
  static let table: [ByteClass] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "\""): .quote
    case 0x0A: .lineFeed
    case 0x0D: .carriageReturn
    case ..<0x20, 0x7F: .control
    case 0x80...: .beyondASCII
    default: .plain
    }
  }
}

/// One scalar of UTF-8, decoded by the table of well-formed sequences in the Unicode standard
/// (chapter 3): no overlong forms, no surrogates, nothing past U+10FFFF.
struct DecodedScalar {
  var value: UInt32
  var length: Int

  /// Whether the scalar may stand in a cell: C1 controls, tags, marks that reorder text or that
  /// nobody sees, and separators of lines and paragraphs would let a cell change what is shown around it.
  var isAllowed: Bool { !Self.isHidden(value) }

  /// Whether a scalar is a control or changes what is shown around it.
  static func isHidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xE0000...0xE0FFF:
      true
    case ..<0x20, 0x7F: true
    default: false
    }
  }

  /// How many marks may stand on one character: more pile up over the lines around it.
  static let mostMarks = 4

  /// Whether a scalar stands on the character before it.
  static func isMark(_ scalar: UInt32) -> Bool {
    guard scalar >= 0x300, let known = Unicode.Scalar(scalar) else { return false }
    let category = known.properties.generalCategory
    return category == .nonspacingMark || category == .enclosingMark
  }

  /// Nil where no well-formed sequence begins at `start`.
  init?(_ bytes: Span<UInt8>, at start: Int) {
    let first = UInt32(bytes[start])
    let lead: (length: Int, bits: UInt32, least: UInt32)
    switch first {
    case 0xC2...0xDF: lead = (2, first & 0x1F, 0x80)
    case 0xE0...0xEF: lead = (3, first & 0x0F, 0x800)
    case 0xF0...0xF4: lead = (4, first & 0x07, 0x1_0000)
    default: return nil
    }
    guard start + lead.length <= bytes.count else { return nil }
    var value = lead.bits
    for offset in 1..<lead.length {
      let next = UInt32(bytes[start + offset])
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | next & 0x3F
    }
    guard value >= lead.least, Unicode.Scalar(value) != nil else { return nil }
    (self.value, length) = (value, lead.length)
  }
}

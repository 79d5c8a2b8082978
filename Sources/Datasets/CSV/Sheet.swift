/// A file of CSV cut into cells. Cells are places in its bytes; text is made when asked for.
struct Sheet: Sendable {
  /// Where a cell stands in the bytes.
  struct Cell: Sendable {
    var start: UInt32
    /// The end; its top bit says that the bytes are not yet the text (doubled quotes, CRLF).
    private var endAndFlag: UInt32

    init(start: Int, end: Int, isRaw: Bool) {
      self.start = UInt32(start)
      endAndFlag = UInt32(end) | (isRaw ? Self.flag : 0)
    }

    private static let flag: UInt32 = 1 << 31
    var isRaw: Bool { endAndFlag & Self.flag != 0 }
    var range: Range<Int> { Int(start)..<Int(endAndFlag & ~Self.flag) }
    var isEmpty: Bool { range.isEmpty }
  }

  /// Name of the file, such as `facts.csv`.
  let file: String
  let bytes: [UInt8]
  let header: [String]
  /// All cells below the header, row by row.
  let cells: [Cell]
  /// Each row's record number in the file; the header is 1. Ragged rows are left out.
  let records: [Int32]
  /// False where rows had to be left out.
  let isWhole: Bool
  /// How many columns without a name and without cells stand at the right of the file, which are
  /// none of the header's.
  var blankColumns = 0

  var width: Int { header.count }
  var count: Int { records.count }

  func cell(_ row: Int, _ column: Int) -> Cell { cells[row * width + column] }

  /// Where a row begins in the bytes: at its first cell, or at the quote before that.
  func start(ofRow row: Int) -> Int {
    let start = cell(row, 0).range.lowerBound
    return start > 0 && bytes[start - 1] == UInt8(ascii: "\"") ? start - 1 : start
  }

  /// Whether a cell has the bytes of the one above it, as codes in sorted tables nearly always do.
  func isAsAbove(_ row: Int, _ column: Int) -> Bool {
    guard row > 0 else { return false }
    let (upper, lower) = (cell(row - 1, column), cell(row, column))
    guard upper.isRaw == lower.isRaw else { return false }
    return bytes.span.isSame(lower.range, as: upper.range, of: bytes.span)
  }

  func text(_ row: Int, _ column: Int) -> String { Self.text(cell(row, column), in: bytes) }

  static func text(_ cell: Cell, in bytes: [UInt8]) -> String {
    if !cell.isRaw { return String(decoding: bytes[cell.range], as: UTF8.self) }
    var cooked: [UInt8] = []
    cooked.reserveCapacity(cell.range.count)
    var skipping = false
    for byte in bytes[cell.range] {
      if skipping || byte == 0x0D {
        skipping = false
        if byte == 0x0D { continue }
        if byte == UInt8(ascii: "\"") { continue }
      }
      skipping = byte == UInt8(ascii: "\"")
      cooked.append(byte)
    }
    return String(decoding: cooked, as: UTF8.self)
  }
}

/// A strict reader of RFC 4180: UTF-8 with or without a byte order mark, lines ended by LF or
/// CRLF, the last one perhaps by nothing. Whatever it refuses it notes as a defect and reads on.
struct SheetReader {
  /// A cell past this many bytes is refused.
  static let largestCell = 64 << 10
  /// Records past this many, the header among them, are refused.
  static let mostRecords = 1_000_000

  /// A record's cells past this many are refused.
  static let mostColumns = 1_000

  private let file: String
  private let bytes: [UInt8]
  private var place: Int
  private var record = 1
  /// The record's cells so far, kept or not.
  private var width = 0
  /// Columns at the right of the header that have no name.
  private var blankColumns = 0
  private var cells: [Sheet.Cell] = []
  private var defects: [Defect] = []

  /// The sheet, as far as it could be read, and what was wrong with it. Nil where there is no
  /// header to read.
  static func read(_ bytes: [UInt8], file: String) -> (sheet: Sheet?, defects: [Defect]) {
    var reader = SheetReader(file: file, bytes: bytes)
    let sheet = reader.sheet()
    return (sheet, reader.defects)
  }

  private init(file: String, bytes: [UInt8]) {
    self.init(file: file, bytes: bytes, from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
  }

  private init(file: String, bytes: [UInt8], from place: Int) {
    (self.file, self.bytes, self.place) = (file, bytes, place)
  }

  /// A sheet's header, and up to `count` parts of what stands below it, each of whole lines. A line
  /// break inside quotes may part a cell; neither side of it can then be read without a defect.
  /// Nil where there is no sound header.
  static func parts(
    of bytes: [UInt8], file: String, count: Int
  ) -> (header: [String], parts: [Range<Int>])? {
    var reader = SheetReader(file: file, bytes: bytes)
    guard let header = reader.header(), reader.defects.isEmpty, reader.blankColumns == 0 else {
      return nil
    }
    var parts: [Range<Int>] = []
    var start = reader.place
    for part in 1...max(count, 1) where start < bytes.count {
      let wanted = max(start, bytes.count / max(count, 1) * part)
      let end =
        part == count
        ? bytes.count : bytes[wanted...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      parts.append(start..<end)
      start = end
    }
    return (header, parts)
  }

  /// Reads a part of a sheet in pieces of so many rows, so that only one piece's cells are held at
  /// a time. Stops at the first defect, or when `take` says no. Records are counted from the part's
  /// beginning.
  /// - Parameter take: gets each piece with the number of bytes that it took.
  /// - Returns: Whether the whole part was read without a defect.
  static func read(
    _ part: [UInt8], file: String, header: [String], rows: Int, _ take: (Sheet, Int) -> Bool
  ) -> Bool {
    var reader = SheetReader(file: file, bytes: part, from: 0)
    while reader.place < part.count {
      let start = reader.place
      let piece = reader.rows(below: header, most: rows)
      guard reader.defects.isEmpty, take(piece, reader.place - start) else { return false }
    }
    return true
  }

  private mutating func sheet() -> Sheet? {
    // A guess that saves growing: shipped rows average well over this.
    cells.reserveCapacity(bytes.count / 12)
    return header().map { rows(below: $0, most: .max) }
  }

  private mutating func header() -> [String]? {
    guard place < bytes.count else {
      defects.append(
        Defect(file: file, problem: "empty file", expected: "a header row and rows below it"))
      return nil
    }
    readRecord()
    if width > Self.mostColumns {
      refuse("\(width) columns", expected: "at most \(Self.mostColumns)")
      return nil
    }
    var header = cells.map { Sheet.text($0, in: bytes) }
    // Excel leaves blank columns behind those that were taken away.
    while header.count > 1, header.last?.isEmpty == true {
      header.removeLast()
      blankColumns += 1
    }
    checkNames(header)
    return header
  }

  private mutating func rows(below header: [String], most: Int) -> Sheet {
    cells.removeAll(keepingCapacity: true)
    var records: [Int32] = []
    var isWhole = true
    while place < bytes.count, records.count < most {
      record += 1
      guard record <= Self.mostRecords else {
        defects.append(
          Defect(
            file: file, row: record, problem: "too many rows",
            expected: "at most \(Self.mostRecords) with the header"))
        isWhole = false
        break
      }
      let first = cells.count
      readRecord()
      // Excel leaves blank rows, with as many commas as it likes, and blank cells at the right.
      let isBlank = cells[first].isEmpty && cells[first...].allSatisfy(\.isEmpty)
      if isBlank, width <= Self.mostColumns, header.count > 1 {
        cells.removeLast(cells.count - first)
        continue
      }
      if width == header.count + blankColumns, width > header.count, width <= Self.mostColumns,
        cells[(first + header.count)...].allSatisfy(\.isEmpty)
      {
        cells.removeLast(width - header.count)
        width = header.count
      }
      if width == header.count {
        records.append(Int32(record))
      } else {
        cells.removeLast(cells.count - first)
        isWhole = false
        defects.append(
          Defect(
            file: file, row: record, problem: "ragged row of \(width) cell\(width == 1 ? "" : "s")",
            expected: "\(header.count), as many as the header has"))
      }
    }
    return Sheet(
      file: file, bytes: bytes, header: header, cells: cells, records: records, isWhole: isWhole,
      blankColumns: blankColumns)
  }

  private mutating func checkNames(_ header: [String]) {
    var seen: Set<String> = []
    for name in header where !name.isEmpty && !seen.insert(name).inserted {
      refuse("repeated column", column: name, expected: "each column once")
    }
  }

  /// Reads cells to the end of the line.
  private mutating func readRecord() {
    width = 0
    let all = bytes
    let span = all.span
    while true {
      // Nearly every cell is plain, and ended by a comma or a line feed.
      let end = span.endOfPlain(from: place)
      if end < span.count, end - place <= Self.largestCell, width < Self.mostColumns,
        span[end] == UInt8(ascii: ",") || span[end] == 0x0A
      {
        cells.append(Sheet.Cell(start: place, end: end, isRaw: false))
        width += 1
        place = end + 1
        if span[end] == 0x0A { return }
        continue
      }
      let isQuoted = place < bytes.count && ByteClass.table[Int(bytes[place])] == .quote
      if isQuoted { readQuotedCell() } else { readPlainCell() }
      guard place < bytes.count else { return }
      switch ByteClass.table[Int(bytes[place])] {
      case .comma: place += 1
      case .carriageReturn:
        place += 2
        return
      default:
        place += 1
        return
      }
    }
  }

  /// Reads to the comma, line end or end of the file that ends the cell, and stops before it.
  private mutating func readPlainCell() {
    let start = place
    var fault: (problem: String, expected: String)?
    let scanned = Self.scanPlain(bytes.span, from: place)
    place = scanned.end
    if let problem = scanned.problem {
      fault = problem.words(in: bytes)
    }
    append(start: start, end: place, isRaw: false, fault: fault)
  }

  private mutating func readQuotedCell() {
    place += 1
    let start = place
    let scanned = Self.scanQuoted(bytes.span, from: place)
    var fault = scanned.problem?.words(in: bytes)
    place = scanned.end
    if place >= bytes.count {
      fault = fault ?? ("quote without an end", "a closing quote")
      append(start: start, end: place, isRaw: scanned.isRaw, fault: fault)
      return
    }
    let end = place
    place += 1
    let after = Self.scanPlain(bytes.span, from: place)
    if after.end > place {
      fault = fault ?? ("text after a closing quote", "a comma or the end of the line")
      place = after.end
    }
    append(start: start, end: end, isRaw: scanned.isRaw, fault: fault)
  }

  private mutating func append(
    start: Int, end: Int, isRaw: Bool, fault: (problem: String, expected: String)?
  ) {
    let cell = Sheet.Cell(start: start, end: end, isRaw: isRaw)
    width += 1
    if width <= Self.mostColumns { cells.append(cell) }
    if let fault {
      let short = Sheet.Cell(start: start, end: min(end, start + 200), isRaw: isRaw)
      refuse(fault.problem, value: Sheet.text(short, in: bytes), expected: fault.expected)
    }
    if end - start > Self.largestCell {
      refuse(
        "cell of \(end - start) bytes", expected: "at most \(Self.largestCell) bytes in a cell")
    }
  }

  private mutating func refuse(
    _ problem: String, column: String? = nil, value: String? = nil, expected: String
  ) {
    defects.append(
      Defect(
        file: file, row: record, column: column, value: value, problem: problem, expected: expected)
    )
  }
}

extension SheetReader {
  /// What a scan met first that may not stand in a cell.
  private enum Problem {
    case strayQuote
    case strayCarriageReturn
    case badUTF8(at: Int)
    case control(at: Int)
    case hiddenMark(UInt32)
    case marks(Int)

    func words(in bytes: [UInt8]) -> (problem: String, expected: String) {
      switch self {
      case .strayQuote:
        ("stray quote", "quotes only around a whole cell, doubled inside it")
      case .strayCarriageReturn:
        ("carriage return without a line feed", "lines ended by LF or CRLF")
      case .badUTF8(let at):
        ("byte \(hex(UInt32(bytes[at]))) at offset \(at) of the file is not UTF-8", "UTF-8")
      case .control(let at):
        ("control character \(hex(UInt32(bytes[at])))", "text without control characters")
      case .hiddenMark(let scalar):
        ("hidden character U+\(hex(scalar))", "text without controls or marks that reorder it")
      case .marks(let count):
        ("\(count) marks on one character", "at most \(DecodedScalar.mostMarks)")
      }
    }

    private func hex(_ value: UInt32) -> String { String(value, radix: 16, uppercase: true) }
  }

  private static func scanPlain(
    _ bytes: Span<UInt8>, from start: Int
  ) -> (end: Int, problem: Problem?) {
    let classes = ByteClass.table
    var place = start
    var problem: Problem?
    while place < bytes.count {
      switch classes[Int(bytes[place])] {
      case .plain: place = bytes.endOfPlain(from: place)
      case .comma, .lineFeed: return (place, problem)
      case .carriageReturn:
        if place + 1 < bytes.count, bytes[place + 1] == 0x0A { return (place, problem) }
        problem = problem ?? .strayCarriageReturn
        place += 1
      case .quote:
        problem = problem ?? .strayQuote
        place += 1
      case .control:
        problem = problem ?? .control(at: place)
        place += 1
      case .beyondASCII: place = skipScalar(bytes, at: place, &problem)
      }
    }
    return (place, problem)
  }

  /// Stops before the closing quote, or at the end of the bytes.
  private static func scanQuoted(
    _ bytes: Span<UInt8>, from start: Int
  ) -> (end: Int, isRaw: Bool, problem: Problem?) {
    let classes = ByteClass.table
    var place = start
    var isRaw = false
    var problem: Problem?
    while place < bytes.count {
      switch classes[Int(bytes[place])] {
      case .plain: place = bytes.endOfPlain(from: place)
      case .comma, .lineFeed: place += 1
      case .carriageReturn:
        if place + 1 < bytes.count, bytes[place + 1] == 0x0A {
          isRaw = true
        } else {
          problem = problem ?? .strayCarriageReturn
        }
        place += 1
      case .quote:
        guard place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "\"") else {
          return (place, isRaw, problem)
        }
        isRaw = true
        place += 2
      case .control:
        problem = problem ?? .control(at: place)
        place += 1
      case .beyondASCII: place = skipScalar(bytes, at: place, &problem)
      }
    }
    return (place, isRaw, problem)
  }

  /// Goes past one scalar, or past one byte where there is none.
  private static func skipScalar(
    _ bytes: Span<UInt8>, at place: Int, _ problem: inout Problem?
  ) -> Int {
    guard let scalar = DecodedScalar(bytes, at: place) else {
      problem = problem ?? .badUTF8(at: place)
      return place + 1
    }
    if !scalar.isAllowed { problem = problem ?? .hiddenMark(scalar.value) }
    guard DecodedScalar.isMark(scalar.value) else { return place + scalar.length }
    var end = place + scalar.length
    var marks = 1
    while end < bytes.count, let next = DecodedScalar(bytes, at: end),
      DecodedScalar.isMark(next.value)
    {
      end += next.length
      marks += 1
    }
    if marks > DecodedScalar.mostMarks { problem = problem ?? .marks(marks) }
    return end
  }
}

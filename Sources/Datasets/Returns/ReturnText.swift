/// A published file as rows of texts. Unlike the strict reader of the data folder it takes what
/// departments publish: Windows-1252, ragged rows, blanks around values.
struct ReturnText {
  struct Row {
    /// The row's number as a spreadsheet counts it, the first being 1.
    let record: Int
    /// Without blanks around them, and with line breaks as blanks.
    let cells: [String]

    /// A cell; empty past the end of a short row.
    subscript(column: Int) -> String { column < cells.count ? cells[column] : "" }

    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }
  }

  let rows: [Row]
  /// The name of the sheet of a workbook; nil for a file of text.
  let sheet: String?

  /// The ways in which a file's bytes may be rows: each shown sheet of a workbook; or text cut at
  /// commas, else at tabs, semicolons or bars. Headings themselves hold semicolons and commas, so
  /// counting them would not tell.
  ///
  /// - Parameter take: gets one after the other until it says yes.
  /// - Throws: what the bytes are instead of rows, for `file`.
  static func readings(
    of bytes: [UInt8], file: String, _ take: (ReturnText) -> Bool
  ) throws(Defect) {
    if Workbook.isArchive(bytes) {
      for sheet in try sheets(of: bytes, file: file) where take(sheet) { return }
      return
    }
    if let other = FileKind(bytes), other != .utf16 {
      throw Defect(
        file: file, problem: other.words,
        expected: other.expected ?? "CSV, xlsx or ods: open it and save the sheet as one")
    }
    let text = Array(try decoded(bytes, file: file).utf8)
    let plain = try ReturnText(text, file: file, delimiter: UInt8(ascii: ","))
    if take(plain) { return }
    for mark in "\t;|".utf8 where text.contains(mark) {
      if let other = try? ReturnText(text, file: file, delimiter: mark), take(other) { return }
    }
  }

  private static func sheets(of bytes: [UInt8], file: String) throws(Defect) -> [ReturnText] {
    do throws(WorkbookFault) {
      let sheets = try Workbook(bytes).sheets.filter { !$0.isHidden }.map(ReturnText.init)
      guard sheets.contains(where: { !$0.rows.allSatisfy(\.isBlank) }) else {
        throw WorkbookFault("no cells in any sheet that is shown", "headings and rows below them")
      }
      return sheets
    } catch {
      throw Defect(file: file, problem: error.problem, expected: error.expected)
    }
  }

  private init(_ sheet: Workbook.Sheet) {
    self.sheet = sheet.name
    rows = sheet.rows.enumerated().map { place, cells in
      Row(record: place + 1, cells: cells.map(\.onOneLine))
    }
  }

  /// - Parameter text: in UTF-8.
  private init(_ text: [UInt8], file: String, delimiter: UInt8) throws(Defect) {
    sheet = nil
    var cutter = Cutter(bytes: text, delimiter: delimiter)
    rows = cutter.rows()
    if let record = cutter.openQuote {
      throw Defect(
        file: file, row: record, problem: "quote without an end", expected: "a closing quote")
    }
    if rows.allSatisfy(\.isBlank) {
      throw Defect(file: file, problem: "empty file", expected: "headings and rows below them")
    }
  }

  /// UTF-16 by its mark or its noughts, else UTF-8 where it is that, else Windows-1252.
  private static func decoded(_ bytes: [UInt8], file: String) throws(Defect) -> String {
    if let text = UTF16Text.decoded(bytes) { return text }
    let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let place = rest.firstIndex(of: 0) {
      throw Defect(file: file, problem: "byte 0 at offset \(place)", expected: "text")
    }
    if let text = String(validating: rest, as: UTF8.self) { return text }
    var text = ""
    for (place, byte) in rest.enumerated() {
      let value = byte < 0x80 || byte >= 0xA0 ? UInt16(byte) : windows1252[Int(byte) - 0x80]
      guard value != 0, let scalar = UnicodeScalar(value) else {
        throw Defect(
          file: file,
          problem: "byte \(String(byte, radix: 16, uppercase: true)) at offset \(place)",
          expected: "UTF-8 or Windows-1252")
      }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  /// Windows-1252 from 80 to 9F; 0 is a byte that it does not have.
  private static let windows1252: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}

extension ReturnText {
  /// Cuts bytes into rows and cells.
  private struct Cutter {
    let bytes: [UInt8]
    let delimiter: UInt8
    private(set) var openQuote: Int?
    private var place = 0

    init(bytes: [UInt8], delimiter: UInt8) { (self.bytes, self.delimiter) = (bytes, delimiter) }

    mutating func rows() -> [Row] {
      var rows: [Row] = []
      while place < bytes.count {
        let record = rows.count + 1
        rows.append(Row(record: record, cells: cells(record)))
      }
      return rows
    }

    private mutating func cells(_ record: Int) -> [String] {
      var cells: [String] = []
      while true {
        cells.append(cell(record))
        guard place < bytes.count else { return cells }
        let ending = bytes[place]
        place += 1
        if ending == delimiter { continue }
        if ending == 0x0D, place < bytes.count, bytes[place] == 0x0A { place += 1 }
        return cells
      }
    }

    /// Stops before the delimiter or line end that ends the cell.
    private mutating func cell(_ record: Int) -> String {
      var text: [UInt8] = []
      if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
        place += 1
        var isClosed = false
        while place < bytes.count, !isClosed {
          let byte = bytes[place]
          place += 1
          if byte != UInt8(ascii: "\"") {
            text.append(byte)
          } else if place < bytes.count, bytes[place] == byte {
            text.append(byte)
            place += 1
          } else {
            isClosed = true
          }
        }
        if !isClosed { openQuote = openQuote ?? record }
      }
      while place < bytes.count, bytes[place] != delimiter, bytes[place] != 0x0A,
        bytes[place] != 0x0D
      {
        text.append(bytes[place])
        place += 1
      }
      return String(decoding: text, as: UTF8.self).onOneLine
    }
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Line breaks, controls and marks that reorder text as blanks; runs of blanks as one.
  var onOneLine: String {
    if isPlainLine { return self }
    var line = ""
    for scalar in unicodeScalars {
      if DecodedScalar.isHidden(scalar.value) || scalar.properties.isWhitespace {
        if line.last != " " { line += " " }
      } else {
        line.unicodeScalars.append(scalar)
      }
    }
    return line.trimmed
  }

  /// Whether it is on one line already: nearly every cell is.
  private var isPlainLine: Bool {
    var last: UInt8 = 0x20
    for byte in utf8 {
      guard (0x20...0x7E).contains(byte), byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20 || isEmpty
  }

  /// Small letters and digits, everything else as one blank: for comparing headings and names.
  var words: String {
    var words: [UInt8] = []
    words.reserveCapacity(utf8.count)
    let isPlain = utf8.allSatisfy { $0 < 0x80 }
    for byte in (isPlain ? self : replacing("\u{2019}", with: "'").lowercased()).utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: words.append(byte)
      case 0x41...0x5A: words.append(byte + 0x20)
      case UInt8(ascii: "'"): break
      case UInt8(ascii: "&"):
        if words.last != 0x20 { words.append(0x20) }
        words += "and ".utf8
      default: if words.last != 0x20, !words.isEmpty { words.append(0x20) }
      }
    }
    while words.first == 0x20 { words.removeFirst() }
    while words.last == 0x20 { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }
}

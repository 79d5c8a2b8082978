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

  /// - Throws: what the bytes are instead of text in CSV, for `file`.
  init(_ bytes: [UInt8], file: String, delimiter: UInt8 = UInt8(ascii: ",")) throws(Defect) {
    if let other = Self.otherFormat(bytes) {
      throw Defect(
        file: file, problem: other, expected: "CSV: open it and save the sheet as CSV (UTF-8)")
    }
    let text = Array(try Self.decoded(bytes, file: file).utf8)
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

  private static func otherFormat(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "a spreadsheet or an archive" }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "a spreadsheet of old Excel" }
    if bytes.starts(with: Array("%PDF".utf8)) { return "a PDF" }
    let start = String(decoding: bytes.prefix(300), as: UTF8.self).lowercased()
    if start.contains("<!doctype") || start.contains("<html") { return "a web page" }
    return nil
  }

  /// UTF-8 or UTF-16 by its mark, else UTF-8 where it is that, else Windows-1252.
  private static func decoded(_ bytes: [UInt8], file: String) throws(Defect) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let low = bytes[0] == 0xFF ? 0 : 1
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
      }
      return String(decoding: units, as: UTF16.self)
    }
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

  /// Small letters and digits, everything else as one blank: for comparing headings and names.
  var words: String {
    var words = ""
    let plain = replacing("&", with: " and ").replacing("\u{2019}", with: "'").lowercased()
    for byte in plain.utf8 where byte != UInt8(ascii: "'") {
      if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
        words.unicodeScalars.append(UnicodeScalar(byte))
      } else if words.last != " " {
        words += " "
      }
    }
    return words.trimmed
  }
}

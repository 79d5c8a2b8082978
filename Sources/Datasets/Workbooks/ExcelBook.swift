/// The sheets of an `.xlsx` (ECMA-376).
struct ExcelBook {
  private(set) var sheets: [Workbook.Sheet] = []
  private var strings: [String] = []
  /// Styles of cells whose numbers are days.
  private var dayStyles: Set<Int> = []
  private var isFrom1904 = false

  init(_ archive: ZipArchive, _ book: [UInt8]) throws(WorkbookFault) {
    let targets = try Self.targets(archive)
    if let bytes = try archive.file("xl/sharedStrings.xml") { strings = try Self.strings(bytes) }
    if let bytes = try archive.file("xl/styles.xml") { dayStyles = try Self.dayStyles(bytes) }
    var reader = MarkupReader(book)
    var named: [(name: String, id: String, isHidden: Bool)] = []
    while let token = try reader.next() {
      guard case .start(let element, let attributes) = token else { continue }
      if element == "workbookPr" {
        isFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      }
      if element == "sheet" {
        named.append(
          (
            attributes["name"] ?? "", attributes["id"] ?? "",
            attributes["state"] != nil
              && attributes["state"] != "visible"
          ))
      }
    }
    for sheet in named {
      // Sheets of charts are no cells.
      guard let target = targets[sheet.id], let bytes = try archive.file(target) else { continue }
      sheets.append(
        Workbook.Sheet(name: sheet.name, isHidden: sheet.isHidden, rows: try rows(bytes)))
    }
  }

  /// Files of sheets by the ids that the list of sheets has.
  private static func targets(_ archive: ZipArchive) throws(WorkbookFault) -> [String: String] {
    guard let bytes = try archive.file("xl/_rels/workbook.xml.rels") else { throw .damaged }
    var reader = MarkupReader(bytes)
    var targets: [String: String] = [:]
    while let token = try reader.next() {
      guard case .start("Relationship", let attributes) = token, let id = attributes["Id"],
        let target = attributes["Target"]
      else { continue }
      targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return targets
  }

  /// The texts that cells share. How a word is pronounced is not its text.
  private static func strings(_ bytes: [UInt8]) throws(WorkbookFault) -> [String] {
    var reader = MarkupReader(bytes)
    var strings: [String] = []
    var (isText, isSpoken) = (false, false)
    while let token = try reader.next() {
      switch token {
      case .start("si", _): strings.append("")
      case .start("rPh", _): isSpoken = true
      case .end("rPh"): isSpoken = false
      case .start("t", _): isText = true
      case .end("t"): isText = false
      case .text(let text) where isText && !isSpoken && !strings.isEmpty:
        strings[strings.count - 1] += text
      default: break
      }
    }
    return strings
  }

  private static func dayStyles(_ bytes: [UInt8]) throws(WorkbookFault) -> Set<Int> {
    var reader = MarkupReader(bytes)
    var formats = Set((14...17).map { "\($0)" } + ["22"] + (27...36).map { "\($0)" })
      .union((50...58).map { "\($0)" })
    var styles: Set<Int> = []
    var place = 0
    var isOfCells = false
    while let token = try reader.next() {
      switch token {
      case .start("numFmt", let attributes):
        if let id = attributes["numFmtId"], isDay(attributes["formatCode"] ?? "") {
          formats.insert(id)
        }
      case .start("cellXfs", _): isOfCells = true
      case .end("cellXfs"): isOfCells = false
      case .start("xf", let attributes) where isOfCells:
        if formats.contains(attributes["numFmtId"] ?? "") { styles.insert(place) }
        place += 1
      default: break
      }
    }
    return styles
  }

  /// Whether a format shows a day, a month or a year. What stands in quotes and brackets, as
  /// colours and currencies do, is shown as it is.
  static func isDay(_ format: String) -> Bool {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for character in format.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\\": isEscaped = true
      case "\"": isQuoted.toggle()
      case "[" where !isQuoted: isBracketed = true
      case "]": isBracketed = false
      case "y", "d": if !isQuoted, !isBracketed { return true }
      default: break
      }
    }
    return false
  }

  private func rows(_ bytes: [UInt8]) throws(WorkbookFault) -> [[String]] {
    var reader = MarkupReader(bytes)
    var grid = CellGrid()
    var merged: [String] = []
    var (row, column) = (-1, -1)
    var cell: (type: String, style: Int, text: String)?
    var (isText, isSpoken) = (false, false)
    while let token = try reader.next() {
      switch token {
      case .start("row", let attributes):
        row = attributes["r"].flatMap(Int.init).map { $0 - 1 } ?? row + 1
        column = -1
      case .start("c", let attributes):
        column = attributes["r"].flatMap { CellPlace($0)?.column } ?? column + 1
        cell = (attributes["t"] ?? "n", attributes["s"].flatMap { Int($0) } ?? 0, "")
      case .start("rPh", _): isSpoken = true
      case .end("rPh"): isSpoken = false
      case .start("v", _), .start("t", _): isText = true
      case .end("v"), .end("t"): isText = false
      case .text(let text) where isText && !isSpoken: cell?.text += text
      case .end("c"):
        if let found = cell { try grid.set(row, column, text(of: found)) }
        cell = nil
      case .start("mergeCell", let attributes): merged.append(attributes["ref"] ?? "")
      default: break
      }
    }
    for range in merged {
      let ends = range.split(separator: ":").compactMap { CellPlace(String($0)) }
      guard ends.count == 2 else { continue }
      try grid.fillDown(ends[0].row, ends[0].column, height: ends[1].row - ends[0].row + 1)
    }
    return grid.rows
  }

  private func text(of cell: (type: String, style: Int, text: String)) -> String {
    switch cell.type {
    case "s":
      guard let place = Int(cell.text), strings.indices.contains(place) else { return "" }
      return strings[place]
    case "b": return cell.text == "1" ? "TRUE" : "FALSE"
    case "n":
      guard dayStyles.contains(cell.style), let serial = Double(cell.text) else {
        return cell.text
      }
      return SerialDay.text(serial, from1904: isFrom1904) ?? cell.text
    default: return cell.text
    }
  }
}

/// Row and column of a cell from its name, such as `B3`; both count from 0.
struct CellPlace: Equatable {
  let row, column: Int

  init?(_ name: String) {
    let letters = name.utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count), let row = Int(name.dropFirst(letters.count)), row > 0
    else { return nil }
    self.row = row - 1
    column = letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
  }
}

/// Days as spreadsheets number them.
enum SerialDay {
  /// `2026-07-31`; nil outside the years 1900 to 2199. Hours are left out.
  static func text(_ serial: Double, from1904: Bool) -> String? {
    guard serial.isFinite, serial >= 61, serial < 109_573 else { return nil }
    // Days since the first of March of the year nought.
    let days = Int(serial) + (from1904 ? 1_462 : 0) + 693_899
    let era = days / 146_097
    let ofEra = days % 146_097
    let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let shifted = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year + era * 400 + (month <= 2 ? 1 : 0))-\(two(month))-\(two(day))"
  }
}

import Datasets
public import Documents

extension ReadDocument {
  /// Reads an OpenDocument text (`.odt`). What is deleted in it, and comments, are not there.
  ///
  /// - Throws: ``OfficeFault`` where the bytes are none, or no program would have saved them.
  public init(odt bytes: [UInt8]) throws(OfficeFault) {
    let archive = try OfficeArchive(bytes)
    if let type = try archive.part("mimetype") {
      let text = String(decoding: type, as: UTF8.self)
      guard text.hasPrefix(OpenParts.text) else {
        throw OfficeFault(
          "no OpenDocument text but \(text.prefix(60))", "check the text that was made from it")
      }
    }
    if let manifest = try archive.part("META-INF/manifest.xml"),
      String(decoding: manifest, as: UTF8.self).contains("encryption-data")
    {
      throw .locked
    }
    var reader = OpenTextReader()
    try reader.read(try archive.needed("content.xml"))
    var record = ""
    if let meta = try archive.part("meta.xml") { record = try OpenTextReader.record(meta) }
    self = reader.finished(record)
  }
}

/// Reads the content of an OpenDocument text.
private struct OpenTextReader {
  private var builder = PieceBuilder()
  private var notes: [String: String] = [:]
  /// The names of places that have begun; a note has those in which it stands.
  private var bookmarks: Set<String> = []
  /// References to notes as Word has them, which LibreOffice keeps as fields: whose result is none
  /// of the text.
  private var field: String?
  private var isResult = false
  /// Elements without text of the document.
  private static let silent: Set = [
    "tracked-changes", "annotation", "note-citation", "title", "desc", "forms",
    "sequence-decls", "automatic-styles", "object",
  ]

  mutating func read(_ bytes: [UInt8]) throws(OfficeFault) {
    var reader = try PartReader(bytes)
    while let token = try reader.next() {
      switch token {
      case .start(let name, let attributes): try start(name, attributes, &reader)
      case .end(let name): end(name)
      case .text(let text): if field == nil || !isResult { builder.add(text) }
      }
    }
  }

  private mutating func start(
    _ name: String, _ attributes: [String: String], _ reader: inout PartReader
  ) throws(OfficeFault) {
    if Self.silent.contains(name) { return try reader.skip() }
    switch name {
    case "p", "h": builder.beginParagraph()
    case "note":
      let key = attributes["id"] ?? "note \(notes.count)"
      builder.refer(to: key)
      notes[key] = try reader.words(without: Self.silent, blanks: ["s"])
      for name in bookmarks where notes[name] == nil { notes[name] = notes[key] }
    case "bookmark-start": bookmarks.insert(attributes["name"] ?? "")
    case "bookmark-end": bookmarks.remove(attributes["name"] ?? "")
    case "fieldmark-start": isResult = false
    case "param":
      let words = (attributes["value"] ?? "").split(separator: " ")
      if words.first == "NOTEREF", words.count > 1 { field = String(words[1]) }
    case "fieldmark-separator": isResult = true
    case "fieldmark-end":
      if let field { builder.refer(to: field) }
      field = nil
    case "note-ref":
      builder.refer(to: attributes["ref-name"] ?? "")
      try reader.skip()
    case "s":
      let count = attributes["c"].flatMap { Int($0) } ?? 1
      builder.add(String(repeating: " ", count: min(max(count, 1), 100)))
    case "tab", "line-break": builder.add(" ")
    case "table": builder.beginTable()
    case "table-row": builder.beginRow()
    case "table-cell", "covered-table-cell":
      builder.beginCell(count: attributes["number-columns-repeated"].flatMap { Int($0) } ?? 1)
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "p": builder.endParagraph()
    case "h": builder.endParagraph(asHeading: true)
    case "table": builder.endTable()
    default: break
    }
  }

  mutating func finished(_ record: String) -> ReadDocument {
    builder.finished(notes: notes, record: record)
  }

  /// What the document keeps of itself among its properties.
  static func record(_ meta: [UInt8]) throws(OfficeFault) -> String {
    var reader = try PartReader(meta)
    var isRecord = false
    var text = ""
    while let token = try reader.next() {
      switch token {
      case .start(let name, let attributes):
        isRecord = name == "user-defined" && attributes["name"] == ReadDocument.recordName
      case .end: isRecord = false
      case .text(let piece): if isRecord { text += piece }
      }
    }
    return text
  }
}

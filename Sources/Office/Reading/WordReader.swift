import Datasets
public import Documents

extension ReadDocument {
  /// Reads a Word document (`.docx`). What is deleted in it, or moved elsewhere, and comments are not
  /// there.
  ///
  /// - Throws: ``OfficeFault`` where the bytes are none, or no program would have saved them.
  public init(docx bytes: [UInt8]) throws(OfficeFault) {
    let archive = try OfficeArchive(bytes)
    let body = try archive.needed("word/document.xml")
    var reader = WordReader()
    if let notes = try archive.part("word/footnotes.xml") { try reader.readNotes(notes) }
    try reader.read(body)
    var record = ""
    for name in archive.names where name.hasPrefix("customXml/item") && name.hasSuffix(".xml") {
      guard record.isEmpty, !name.contains("Props"), let part = try archive.part(name) else {
        continue
      }
      record = try WordReader.record(part)
    }
    // LibreOffice keeps the properties of an OpenDocument text as those of a Word document.
    if record.isEmpty, let part = try archive.part("docProps/custom.xml") {
      record = try WordReader.property(part)
    }
    self = reader.finished(record)
  }
}

/// Reads the text of a Word document.
private struct WordReader {
  /// A field: an instruction and what it gave last.
  private struct Field {
    var instruction = ""
    var isResult = false

    /// The bookmark that it leads to; of one to text, which has no note in it, none.
    func note(_ notes: [String: String]) -> String? {
      let words = instruction.split(separator: " ").map(String.init)
      guard words.count > 1 else { return nil }
      return words[0] == "NOTEREF" || (words[0] == "REF" && notes[words[1]] != nil)
        ? words[1] : nil
    }
  }

  private var builder = PieceBuilder()
  private var notes: [String: String] = [:]
  private var fields: [Field] = []
  /// The names of places that have begun, by their ids; a note has those in which it stands.
  private var bookmarks: [String: String] = [:]
  private var isHeading = false
  private var isText = false

  /// Elements without text of the document: what is deleted, or is there a second time.
  private static let silent: Set = [
    "del", "moveFrom", "Fallback", "rPr", "tblPr", "tcPr", "trPr", "sectPr", "docPr", "delText",
    "pPrChange",
  ]

  mutating func read(_ bytes: [UInt8]) throws(OfficeFault) {
    var reader = try PartReader(bytes)
    while let token = try reader.next() {
      switch token {
      case .start(let name, let attributes): try start(name, attributes, &reader)
      case .end(let name): end(name)
      case .text(let text): if isText { add(text) }
      }
    }
  }

  private mutating func add(_ text: String) {
    // What a reference to a note shows is its number.
    if fields.contains(where: { $0.isResult && $0.note(notes) != nil }) { return }
    builder.add(text)
  }

  private mutating func start(
    _ name: String, _ attributes: [String: String], _ reader: inout PartReader
  ) throws(OfficeFault) {
    if Self.silent.contains(name) { return try reader.skip() }
    switch name {
    case "p":
      builder.beginParagraph()
      isHeading = false
    case "pStyle":
      let style = attributes["val"] ?? ""
      isHeading = style.hasPrefix("Heading") || style == "Title"
    case "t": isText = true
    case "tab", "br", "cr": add(" ")
    case "noBreakHyphen": add("-")
    case "footnoteReference":
      let id = attributes["id"] ?? ""
      builder.refer(to: id)
      for name in bookmarks.values where notes[name] == nil { notes[name] = notes[id] }
    case "bookmarkStart":
      if let id = attributes["id"], let name = attributes["name"] { bookmarks[id] = name }
    case "bookmarkEnd": bookmarks[attributes["id"] ?? ""] = nil
    case "fldChar": field(attributes["fldCharType"] ?? "")
    case "fldSimple":
      var field = Field()
      field.instruction = attributes["instr"] ?? ""
      if let target = field.note(notes) {
        builder.refer(to: target)
        try reader.skip()
      }
    case "instrText":
      let text = try reader.words(without: Self.silent)
      if let last = fields.indices.last { fields[last].instruction += text }
    case "tbl": builder.beginTable()
    case "tr": builder.beginRow()
    case "tc": builder.beginCell()
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "t": isText = false
    case "p": builder.endParagraph(asHeading: isHeading)
    case "tbl": builder.endTable()
    default: break
    }
  }

  private mutating func field(_ kind: String) {
    switch kind {
    case "begin": fields.append(Field())
    case "separate": if let last = fields.indices.last { fields[last].isResult = true }
    default: if let target = fields.popLast()?.note(notes) { builder.refer(to: target) }
    }
  }

  /// The texts of the notes by their ids.
  mutating func readNotes(_ bytes: [UInt8]) throws(OfficeFault) {
    var reader = try PartReader(bytes)
    while let token = try reader.next() {
      guard case .start("footnote", let attributes) = token, let id = attributes["id"] else {
        continue
      }
      notes[id] = try reader.words(without: Self.silent)
    }
  }

  mutating func finished(_ record: String) -> ReadDocument {
    builder.finished(notes: notes, record: record)
  }

  /// The same among its properties.
  static func property(_ part: [UInt8]) throws(OfficeFault) -> String {
    var reader = try PartReader(part)
    while let token = try reader.next() {
      guard case .start("property", let attributes) = token,
        attributes["name"] == ReadDocument.recordName
      else { continue }
      return try reader.words(without: silent)
    }
    return ""
  }

  /// What the document keeps of itself; empty for a part that is something else.
  static func record(_ part: [UInt8]) throws(OfficeFault) -> String {
    var reader = try PartReader(part)
    while let token = try reader.next() {
      guard case .start(let name, _) = token else { continue }
      return name == "record" ? try reader.words(without: silent) : ""
    }
    return ""
  }
}

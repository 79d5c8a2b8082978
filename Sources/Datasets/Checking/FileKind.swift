/// What a file is instead of a table of CSV in UTF-8, told from its first bytes.
enum FileKind: Equatable {
  case excel, openDocument, archive, oldExcel, pdf, webPage, largeFilePointer, utf16, richText
  case json

  /// Nil where nothing speaks against text.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = Self.ofArchive(bytes)
      return
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .oldExcel
      return
    }
    let start = Self.start(of: bytes)
    if let found = Self.starts.first(where: { start.hasPrefix($0.text) }) {
      self = found.kind
      return
    }
    if start.contains("<!doctype html") || start.contains("<html") {
      self = .webPage
      return
    }
    guard UTF16Text.isIt(bytes) else { return nil }
    self = .utf16
  }

  private static let starts: [(text: String, kind: FileKind)] = [
    ("%pdf", .pdf), ("{\\rtf", .richText), ("version https://git-lfs", .largeFilePointer),
    ("version git-annex", .largeFilePointer), ("<!doctype html", .webPage), ("<html", .webPage),
    ("{\"", .json), ("[{", .json),
  ]

  private static func start(of bytes: [UInt8]) -> String {
    let text = String(decoding: bytes.prefix(300), as: UTF8.self).lowercased()
    return String(text.drop { $0.isWhitespace || $0 == "\u{FEFF}" })
  }

  private static func ofArchive(_ bytes: [UInt8]) -> FileKind {
    guard let names = try? ZipArchive(bytes).names else { return .archive }
    if names.contains(where: { $0.hasPrefix("xl/") }) { return .excel }
    return names.contains("content.xml") ? .openDocument : .archive
  }

  /// To be read after the file's name.
  var words: String {
    switch self {
    case .excel: "an Excel workbook (xlsx)"
    case .openDocument: "an OpenDocument spreadsheet (ods)"
    case .archive: "a zip archive"
    case .oldExcel: "a spreadsheet of old Excel (xls)"
    case .pdf: "a PDF"
    case .webPage: "a web page"
    case .largeFilePointer: "a pointer of Git LFS, not the file"
    case .utf16: "text in UTF-16"
    case .richText: "a document in rich text"
    case .json: "JSON"
    }
  }

  /// What to do, where it is not to save the file in another form.
  var expected: String? {
    switch self {
    case .largeFilePointer: "the file itself: `git lfs pull` fetches it"
    case .webPage: "the file that the page links to"
    case .archive: "the file inside it"
    default: nil
    }
  }
}

/// Text in UTF-16, which spreadsheets write as "Unicode text".
enum UTF16Text {
  /// Whether bytes have its mark, or nearly each second of the first is nought.
  static func isIt(_ bytes: [UInt8]) -> Bool { order(of: bytes) != nil }

  /// The text without its mark; nil where it is no UTF-16.
  static func decoded(_ bytes: [UInt8]) -> String? {
    guard let low = order(of: bytes) else { return nil }
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
    }
    return String(decoding: units.first == 0xFEFF ? units[1...] : units[...], as: UTF16.self)
  }

  /// Which byte of two is the lower one.
  private static func order(of bytes: [UInt8]) -> Int? {
    if bytes.starts(with: [0xFF, 0xFE]) { return 0 }
    if bytes.starts(with: [0xFE, 0xFF]) { return 1 }
    let start = bytes.prefix(200)
    guard start.count >= 8 else { return nil }
    let noughts = [0, 1].map { odd in
      start.enumerated().count { $0.offset % 2 == odd && $0.element == 0 }
    }
    let most = start.count / 2
    if noughts[1] * 10 >= most * 8, noughts[0] == 0 { return 0 }
    return noughts[0] * 10 >= most * 8 && noughts[1] == 0 ? 1 : nil
  }
}

import Datasets

/// The parts of an office document, read within limits: nothing in it can take more memory than a
/// document of some hundred pages.
struct OfficeArchive {
  static let limits = ZipArchive.Limits(files: 4_096, bytes: 32 << 20, ratio: 400)
  /// Elements inside one another.
  static let deepest = 256

  private let archive: ZipArchive

  init(_ bytes: [UInt8]) throws(OfficeFault) {
    // The wrapper that Office puts around what has a password, and around files of before 2007.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw OfficeFault(
        "a document with a password, or one of before 2007",
        "save it without a password as .docx, to check that")
    }
    guard bytes.starts(with: [0x50, 0x4B]) else {
      throw OfficeFault(
        "no office document: it does not begin as one",
        "check the file that the office program saved")
    }
    archive = try Self.opened { () throws(WorkbookFault) in
      try ZipArchive(bytes, limits: Self.limits)
    }
  }

  var names: [String] { archive.names }

  /// What a part holds; nil where there is none of the name.
  func part(_ name: String) throws(OfficeFault) -> [UInt8]? {
    try Self.opened { () throws(WorkbookFault) in try archive.file(name) }
  }

  /// The same of one that every document has.
  func needed(_ name: String) throws(OfficeFault) -> [UInt8] {
    guard let bytes = try part(name) else { throw .missing(name) }
    return bytes
  }

  private static func opened<Value>(
    _ read: () throws(WorkbookFault) -> Value
  ) throws(OfficeFault) -> Value {
    do throws(WorkbookFault) {
      return try read()
    } catch {
      switch error {
      case .encrypted: throw .locked
      case .tooLarge: throw .tooLarge
      default: throw .damaged
      }
    }
  }
}

/// Reads the XML of a part: its elements with how deep they stand.
struct PartReader {
  private var reader: MarkupReader
  private var depth = 0

  init(_ bytes: [UInt8]) throws(OfficeFault) {
    guard !Self.defines(bytes) else { throw .defining }
    reader = MarkupReader(bytes)
  }

  /// Whether XML has a document type, which is where entities come from. Those grow to gigabytes.
  private static func defines(_ bytes: [UInt8]) -> Bool {
    var place = bytes.startIndex
    while let sign = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = bytes[sign...]
      if rest.starts(with: "<!DOCTYPE".utf8) || rest.starts(with: "<!ENTITY".utf8) { return true }
      place = sign + 1
    }
    return false
  }

  mutating func next() throws(OfficeFault) -> MarkupReader.Token? {
    let token: MarkupReader.Token?
    do throws(WorkbookFault) { token = try reader.next() } catch { throw .damaged }
    switch token {
    case .start:
      depth += 1
      guard depth <= OfficeArchive.deepest else { throw .tooDeep }
    case .end: depth -= 1
    case .text: break
    case nil: guard depth == 0 else { throw .damaged }
    }
    return token
  }

  /// All text inside the element that began last, to its end.
  ///
  /// - Parameters:
  ///   - silent: elements whose text is none of it.
  ///   - blanks: elements that stand for a blank.
  mutating func words(
    without silent: Set<String>, blanks: Set<String> = []
  ) throws(OfficeFault) -> String {
    var text = ""
    let outside = depth - 1
    while depth > outside, let token = try next() {
      switch token {
      case .start(let name, _):
        if blanks.contains(name) { text += " " }
        if silent.contains(name) { try skip() }
      case .end: break
      case .text(let piece): text += piece
      }
    }
    return text
  }

  /// Goes on behind the end of the element that began last.
  mutating func skip() throws(OfficeFault) {
    let outside = depth - 1
    while depth > outside {
      guard try next() != nil else { return }
    }
  }
}

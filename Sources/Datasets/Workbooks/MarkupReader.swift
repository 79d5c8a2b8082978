/// Reads the XML of workbooks and documents from left to right: elements by their local names, their attributes,
/// and text. Namespaces are not told apart, and document types, which could define entities, are
/// refused.
package struct MarkupReader {
  package enum Token: Equatable {
    /// An element that begins; one without content ends with the next token.
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var place = 0
  /// The element that the last tag opened and closed at once.
  private var closing: String?

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; nil at the end.
  package mutating func next() throws(WorkbookFault) -> Token? {
    if let name = closing {
      closing = nil
      return .end(name)
    }
    while place < bytes.count {
      if bytes[place] != UInt8(ascii: "<") { return .text(text()) }
      if skips("<?", to: "?>") || skips("<!--", to: "-->") { continue }
      if starts("<![CDATA[") {
        let start = place + 9
        let end = try find("]]>", from: start)
        place = end + 3
        return .text(String(decoding: bytes[start..<end], as: UTF8.self))
      }
      if starts("<!") { throw .damaged }
      return try tag()
    }
    return nil
  }

  private func starts(_ mark: StaticString) -> Bool {
    bytes[place...].starts(with: "\(mark)".utf8)
  }

  private mutating func skips(_ start: StaticString, to end: String) -> Bool {
    guard starts(start) else { return false }
    place = ((try? find(end, from: place)) ?? bytes.count - end.utf8.count) + end.utf8.count
    return true
  }

  private func find(_ mark: String, from start: Int) throws(WorkbookFault) -> Int {
    let mark = Array(mark.utf8)
    var place = start
    while place + mark.count <= bytes.count {
      if bytes[place] == mark[0], bytes[place...].starts(with: mark) { return place }
      place += 1
    }
    throw .damaged
  }

  private mutating func text() -> String {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    return Self.decoded(bytes[start..<place])
  }

  private mutating func tag() throws(WorkbookFault) -> Token {
    place += 1
    let isEnd = place < bytes.count && bytes[place] == UInt8(ascii: "/")
    if isEnd { place += 1 }
    let name = word()
    var attributes: [String: String] = [:]
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: ">"):
        place += 1
        return isEnd ? .end(name) : .start(name, attributes)
      case UInt8(ascii: "/"):
        place += 1
        closing = name
      case 0x20, 0x09, 0x0A, 0x0D: place += 1
      default:
        closing = nil
        let key = word()
        guard !key.isEmpty, let value = value() else { throw .damaged }
        if attributes[key] == nil { attributes[key] = value }
      }
    }
    throw .damaged
  }

  /// A name without its prefix.
  private mutating func word() -> String {
    var start = place
    while place < bytes.count, !Self.ends.contains(bytes[place]) {
      if bytes[place] == UInt8(ascii: ":") { start = place + 1 }
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private static let ends: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x2F, 0x3D, 0x3E, 0x3C]

  private mutating func value() -> String? {
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "=") else { return nil }
    place += 1
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    guard place < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[place]),
      let end = bytes[(place + 1)...].firstIndex(of: bytes[place])
    else { return nil }
    let value = Self.decoded(bytes[(place + 1)..<end])
    place = end + 1
    return value
  }

  /// Text with its entities as what they stand for.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("&") else { return text }
    var decoded = ""
    for (place, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
      guard place > 0, let end = part.firstIndex(of: ";"),
        let scalar = scalar(part[..<end])
      else {
        decoded += (place > 0 ? "&" : "") + part
        continue
      }
      decoded.unicodeScalars.append(scalar)
      decoded += part[part.index(after: end)...]
    }
    return decoded
  }

  private static func scalar(_ name: Substring) -> UnicodeScalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return value.flatMap(UnicodeScalar.init)
    }
  }
}

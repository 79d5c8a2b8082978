extension ReadDocument {
  /// Reads a page of HTML as it was saved by whatever program. Nothing in it is fetched or run.
  public init(html text: String) {
    var reader = PageReader()
    var scanner = HTMLText(text)
    while let token = scanner.next() { reader.take(token) }
    self = reader.finished()
  }
}

/// The tags and texts of HTML, from left to right; what is no tag is text.
struct HTMLText {
  enum Token {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var place = 0
  /// The element whose content is no markup and no text of the page.
  private var raw: String?

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func next() -> Token? {
    while place < bytes.count {
      if let name = raw {
        skip(past: "</\(name)")
        raw = nil
        skip(past: ">")
        return .end(name)
      }
      guard bytes[place] == UInt8(ascii: "<") else { return .text(text()) }
      if starts("<!--") {
        skip(past: "-->")
      } else if starts("<!") || starts("<?") {
        skip(past: ">")
      } else if let tag = tag() {
        if case .start(let name, _) = tag, ["script", "style"].contains(name) { raw = name }
        return tag
      } else {
        place += 1
        return .text("<")
      }
    }
    return nil
  }

  private func starts(_ mark: String) -> Bool {
    bytes[place...].starts(with: mark.utf8)
  }

  private mutating func skip(past mark: String) {
    let mark = Array(mark.utf8)
    while place < bytes.count {
      let end = place + mark.count
      if end <= bytes.count,
        zip(bytes[place..<end], mark).allSatisfy({ Self.lowered($0) == $1 })
      {
        place = end
        return
      }
      place += 1
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  private mutating func text() -> String {
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
    return Self.decoded(bytes[start..<place])
  }

  /// A tag; nil where a sign is none.
  private mutating func tag() -> Token? {
    var end = place + 1
    let isEnd = end < bytes.count && bytes[end] == UInt8(ascii: "/")
    if isEnd { end += 1 }
    let start = end
    while end < bytes.count, Self.isName(bytes[end]) { end += 1 }
    guard end > start else { return nil }
    let name = String(decoding: bytes[start..<end].map(Self.lowered), as: UTF8.self)
    place = end
    var attributes: [String: String] = [:]
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      let start = place
      while place < bytes.count, Self.isName(bytes[place]) { place += 1 }
      guard place > start else {
        place += 1
        continue
      }
      let key = String(decoding: bytes[start..<place].map(Self.lowered), as: UTF8.self)
      attributes[key] = value() ?? ""
    }
    place = min(place + 1, bytes.count)
    return isEnd ? .end(name) : .start(name, attributes)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    let letter = lowered(byte)
    return (0x61...0x7A).contains(letter) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }

  private mutating func value() -> String? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return nil }
    place += 1
    guard place < bytes.count else { return nil }
    let quote = bytes[place]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = place + 1
      let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      place = min(end + 1, bytes.count)
      return Self.decoded(bytes[start..<end])
    }
    let start = place
    while place < bytes.count, bytes[place] > 0x20, bytes[place] != UInt8(ascii: ">") { place += 1 }
    return Self.decoded(bytes[start..<place])
  }

  /// Text with its entities as what they stand for; none stands for more than a letter.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var decoded = ""
    for (place, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
      guard place > 0 else {
        decoded += part
        continue
      }
      if let end = part.prefix(12).firstIndex(of: ";"), let letter = entity(part[..<end]) {
        decoded += letter + part[part.index(after: end)...]
      } else {
        decoded += "&" + part
      }
    }
    return decoded
  }

  private static let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "pound": "\u{A3}",
    "euro": "\u{20AC}", "minus": "\u{2212}", "ndash": "\u{2013}", "mdash": "\u{2014}",
    "hellip": "\u{2026}", "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}",
    "rdquo": "\u{201D}", "middot": "\u{B7}", "bull": "\u{2022}", "times": "\u{D7}",
  ]

  /// What an entity stands for, by its name without its signs; nil for one that is not known.
  static func entity(_ name: Substring) -> String? {
    guard name.hasPrefix("#") else { return names[String(name)] }
    let digits = name.dropFirst()
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    return (isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits))
      .flatMap(UnicodeScalar.init).map { String(Character($0)) }
  }
}

/// Puts a page's pieces together.
private struct PageReader {
  private var builder = PieceBuilder()
  /// Elements whose text is not read, one inside another.
  private var skipped: [String] = []
  /// The notes by their ids, and the one that is being read.
  private var notes: [String: String] = [:]
  private var note: String?
  private var record = ""
  private var isInTable = 0
  private var isHeading = false

  /// What is not text of the page, or is struck out.
  private static let silent: Set = [
    "script", "style", "title", "template", "noscript", "svg", "del", "s", "strike", "nav",
  ]
  /// What begins a paragraph.
  private static let blocks: Set = [
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "div", "section",
    "header", "footer", "blockquote", "pre", "dt", "dd", "br", "body", "main", "article",
  ]

  mutating func take(_ token: HTMLText.Token) {
    switch token {
    case .start(let name, let attributes): start(name, attributes)
    case .end(let name): end(name)
    case .text(let text):
      guard skipped.isEmpty else { return }
      if let note { notes[note, default: ""] += text } else { add(text) }
    }
  }

  private mutating func add(_ text: String) {
    let isBlank = text.allSatisfy(\.isWhitespace)
    if !builder.isInParagraph {
      guard !isBlank else { return }
      builder.beginParagraph()
    }
    builder.add(text)
  }

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    if name == "meta", attributes["name"] == Record.name { record = attributes["content"] ?? "" }
    if Self.silent.contains(name) {
      skipped.append(name)
      return
    }
    guard skipped.isEmpty else { return }
    let id = attributes["id"] ?? ""
    if name == "li", id.hasPrefix("note-") {
      close()
      note = id
      notes[id] = ""
    } else if name == "a", let target = attributes["href"], target.hasPrefix("#note-") {
      if !builder.isInParagraph { builder.beginParagraph() }
      builder.refer(to: String(target.dropFirst()))
      // The number that is read there.
      skipped.append("a")
    } else if name == "table" {
      close()
      builder.beginTable()
      isInTable += 1
    } else if name == "tr", isInTable > 0 {
      close()
      builder.beginRow()
    } else if name == "td" || name == "th", isInTable > 0 {
      close()
      builder.beginCell()
      builder.beginParagraph()
    } else if Self.blocks.contains(name) {
      close()
      isHeading = name.count == 2 && name.hasPrefix("h") && name != "hr"
    }
  }

  private mutating func end(_ name: String) {
    if let last = skipped.last {
      if last == name { skipped.removeLast() }
      return
    }
    if name == "li" { note = nil }
    if name == "table", isInTable > 0 {
      close()
      builder.endTable()
      isInTable -= 1
    } else if Self.blocks.contains(name) || name == "td" || name == "th" {
      close()
      isHeading = false
    }
  }

  private mutating func close() {
    if builder.isInParagraph { builder.endParagraph(asHeading: isHeading) }
  }

  mutating func finished() -> ReadDocument {
    close()
    return builder.finished(notes: notes, record: record)
  }
}

import Frames

/// What cairo 1.16 leaves out of a PDF with structure, added behind its end as an update: that it is
/// tagged, its language, that its title is shown, alternative texts of figures, what the headings of
/// tables are of, and the same as metadata. What cannot be read is left as it is.
struct PDFUpdate {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// - Parameters:
  ///   - alternatives: of the figures, in their order.
  ///   - language: as BCP 47 names it.
  func tagged(
    title: String, language: String, alternatives: [String]
  ) -> [UInt8] {
    guard let table = crossReferences, let catalog = object(table.root, table) else { return bytes }
    var updated = bytes
    var places: [(number: Int, place: Int)] = []
    func add(_ number: Int, _ text: String) {
      places.append((number, updated.count))
      updated += Array("\(number) 0 obj\n\(text)\nendobj\n".utf8)
    }
    var left = alternatives[...]
    for number in table.places.indices where number != table.root {
      guard let text = object(number, table), text.hasPrefix("<< /Type /StructElem") else {
        continue
      }
      if text.contains("/S /Figure"), let alternative = left.popFirst() {
        add(number, opened(text) + "   /Alt <\(Self.hexadecimal(alternative))>\n>>")
      } else if text.contains("/S /TH") {
        add(number, opened(text) + "   /A << /O /Table /Scope /Column >>\n>>")
      }
    }
    let metadata = table.places.count
    let words = Self.metadata(title, language)
    add(
      metadata,
      "<< /Type /Metadata /Subtype /XML /Length \(words.utf8.count) >>\nstream\n\(words)\nendstream"
    )
    add(
      table.root,
      opened(catalog)
        + "   /MarkInfo << /Marked true >>\n   /Lang (\(language.filter(\.isASCII)))\n"
        + "   /ViewerPreferences << /DisplayDocTitle true >>\n   /Metadata \(metadata) 0 R\n>>")
    let list = updated.count
    var text = "xref\n"
    for (number, place) in places.sorted(by: { $0.number < $1.number }) {
      let digits = String(place)
      text +=
        "\(number) 1\n" + String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text +=
      "trailer\n<< /Size \(metadata + 1)\n   /Root \(table.root) 0 R\n   /Info \(table.info) 0 R\n"
    text += "   /Prev \(table.start)\n>>\nstartxref\n\(list)\n%%EOF\n"
    return updated + Array(text.utf8)
  }

  private struct CrossReferences {
    /// Where each object begins, by its number.
    var places: [Int]
    var root, info, start: Int
  }

  /// The table at the end, in the one form in which cairo writes it.
  private var crossReferences: CrossReferences? {
    let tail = String(decoding: bytes.suffix(1024), as: UTF8.self)
    guard let start = number(after: "startxref\n", in: tail),
      let root = number(after: "/Root ", in: tail),
      let info = number(after: "/Info ", in: tail), start < bytes.count
    else { return nil }
    let text = String(decoding: bytes[start...], as: UTF8.self)
    let lines = text.split(separator: "\n")
    guard lines.first == "xref", lines.count > 2,
      let count = lines[1].split(separator: " ").last.flatMap({ Int($0) }), lines.count > count + 2
    else { return nil }
    let places = lines[2..<(count + 2)].map { Int($0.prefix(10)) ?? 0 }
    guard places.indices.contains(root) else { return nil }
    return CrossReferences(places: Array(places), root: root, info: info, start: start)
  }

  private func number(after word: String, in text: String) -> Int? {
    let parts = text.split(separator: word, omittingEmptySubsequences: false)
    guard parts.count > 1, let part = parts.last else { return nil }
    return Int(part.prefix { $0.isNumber })
  }

  /// What an object holds, as text; nil for one with a stream.
  private func object(_ number: Int, _ table: CrossReferences) -> String? {
    let place = table.places[number]
    guard place > 0, place < bytes.count else { return nil }
    let head = Array("\(number) 0 obj\n".utf8)
    guard bytes[place...].starts(with: head) else { return nil }
    var end = place + head.count
    let mark = Array("endobj".utf8)
    // Structure is short; a long object is a stream.
    let limit = min(bytes.count, end + 20_000)
    while end < limit {
      if bytes[end] == mark[0], bytes[end...].starts(with: mark) {
        return String(decoding: bytes[(place + head.count)..<end], as: UTF8.self)
      }
      end += 1
    }
    return nil
  }

  /// A dictionary without its end.
  private func opened(_ text: String) -> String {
    guard let end = text.lastIndex(of: ">") else { return text }
    return String(text[..<text.index(before: end)])
  }

  /// Text as PDF has it beyond ASCII: UTF-16 with its mark.
  private static func hexadecimal(_ text: String) -> String {
    "FEFF"
      + neutralised(text).utf16.map { unit in
        let digits = String(unit, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
  }

  private static func metadata(_ title: String, _ language: String) -> String {
    "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
      + "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      + "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><dc:title><rdf:Alt><rdf:li "
      + "xml:lang=\"x-default\">\(markup(title))</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag>"
      + "<rdf:li>\(markup(language))</rdf:li></rdf:Bag></dc:language>"
      + "<pdf:Producer>cairo</pdf:Producer></rdf:Description></rdf:RDF></x:xmpmeta>\n"
      + "<?xpacket end=\"r\"?>"
  }
}

/// An element of markup with its attributes and the raw text in it.
struct Element {
  var attributes: [String: String]
  var content: String
}

/// Every element of a name that holds no other element.
func elements(_ name: String, of markup: String) -> [Element] {
  markup.split(separator: "\n").compactMap { line in
    guard line.hasPrefix("<\(name) "), let end = line.firstIndex(of: ">"),
      let close = line.range(of: "</\(name)>")
    else { return nil }
    var attributes: [String: String] = [:]
    for part in line[..<end].split(separator: "\" ") {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      let key = pair[0].split(separator: " ").last.map(String.init) ?? ""
      attributes[key] = pair[1].filter { $0 != "\"" }
    }
    return Element(
      attributes: attributes, content: String(line[line.index(after: end)..<close.lowerBound]))
  }
}

extension Substring {
  fileprivate func range(of part: String) -> Range<Substring.Index>? { firstRange(of: part) }
}

/// What makes a text no XML.
struct IllFormed: Error { var why: String }

/// The names of elements in order, those that follow their own kind left out; throws where tags do
/// not balance, or a character may not stand where it does.
func wellFormed(_ text: String) throws -> [String] {
  var open: [String] = []
  var names: [String] = []
  var rest = text[...]
  if rest.hasPrefix("<?xml") || rest.hasPrefix("<!DOCTYPE") {
    rest = rest[(rest.firstIndex(of: ">") ?? rest.startIndex)...].dropFirst()
  }
  for scalar in rest.unicodeScalars {
    let value = scalar.value
    guard value >= 0x20 || value == 0x0A, value != 0xFFFE, value != 0xFFFF else {
      throw IllFormed(why: "U+\(String(value, radix: 16))")
    }
  }
  while let start = rest.firstIndex(of: "<") {
    try checkEntities(rest[..<start])
    guard let end = rest[start...].firstIndex(of: ">") else { throw IllFormed(why: "open tag") }
    let tag = rest[rest.index(after: start)..<end]
    guard !tag.contains("<") else { throw IllFormed(why: "< in \(tag)") }
    guard tag.filter({ $0 == "\"" }).count % 2 == 0 else { throw IllFormed(why: "quotes: \(tag)") }
    try checkEntities(tag)
    if tag.hasPrefix("/") {
      let closed = open.popLast()
      guard closed.map({ tag.dropFirst() == $0[...] }) == true else {
        throw IllFormed(why: "</\(tag)> closes \(closed ?? "nothing")")
      }
    } else {
      let name = String(tag.prefix { $0 != " " && $0 != "/" })
      if names.last != name { names.append(name) }
      if !tag.hasSuffix("/"), name != "meta" { open.append(name) }
    }
    rest = rest[rest.index(after: end)...]
  }
  guard open.isEmpty else { throw IllFormed(why: "left open: \(open)") }
  return names
}

private func checkEntities(_ text: Substring) throws {
  for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
    let name = part.prefix { $0 != ";" }
    guard ["amp", "lt", "gt", "quot", "#39"].contains(name) else {
      throw IllFormed(why: "&\(name)")
    }
  }
}

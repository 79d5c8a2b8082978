/// The name under which a file was published, as a person reads it.
enum FileName {
  /// The last part of a path, with its escapes as what they stand for: `%20`, and `_20` where a
  /// name has it for its blanks.
  static func readable(_ path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    // A name that was escaped twice has %2520.
    for _ in 0..<3 {
      let decoded = percentDecoded(name)
      if decoded == name { break }
      name = decoded
    }
    name = withoutIdentifiers(name)
    return hasEscapedBlanks(name) ? name.replacing("_20", with: " ") : name
  }

  /// Without what a program gives files to tell them apart, a UUID: its digits are no month.
  private static func withoutIdentifiers(_ name: String) -> String {
    let bytes = Array(name.utf8)
    let (length, hyphens) = (36, [8, 13, 18, 23])
    var kept: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let isOne =
        place + length <= bytes.count
        && (0..<length).allSatisfy { offset in
          let byte = bytes[place + offset]
          return hyphens.contains(offset)
            ? byte == UInt8(ascii: "-") : digit(byte) != nil
        }
      kept.append(isOne ? UInt8(ascii: " ") : bytes[place])
      place += isOne ? length : 1
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func percentDecoded(_ name: String) -> String {
    let bytes = Array(name.utf8)
    var decoded: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.count,
        let high = digit(bytes[place + 1]), let low = digit(bytes[place + 2])
      {
        decoded.append(high << 4 | low)
        place += 3
      } else {
        decoded.append(bytes[place])
        place += 1
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// Whether `_20` stands for a blank: behind it begins a word. A month alone would not tell, as
  /// `_20May` may be the 20th.
  private static func hasEscapedBlanks(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: "_20", omittingEmptySubsequences: false)
      .dropFirst().map { $0.prefix { $0.isLetter } }
    let starts = words.filter { !$0.isEmpty && $0 != "th" }
    return starts.count > 1 || starts.contains { Month.number(named: String($0)) == nil }
  }
}

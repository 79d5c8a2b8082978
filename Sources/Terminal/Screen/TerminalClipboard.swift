/// The sequence by which a terminal is given text for the clipboard (OSC 52), wrapped for what
/// stands between.
public enum TerminalClipboard {
  /// Bytes of text that terminals take: many drop more than 100,000 characters of base 64.
  public static let largest = 74_994

  /// What to send, by the variables `TMUX` and `TERM`; nil for a longer text.
  public static func sequence(for text: String, environment: [String: String]) -> String? {
    guard text.utf8.count <= largest else { return nil }
    let start = "\u{1B}]52;c;"
    let body = base64(Array(text.utf8))
    let end = "\u{1B}\\"
    if !environment["TMUX", default: ""].isEmpty {
      // Which of the two tmux heeds depends on its settings: passing on what is wrapped, or taking
      // the text itself. Taken twice it is the same text.
      let plain = start + body + end
      return "\u{1B}Ptmux;" + plain.replacing("\u{1B}", with: "\u{1B}\u{1B}") + end + plain
    }
    if environment["TERM", default: ""].hasPrefix("screen") {
      // screen passes on strings of at most 768 bytes, and ends one at the first ESC \: so the
      // sequence goes in pieces, and ends in a bell.
      return (start + body + "\u{7}").pieces(of: 700).map { "\u{1B}P" + $0 + end }.joined()
    }
    return start + body + end
  }

  /// RFC 4648, with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = bytes[start..<min(start + 3, bytes.count)]
      let bits = part.reduce(0) { $0 << 8 | UInt32($1) } << UInt32((3 - part.count) * 8)
      for place in 0..<4 {
        let index = Int(bits >> UInt32(18 - place * 6) & 63)
        text.append(place <= part.count ? letters[index] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension String {
  /// The text in pieces of at most so many bytes; it is ASCII.
  fileprivate func pieces(of length: Int) -> [String] {
    let bytes = Array(utf8)
    return stride(from: 0, to: bytes.count, by: length).map {
      String(decoding: bytes[$0..<min($0 + length, bytes.count)], as: UTF8.self)
    }
  }
}

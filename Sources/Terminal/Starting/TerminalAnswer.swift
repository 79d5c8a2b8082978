import CTerminal

/// What a terminal says of itself when it is asked, before any screen is open.
public struct TerminalAnswer: Equatable, Sendable {
  /// Whether it draws pictures as sixels (4 among its attributes), or by kitty's protocol.
  public let drawsSixels, drawsByKitty: Bool

  init(answer: String) {
    let escape = "\u{1B}"
    let description = answer.range(after: escape + "[?").map { answer[$0...].prefix { $0 != "c" } }
    drawsSixels = description?.split(separator: ";").dropFirst().contains("4") ?? false
    drawsByKitty = answer.contains("_Gi=31;OK")
  }

  /// Asks; nil where there is no terminal, or it does not answer in time.
  @MainActor public static func asked() -> TerminalAnswer? {
    var answer = [CChar](repeating: 0, count: 1024)
    // One pixel, which is not shown: a terminal that knows the protocol says whether it could.
    let question = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"
    let heard = unsafe answer.withUnsafeMutableBufferPointer { buffer in
      unsafe cc_query(question, 300, buffer.baseAddress, Int32(buffer.count))
    }
    guard heard else { return nil }
    let bytes = answer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return TerminalAnswer(answer: String(decoding: bytes, as: UTF8.self))
  }

  /// The name and version of curses.
  @MainActor public static var curses: String { unsafe String(cString: cc_curses_version()) }
}

extension String {
  /// Where what follows the first such text begins.
  fileprivate func range(after text: String) -> Index? {
    let (all, part) = (Array(utf8), Array(text.utf8))
    guard all.count >= part.count else { return nil }
    let place = (0...(all.count - part.count)).first {
      all[$0..<($0 + part.count)].elementsEqual(part)
    }
    return place.map { utf8.index(startIndex, offsetBy: $0 + part.count) }
  }
}

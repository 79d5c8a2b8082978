/// A script of keys that has been read and checked.
public struct Tape: Equatable, Sendable {
  let commands: [Command]
  /// The paths of the tapes that it has taken in.
  public let sources: [String]
  /// What is accepted and does nothing, or not what one might think.
  public let warnings: [Remark]
  /// The size of the screen before the first action.
  let size: ScreenSize

  /// How many commands there are, those of tapes that were taken in among them.
  public var count: Int { commands.count }

  /// The paths that it writes to, as it has them, in the order of its commands.
  public var outputs: [String] {
    commands.compactMap { command in
      switch command.step {
      case .output(let path), .screenshot(let path), .state(let path): path.text
      default: nil
      }
    }
  }

  /// Reads a tape.
  /// - Parameters:
  ///   - rules: what is allowed, and how other tapes are read.
  ///   - bytes: its contents, UTF-8.
  ///   - file: its path as messages name it.
  /// - Throws: `.malformed` with every defect.
  public init(_ bytes: [UInt8], file: String, rules: TapeRules) throws(TapeError) {
    let text: String
    do throws(Unreadable) {
      text = try decoded(bytes, file: file)
    } catch {
      let line = 1 + bytes[..<Self.firstFault(bytes)].count { $0 == UInt8(ascii: "\n") }
      throw .malformed(
        [Remark(file: file, place: Place(line: line, column: 1), text: error.reason)])
    }
    var parser = Parser(text, file: file, rules: rules)
    parser.parse()
    guard parser.defects.isEmpty else { throw .malformed(parser.defects) }
    commands = parser.commands
    sources = parser.sources
    warnings = parser.warnings
    var size = rules.size
    for command in commands { if case .set(let setting) = command.step { size.apply(setting) } }
    self.size = size
  }

  /// The first byte of the first line that is not UTF-8.
  private static func firstFault(_ bytes: [UInt8]) -> Int {
    var start = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: line, as: UTF8.self) == nil { return line.startIndex }
      start = line.endIndex
    }
    return start
  }
}

/// A tape's text. A mark of byte order before it is left out.
func decoded(_ bytes: [UInt8], file: String) throws(Unreadable) -> String {
  guard let text = String(validating: bytes, as: UTF8.self) else {
    throw Unreadable(reason: "not UTF-8")
  }
  return text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
}

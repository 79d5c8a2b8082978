import CTerminal

/// Lines of standard input, one after the other, and what comes between them. One may exist.
public struct LineInput: ~Copyable {
  public enum Item: Equatable, Sendable {
    /// Without its end; what is not UTF-8 is replaced.
    case line(String)
    /// A line of more than ``longest`` bytes, which are dropped.
    case tooLong
    /// ctrl+c.
    case interrupted
    /// The end of a pipe or a file, ctrl+d, or a terminal that is gone. A terminal may go on.
    case ended
  }

  /// Bytes of the longest line.
  public static let longest = 1 << 16

  private var bytes: [UInt8] = []
  private var isTooLong = false
  /// Whether no line has come yet: before the first one Windows' editor puts a byte order mark.
  private var isFirst = true
  /// Whether the end has come behind a line without one.
  private var hasEnded = false

  /// - Parameter takesInterrupts: whether ctrl+c is an item and does not end the process.
  public init(takesInterrupts: Bool) {
    if takesInterrupts { cc_watch_interrupts() }
  }

  /// Waits for the next item.
  public mutating func next() -> Item {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        defer { bytes.removeFirst(end + 1) }
        return line(bytes[..<end])
      }
      if hasEnded {
        hasEnded = false
        return .ended
      }
      if bytes.count > Self.longest {
        isTooLong = true
        bytes = []
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = unsafe buffer.withUnsafeMutableBufferPointer {
        unsafe cc_read_input($0.baseAddress, Int32($0.count))
      }
      switch count {
      case 1...: bytes += buffer.prefix(Int(count))
      case 0 where bytes.isEmpty && !isTooLong: return .ended
      case 0:
        // On a terminal ctrl+d behind letters sends them; at the end of a file it is the last line.
        hasEnded = true
        defer { bytes = [] }
        return line(bytes[...])
      default:
        // The terminal has dropped what was typed as well.
        (bytes, isTooLong) = ([], false)
        return .interrupted
      }
    }
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) -> Item {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = isFirst && bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes
    isFirst = false
    defer { isTooLong = false }
    guard !isTooLong, bytes.count <= Self.longest else { return .tooLong }
    return .line(
      String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self))
  }
}

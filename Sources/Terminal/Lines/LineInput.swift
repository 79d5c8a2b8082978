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

  /// Whether lines are edited with the system's readline, which prints the prompt itself.
  public let isEdited: Bool

  /// - Parameters:
  ///   - takesInterrupts: whether ctrl+c is an item and does not end the process.
  ///   - edits: whether a line can be edited, and those before it called back, where the system has
  ///     readline or libedit.
  public init(takesInterrupts: Bool, edits: Bool = false) {
    if takesInterrupts { cc_watch_interrupts() }
    isEdited = edits && cc_can_edit()
  }

  /// Waits for the next item.
  ///
  /// - Parameter prompt: what stands before the line where it is edited.
  public mutating func next(prompt: String = "") -> Item {
    if isEdited { return edited(prompt) }
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

  private mutating func edited(_ prompt: String) -> Item {
    var buffer = [UInt8](repeating: 0, count: Self.longest + 1)
    let count = unsafe buffer.withUnsafeMutableBufferPointer { buffer in
      unsafe prompt.withCString { unsafe cc_edit_line($0, buffer.baseAddress, Int32(buffer.count)) }
    }
    switch count {
    case 0...: return line(buffer[..<Int(count)])
    case -1: return .interrupted
    default: return .ended
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

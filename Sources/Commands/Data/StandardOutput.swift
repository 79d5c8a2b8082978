#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Standard output as the commands of data see it.
enum StandardOutput {
  /// Columns of the terminal; nil where standard output is none.
  static var width: Int? {
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// Whether a person can be asked: what is typed and what is printed are of a terminal.
  static var isDialogue: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Says on standard error, where that is a terminal, how far something is: at most a hundred
  /// times, on one line that is cleared at the end.
  static func progress(_ what: String) -> (Int, Int) -> Void {
    guard isatty(STDERR_FILENO) == 1 else { return { _, _ in } }
    return { done, all in
      guard all > 20, done == all || done % max(1, all / 100) == 0 else { return }
      let text = done == all ? "\r\u{1B}[K" : "\r\(done) of \(all) \(what)"
      let bytes = Array(text.utf8)
      _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
  }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How far a batch is, on standard error where that is a terminal and the answers go elsewhere.
struct Progress {
  private let isShown = isatty(STDERR_FILENO) == 1 && isatty(STDOUT_FILENO) == 0
  private let start = ContinuousClock.now
  private var due = ContinuousClock.now + .seconds(1)
  private var hasTold = false

  /// So many lines are done. Told once in a second.
  mutating func tell(_ count: Int) {
    // The clock is not asked for each line.
    guard isShown, count % 16 == 0, ContinuousClock.now >= due else { return }
    due = .now + .seconds(1)
    hasTold = true
    let (seconds, _) = start.duration(to: .now).components
    say("\r\(count) lines, \(count / max(Int(seconds), 1)) a second ")
  }

  /// Nothing of it stays.
  mutating func end() {
    if hasTold { say("\r\u{1B}[K") }
    hasTold = false
  }

  private func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

import Dashboard
import Frames
import Store
import Synchronization
import Tapes
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A session on its way into a cast: each frame is appended to the file soon after it was shown, so
/// that whatever ends the program, the file plays up to there. Painting and writing are done on a
/// queue of their own; no key waits for a disk.
final class Recording: Sendable {
  private let file: OutputFile
  private let version: CastVersion
  private let waker: Waker
  private let queue = WorkQueue()
  private let shared = Mutex(Shared())
  /// Touched on the queue alone.
  private let tape: Mutex<Tape>

  /// What the loop and the queue both look at.
  private struct Shared {
    var waiting: [(frame: Frame, time: Duration)] = []
    var isScheduled = false
    var actions: [Action] = []
  }

  private struct Tape {
    var cast = Cast(title: "digigov")
    let descriptor: Int32
    /// Whether the file can be cut and replaced, as a pipe cannot.
    let isOurs: Bool
    /// What has been written whole, in bytes.
    var length = 0
    /// The lines after the header where that is replaced at the end.
    var lines: [UInt8] = []
    var failure: WholeFile.Failure?
  }

  /// Frames that a file in trouble has not taken yet are kept up to so many; then the last of them
  /// gives its place to the next.
  private static let mostWaiting = 64

  /// Puts an empty file there.
  init(_ file: OutputFile, _ version: CastVersion, waker: Waker) throws(CommandFailure) {
    self.file = file
    self.version = version
    self.waker = waker
    let descriptor = try file.opened()
    // What was open before may hold more than ours.
    let isOurs = if case .file = file.place { true } else { false }
    tape = Mutex(Tape(descriptor: descriptor, isOurs: isOurs))
    guard isatty(descriptor) == 0 else {
      close(descriptor)
      throw CommandFailure(
        code: 2, message: "\(neutralised(file.path)) is a terminal; --record needs a file or a pipe"
      )
    }
  }

  /// A frame that is shown from a time on.
  func show(_ frame: Frame, at time: Duration) {
    let mustSchedule = shared.withLock { shared in
      if shared.waiting.count >= Self.mostWaiting { shared.waiting.removeLast() }
      shared.waiting.append((frame, time))
      defer { shared.isScheduled = true }
      return !shared.isScheduled
    }
    if mustSchedule { queue.async { [self] in append() } }
  }

  /// What there is to say since the last time.
  func gather() -> [Action] {
    shared.withLock { shared in
      defer { shared.actions = [] }
      return shared.actions
    }
  }

  /// Ends the cast and closes its file.
  func end(at time: Duration) throws(CommandFailure) {
    queue.sync { [self] in
      append()
      tape.withLock { tape in
        tape.cast.end(at: time)
        write(&tape)
        finish(&tape)
      }
    }
    let (failure, length) = tape.withLock { ($0.failure, $0.length) }
    if let failure {
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(file.path)): \(failure.reason); the recording ends there, after "
          + "\(length) bytes")
    }
  }

  private func append() {
    let waiting = shared.withLock { shared in
      defer { (shared.waiting, shared.isScheduled) = ([], false) }
      return shared.waiting
    }
    tape.withLock { tape in
      guard tape.failure == nil else { return }
      for (frame, time) in waiting { tape.cast.show(frame, at: time) }
      write(&tape)
      guard let failure = tape.failure else { return }
      shared.withLock {
        $0.actions.append(
          .told(
            "The recording stops here: \(failure.reason). What came before is in \(file.path)."))
      }
      waker.wake()
    }
  }

  /// Writes whole lines, at once where the file takes them.
  private func write(_ tape: inout Tape) {
    guard tape.failure == nil else { return }
    let bytes = Array(tape.cast.taken(version).utf8)
    if version == .two, tape.isOurs {
      let isFirst = tape.lines.isEmpty && tape.length == 0
      tape.lines += isFirst ? bytes.drop { $0 != UInt8(ascii: "\n") }.dropFirst() : bytes[...]
    }
    do throws(WholeFile.Failure) {
      try WholeFile.append(bytes[...], to: tape.descriptor)
      tape.length += bytes.count
    } catch {
      tape.failure = error
      // A line of which only half has found room would spoil the rest.
      if tape.isOurs { ftruncate(tape.descriptor, off_t(tape.length)) }
    }
  }

  /// The header of the second version says how long the session lasted.
  private func finish(_ tape: inout Tape) {
    defer { close(tape.descriptor) }
    guard tape.failure == nil, tape.isOurs else { return }
    do throws(WholeFile.Failure) {
      if version == .two, case .file(let file) = file.place {
        try WholeFile.replace(file.path, with: Array(tape.cast.header(version).utf8) + tape.lines)
      } else if fsync(tape.descriptor) != 0 {
        throw WholeFile.Failure()
      }
    } catch {
      tape.failure = error
    }
  }
}

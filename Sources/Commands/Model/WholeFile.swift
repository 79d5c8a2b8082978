#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Files read and written in one piece.
enum WholeFile {
  /// Why the system refused.
  struct Failure: Error {
    let reason: String

    /// The system's words for its last error.
    init() { reason = unsafe String(cString: strerror(errno)) }
    init(reason: String) { self.reason = reason }
  }

  /// A scenario is never longer.
  private static let largest = 16 << 20

  static func bytes(of path: String) throws(Failure) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { throw Failure() }
    defer { close(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe part.withUnsafeMutableBytes {
        unsafe read(file, $0.baseAddress, $0.count)
      }
      guard count >= 0 else { throw Failure() }
      if count == 0 { return bytes }
      bytes += part[..<count]
      guard bytes.count <= largest else { throw Failure(reason: "larger than 16 MB") }
    }
  }

  /// Puts a file in place of what was there: a temporary file beside it, synced, then renamed, so
  /// that there is never half a file. What is not a regular file, a pipe say, is written to.
  static func replace(_ path: String, with bytes: [UInt8]) throws(Failure) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      try write(bytes, to: unsafe open(path, O_WRONLY))
      return
    }
    let temporary = "\(path).\(getpid()).part"
    do throws(Failure) {
      try write(bytes, to: unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o666))
      guard unsafe rename(temporary, path) == 0 else { throw Failure() }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  /// Writes all, syncs and closes.
  private static func write(_ bytes: [UInt8], to file: Int32) throws(Failure) {
    guard file >= 0 else { throw Failure() }
    var rest = bytes[...]
    var failure: Failure?
    while failure == nil, !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Self.write(file, $0.baseAddress, $0.count)
      }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { failure = Failure() }
    }
    // A pipe cannot be synced; that is no failure.
    if failure == nil, fsync(file) != 0, errno != EINVAL, errno != EROFS { failure = Failure() }
    if close(file) != 0, failure == nil { failure = Failure() }
    if let failure { throw failure }
  }

  private static func write(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    unsafe Glibc.write(file, bytes, count)
    #else
    unsafe Darwin.write(file, bytes, count)
    #endif
  }

  /// Writes to standard output at once, so that a reader of a batch sees each answer.
  static func print(_ text: String) throws(CommandFailure) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw CommandFailure(code: 1, message: "standard output: \(Failure().reason)")
      }
    }
  }
}

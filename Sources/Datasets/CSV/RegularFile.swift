#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads whole files; pipes, devices and directories are refused rather than waited for.
enum RegularFile {
  /// Why a file could not be read.
  enum Refusal: Error {
    case missing
    case notAFile
    case unreadable(reason: String)
    case tooLarge(size: Int)
  }

  /// A file past this many bytes is not read.
  static let largestSize = 64 << 20

  /// A file that is open: what it holds stays, whatever takes its name meanwhile.
  final class Opened: Sendable {
    private let descriptor: Int32

    init(_ path: String) throws(Refusal) {
      // Without O_NONBLOCK, opening a pipe that nobody writes to would never come back.
      var descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      while descriptor < 0, errno == EINTR {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
      }
      guard descriptor >= 0 else {
        throw errno == ENOENT ? .missing : .unreadable(reason: RegularFile.reason(errno))
      }
      self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// All that it holds.
    func bytes() throws(Refusal) -> [UInt8] {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else {
        throw .unreadable(reason: RegularFile.reason(errno))
      }
      guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
      let size = Int(status.st_size)
      guard size <= largestSize else { throw .tooLarge(size: size) }
      var failure: Int32 = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size, let base = buffer.baseAddress {
          let got = unsafe pread(descriptor, base + count, size - count, off_t(count))
          if got < 0, errno == EINTR { continue }
          if got < 0 { failure = errno }
          if got <= 0 { break }
          count += got
        }
      }
      guard failure == 0 else { throw .unreadable(reason: RegularFile.reason(failure)) }
      return bytes
    }
  }

  static func bytes(of path: String) throws(Refusal) -> [UInt8] { try Opened(path).bytes() }

  /// Size of what stands at a path, in bytes; 0 where nothing does.
  static func size(of path: String) -> Int {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Whether a directory stands at a path.
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything stands at a path.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0
  }

  /// A path without links, `.` and `..`; nil where nothing stands there.
  static func resolved(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private static func reason(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}

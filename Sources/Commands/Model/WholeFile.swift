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
    init() {
      let code = errno
      reason = unsafe String(cString: strerror(code)) + Self.limit(of: code)
    }
    init(reason: String) { self.reason = reason }

    /// The limit of the shell that an error may come from.
    private static func limit(of code: Int32) -> String {
      switch code {
      case EFBIG: " (ulimit -f limits the size of files)"
      case EMFILE: " (ulimit -n limits how many are open)"
      case ENOMEM: " (ulimit -v may limit memory)"
      default: ""
      }
    }
  }

  /// - Parameters:
  ///   - waits: whether what is no regular file, a pipe say, is read as well, however long that may
  ///     take.
  ///   - most: how many MB it may have; a scenario is never longer than 16.
  static func bytes(
    of path: String, waits: Bool = true, most: Int = 16
  ) throws(Failure) -> [UInt8] {
    let file = again { unsafe open(path, O_RDONLY | O_CLOEXEC | (waits ? 0 : O_NONBLOCK)) }
    guard file >= 0 else { throw Failure() }
    defer { close(file) }
    if !waits {
      var status = stat()
      guard unsafe fstat(file, &status) == 0 else { throw Failure() }
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw Failure(reason: "not a regular file")
      }
    }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe part.withUnsafeMutableBytes {
        unsafe read(file, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure() }
      if count == 0 { return bytes }
      bytes += part[..<count]
      guard bytes.count <= most << 20 else { throw Failure(reason: "larger than \(most) MB") }
    }
  }

  /// Whether a file stands at a path, and not a folder, a pipe or the like; nil where nothing does.
  static func isRegular(_ path: String) -> Bool? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFREG
  }

  /// What stood at a path when it was read, to be held against what stands there later.
  struct Stamp: Equatable, Sendable {
    private let inode, size, seconds, nanoseconds: Int

    /// Nil where nothing stands at the path.
    init?(_ path: String) {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { return nil }
      inode = Int(status.st_ino)
      size = Int(status.st_size)
      (seconds, nanoseconds) = WholeFile.time(status)
    }
  }

  /// When a file was changed last, in seconds since 1970.
  static func changed(_ status: stat) -> Int { time(status).seconds }

  private static func time(_ status: stat) -> (seconds: Int, nanoseconds: Int) {
    #if canImport(Glibc)
    (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    #else
    (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
    #endif
  }

  /// As `replace`, but only where the path still holds what it did at `stamp`, or nothing, so that
  /// a second instance of the program is not written over unseen.
  /// - Returns: False, and nothing is written, where the path holds something else.
  static func replace(
    _ path: String, with bytes: [UInt8], as stamp: Stamp?
  ) throws(Failure) -> Bool {
    let present = Stamp(path)
    if let present, present == stamp {
      try replace(path, with: bytes)
      return true
    }
    return present == nil ? try create(path, with: bytes) : false
  }

  /// Puts a file where none is, whole.
  /// - Returns: False where another process has been faster.
  private static func create(_ path: String, with bytes: [UInt8]) throws(Failure) -> Bool {
    let temporary = prepared(for: path)
    defer { unsafe unlink(temporary) }
    try write(
      bytes, to: again { unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) })
    // Unlike a rename, a link does not take the place of what is there.
    if unsafe link(temporary, path) != 0 {
      if errno == EEXIST {
        guard Stamp(path) != nil else { throw Failure(reason: "a link to nothing stands there") }
        return false
      }
      // A file system without hard links.
      guard unsafe rename(temporary, path) == 0 else { throw Failure() }
    }
    syncFolder(of: path)
    return true
  }

  /// Puts a file in place of what was there: a temporary file beside it, synced, then renamed, and
  /// the folder synced, so that there is never half a file. A file that is there keeps its
  /// permissions, and a link stays a link. What is not a regular file, a pipe say, is written to.
  /// - Parameter mode: the permissions of a new file, before the process's mask.
  static func replace(
    _ path: String, with bytes: [UInt8], mode: mode_t = 0o666
  ) throws(Failure) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      try write(bytes, to: again { unsafe open(path, O_WRONLY | O_CLOEXEC) })
      return
    }
    let target = exists ? resolved(path) ?? path : path
    let temporary = prepared(for: target)
    do throws(Failure) {
      let file = again { unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
      if exists, file >= 0 { fchmod(file, status.st_mode & 0o7777) }
      try write(bytes, to: file)
      guard unsafe rename(temporary, target) == 0 else { throw Failure() }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
    syncFolder(of: target)
  }

  /// The place to write a file at first, free of what dead processes have left.
  private static func prepared(for path: String) -> String {
    let (folder, name) = split(path)
    sweep(folder) { $0 == name }
    let temporary = temporary(for: path)
    // One that a dead process of the same number left behind.
    unsafe unlink(temporary)
    return temporary
  }

  /// A path without links; nil where nothing stands there.
  private static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Makes a rename last. Some file systems cannot sync a folder; the file is in place all the same.
  static func syncFolder(of path: String) {
    let descriptor = unsafe open(split(path).folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Writes all, syncs and closes.
  static func write(_ bytes: [UInt8], to file: Int32) throws(Failure) {
    guard file >= 0 else { throw Failure() }
    var failure: Failure?
    do throws(Failure) { try append(bytes[...], to: file) } catch { failure = error }
    // A pipe cannot be synced; that is no failure.
    if failure == nil, again({ fsync(file) }) != 0, errno != EINVAL, errno != EROFS {
      failure = Failure()
    }
    // One that a signal interrupts has closed all the same.
    if close(file) != 0, errno != EINTR, failure == nil { failure = Failure() }
    if let failure { throw failure }
  }

  /// Writes all to what is open, in as few pieces as it takes.
  static func append(_ bytes: ArraySlice<UInt8>, to file: Int32) throws(Failure) {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe write(file, $0.baseAddress, $0.count)
      }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { throw Failure() }
    }
  }

  /// Does a call of the system until no signal interrupts it.
  static func again(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
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
      } else if errno == EPIPE {
        // The reader has enough. Where the signal for it is ignored, the end is as quiet as by it.
        throw CommandFailure(code: 128 + SIGPIPE, message: "")
      } else if errno != EINTR {
        throw CommandFailure(code: 1, message: "standard output: \(Failure().reason)")
      }
    }
  }
}

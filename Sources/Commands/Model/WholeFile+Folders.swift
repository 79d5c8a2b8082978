#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension WholeFile {
  /// What stands at a path itself, not behind a link; nil where nothing does.
  static func status(of path: String) -> stat? {
    var status = stat()
    return unsafe lstat(path, &status) == 0 ? status : nil
  }

  /// Whether a folder stands at a path, and not a link to one.
  static func isFolder(_ path: String) -> Bool {
    status(of: path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// Makes a folder with the permissions of another, for this user at the least; one that is there
  /// stays as it is.
  static func makeFolder(_ path: String, like model: stat) throws(Failure) {
    if unsafe mkdir(path, 0o700) != 0 {
      guard errno == EEXIST else { throw Failure() }
      guard isFolder(path) else { throw Failure(reason: "\(path) is no folder") }
      return
    }
    unsafe chmod(path, model.st_mode & 0o7777 | 0o700)
  }

  /// Makes a file where none is, with owner and permissions of another as far as that may be; on
  /// the disk when this returns.
  static func makeFile(_ path: String, with bytes: [UInt8], like model: stat) throws(Failure) {
    let file = again {
      unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    }
    guard file >= 0 else { throw Failure() }
    _ = fchown(file, model.st_uid, model.st_gid)
    fchmod(file, model.st_mode & 0o7777)
    do throws(Failure) {
      try write(bytes, to: file)
    } catch {
      unsafe unlink(path)
      throw error
    }
  }

  /// Copies a file of any size to where none is.
  static func copy(_ path: String, to copy: String, mode: mode_t = 0o666) throws(Failure) {
    let source = again { unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard source >= 0 else { throw Failure() }
    defer { close(source) }
    let target = again { unsafe open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode) }
    guard target >= 0 else { throw Failure() }
    var part = [UInt8](repeating: 0, count: 1 << 16)
    do throws(Failure) {
      while true {
        let count = unsafe part.withUnsafeMutableBytes {
          unsafe read(source, $0.baseAddress, $0.count)
        }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw Failure() }
        if count == 0 { break }
        try append(part[..<count], to: target)
      }
    } catch {
      close(target)
      throw error
    }
    try write([], to: target)
  }

  /// Removes a file, a link, or a folder with all that is in it; what a link leads to stays.
  static func remove(_ path: String) {
    guard isFolder(path) else {
      unsafe unlink(path)
      return
    }
    for name in names(in: path) ?? [] where name != "." && name != ".." {
      remove("\(path)/\(name)")
    }
    unsafe rmdir(path)
  }
}

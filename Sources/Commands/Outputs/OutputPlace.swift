import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where what is written to a path ends.
enum OutputPlace {
  /// What is open already, as `/dev/stdout` and `/dev/fd/3` name it.
  case descriptor(Int32)
  /// A pipe, a terminal or another device, which is written to as it is.
  case stream(String)
  case file(File)

  /// Whether it is open already, or a device: what is written is read at once.
  var isStream: Bool { if case .file = self { false } else { true } }

  /// A file that is there, or is to be made.
  struct File {
    /// The path without a link at its end.
    var path: String
    /// The folders of the path and of every link on its way.
    var folders: [String]
    /// What stands there; nil where nothing does.
    var present: Present?
  }

  struct Present {
    var identity: FileIdentity
    var size: Int
  }

  /// Follows a path as typed to where it ends.
  /// - Throws: A failure with code 1 where no file can stand there.
  init(_ typed: String) throws(CommandFailure) {
    var path = typed
    var folders: [String] = []
    for _ in 0..<40 {
      if let number = Self.descriptor(path) {
        self = .descriptor(number)
        return
      }
      var status = stat()
      let isThere = unsafe stat(path, &status) == 0
      if isThere, status.st_mode & S_IFMT != S_IFREG {
        guard [S_IFCHR, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT) else {
          let kind = status.st_mode & S_IFMT == S_IFDIR ? "a folder" : "a block device"
          throw CommandFailure(
            code: 1, message: "\(neutralised(typed)) is \(kind); name a file")
        }
        self = .stream(path)
        return
      }
      let (folder, name) = WholeFile.split(path)
      guard !name.isEmpty else {
        throw CommandFailure(code: 1, message: "\(neutralised(typed)) names no file")
      }
      folders.append(folder)
      guard let link = Self.link(at: path) else {
        let present = Present(identity: FileIdentity(status), size: Int(status.st_size))
        self = .file(File(path: path, folders: folders, present: isThere ? present : nil))
        return
      }
      path = link.hasPrefix("/") ? link : "\(folder)/\(link)"
    }
    throw CommandFailure(code: 1, message: "\(neutralised(typed)): too many links")
  }

  /// Where a link leads; nil for anything else.
  private static func link(at path: String) -> String? {
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe readlink(path, &bytes, bytes.count)
    return count > 0
      ? String(decoding: bytes[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  }

  /// The number in a name of what the process has open.
  private static func descriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdin": return STDIN_FILENO
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default: break
    }
    for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
      return Int32(path.dropFirst(folder.count))
    }
    return nil
  }
}

extension OutputPlace.File {
  /// The file, so that two paths to it are equal: by what is there or, where nothing is yet, by the
  /// nearest folder that is and the names below it.
  enum Key: Hashable {
    case present(FileIdentity)
    case new(FileIdentity, names: [String])
  }

  /// Nil where no folder above it can be reached.
  var key: Key? {
    if let present { return .present(present.identity) }
    guard let (folder, names) = nearestFolder, let identity = FileIdentity(folder) else {
      return nil
    }
    return .new(identity, names: names)
  }

  /// The nearest folder above that is there, and the names from it on, `.` and `..` followed.
  var nearestFolder: (path: String, names: [String])? {
    var parts = path.split(separator: "/").map(String.init)
    var names: [String] = []
    let root = path.hasPrefix("/") ? "/" : ""
    while let name = parts.popLast() {
      names.append(name)
      let folder = root + parts.joined(separator: "/")
      let above = folder.isEmpty ? "." : folder
      guard FileIdentity(above) != nil else { continue }
      let followed = names.reversed().reduce(into: [String]()) { followed, name in
        if name == ".." { _ = followed.popLast() } else if name != "." { followed.append(name) }
      }
      return (above, followed)
    }
    return nil
  }
}

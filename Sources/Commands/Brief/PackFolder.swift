import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder that a pack is written into.
struct PackFolder {
  /// A file with its path inside the folder.
  struct File {
    let path: String
    let bytes: [UInt8]

    init(_ path: String, _ bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  private let path: String

  init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Writes the files, each whole or not at all. One that is there with other bytes may have been
  /// edited: it is replaced only where `force` says so, and then nothing has been written before.
  /// Files with other names are left alone.
  ///
  /// - Returns: the paths of the files, in order.
  func write(_ files: [File], force: Bool) throws(CommandFailure) -> [String] {
    // To write into a pipe may take for ever.
    if let file = files.first(where: { WholeFile.isRegular("\(path)/\($0.path)") == false }) {
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(path))/\(file.path) is there and is no regular file; remove it, or "
          + "take another --output")
    }
    if !force, let file = files.first(where: differs) {
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(path))/\(file.path) is already there and differs; --force "
          + "replaces the earlier pack, or take another --output")
    }
    try make(path)
    for file in files where file.path.contains("/") {
      try make(path + "/" + file.path.split(separator: "/").dropLast().joined(separator: "/"))
    }
    var written: [String] = []
    for file in files {
      let place = "\(path)/\(file.path)"
      do throws(WholeFile.Failure) {
        try WholeFile.replace(place, with: file.bytes)
      } catch {
        throw CommandFailure(code: 1, message: "\(neutralised(place)): \(error.reason)")
      }
      written.append(place)
    }
    return written
  }

  private func differs(_ file: File) -> Bool {
    let place = "\(path)/\(file.path)"
    guard unsafe access(place, F_OK) == 0 else { return false }
    return (try? WholeFile.bytes(of: place, waits: false)) != file.bytes
  }

  /// Makes a folder with those above it; one that is there stays.
  private func make(_ folder: String) throws(CommandFailure) {
    var status = stat()
    if unsafe stat(folder, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw CommandFailure(
          code: 1, message: "\(neutralised(folder)) is a file; --output names a folder")
      }
      return
    }
    if let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
      try make(String(folder[..<slash]))
    }
    guard unsafe mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw CommandFailure(
        code: 1, message: "\(neutralised(folder)): \(WholeFile.Failure().reason)")
    }
  }
}

import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A copy of a data folder's files in a new folder of its own, to be changed and then put in place.
struct FolderCopy {
  let path: String

  /// Copies the regular files of a folder; folders inside it are not data and stay behind.
  ///
  /// - Parameter target: where the copy is to stand in the end, so that it can be renamed there;
  ///   nil for one that is only looked at.
  init(of folder: String, beside target: String?) throws(CommandFailure) {
    let start = target ?? Self.temporaryFolder + "/digigov"
    var template = Array("\(start).XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let base = buffer.baseAddress, let path = unsafe mkdtemp(base) else { return nil }
      return unsafe String(cString: path)
    }
    guard let made else {
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(start)): no folder can be made (\(WholeFile.Failure().reason))")
    }
    path = made
    unsafe chmod(made, 0o755)
    do throws(CommandFailure) {
      for name in try Self.files(of: folder) {
        do throws(WholeFile.Failure) {
          try WholeFile.replace(
            made + "/" + name, with: try WholeFile.bytes(of: folder + "/" + name))
        } catch {
          throw CommandFailure(code: 1, message: "\(neutralised(name)): \(error.reason)")
        }
      }
    } catch {
      remove()
      throw error
    }
  }

  /// Writes one file of the copy.
  func write(_ name: String, _ bytes: [UInt8]) throws(CommandFailure) {
    do throws(WholeFile.Failure) {
      try WholeFile.replace(path + "/" + name, with: bytes)
    } catch {
      throw CommandFailure(code: 1, message: "\(neutralised(path))/\(name): \(error.reason)")
    }
  }

  /// Gives the copy its name.
  func move(to target: String) throws(CommandFailure) {
    guard unsafe rename(path, target) == 0 else {
      throw CommandFailure(
        code: 1, message: "\(neutralised(target)): \(WholeFile.Failure().reason)")
    }
  }

  /// Removes the copy, if it is still where it was made.
  func remove() {
    guard let names = try? Self.files(of: path) else { return }
    for name in names { unsafe unlink(path + "/" + name) }
    unsafe rmdir(path)
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Names of the regular files, in order.
  private static func files(of folder: String) throws(CommandFailure) -> [String] {
    guard let names = WholeFile.names(in: folder) else {
      throw CommandFailure(
        code: 3, message: "\(neutralised(folder)): \(WholeFile.Failure().reason)")
    }
    return names.sorted().filter { WholeFile.isRegular(folder + "/" + $0) == true }
  }

  private static var temporaryFolder: String {
    guard let value = unsafe getenv("TMPDIR") else { return "/tmp" }
    let path = unsafe String(cString: value)
    return path.hasPrefix("/") ? path : "/tmp"
  }
}

import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that the user named for a run to write, which may be written: ``OutputRules`` makes them,
/// all those of a run before the first is written.
struct OutputFile {
  /// As the user typed it.
  let path: String
  let place: OutputPlace
  /// Whether the folders that it lacks are made.
  let makesFolders: Bool
  /// Whether what stands there may be replaced.
  let mayReplace: Bool

  /// Writes the file, whole or not at all.
  func write(_ bytes: [UInt8]) throws(CommandFailure) {
    do throws(WholeFile.Failure) {
      switch place {
      case .descriptor(let number):
        try WholeFile.write(bytes, to: fcntl(number, F_DUPFD_CLOEXEC, 0))
      case .stream(let path): try WholeFile.replace(path, with: bytes)
      case .file(let file):
        if makesFolders { makeFolders(of: file.path) }
        if mayReplace {
          try WholeFile.replace(file.path, with: bytes)
        } else if !(try WholeFile.replace(file.path, with: bytes, as: nil)) {
          throw WholeFile.Failure(reason: "another program has put a file there meanwhile")
        }
      }
    } catch {
      throw failure(error)
    }
  }

  /// Puts an empty file there and opens it, to be appended to.
  /// - Returns: Its descriptor, which the caller closes.
  func opened() throws(CommandFailure) -> Int32 {
    let descriptor: Int32
    switch place {
    case .descriptor(let number): descriptor = fcntl(number, F_DUPFD_CLOEXEC, 0)
    case .stream(let path): descriptor = unsafe open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    case .file(let file):
      try write([])
      descriptor = unsafe open(file.path, O_WRONLY | O_APPEND | O_CLOEXEC)
    }
    guard descriptor >= 0 else { throw failure(WholeFile.Failure()) }
    return descriptor
  }

  private func failure(_ failure: WholeFile.Failure) -> CommandFailure {
    CommandFailure(code: 1, message: "\(neutralised(path)): \(failure.reason)")
  }

  /// Where one cannot be made, writing says why.
  private func makeFolders(of path: String) {
    for place in path.indices where path[place] == "/" && place != path.startIndex {
      unsafe mkdir(String(path[..<place]), 0o777)
    }
  }
}

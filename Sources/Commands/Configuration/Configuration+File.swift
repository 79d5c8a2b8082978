import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Configuration {
  /// The user's file; the empty configuration where there is none.
  static func load() throws(CommandFailure) -> Configuration {
    guard let path = Surroundings.configurationFile, unsafe access(path, F_OK) == 0 else {
      return Configuration()
    }
    return try read(path)
  }

  /// The settings in a file.
  static func read(_ path: String) throws(CommandFailure) -> Configuration {
    try Configuration(try text(of: path), path: path)
  }

  private static func text(of path: String) throws(CommandFailure) -> String {
    do throws(WholeFile.Failure) {
      var status = stat()
      guard unsafe stat(path, &status) == 0 else { throw WholeFile.Failure() }
      // A pipe would be waited for.
      guard status.st_mode & S_IFMT == S_IFREG else {
        throw WholeFile.Failure(reason: "not a regular file")
      }
      guard let text = String(validating: try WholeFile.bytes(of: path), as: UTF8.self) else {
        throw WholeFile.Failure(reason: "not UTF-8")
      }
      // Windows' editor puts a byte order mark before it.
      return text.unicodeScalars.first == "\u{FEFF}"
        ? String(text.unicodeScalars.dropFirst()) : text
    } catch {
      throw CommandFailure(code: 2, message: "\(neutralised(path)): \(error.reason)")
    }
  }
}

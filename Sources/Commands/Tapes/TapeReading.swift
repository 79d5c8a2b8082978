import Frames
import Tapes

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Tapes from files.
enum TapeReading {
  /// The rules of the working folder.
  static func rules(allowsOutside: Bool) throws(CommandFailure) -> TapeRules {
    guard let folder = resolved(".") else {
      throw CommandFailure(code: 1, message: "the working folder cannot be found")
    }
    return TapeRules(folder: folder, allowsOutside: allowsOutside) { path throws(Unreadable) in
      do throws(WholeFile.Failure) {
        return try WholeFile.bytes(of: path)
      } catch {
        throw Unreadable(reason: error.reason)
      }
    }
  }

  /// Reads and checks a tape; `-` stands for standard input.
  /// - Throws: a failure with code 3 where the file cannot be read.
  static func tape(
    _ file: String, rules: TapeRules
  ) throws(CommandFailure) -> Result<Tape, TapeError> {
    let bytes: [UInt8]
    do throws(WholeFile.Failure) {
      bytes = try WholeFile.bytes(of: file == "-" ? "/dev/stdin" : file)
    } catch {
      throw CommandFailure(code: 3, message: "\(neutralised(file)): \(error.reason)")
    }
    let homes = [rules.folder, resolved(folders(of: file).last ?? ".")].compactMap(\.self)
    let bound = TapeRules(folder: rules.folder, allowsOutside: rules.allowsOutside) {
      path throws(Unreadable) in
      // Where its name stands was looked at; a link may lead elsewhere.
      if !rules.allowsOutside, let place = resolved(path), !homes.contains(where: place.isBelow) {
        throw Unreadable(reason: "a link out of the folder; --allow-outside lets it")
      }
      return try rules.read(path)
    }
    do throws(TapeError) {
      return .success(try Tape(bytes, file: file, rules: bound))
    } catch {
      return .failure(error)
    }
  }

  /// A path as the system knows it, links followed; nil where there is none.
  static func resolved(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(cString: found)
  }

  /// Refuses files of a tape that a link would lead out of the working folder.
  static func check(_ paths: [String], rules: TapeRules) throws(CommandFailure) {
    guard !rules.allowsOutside else { return }
    for path in paths {
      let end: String? =
        switch try OutputPlace(path) {
        case .descriptor: nil
        case .stream(let path): resolved(path)
        case .file(let file):
          resolved(file.path) ?? (file.nearestFolder?.path).flatMap { resolved($0) }
        }
      guard end?.isBelow(rules.folder) != true else { continue }
      throw CommandFailure(
        code: 3,
        message: "\(neutralised(path)) leaves the working folder; --allow-outside lets it")
    }
  }

  /// The folders on the way to a file, the outermost first: `a` and `a/b` of `a/b/c.txt`.
  private static func folders(of path: String) -> [String] {
    path.indices.filter { path[$0] == "/" && $0 != path.startIndex }.map { String(path[..<$0]) }
  }
}

extension String {
  /// Whether a path without links is a folder, or below it.
  fileprivate func isBelow(_ folder: String) -> Bool {
    self == folder || hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
  }
}

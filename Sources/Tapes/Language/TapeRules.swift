import Frames

/// Why a file could not be read, in the system's words.
public struct Unreadable: Error {
  public var reason: String
  public init(reason: String) { self.reason = reason }
}

/// What holds for a tape from outside: where it may write, how a file is read, the usual size.
public struct TapeRules {
  /// The working folder as an absolute path; what a tape writes is relative to it.
  public var folder: String
  /// Whether paths may leave the folder.
  public var allowsOutside: Bool
  var size: ScreenSize
  public var read: (String) throws(Unreadable) -> [UInt8]

  /// - Parameters:
  ///   - folder: what paths of the tape are relative to.
  ///   - allowsOutside: whether they may leave it.
  ///   - rows: of the screen where the tape sets none.
  ///   - columns: of the screen where the tape sets none.
  ///   - read: gives the bytes of a tape that another one takes in.
  public init(
    folder: String, allowsOutside: Bool = false, columns: Int = 80, rows: Int = 24,
    read: @escaping (String) throws(Unreadable) -> [UInt8]
  ) {
    self.folder = folder
    self.allowsOutside = allowsOutside
    size = ScreenSize(columns: columns, rows: rows)
    self.read = read
  }

  func mayWrite(_ path: String) -> Bool {
    allowsOutside || Self.stays(path, in: folder, from: folder)
  }

  /// A tape may take in one below its own folder or below the working folder.
  func mayRead(_ path: String, from tape: String) -> Bool {
    let place = Self.absolute(Self.folder(of: tape), in: folder)
    return allowsOutside || Self.stays(path, in: place, from: place)
      || Self.stays(path, in: folder, from: place)
  }

  static func outside(_ path: String) -> String {
    "\(neutralised(path)) leaves the working folder; --allow-outside lets it"
  }

  /// A path of a tape that stands relative to another file.
  static func path(_ path: String, beside file: String) -> String {
    let folder = folder(of: file)
    return path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path
  }

  private static func folder(of file: String) -> String {
    guard let slash = file.lastIndex(of: "/") else { return "" }
    return slash == file.startIndex ? "/" : String(file[..<slash])
  }

  private static func absolute(_ path: String, in folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  private static func stays(_ path: String, in folder: String, from start: String) -> Bool {
    let home = parts(folder)
    let place = parts(absolute(path, in: start))
    return place.count > home.count && Array(place.prefix(home.count)) == home
  }

  /// The names on the way to a path from the root, `.` and `..` followed.
  private static func parts(_ path: String) -> [Substring] {
    path.split(separator: "/").reduce(into: []) { parts, part in
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(part)
      }
    }
  }
}

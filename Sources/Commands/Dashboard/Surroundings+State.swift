#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Surroundings {
  /// Where the program keeps what it can do without: `digigov` under `XDG_STATE_HOME`, which is
  /// `~/.local/state` where it is not set; nil where there is no home either.
  static var stateFolder: String? {
    if let state = absolute("XDG_STATE_HOME") { return state + "/digigov" }
    return absolute("HOME").map { $0 + "/.local/state/digigov" }
  }

  private static func absolute(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let path = unsafe String(cString: value)
    return path.hasPrefix("/") ? path : nil
  }

  /// Makes a folder and those above it that are missing, for this user alone.
  static func make(folder: String) -> Bool {
    var path = ""
    for part in folder.split(separator: "/") {
      path += "/" + part
      if unsafe mkdir(path, 0o700) != 0, errno != EEXIST { return false }
    }
    return true
  }
}

/// The file that says that the hint for the first run has been seen.
enum FirstRunMarker {
  private static var path: String? { Surroundings.stateFolder.map { $0 + "/hint-seen" } }

  /// Whether the hint was seen; where nothing can be kept it is, once, in each session.
  static var isThere: Bool {
    guard let path else { return false }
    return unsafe access(path, F_OK) == 0
  }

  /// Where it cannot be written the hint comes again at the next start: nothing is lost by that.
  static func write() {
    guard let path, let folder = Surroundings.stateFolder, Surroundings.make(folder: folder) else {
      return
    }
    try? WholeFile.replace(path, with: [])
  }
}

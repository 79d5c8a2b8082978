#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension WholeFile {
  /// Where a file or a folder is written before it takes its name: beside it, and named after the process, so
  /// that two never write the same.
  static func temporary(for path: String) -> String { "\(path).\(getpid()).part" }

  /// Removes what processes left in a folder that died while they wrote there.
  /// - Parameter isTarget: whether a file of this name is one of ours.
  static func sweep(_ folder: String, where isTarget: (String) -> Bool) {
    for name in names(in: folder) ?? [] where name.hasSuffix(".part") {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count > 2, let process = pid_t(parts[parts.count - 2]), process > 0,
        isTarget(parts.dropLast(2).joined(separator: "."))
      else { continue }
      if kill(process, 0) != 0, errno == ESRCH { remove("\(folder)/\(name)") }
    }
  }

  /// The folder that a path is in, and its name there.
  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (String(path[...slash]), String(path[path.index(after: slash)...]))
  }

  /// The names of all that is in a folder, in no order; nil, with `errno` set, where it cannot be
  /// read.
  static func names(in folder: String) -> [String]? {
    guard let listing = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(listing) }
    var names: [String] = []
    while let entry = unsafe readdir(listing) {
      names.append(
        unsafe withUnsafePointer(to: &entry.pointee.d_name) {
          unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
        })
    }
    return names
  }
}

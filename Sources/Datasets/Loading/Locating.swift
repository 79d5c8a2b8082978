extension DataFolder {
  /// Finds the folder: the option's value, else `DIGIGOV_DATA`, else `../share/digigov/data` from
  /// the program's folder, else the nearest `data/` that holds a datapackage.json, in the
  /// program's folder or above it. A place that was named must hold a folder; the others are
  /// tried in turn.
  ///
  /// - Parameters:
  ///   - option: the folder that the user named; nil for none.
  ///   - environment: where `DIGIGOV_DATA` is looked up.
  ///   - programPath: where the program's file is; links are followed.
  /// - Throws: `.notFound` with the places that were tried.
  public static func locate(
    option: String?, environment: [String: String], programPath: String
  ) throws(DataError) -> DataFolder {
    let variable = environment["DIGIGOV_DATA"].flatMap { $0.isEmpty ? nil : $0 }
    if let named = option ?? variable {
      guard RegularFile.isDirectory(named) else {
        throw .notFound(places: [named.isEmpty ? "an empty path" : words(of: named)])
      }
      return DataFolder(path: named)
    }
    var folder = parent(of: RegularFile.resolved(programPath) ?? programPath)
    let shared = join(parent(of: folder), "share/digigov/data")
    if RegularFile.isDirectory(shared) { return DataFolder(path: shared) }
    var places = [shared]
    while true {
      let data = join(folder, "data")
      if RegularFile.exists(data + "/" + PackageName.file) { return DataFolder(path: data) }
      places.append(data)
      let above = parent(of: folder)
      if above == folder { throw .notFound(places: places) }
      folder = above
    }
  }

  /// A path that is no folder, with what stands there instead.
  private static func words(of path: String) -> String {
    guard let bytes = try? RegularFile.bytes(of: path) else { return path }
    let kind = FileKind(bytes).map { ", \($0.words)," } ?? ""
    return "\(path)\(kind) which is a file and no folder"
  }

  private static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that holds a path; `/` and `.` are their own.
  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

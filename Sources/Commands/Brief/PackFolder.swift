import Frames

/// The folder that a pack is written into.
struct PackFolder {
  /// A file with its path.
  struct File {
    var path: String
    let bytes: [UInt8]
    /// Whether the folders that it lacks are made.
    var makesFolders: Bool

    init(_ path: String, _ bytes: [UInt8], makesFolders: Bool = true) {
      self.path = path
      self.bytes = bytes
      self.makesFolders = makesFolders
    }
  }

  let path: String

  init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// Files whose paths are inside the folder, with their whole paths.
  func placed(_ files: [File]) throws(CommandFailure) -> [File] {
    // To write into a pipe may take for ever.
    if let file = files.first(where: { WholeFile.isRegular("\(path)/\($0.path)") == false }) {
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(path))/\(file.path) is there and is no regular file; remove it, or "
          + "take another --output")
    }
    return files.map { File("\(path)/\($0.path)", $0.bytes) }
  }

  /// Writes the files, each whole or not at all. One that is there with other bytes may have been
  /// edited: it is replaced only where the rules say so, and then nothing has been written before.
  /// Files with other names are left alone.
  ///
  /// - Returns: the paths of the files, in order.
  static func write(_ files: [File], _ rules: OutputRules) throws(CommandFailure) -> [String] {
    let contents = Dictionary(
      files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let outputs = try rules.outputs(
      files.map { .init(path: $0.path, makesFolders: $0.makesFolders) },
      isSame: { (try? WholeFile.bytes(of: $0.path, waits: false)) == contents[$0.path] })
    for (output, file) in zip(outputs, files) { try output.write(file.bytes) }
    return outputs.map(\.path)
  }
}

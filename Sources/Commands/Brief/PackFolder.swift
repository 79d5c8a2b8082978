import Frames

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
  /// edited: it is replaced only where the rules say so, and then nothing has been written before.
  /// Files with other names are left alone.
  ///
  /// - Returns: the paths of the files, in order.
  func write(_ files: [File], _ rules: OutputRules) throws(CommandFailure) -> [String] {
    // To write into a pipe may take for ever.
    if let file = files.first(where: { WholeFile.isRegular("\(path)/\($0.path)") == false }) {
      throw CommandFailure(
        code: 1,
        message: "\(neutralised(path))/\(file.path) is there and is no regular file; remove it, or "
          + "take another --output")
    }
    let contents = Dictionary(uniqueKeysWithValues: files.map { ("\(path)/\($0.path)", $0.bytes) })
    let outputs = try rules.outputs(
      files.map { .init(path: "\(path)/\($0.path)", makesFolders: true) },
      isSame: { (try? WholeFile.bytes(of: $0.path, waits: false)) == contents[$0.path] })
    for (output, file) in zip(outputs, files) { try output.write(file.bytes) }
    return outputs.map(\.path)
  }
}

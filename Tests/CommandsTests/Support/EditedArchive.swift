import Datasets

/// An office document whose parts are changed, as an office program would save it.
enum EditedArchive {
  /// The archive with a part changed; the others stand as they are, and none is packed.
  static func of(
    _ bytes: [UInt8], part: String, _ change: (String) -> String
  ) throws -> [UInt8] {
    let archive = try ZipArchive(bytes)
    return stored(
      try archive.names.map { name in
        let file = try archive.file(name) ?? []
        guard name == part else { return (name, file) }
        return (name, Array(change(String(decoding: file, as: UTF8.self)).utf8))
      })
  }

  /// What a part holds.
  static func text(_ bytes: [UInt8], part: String) throws -> String {
    String(decoding: try ZipArchive(bytes).file(part) ?? [], as: UTF8.self)
  }

  /// Files as they are in an archive.
  static func stored(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    archive(files.map { Entry(name: $0.name, bytes: $0.bytes, size: $0.bytes.count, method: 0) })
  }

  /// A file of an archive as its list has it, true or not.
  struct Entry {
    var name: String
    var bytes: [UInt8]
    /// What it says that it unpacks to.
    var size: Int
    var method: Int
    var flags = 0
  }

  static func archive(_ entries: [Entry]) -> [UInt8] {
    var bytes: [UInt8] = []
    var list: [UInt8] = []
    func number(_ value: Int, _ length: Int) -> [UInt8] {
      (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    for entry in entries {
      let check = entry.method == 0 ? Int(Checksum.of(entry.bytes)) : 0
      let common =
        number(entry.flags, 2) + number(entry.method, 2) + number(0, 4) + number(check, 4)
        + number(entry.bytes.count, 4) + number(entry.size, 4) + number(entry.name.utf8.count, 2)
        + number(0, 2)
      list += number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common + number(0, 10)
      list += number(bytes.count, 4) + Array(entry.name.utf8)
      bytes += number(0x0403_4B50, 4) + number(20, 2) + common + Array(entry.name.utf8)
      bytes += entry.bytes
    }
    return bytes + list + number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2)
      + number(entries.count, 2) + number(list.count, 4) + number(bytes.count, 4) + number(0, 2)
  }
}

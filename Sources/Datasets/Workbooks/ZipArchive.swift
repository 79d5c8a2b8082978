/// The files in a zip archive, which workbooks and documents are: stored or deflated, without
/// encryption.
package struct ZipArchive {
  /// What an archive may hold; one that holds more is refused before it is unpacked.
  package struct Limits: Sendable {
    /// Files in it.
    package var files: Int
    /// Bytes of one file, unpacked.
    package var bytes: Int
    /// Bytes that one packed byte may stand for, of files of more than a megabyte.
    package var ratio: Int

    package init(files: Int, bytes: Int, ratio: Int) {
      (self.files, self.bytes, self.ratio) = (files, bytes, ratio)
    }

    /// Those of workbooks.
    package static let workbook = Limits(
      files: 1 << 16, bytes: Inflate.largest, ratio: Inflate.largest)
  }

  private struct Entry {
    var start, packed, size: Int
    var method: Int
    var check: UInt32
    var isEncrypted: Bool
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  private let limits: Limits

  /// Reads the list of files at the archive's end.
  package init(
    _ bytes: [UInt8], limits: Limits = .workbook
  ) throws(WorkbookFault) {
    self.bytes = bytes
    self.limits = limits
    guard let end = Self.end(of: bytes) else { throw .damaged }
    let count = Self.number(bytes, end + 10, 2)
    guard count <= limits.files else { throw .tooLarge }
    var place = Self.number(bytes, end + 16, 4)
    for _ in 0..<count {
      guard place + 46 <= bytes.count, Self.number(bytes, place, 4) == 0x0201_4B50 else {
        throw .damaged
      }
      let lengths = [28, 30, 32].map { Self.number(bytes, place + $0, 2) }
      let name = place + 46
      guard name + lengths[0] <= bytes.count else { throw .damaged }
      let entry = Entry(
        start: Self.number(bytes, place + 42, 4), packed: Self.number(bytes, place + 20, 4),
        size: Self.number(bytes, place + 24, 4), method: Self.number(bytes, place + 10, 2),
        check: UInt32(Self.number(bytes, place + 16, 4)),
        isEncrypted: Self.number(bytes, place + 8, 2) & 1 == 1)
      entries[String(decoding: bytes[name..<(name + lengths[0])], as: UTF8.self)] = entry
      place = name + lengths.reduce(0, +)
    }
  }

  package var names: [String] { entries.keys.sorted() }

  /// What a file holds; nil where the archive has none of the name.
  package func file(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    if entry.isEncrypted { throw .encrypted }
    guard entry.size <= limits.bytes,
      entry.size <= 1 << 20 || entry.size / limits.ratio <= entry.packed
    else { throw .tooLarge }
    let start = entry.start
    guard start + 30 <= bytes.count, Self.number(bytes, start, 4) == 0x0403_4B50 else {
      throw .damaged
    }
    let first = start + 30 + Self.number(bytes, start + 26, 2) + Self.number(bytes, start + 28, 2)
    guard entry.packed <= bytes.count - first else { throw .damaged }
    let packed = bytes[first..<(first + entry.packed)]
    let unpacked: [UInt8]
    switch entry.method {
    case 0: unpacked = Array(packed)
    case 8: unpacked = try Inflate.unpacked(packed, size: entry.size, most: entry.size)
    default: throw .damaged
    }
    guard Checksum.of(unpacked) == entry.check else { throw .damaged }
    return unpacked
  }

  /// Where the archive's last record stands; a comment of up to 64 kB may stand behind it.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let last = bytes.count - 22
    return (max(0, last - 0xFFFF)...last).last { number(bytes, $0, 4) == 0x0605_4B50 }
  }

  /// A whole number, the least byte first.
  private static func number(_ bytes: [UInt8], _ place: Int, _ length: Int) -> Int {
    (0..<length).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}

/// The check that zip keeps of each file (CRC-32).
public enum Checksum {
  public static func of(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~0) { check, byte in table[Int((check ^ UInt32(byte)) & 0xFF)] ^ check >> 8 }
  }

  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1
    }
  }
}

import CCairo
import Datasets

/// A zip archive as it is written: what office documents are. The same files give the same bytes.
struct Zip {
  private struct Entry {
    var name: [UInt8]
    var check: UInt32
    var method, packed, size, start: Int
  }

  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  private let day: Int

  /// - Parameter date: `YYYY-MM-DD`, the day that its files are of; any other text gives the first
  ///   day that zip knows.
  init(date: String) {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    let isDate = parts.count == 3 && (1980...2107).contains(parts[0])
    day = isDate ? (parts[0] - 1980) << 9 | parts[1] << 5 | parts[2] : 1 << 5 | 1
  }

  mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  /// - Parameter stored: whether the bytes stand as they are, as a document's type has to.
  mutating func add(_ name: String, _ file: [UInt8], stored: Bool = false) {
    let packed = stored ? nil : Self.packed(file)
    let content = packed ?? file
    let entry = Entry(
      name: Array(name.utf8), check: Checksum.of(file), method: packed == nil ? 0 : 8,
      packed: content.count, size: file.count, start: bytes.count)
    put(0x0403_4B50, 4)
    put(20, 2)
    putCommon(entry)
    bytes += entry.name + content
    entries.append(entry)
  }

  /// The whole archive.
  consuming func finished() -> [UInt8] {
    let start = bytes.count
    for entry in entries {
      put(0x0201_4B50, 4)
      put(20, 2)
      put(20, 2)
      putCommon(entry)
      for _ in 0..<3 { put(0, 2) }
      put(0, 4)
      put(entry.start, 4)
      bytes += entry.name
    }
    let size = bytes.count - start
    put(0x0605_4B50, 4)
    put(0, 4)
    put(entries.count, 2)
    put(entries.count, 2)
    put(size, 4)
    put(start, 4)
    put(0, 2)
    return bytes
  }

  /// What both records of a file have: that its name is UTF-8, method, day, check, sizes.
  private mutating func putCommon(_ entry: Entry) {
    put(entry.name.allSatisfy { $0 < 0x80 } ? 0 : 0x800, 2)
    put(entry.method, 2)
    put(0, 2)
    put(day, 2)
    put(Int(entry.check), 4)
    put(entry.packed, 4)
    put(entry.size, 4)
    put(entry.name.count, 2)
    put(0, 2)
  }

  private mutating func put(_ value: Int, _ length: Int) {
    for place in 0..<length { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }

  /// The bytes packed; nil where that is no shorter.
  private static func packed(_ file: [UInt8]) -> [UInt8]? {
    guard file.count > 64 else { return nil }
    let packed = unsafe [UInt8](unsafeUninitializedCapacity: file.count) { room, count in
      count = unsafe file.withUnsafeBufferPointer { file in
        unsafe digigov_deflate(file.baseAddress, file.count, room.baseAddress, room.count)
      }
    }
    return packed.isEmpty ? nil : packed
  }
}

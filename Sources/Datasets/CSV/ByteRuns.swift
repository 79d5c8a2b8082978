/// Runs of bytes, looked at eight at a time: a folder's cells are short, but there are a hundred
/// thousand of them before the first frame.
extension Span<UInt8> {
  /// The eight bytes from a place on, the first one lowest.
  @inline(__always)
  private func word(at place: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// Where the run of plain bytes that begins at `start` ends.
  func endOfPlain(from start: Int) -> Int {
    var place = start
    while place + 8 <= count {
      let others = Self.others(in: word(at: place))
      if others != 0 { return place + others.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < count, ByteClass.table[Int(self[place])] == .plain { place += 1 }
    return place
  }

  /// A bit in the first byte of a word that is not plain, and perhaps in some after it; 0 where all
  /// are. A byte less than n is one whose top bit is clear and is set by taking n away, as long as
  /// no byte before it borrows.
  @inline(__always)
  private static func others(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    let comma = word ^ ones &* UInt64(UInt8(ascii: ","))
    let quote = word ^ ones &* UInt64(UInt8(ascii: "\""))
    let delete = word ^ ones &* 0x7F
    let controls = (word &- ones &* 0x20) & ~word
    let equals =
      (comma &- ones) & ~comma | (quote &- ones) & ~quote | (delete &- ones) & ~delete
    return (controls | equals | word) & tops
  }

  /// Whether two runs have the same bytes, the second one in `other`.
  func isSame(_ run: Range<Int>, as otherRun: Range<Int>, of other: Span<UInt8>) -> Bool {
    guard run.count == otherRun.count else { return false }
    var offset = 0
    while offset + 8 <= run.count {
      guard
        word(at: run.lowerBound + offset) == other.word(at: otherRun.lowerBound + offset)
      else { return false }
      offset += 8
    }
    while offset < run.count {
      guard self[run.lowerBound + offset] == other[otherRun.lowerBound + offset] else {
        return false
      }
      offset += 1
    }
    return true
  }

  /// A number that equal runs have in common, and others hardly ever; `seed` parts the runs of a
  /// key, which follow one another.
  func hash(_ run: Range<Int>, seed: UInt64) -> UInt64 {
    var hash = Self.mixed(seed ^ UInt64(truncatingIfNeeded: run.count))
    var place = run.lowerBound
    while place + 8 <= run.upperBound {
      hash = Self.mixed(hash ^ word(at: place))
      place += 8
    }
    var rest: UInt64 = 0
    while place < run.upperBound {
      rest = rest << 8 | UInt64(self[place])
      place += 1
    }
    return Self.mixed(hash ^ rest)
  }

  /// Both halves of a product: every bit moves many others.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}

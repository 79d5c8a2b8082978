/// Unpacks what DEFLATE packed (RFC 1951): the parts of a workbook.
///
/// Bit by bit over tables of code lengths, which is short and cannot read past its bytes. Workbooks
/// of returns are some ten kilobytes.
struct Inflate {
  /// A part that grows past this many bytes is refused: an archive of a few kilobytes can hold
  /// gigabytes.
  static let largest = 64 << 20

  private let bytes: ArraySlice<UInt8>
  private let most: Int
  private var place: Int
  private var buffer: UInt32 = 0
  private var buffered = 0
  private var unpacked: [UInt8] = []

  /// The bytes that were packed.
  ///
  /// - Parameters:
  ///   - size: how many there are, as the archive says; a hint, but for its limit.
  ///   - most: how many there may be.
  static func unpacked(
    _ bytes: ArraySlice<UInt8>, size: Int, most: Int = largest
  ) throws(WorkbookFault) -> [UInt8] {
    guard size <= most else { throw .tooLarge }
    var inflate = Inflate(bytes, most)
    inflate.unpacked.reserveCapacity(size)
    try inflate.run()
    return inflate.unpacked
  }

  private init(_ bytes: ArraySlice<UInt8>, _ most: Int) {
    self.bytes = bytes
    self.most = most
    place = bytes.startIndex
  }

  private mutating func run() throws(WorkbookFault) {
    var isLast = false
    while !isLast {
      isLast = try bits(1) == 1
      switch try bits(2) {
      case 0: try copyStored()
      case 1: try decode(Codes.fixedLiterals, Codes.fixedDistances)
      case 2:
        let (literals, distances) = try readCodes()
        try decode(literals, distances)
      default: throw .damaged
      }
    }
  }

  private mutating func bits(_ count: Int) throws(WorkbookFault) -> Int {
    while buffered < count {
      guard place < bytes.endIndex else { throw .damaged }
      buffer |= UInt32(bytes[place]) << UInt32(buffered)
      place += 1
      buffered += 8
    }
    let value = Int(buffer & (1 << UInt32(count) - 1))
    buffer >>= UInt32(count)
    buffered -= count
    return value
  }

  private mutating func copyStored() throws(WorkbookFault) {
    (buffer, buffered) = (0, 0)
    guard place + 4 <= bytes.endIndex else { throw .damaged }
    let length = Int(bytes[place]) | Int(bytes[place + 1]) << 8
    let check = Int(bytes[place + 2]) | Int(bytes[place + 3]) << 8
    place += 4
    guard length == check ^ 0xFFFF, place + length <= bytes.endIndex else { throw .damaged }
    unpacked += bytes[place..<(place + length)]
    place += length
    guard unpacked.count <= most else { throw .tooLarge }
  }

  private mutating func symbol(_ codes: Codes) throws(WorkbookFault) -> Int {
    var (code, first, index) = (0, 0, 0)
    for length in 1...Codes.longest {
      code |= try bits(1)
      let count = codes.counts[length]
      if code - count < first { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw .damaged
  }

  private mutating func decode(
    _ literals: Codes, _ distances: Codes
  ) throws(WorkbookFault) {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        unpacked.append(UInt8(symbol))
      } else {
        try copy(symbol - 257, distances)
      }
      guard unpacked.count <= most else { throw .tooLarge }
    }
  }

  /// Repeats bytes that were unpacked before.
  private mutating func copy(_ symbol: Int, _ distances: Codes) throws(WorkbookFault) {
    guard symbol < Codes.lengths.count else { throw .damaged }
    let length = Codes.lengths[symbol].base + (try bits(Codes.lengths[symbol].extra))
    let place = try self.symbol(distances)
    guard place < Codes.distances.count else { throw .damaged }
    let distance = Codes.distances[place].base + (try bits(Codes.distances[place].extra))
    guard distance <= unpacked.count else { throw .damaged }
    for _ in 0..<length { unpacked.append(unpacked[unpacked.count - distance]) }
  }

  private mutating func readCodes() throws(WorkbookFault) -> (literals: Codes, distances: Codes) {
    let literalCount = try bits(5) + 257
    let distanceCount = try bits(5) + 1
    let lengthCount = try bits(4) + 4
    var lengths = [Int](repeating: 0, count: 19)
    for place in Codes.lengthOrder.prefix(lengthCount) { lengths[place] = try bits(3) }
    let codes = try Codes(lengths)
    var found: [Int] = []
    while found.count < literalCount + distanceCount {
      let symbol = try symbol(codes)
      switch symbol {
      case ..<16: found.append(symbol)
      case 16:
        guard let last = found.last else { throw .damaged }
        found += [Int](repeating: last, count: try bits(2) + 3)
      case 17: found += [Int](repeating: 0, count: try bits(3) + 3)
      default: found += [Int](repeating: 0, count: try bits(7) + 11)
      }
    }
    guard found.count == literalCount + distanceCount else { throw .damaged }
    return (
      try Codes(Array(found[..<literalCount])), try Codes(Array(found[literalCount...]))
    )
  }
}

extension Inflate {
  /// A prefix code by the lengths of its words.
  fileprivate struct Codes {
    static let longest = 15
    /// How many words there are of each length.
    let counts: [Int]
    /// What they mean, the shortest first.
    let symbols: [Int]

    init(_ lengths: [Int]) throws(WorkbookFault) {
      var counts = [Int](repeating: 0, count: Self.longest + 1)
      for length in lengths { counts[length] += 1 }
      counts[0] = 0
      var left = 1
      for length in 1...Self.longest {
        left = left << 1 - counts[length]
        guard left >= 0 else { throw .damaged }
      }
      self.init(counts: counts, lengths: lengths)
    }

    private init(counts: [Int], lengths: [Int]) {
      self.counts = counts
      symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted {
        (lengths[$0], $0) < (lengths[$1], $1)
      }
    }

    private init(known lengths: [Int]) {
      var counts = [Int](repeating: 0, count: Self.longest + 1)
      for length in lengths { counts[length] += 1 }
      self.init(counts: counts, lengths: lengths)
    }

    static let fixedLiterals = Codes(
      known: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
    static let fixedDistances = Codes(known: [Int](repeating: 5, count: 30))

    static let lengthOrder = [
      16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ]

    static let lengths: [(base: Int, extra: Int)] = zip(
      [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115,
        131, 163, 195, 227, 258,
      ],
      [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
    ).map { (base: $0, extra: $1) }

    static let distances: [(base: Int, extra: Int)] = (0..<30).map { place in
      let extra = max(0, place / 2 - 1)
      return (base: place < 2 ? place + 1 : (2 + place % 2) << extra + 1, extra: extra)
    }
  }
}

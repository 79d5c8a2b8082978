/// Reads strict JSON (RFC 8259) from bytes of UTF-8. A name that comes twice in an object, and
/// more than 64 levels, are refused.
struct JSONReader {
  /// What is wrong, and at which byte from 0.
  struct Malformed: Error, Equatable {
    let problem: String
    let place: Int
  }

  private let bytes: [UInt8]
  private var place = 0

  static func read(_ bytes: [UInt8]) throws(Malformed) -> JSONValue {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Malformed(problem: "text that is not UTF-8", place: 0)
    }
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    guard reader.place == reader.bytes.count else { throw reader.malformed("text after the value") }
    return value
  }

  private init(_ bytes: [UInt8]) {
    // A byte order mark is accepted, as in the other files of the contract.
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  private func malformed(_ problem: String) -> Malformed {
    Malformed(problem: place < bytes.count ? problem : "an end too early", place: place)
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    place += 1
    return true
  }

  /// A value with the space around it.
  private mutating func value(depth: Int) throws(Malformed) -> JSONValue {
    guard depth < 64 else { throw malformed("more than 64 levels") }
    skipSpace()
    let value: JSONValue
    switch next {
    case UInt8(ascii: "{"): value = try object(depth)
    case UInt8(ascii: "["): value = try array(depth)
    case UInt8(ascii: "\""): value = .string(try string())
    case UInt8(ascii: "t"): value = try word("true", .bool(true))
    case UInt8(ascii: "f"): value = try word("false", .bool(false))
    case UInt8(ascii: "n"): value = try word("null", .null)
    default: value = try number()
    }
    skipSpace()
    return value
  }

  private mutating func object(_ depth: Int) throws(Malformed) -> JSONValue {
    place += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw malformed("no name in quotes") }
      let name = try string()
      guard !members.contains(where: { $0.name == name }) else {
        throw malformed("a second member \(name)")
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw malformed("no colon after a name") }
      members.append(.init(name, try value(depth: depth + 1)))
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw malformed("no comma or } in an object") }
    }
  }

  private mutating func array(_ depth: Int) throws(Malformed) -> JSONValue {
    place += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      values.append(try value(depth: depth + 1))
      if take(UInt8(ascii: "]")) { return .array(values) }
      guard take(UInt8(ascii: ",")) else { throw malformed("no comma or ] in an array") }
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Malformed) -> JSONValue {
    guard bytes[place...].starts(with: word.utf8) else { throw malformed("an unknown word") }
    place += word.utf8.count
    return value
  }

  private mutating func number() throws(Malformed) -> JSONValue {
    let start = place
    _ = take(UInt8(ascii: "-"))
    let whole = digits()
    let hasLeadingZero = whole > 1 && bytes[place - whole] == UInt8(ascii: "0")
    var isNumber = whole > 0 && !hasLeadingZero
    if take(UInt8(ascii: ".")) { isNumber = digits() > 0 && isNumber }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      isNumber = digits() > 0 && isNumber
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard isNumber, let value = Double(text), value.isFinite else {
      place = start
      throw malformed("no JSON value")
    }
    return .number(value)
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = next, 0x30...0x39 ~= byte { place += 1 }
    return place - start
  }

  private mutating func string() throws(Malformed) -> String {
    place += 1
    var text: [UInt8] = []
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        place += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        place += 1
        text += Array(String(try escape()).utf8)
      case ..<0x20: throw malformed("a control character in a string")
      default:
        text.append(byte)
        place += 1
      }
    }
    throw malformed("a string without its end")
  }

  private mutating func escape() throws(Malformed) -> Character {
    guard let byte = next else { throw malformed("an escape without its end") }
    place += 1
    switch byte {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Character(Unicode.Scalar(byte))
    case UInt8(ascii: "u"):
      let first = try unit()
      guard 0xD800..<0xDC00 ~= first else {
        guard let scalar = Unicode.Scalar(first) else { throw malformed("half a surrogate pair") }
        return Character(scalar)
      }
      guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
        throw malformed("half a surrogate pair")
      }
      let second = try unit()
      guard 0xDC00..<0xE000 ~= second,
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw malformed("half a surrogate pair") }
      return Character(scalar)
    default: throw malformed("an unknown escape")
    }
  }

  /// Four hexadecimal digits.
  private mutating func unit() throws(Malformed) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw malformed("an escape without four digits")
      }
      value = value << 4 + UInt32(digit)
      place += 1
    }
    return value
  }
}

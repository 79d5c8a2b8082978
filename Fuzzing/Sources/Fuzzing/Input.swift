/// What the fuzzer made up, read from its start. Past its end there are zeroes.
public struct Input {
  /// What has not been read yet.
  public private(set) var rest: ArraySlice<UInt8>

  /// - Parameters:
  ///   - start: the first byte, as libFuzzer hands it over; valid during the call only.
  ///   - count: how many bytes there are.
  public init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
    rest = unsafe Array(UnsafeBufferPointer(start: start, count: count))[...]
  }

  public var isEmpty: Bool { rest.isEmpty }

  /// The rest as text; what is not UTF-8 becomes U+FFFD.
  public var text: String { String(decoding: rest, as: UTF8.self) }

  /// One byte.
  public mutating func byte() -> UInt8 { rest.popFirst() ?? 0 }

  /// A number from 0 to `count - 1`.
  public mutating func number(below count: Int) -> Int {
    let wide = count > 256 ? Int(byte()) << 8 : 0
    return count > 0 ? (wide | Int(byte())) % count : 0
  }

  /// One of a list that is not empty.
  public mutating func choice<Value>(of values: [Value]) -> Value {
    values[number(below: values.count)]
  }

  /// Everything up to a byte, which is left out, or to the end.
  public mutating func part(endedBy end: UInt8) -> ArraySlice<UInt8> {
    let part = rest.prefix { $0 != end }
    rest = rest.dropFirst(part.count + 1)
    return part
  }
}

/// Ends the process, so that libFuzzer keeps the input, where something that always holds does not.
public func require(
  _ holds: Bool, _ message: @autoclosure () -> String, file: StaticString = #file,
  line: UInt = #line
) {
  if !holds { fatalError(message(), file: file, line: line) }
}

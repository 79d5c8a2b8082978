/// Joe and Kuo's Sobol' sequence, 32 bits, in Gray-code order from point 0, with a digital shift;
/// model.md 8.1 and 8.2.
public enum SobolSequence {
  /// How many dimensions are known.
  public static var dimensions: Int { DirectionNumbers.dimensions }

  /// The first `count` integers of a dimension, from 0, without the shift.
  public static func integers(dimension: Int, count: Int) -> [UInt32] {
    let numbers = DirectionNumbers.numbers(dimension: dimension)
    var integers: [UInt32] = []
    integers.reserveCapacity(count)
    var x: UInt32 = 0
    for n in 0..<max(count, 0) {
      if n > 0 { x ^= numbers[n.trailingZeroBitCount] }
      integers.append(x)
    }
    return integers
  }

  /// The shifts of the first `count` dimensions.
  public static func shifts(seed: UInt64, count: Int) -> [UInt32] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in UInt32(generator.next() >> 32) }
  }

  /// Numbers of a dimension in (0, 1): `u = ((x ⊕ shift) + ½)/2³²`.
  static func uniforms(dimension: Int, count: Int, shift: UInt32) -> [Double] {
    integers(dimension: dimension, count: count).map { (Double($0 ^ shift) + 0.5) * 0x1p-32 }
  }

  /// Standard normals of a dimension: `e = Φ⁻¹(u)`.
  static func normals(dimension: Int, count: Int, shift: UInt32) -> [Double] {
    uniforms(dimension: dimension, count: count, shift: shift).map(normalQuantile)
  }
}

/// SplitMix64: the sequence for a seed never changes.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

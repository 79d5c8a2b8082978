/// Points of the Sobol' sequence in the unit cube, one after the other, with a digital shift; so many
/// as are asked for take no memory.
public struct SobolPoints: Sendable {
  private let numbers: [[UInt32]]
  private let shifts: [UInt32]
  private var integers: [UInt32]
  private var place: UInt32 = 0

  /// At most ``SobolSequence/dimensions``.
  public init(dimensions: Int, seed: UInt64) {
    numbers = (0..<dimensions).map { DirectionNumbers.numbers(dimension: $0) }
    shifts = SobolSequence.shifts(seed: seed, count: dimensions)
    integers = Array(repeating: 0, count: dimensions)
  }

  /// The next point, each coordinate in (0, 1).
  public mutating func next() -> [Double] {
    if place > 0 {
      let bit = place.trailingZeroBitCount
      for dimension in integers.indices { integers[dimension] ^= numbers[dimension][bit] }
    }
    place &+= 1
    return zip(integers, shifts).map { (Double($0 ^ $1) + 0.5) * 0x1p-32 }
  }
}

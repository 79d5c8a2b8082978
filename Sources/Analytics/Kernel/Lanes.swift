#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Several draws side by side: the kernel computes them at once, with the same bits as one by one.
typealias Lanes = SIMD8<Double>

extension Lanes {
  static let zero = Lanes(repeating: 0)
  static let one = Lanes(repeating: 1)

  /// Vectors in a block of 64 draws.
  static let block = 64 / scalarCount

  /// `body` of each lane.
  @inline(__always)
  func mapped(_ body: (Double) -> Double) -> Lanes {
    var result = Lanes()
    for lane in 0..<Lanes.scalarCount { result[lane] = body(self[lane]) }
    return result
  }
}

/// The lesser of each pair. `pointwiseMin` is several times slower: it looks for NaN.
@inline(__always)
func lesser(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .< a) }

/// The greater of each pair.
@inline(__always)
func greater(_ a: Lanes, _ b: Lanes) -> Lanes { a.replacing(with: b, where: b .> a) }

func exponential(_ x: Lanes) -> Lanes { x.mapped { exp($0) } }
func logarithm(_ x: Lanes) -> Lanes { x.mapped { log($0) } }

/// Each base to its exponent.
func power(_ base: Lanes, _ exponent: Lanes) -> Lanes {
  var result = Lanes()
  for lane in 0..<Lanes.scalarCount { result[lane] = pow(base[lane], exponent[lane]) }
  return result
}

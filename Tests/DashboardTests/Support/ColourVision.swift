import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How colours look to people, and how far apart they then are.
enum ColourVision: String, CaseIterable, Sendable {
  case usual, protanopia, deuteranopia, tritanopia

  /// Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision
  /// deficiency", IEEE TVCG 15(6), 2009: severity 1, over linear RGB, row by row.
  private var matrix: [Double] {
    switch self {
    case .usual: [1, 0, 0, 0, 1, 0, 0, 0, 1]
    case .protanopia:
      [
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998,
      ]
    case .deuteranopia:
      [
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
        0.968881,
      ]
    case .tritanopia:
      [
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900,
      ]
    }
  }

  typealias Lab = (l: Double, a: Double, b: Double)

  /// CIELAB under D65 of a colour 0xRRGGBB as it is seen.
  func lab(_ rgb: UInt32) -> Lab {
    let linear = [rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255].map { part -> Double in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    func times(_ matrix: [Double], _ v: [Double]) -> [Double] {
      (0..<3).map { row in (0..<3).reduce(0) { $0 + matrix[row * 3 + $1] * v[$1] } }
    }
    let seen = times(matrix, linear).map { min(max($0, 0), 1) }
    let xyz = times(
      [
        0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920,
        0.9503041,
      ], seen)
    let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white -> Double in
      let t = value / white
      return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116
    }
    return (116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2]))
  }

  /// CIEDE2000 (Sharma, Wu, Dalal 2005) of two colours as they are seen.
  func distance(_ one: UInt32, _ other: UInt32) -> Double {
    Self.difference(lab(one), lab(other))
  }

  static func difference(_ one: Lab, _ other: Lab) -> Double {
    func degrees(_ value: Double) -> Double { value * 180 / .pi }
    func radians(_ value: Double) -> Double { value * .pi / 180 }
    let mean = (hypot(one.a, one.b) + hypot(other.a, other.b)) / 2
    let g = 0.5 * (1 - sqrt(pow(mean, 7) / (pow(mean, 7) + pow(25, 7))))
    let (a1, a2) = ((1 + g) * one.a, (1 + g) * other.a)
    let (c1, c2) = (hypot(a1, one.b), hypot(a2, other.b))
    func hue(_ a: Double, _ b: Double) -> Double {
      let h = degrees(atan2(b, a))
      return h < 0 ? h + 360 : h
    }
    let (h1, h2) = (hue(a1, one.b), hue(a2, other.b))
    var turn = c1 * c2 == 0 ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    var middle = h1 + h2
    if c1 * c2 != 0 {
      middle = abs(h1 - h2) <= 180 ? middle / 2 : middle < 360 ? middle / 2 + 180 : middle / 2 - 180
    }
    let t =
      1 - 0.17 * cos(radians(middle - 30)) + 0.24 * cos(radians(2 * middle))
      + 0.32 * cos(radians(3 * middle + 6)) - 0.2 * cos(radians(4 * middle - 63))
    let (l, c) = ((one.l + other.l) / 2, (c1 + c2) / 2)
    let lightness =
      (other.l - one.l) / (1 + 0.015 * pow(l - 50, 2) / sqrt(20 + pow(l - 50, 2)))
    let chroma = (c2 - c1) / (1 + 0.045 * c)
    let shade = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * c * t)
    let rotation =
      -sin(radians(60 * exp(-pow((middle - 275) / 25, 2)))) * 2
      * sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7)))
    return sqrt(
      lightness * lightness + chroma * chroma + shade * shade + rotation * chroma * shade)
  }
}

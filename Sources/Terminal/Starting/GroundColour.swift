#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The colour that a terminal says its ground has.
public struct GroundColour: Equatable, Sendable {
  /// 0 to 1.
  public var red, green, blue: Double

  public init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// From a terminal's answer, as X writes colours: `rgb:` with one to four hexadecimal digits a
  /// part, or `rgba:` with a fourth part.
  public init?(answer: String) {
    let halves = answer.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2, ["rgb", "rgba"].contains(halves[0]) else { return nil }
    let parts = halves[1].split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == (halves[0] == "rgb" ? 3 : 4) else { return nil }
    var values: [Double] = []
    for part in parts.prefix(3) {
      guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
        let value = Int(part, radix: 16)
      else { return nil }
      values.append(Double(value) / Double((1 << (4 * part.utf8.count)) - 1))
    }
    self.init(red: values[0], green: values[1], blue: values[2])
  }

  /// Whether dark letters stand out better on it than light ones: relative luminance of WCAG 2.2.
  public var isLight: Bool {
    func linear(_ part: Double) -> Double {
      part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    // Black and white stand out equally at 0.179.
    return luminance > 0.179
  }

  /// Whether a terminal of this type is asked at all: consoles without such questions would print
  /// them.
  public static func isToBeAsked(type: String) -> Bool {
    let silent = ["", "dumb", "linux", "ansi", "cons25", "sun", "wsvt25", "emacs", "eterm"]
    return !silent.contains { $0.isEmpty ? type.isEmpty : type.lowercased().hasPrefix($0) }
      && !type.lowercased().hasPrefix("vt")
  }
}

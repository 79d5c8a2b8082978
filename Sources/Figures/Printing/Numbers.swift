#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How numbers are printed: the rounding rules of the model's specification, section 7.
///
/// £bn has one decimal below 10 and none above; £m goes to the nearest 10 above 100; shares have
/// one decimal below 10%. A number that is not finite prints as `n/a`, never as NaN.
public enum Numbers {
  /// How much room there is for a unit.
  public enum Room: Sendable {
    /// `£45bn`: a narrow cell.
    case narrow
    /// `£45 billion`: prose and titles.
    case prose
  }

  /// The sign of numbers below nothing in all that people read: U+2212, which voices speak and
  /// which is as wide as a digit. What is typed, and numbers in CSV and JSON, have the hyphen.
  public static let minus = "\u{2212}"

  /// Money given in £bn: `£45bn`, `£3.0bn`, `£540m`, `−£31bn`, `£0`.
  public static func billions(_ value: Double, _ room: Room = .narrow) -> String {
    guard value.isFinite else { return "n/a" }
    let size = abs(value)
    // What rounds to a thousand million is a billion.
    if size < 0.995 { return millions(value * 1000, room) }
    return money(
      value, decimal(size, places: size < 9.95 ? 1 : 0), room == .narrow ? "bn" : " billion")
  }

  /// Money given in £m: `£540m`, `£73m`, `£0.4m`, `£0.03m`, `<£100`.
  public static func millions(_ value: Double, _ room: Room = .narrow) -> String {
    guard value.isFinite else { return "n/a" }
    let size = abs(value)
    if size < nothing { return "\(Money.sign)0" }
    if size < 0.000_05 { return value > 0 ? "<\(Money.sign)100" : ">" + minus + "\(Money.sign)100" }
    let digits =
      size >= 100
      ? decimal((size / 10).rounded() * 10, places: 0)
      : telling(size, places: size >= 9.95 ? 0 : 1)
    return money(value, digits, room == .narrow ? "m" : " million")
  }

  private static func money(_ value: Double, _ digits: String, _ unit: String) -> String {
    sign(value, printed: digits) + Money.sign + digits + unit
  }

  /// Money in £m as departments return it: `£277m`, `£76.0m`, `£0.031m`, `£0m`. One decimal below
  /// 100, three where that would print as nothing.
  public static func returned(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    return money(value, bareReturned(abs(value)), "m")
  }

  /// The same for a column headed £m: `277`, `76.0`, `0.031`.
  public static func bareReturned(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    let size = abs(value)
    guard size > 0 else { return "0" }
    let digits = decimal(size, places: size >= 99.95 ? 0 : size >= 0.05 ? 1 : 3)
    return sign(value, printed: digits) + digits
  }

  /// A change in £bn with its sign: `+£9.8bn`, `−£2.0bn`, `no change`.
  public static func changeInBillions(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    if abs(value) < nothing { return "no change" }
    return value > 0 ? "+" + billions(value) : billions(value)
  }

  /// A figure in £bn without a unit, for a column headed £bn: `45`, `3.0`, `0.1`, `0.02`.
  public static func bareBillions(_ value: Double) -> String {
    telling(value, places: abs(value) >= 9.95 ? 0 : 1)
  }

  /// A number with so many decimals, or with as many more as it takes until it does not read as
  /// nothing: `3.0`, `0.02`; what is nearer to nothing than `least` is said to be: `<0.0001`.
  public static func telling(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "n/a" }
    if abs(value) < nothing { return "0" }
    for more in places...max(places, most) {
      let text = decimal(value, places: more)
      if says(text) { return text }
    }
    let least = "0." + String(repeating: "0", count: most - 1) + "1"
    return value > 0 ? "<" + least : ">" + minus + least
  }

  /// The most decimals that a number gets so that it can be told from nothing.
  private static let most = 4
  /// What is smaller is an error of computing.
  private static let nothing = 1e-9

  /// Whether a printed number does not read as nothing.
  private static func says(_ text: String) -> Bool {
    text.contains { ("1"..."9").contains($0) }
  }

  /// A share of 0 to 1 as a percentage: `28%`, `5.9%`.
  public static func share(_ value: Double) -> String { percent(value * 100) }

  /// A percentage: `28%`, `5.9%`, `0%`.
  public static func percent(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    let size = abs(value)
    let whole = size >= 0.5 && abs(size - size.rounded()) < 0.005
    return telling(value, places: whole || size >= 9.95 ? 0 : 1) + "%"
  }

  /// A count with thousands apart: `100,000`, `58.5`.
  public static func count(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    let size = abs(value)
    let whole = abs(size - size.rounded()) < 1e-9
    let places = whole || size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3
    if size < 0.000_5 { return size < nothing ? "0" : significantly(value) }
    let digits = trimmed(decimal(size, places: places), if: !whole)
    return sign(value, printed: digits) + digits
  }

  /// A plain number with so many decimals (15 at most) and thousands apart; rounds half away from
  /// zero. One with more digits than can be told apart is printed as Swift prints it.
  public static func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "n/a" }
    var power: Int64 = 1
    for _ in 0..<min(places, 15) { power *= 10 }
    let scaled = (abs(value) * Double(power)).rounded()
    guard scaled < 9e15 else { return (value < 0 ? minus : "") + "\(abs(value))" }
    let (whole, rest) = Int64(scaled).quotientAndRemainder(dividingBy: power)
    var text = grouped(whole)
    if places > 0 {
      let digits = String(rest)
      text += "." + String(repeating: "0", count: max(min(places, 15) - digits.count, 0)) + digits
    }
    return value < 0 && scaled > 0 ? minus + text : text
  }

  /// A number with as few decimals as a person would type: at most four, none that say nothing,
  /// but as many as it takes to tell it from nothing.
  public static func typed(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    let size = abs(value)
    guard size < nothing || size >= 0.000_05 else { return significantly(value) }
    let text = trimmed(decimal(size, places: 4), if: true)
    return sign(value, printed: text) + text
  }

  /// A very small number with its first digit: `0.00002`.
  private static func significantly(_ value: Double) -> String {
    var places = 1
    while places < 15, !says(decimal(value, places: places)) { places += 1 }
    return decimal(value, places: places)
  }

  /// A number to three digits, however small: `1,024`, `12.3`, `0.00953`; 0 only for nought.
  public static func significant(_ value: Double) -> String {
    guard value.isFinite else { return "n/a" }
    let size = abs(value)
    guard size > 0 else { return "0" }
    // 9.995 has as many digits before the point as 10.
    let places = 2 - Int(log10(size * 1.0005).rounded(.down))
    return places > 15
      ? sign(value, printed: "\(size)") + "\(size)" : decimal(value, places: max(places, 0))
  }

  /// Splits a total into whole parts that add up to it: everything is rounded down, then the
  /// largest fractions get one more, ties in order.
  ///
  /// - Parameters:
  ///   - parts: shares of any scale; negative ones count as zero.
  ///   - total: what the whole numbers add up to.
  /// - Returns: as many integers as parts, with sum `total`; zeros when the parts sum to nothing.
  public static func largestRemainder(_ parts: [Double], total: Int) -> [Int] {
    let sizes = parts.map { $0.isFinite ? max($0, 0) : 0 }
    let sum = sizes.reduce(0, +)
    guard sum > 0 else { return parts.map { _ in 0 } }
    let exact = sizes.map { $0 / sum * Double(total) }
    var whole = exact.map { Int($0.rounded(.down)) }
    let order = exact.indices.sorted {
      let (a, b) = (exact[$0] - Double(whole[$0]), exact[$1] - Double(whole[$1]))
      return a != b ? a > b : $0 < $1
    }
    for index in order.prefix(max(total - whole.reduce(0, +), 0)) { whole[index] += 1 }
    return whole
  }

  /// A minus where a number is below nothing and does not print as nothing.
  static func sign(_ value: Double, printed: String) -> String {
    value < 0 && says(printed) ? minus : ""
  }

  private static func trimmed(_ text: String, if wanted: Bool) -> String {
    guard wanted, text.utf8.contains(UInt8(ascii: ".")) else { return text }
    var kept = text.utf8[...]
    while kept.last == UInt8(ascii: "0") { kept.removeLast() }
    if kept.last == UInt8(ascii: ".") { kept.removeLast() }
    return String(Substring(kept))
  }

  private static func grouped(_ value: Int64) -> String {
    guard value >= 1000 else { return String(value) }
    let (thousands, rest) = value.quotientAndRemainder(dividingBy: 1000)
    let digits = String(rest)
    return grouped(thousands) + "," + String(repeating: "0", count: 3 - digits.count) + digits
  }
}

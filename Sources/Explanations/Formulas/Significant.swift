import Analytics
import Figures

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A number to six significant digits, as formulas print it: `143.938`, `0.0799009`, `1.2e−07`.
func significant(_ value: Double) -> String {
  guard value.isFinite else { return "undefined" }
  guard value != 0 else { return "0" }
  let power = Int(log10(abs(value)).rounded(.down))
  if power < -5 {
    return significant(value / pow(10, Double(power))) + "e" + Numbers.minus
      + (power > -10 ? "0" : "") + "\(-power)"
  }
  guard power < 15 else { return Decimal.text(value).replacing("-", with: Numbers.minus) }
  let places = max(0, 5 - power)
  let scale = pow(10, Double(places))
  let scaled = (abs(value) * scale).rounded()
  let whole = Int64(scaled / scale)
  let rest = Int64(scaled - Double(whole) * scale)
  var text = "\(whole)"
  if rest > 0 {
    let digits = "\(rest)"
    text += "." + String(repeating: "0", count: places - digits.count) + digits
    while text.last == "0" { text.removeLast() }
  }
  return value < 0 ? Numbers.minus + text : text
}

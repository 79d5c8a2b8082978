import Datasets
import TestSupport
import Testing

/// The contract's grammar of numbers, and the nearest binary64 value to each.
@Suite struct NumeralTests {
  @Test(arguments: [
    ("0", 0), ("-0", -0.0), ("7", 7), ("+7", 7), ("-7.25", -7.25), ("5.", 5), (".5", 0.5),
    ("-.5e1", -5), ("1e3", 1000), ("1E+3", 1000), ("25e-1", 2.5), ("0.1", 0.1),
    ("007", 7), ("123456789012345678901234567890", 123_456_789_012_345_678_901_234_567_890.0),
    ("9007199254740993", 9_007_199_254_740_993.0), ("0.1000000000000000055511151231257827", 0.1),
    ("2.2250738585072014e-308", .leastNormalMagnitude), ("4.9e-324", .leastNonzeroMagnitude),
    ("1.7976931348623157e308", 1.7976931348623157e308), ("1e-400", 0),
    ("0e999999999999999999999", 0), ("123456e-23", 123456e-23),
  ]) func isRead(_ text: String, _ value: Double) {
    #expect(Numeral.double(text)?.bitPattern == value.bitPattern)
  }

  @Test(arguments: [
    "", " ", "+", "-", ".", "e5", ".e5", "1e", "1e+", "1 ", " 1", "1,5", "1_000", "0x10", "nan",
    "inf", "-inf", "infinity", "1e999", "--1", "+-1", "1.2.3", "1e1.5", "1e5x", "١", "½", "1\0",
  ]) func isRefused(_ text: String) {
    #expect(Numeral.double(text) == nil)
  }

  @Test func everyDoubleReadsBackFromItsShortestForm() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      if value.isFinite, Numeral.double("\(value)")?.bitPattern != value.bitPattern {
        Issue.record("\(value) does not read back")
      }
    }
  }

  @Test func decimalsOfAFewDigitsAreTheNearestDouble() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<20_000 {
      let digits = String(UInt64.random(in: 0..<1 << 60, using: &generator))
      let text =
        "\(digits.prefix(Int.random(in: 1...18, using: &generator)))"
        + "e\(Int.random(in: -30...30, using: &generator))"
      if Numeral.double(text) != Double(text) { Issue.record("\(text) is not the nearest") }
    }
  }
}

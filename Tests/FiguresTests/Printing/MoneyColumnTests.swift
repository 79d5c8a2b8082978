import Figures
import Testing

/// Sums that stand together have one unit, and none that is not nothing reads as nothing.
@Suite("Columns of money")
struct MoneyColumnTests {
  @Test(
    arguments: [
      ([23.1, 0.46, 0.0095], ["£23bn", "£0.46bn", "£0.0095bn"]),
      ([1.7, 0.59, 0.082, 0], ["£1.7bn", "£0.59bn", "£0.082bn", "£0"]),
      ([0.46, 0.038, 0.0013], ["£460m", "£38m", "£1.3m"]),
      ([0.0095, -0.000_02], ["£9.5m", "−£0.02m"]),
      ([0.005, 0.000_000_01], ["£5.0m", "<£0.0001m"]),
      ([0, 0], ["£0", "£0"]),
      ([-102, 98, 11], ["−£102bn", "£98bn", "£11bn"]),
    ] as [([Double], [String])])
  func unitOfTheLargest(values: [Double], texts: [String]) {
    let column = MoneyColumn(values)
    #expect(values.map { column.text($0) } == texts)
  }

  @Test("Without the unit")
  func bare() {
    let column = MoneyColumn([0.12, nil, 0.0079])
    #expect(column.unit == "£m")
    #expect([0.12, 0.0079, .nan].map { column.bare($0) } == ["120", "7.9", "n/a"])
  }

  @Test(
    "Printed differences subtract",
    arguments: [
      (31.24, 44.61, "£31.2bn", "£44.6bn", "−£13.4bn"),
      (20.4, 19.2, "£20.4bn", "£19.2bn", "£1.2bn"),
      (12, 2, "£12bn", "£2bn", "£10bn"),
      (14.2, 9.1, "£14.2bn", "£9.1bn", "£5.1bn"),
      (0.46, 0.4, "£460m", "£400m", "£60m"),
      (0.464, 0.396, "£464m", "£396m", "£68m"),
      (31.24, 31.24, "£31bn", "£31bn", "£0"),
      (31.24, 31.22, "£31.24bn", "£31.22bn", "£0.02bn"),
      (0, 0.003, "£0", "£3.0m", "−£3.0m"),
      (5.3, 5.208, "£5.30bn", "£5.21bn", "£0.09bn"),
    ] as [(Double, Double, String, String, String)])
  func subtract(
    _ first: Double, _ second: Double, a: String, b: String, difference: String
  ) {
    let printed = MoneyColumn([first, second]).subtracting(first, second)
    #expect(printed == (a, b, difference))
  }

  @Test("Of many pairs each printed difference is the difference of the printed")
  func subtractAlways() throws {
    var state: UInt64 = 1
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let first = Double(state >> 40) / 1e5 - 80
      let second = Double((state >> 20) & 0xFF_FFFF) / 1e5 - 80
      let printed = MoneyColumn([first, second]).subtracting(first, second, hasUnits: false)
      let numbers = try [printed.first, printed.second, printed.difference].map { text in
        try #require(Double(text.map { $0 == "−" ? "-" : String($0) }.joined()))
      }
      #expect(abs(numbers[0] - numbers[1] - numbers[2]) < 1e-9, "\(printed)")
    }
  }

  @Test(
    "Parts are printed so that they add up to their printed sum",
    arguments: [
      (
        [12.86, 1.84, 1.83, 0.48, 3.36], ["£12.9bn", "£1.8bn", "£1.8bn", "£0.5bn", "£3.4bn"],
        "£20.4bn"
      ),
      ([0.205, 0.013, 0.031, 0.054, 0.138], ["£205m", "£13m", "£31m", "£54m", "£138m"], "£441m"),
      ([2, 0.004], ["£2.000bn", "£0.004bn"], "£2.004bn"), ([0, 0], ["£0", "£0"], "£0"),
      ([3.25, -1.25], ["£3.3bn", "−£1.3bn"], "£2.0bn"),
    ] as [([Double], [String], String)])
  func sum(_ parts: [Double], texts: [String], total: String) {
    let printed = MoneyColumn([parts.reduce(0, +)]).summing(parts)
    #expect(printed.parts == texts && printed.sum == total)
  }

  @Test("Of many sums the printed parts add up") func sumAlways() throws {
    var state: UInt64 = 3
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24)
    }
    for _ in 0..<2000 {
      let parts = (0..<5).map { _ in next() * next() * 10 }
      let printed = MoneyColumn([parts.reduce(0, +)]).summing(parts, hasUnits: false)
      let numbers = try (printed.parts + [printed.sum]).map { try #require(Double($0)) }
      #expect(abs(numbers[0..<5].reduce(0, +) - numbers[5]) < 1e-6, "\(printed)")
    }
  }
}

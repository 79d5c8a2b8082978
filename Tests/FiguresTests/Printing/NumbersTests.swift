import Figures
import Testing

/// The rounding rules: £bn one decimal below 10 and whole above, £m to the nearest 10 above 100.
@Suite("Numbers")
struct NumbersTests {
  @Test(
    "Money in £bn",
    arguments: [
      PrintingCase(45, "£45bn"), PrintingCase(3, "£3.0bn"), PrintingCase(0, "£0"),
      PrintingCase(9.94, "£9.9bn"), PrintingCase(9.95, "£10bn"), PrintingCase(10.5, "£11bn"),
      PrintingCase(1234.4, "£1,234bn"), PrintingCase(-31.2, "−£31bn"), PrintingCase(-0.0, "£0"),
      // Below a billion in £m, which never prints a thousand of them.
      PrintingCase(0.54, "£540m"), PrintingCase(0.994, "£990m"), PrintingCase(0.9949, "£990m"),
      PrintingCase(0.995, "£1.0bn"), PrintingCase(0.9994, "£1.0bn"),
      PrintingCase(0.9995, "£1.0bn"), PrintingCase(-0.9994, "−£1.0bn"),
      PrintingCase(-0.0073, "−£7.3m"),
      // What is not nothing does not read as nothing.
      PrintingCase(0.000_04, "£0.04m"), PrintingCase(-0.000_004, "−£0.004m"),
      PrintingCase(0.000_000_04, "<£100"), PrintingCase(-0.000_000_04, ">−£100"),
      PrintingCase(.nan, "n/a"), PrintingCase(.infinity, "n/a"), PrintingCase(-.infinity, "n/a"),
    ])
  func billions(_ wanted: PrintingCase) {
    #expect(Numbers.billions(wanted.value) == wanted.text)
  }

  @Test(
    "Money in £m",
    arguments: [
      PrintingCase(540, "£540m"), PrintingCase(544.9, "£540m"), PrintingCase(545, "£550m"),
      PrintingCase(100, "£100m"), PrintingCase(99.95, "£100m"), PrintingCase(99.4, "£99m"),
      PrintingCase(73, "£73m"), PrintingCase(9.95, "£10m"), PrintingCase(9.94, "£9.9m"),
      PrintingCase(0.4, "£0.4m"), PrintingCase(0, "£0"), PrintingCase(-0.0, "£0"),
      PrintingCase(-104, "−£100m"), PrintingCase(-0.04, "−£0.04m"), PrintingCase(1500, "£1,500m"),
      PrintingCase(.nan, "n/a"), PrintingCase(.infinity, "n/a"),
    ])
  func millions(_ wanted: PrintingCase) {
    #expect(Numbers.millions(wanted.value) == wanted.text)
  }

  @Test("Prose has room for the unit's name")
  func prose() {
    let printed = [
      Numbers.billions(45, .prose), Numbers.billions(0.54, .prose), Numbers.billions(0, .prose),
      Numbers.millions(-73, .prose),
    ]
    #expect(printed == ["£45 billion", "£540 million", "£0", "−£73 million"])
  }

  @Test(
    "Changes carry their sign",
    arguments: [
      PrintingCase(9.8, "+£9.8bn"), PrintingCase(-2, "−£2.0bn"), PrintingCase(0, "no change"),
      PrintingCase(0.000_049, "+£0.05m"), PrintingCase(-1e-12, "no change"),
      PrintingCase(0.000_051, "+£0.1m"), PrintingCase(-0.000_051, "−£0.1m"),
      PrintingCase(.nan, "n/a"), PrintingCase(-.infinity, "n/a"),
    ])
  func changes(_ wanted: PrintingCase) {
    #expect(Numbers.changeInBillions(wanted.value) == wanted.text)
  }

  @Test(
    "£bn without its unit has one decimal below 10",
    arguments: [
      PrintingCase(45, "45"), PrintingCase(9.95, "10"), PrintingCase(9.94, "9.9"),
      PrintingCase(3, "3.0"), PrintingCase(0.095, "0.1"), PrintingCase(0.049, "0.05"),
      PrintingCase(0.07, "0.1"), PrintingCase(0.004, "0.004"), PrintingCase(-0.004, "−0.004"),
      PrintingCase(0.000_01, "<0.0001"), PrintingCase(-0.000_01, ">−0.0001"),
      PrintingCase(1e-15, "0"), PrintingCase(0, "0"), PrintingCase(-6.4, "−6.4"),
      PrintingCase(.nan, "n/a"),
    ])
  func bareBillions(_ wanted: PrintingCase) {
    #expect(Numbers.bareBillions(wanted.value) == wanted.text)
  }

  @Test(
    "Percentages",
    arguments: [
      PrintingCase(28, "28%"), PrintingCase(5.9, "5.9%"), PrintingCase(0, "0%"),
      PrintingCase(9.94, "9.9%"), PrintingCase(9.95, "10%"), PrintingCase(99.95, "100%"),
      PrintingCase(41.6, "42%"), PrintingCase(5.004, "5%"), PrintingCase(0.06, "0.1%"),
      PrintingCase(-124.3, "−124%"), PrintingCase(-0.001, "−0.001%"), PrintingCase(0.04, "0.04%"),
      PrintingCase(-0.0, "0%"),
      PrintingCase(.nan, "n/a"), PrintingCase(.infinity, "n/a"),
    ])
  func percentages(_ wanted: PrintingCase) {
    #expect(Numbers.percent(wanted.value) == wanted.text)
  }

  @Test(
    "Shares are a hundredth of percentages",
    arguments: [
      PrintingCase(0.28, "28%"), PrintingCase(0.059, "5.9%"), PrintingCase(1, "100%"),
      PrintingCase(0, "0%"), PrintingCase(.nan, "n/a"),
    ])
  func shares(_ wanted: PrintingCase) {
    #expect(Numbers.share(wanted.value) == wanted.text)
  }

  @Test(
    "Counts",
    arguments: [
      PrintingCase(100_000, "100,000"), PrintingCase(58.5, "58.5"), PrintingCase(0, "0"),
      PrintingCase(1_234_567, "1,234,567"), PrintingCase(999, "999"), PrintingCase(1000, "1,000"),
      PrintingCase(999.96, "1,000"), PrintingCase(1000.5, "1,001"), PrintingCase(99.999, "100"),
      PrintingCase(14.5, "14.5"), PrintingCase(0.15, "0.15"), PrintingCase(0.1234, "0.123"),
      PrintingCase(-319, "−319"), PrintingCase(-0.25, "−0.25"), PrintingCase(-0.0, "0"),
      PrintingCase(-0.0001, "−0.0001"), PrintingCase(1e-12, "0"), PrintingCase(.nan, "n/a"),
      PrintingCase(.infinity, "n/a"),
    ])
  func counts(_ wanted: PrintingCase) {
    #expect(Numbers.count(wanted.value) == wanted.text)
  }

  @Test(
    "Decimals round half away from zero",
    arguments: [
      (2.5, 0, "3"), (-2.5, 0, "−3"), (0.125, 2, "0.13"), (1.05, 3, "1.050"), (12, 2, "12.00"),
      (1234.5, 1, "1,234.5"), (-0.04, 1, "0.0"), (0.999, 2, "1.00"), (Double.nan, 2, "n/a"),
      // Past the digits that a number of this size has.
      (1.5, 20, "1.500000000000000"), (1e15, 0, "1,000,000,000,000,000"), (1e16, 0, "1e+16"),
      (999_999_999_999_999, 1, "999999999999999.0"),
      (990_000_000_000_000, 4, "990000000000000.0"),
    ] as [(Double, Int, String)])
  func decimals(value: Double, places: Int, text: String) {
    #expect(Numbers.decimal(value, places: places) == text)
  }

  @Test(
    "Typed numbers say nothing that need not be said",
    arguments: [
      PrintingCase(0.25, "0.25"), PrintingCase(7, "7"), PrintingCase(0.035, "0.035"),
      PrintingCase(0.123_46, "0.1235"), PrintingCase(-1.50, "−1.5"), PrintingCase(100, "100"),
      PrintingCase(-0.000_01, "−0.00001"), PrintingCase(1e-12, "0"),
      PrintingCase(990_000_000_000_000, "990000000000000"),
      PrintingCase(.nan, "n/a"), PrintingCase(-.infinity, "n/a"),
    ])
  func typed(_ wanted: PrintingCase) {
    #expect(Numbers.typed(wanted.value) == wanted.text)
  }

  @Test(
    "Three digits, however small; nought alone is 0",
    arguments: [
      (1024, "1,024"), (100, "100"), (99.96, "100"), (99.94, "99.9"), (12.34, "12.3"),
      (9.996, "10.0"), (9.994, "9.99"), (1, "1.00"), (0.5, "0.500"), (0.00953, "0.00953"),
      (0.0000534342, "0.0000534"), (-0.25, "−0.250"), (0, "0"), (1e-20, "1e-20"),
      (.nan, "n/a"),
    ] as [(Double, String)])
  func significant(value: Double, text: String) {
    #expect(Numbers.significant(value) == text)
  }
}

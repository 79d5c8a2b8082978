import Figures
import Testing

/// Published figures in their own units: they keep the digits that they were published with.
@Suite("Quantities")
struct QuantitiesTests {
  @Test(
    "A value in its unit",
    arguments: [
      (45, "£bn a year", "£45bn a year", "£45bn", "a year"),
      (14.5, "£bn", "£14.5bn", "£14.5bn", ""),
      (4, "£bn", "£4bn", "£4bn", ""),
      (-0.5, "£bn", "−£0.5bn", "−£0.5bn", ""),
      (500, "£m a year", "£500m a year", "£500m", "a year"),
      (182, "£ thousand", "£182k", "£182k", ""),
      (61, "£ thousand a year", "£61k a year", "£61k", "a year"),
      (71_429, "£ a post", "£71,429 a post", "£71,429", "a post"),
      (8.62, "£ a contact", "£8.62 a contact", "£8.62", "a contact"),
      (8.6, "£", "£8.60", "£8.60", ""),
      (28, "%", "28%", "28%", ""),
      (14.5, "% of staff", "14.5% of staff", "14.5%", "of staff"),
      (-3, "%", "−3%", "−3%", ""),
      (1, "systems", "1 system", "1", "systems"),
      (1, "people", "1 person", "1", "people"),
      (1, "incidents a week", "1 incident a week", "1", "incidents a week"),
      (1, "million people", "1 million people", "1 million", "people"),
      (1, "£bn a year", "£1bn a year", "£1bn", "a year"),
      (11, "systems", "11 systems", "11", "systems"),
      (319, "systems", "319 systems", "319", "systems"),
      (100_000, "calls a day", "100,000 calls a day", "100,000", "calls a day"),
      // Words that scale the number stay with it.
      (2, "million", "2 million", "2 million", ""),
      (13.4, "million people", "13.4 million people", "13.4 million", "people"),
      (7, "thousand posts", "7 thousand posts", "7 thousand", "posts"),
      (1.5, "billion visits a year", "1.5 billion visits a year", "1.5 billion", "visits a year"),
      // A word that only begins like one of them does not scale.
      (3, "millionaires", "3 millionaires", "3", "millionaires"),
      // What is no number is printed as such, and what is little is not nothing.
      (.nan, "£bn", "n/a", "n/a", ""), (-0.000_01, "£bn", "−£0.00001bn", "−£0.00001bn", ""),
    ] as [(Double, String, String, String, String)])
  func values(_ value: Double, unit: String, whole: String, bare: String, words: String) {
    let printed = [
      Numbers.quantity(value: value, unit: unit), Numbers.bare(value: value, unit: unit),
      Numbers.words(of: unit),
    ]
    #expect(printed == [whole, bare, words])
  }

  @Test(
    "Ranges and bounds",
    arguments: [
      (nil, 10, 50, "%", "10% to 50%", "10% to 50%"),
      (nil, 45, 87, "£bn a year", "£45bn to £87bn a year", "£45bn to £87bn"),
      (nil, 2, 3, "million people", "2 to 3 million people", "2 to 3 million"),
      (nil, 500, nil, "systems", "at least 500 systems", "at least 500"),
      (nil, nil, 500, "£m", "up to £500m", "up to £500m"),
      (nil, nil, nil, "%", "", ""),
      // A value that is its own bound is said to be one: "over 45", "up to 500".
      (45, 45, nil, "£bn a year", "at least £45bn a year", "£45bn+"),
      (500, nil, 500, "£m a year", "up to £500m a year", "up to £500m"),
      (28, 28, 28, "%", "28%", "28%"),
      // The value goes before its bounds.
      (60, 55, 81, "£bn", "£60bn", "£60bn"),
    ] as [(Double?, Double?, Double?, String, String, String)])
  func ranges(
    _ value: Double?, low: Double?, high: Double?, unit: String, whole: String, bare: String
  ) {
    let printed = [
      Numbers.quantity(value: value, low: low, high: high, unit: unit),
      Numbers.bare(value: value, low: low, high: high, unit: unit),
    ]
    #expect(printed == [whole, bare])
  }

  @Test(
    "A unit is its symbol or multiplier and its words, and nothing is lost between them",
    arguments: [
      "£bn a year", "£m", "£ thousand a post", "£ a contact", "% of staff", "million people",
      "systems", "thousand", "billion visits a year",
    ])
  func parts(of unit: String) {
    let bare = Numbers.bare(value: 3, unit: unit)
    let words = Numbers.words(of: unit)
    let whole = Numbers.quantity(value: 3, unit: unit)
    #expect(words.isEmpty ? whole == bare : whole == bare + " " + words)
  }
}

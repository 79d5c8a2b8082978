/// Words that say another time than a month: `year ending`, `quarterly`, `to date`.
struct SpanPhrase {
  let words: [String]
  /// For a message.
  let meaning: String
  /// Whether the values are summed up since an earlier month.
  let isCumulative: Bool

  private init(_ words: String, _ meaning: String, isCumulative: Bool = false) {
    self.words = words.split(separator: " ").map(String.init)
    (self.meaning, self.isCumulative) = (meaning, isCumulative)
  }

  /// Longer ones before those that they begin with.
  static let all: [SpanPhrase] =
    ["year to date", "ytd", "fytd"].map {
      SpanPhrase($0, "the year to date", isCumulative: true)
    } + [
      SpanPhrase("to date", "a time to date", isCumulative: true),
      SpanPhrase("qtd", "a quarter to date", isCumulative: true),
      SpanPhrase("cumulative", "a cumulative time", isCumulative: true),
      SpanPhrase("cumulatively", "a cumulative time", isCumulative: true),
      SpanPhrase("rolling", "a rolling time"),
    ]
    + [
      "year ending", "year ended", "year end", "yearend", "year to", "full year", "whole year",
      "annual", "annually", "annualised", "annualized", "yearly", "per annum", "per year", "p a",
      "twelvemonth",
    ].map { SpanPhrase($0, "a year") }
    + [
      "half year", "half yearly", "first half", "second half", "biannual",
    ].map { SpanPhrase($0, "half a year") }
    + ["quarter", "quarters", "quarterly", "qtr", "qtrs"].map { SpanPhrase($0, "a quarter") }
    + ["bimonthly", "bi monthly"].map { SpanPhrase($0, "several months") }
    + [
      "week ending", "week ended", "week commencing", "weekly", "fortnight", "fortnightly",
      "per week",
    ].map { SpanPhrase($0, "weeks") }
    + ["daily", "per day"].map { SpanPhrase($0, "a day") }

  /// Those that begin with a word: nearly every word begins none.
  static let byFirst = Dictionary(grouping: all) { $0.words[0] }

  /// "Up to date", and what is called annual whatever the time: leave, bonuses.
  func isMeantOtherwise(before: String, after: String) -> Bool {
    switch words.first {
    case "to": before == "up"
    case "annual":
      ["leave", "bonus", "bonuses", "award", "awards", "salary", "salaries"].contains(after)
    default: false
    }
  }

  /// What stands between the ends of a span.
  static let joints: Set<String> = ["to", "and", "until", "till", "through", "thru", "up", "plus"]

  /// Numbers of months that are spans of their own.
  static let numbers = [
    "two": 2, "three": 3, "four": 4, "six": 6, "nine": 9, "twelve": 12, "eighteen": 18,
    "twentyfour": 24,
  ]
}

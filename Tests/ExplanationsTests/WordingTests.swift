import Explanations
import Figures
import Testing

/// Printed numbers, dates and signs in words.
@Suite struct WordingTests {
  @Test(arguments: [
    ("\u{2212}£102bn to £98bn", "minus 102 billion to 98 billion pounds"),
    ("-£1.8bn", "minus 1.8 billion pounds"), ("£45bn+", "at least 45 billion pounds"),
    ("over £45bn a year", "over 45 billion pounds a year"),
    ("at least £45bn+ a year", "at least 45 billion pounds a year"),
    ("£45bn to £87bn a year", "45 billion to 87 billion pounds a year"),
    (
      "in 8 of 10 runs between \u{2212}£3.4m and £2m",
      "in 8 of 10 runs between minus 3.4 million and 2 million pounds"
    ),
    ("£14.5bn R!~", "14.5 billion pounds, reported, disputed, old"),
    ("319 systems, 90+ R\"", "319 systems, at least 90, reported, second hand"),
    ("£37.2m D?; 2/12 months", "37.2 million pounds, derived, in part or odd; 2 of 12 months"),
    ("£600m M is expected", "600 million pounds, modelled, is expected"),
    ("\u{2212}37% D~", "minus 37 percent, derived, old"), ("+£9.8bn", "plus 9.8 billion pounds"),
    ("£bn a year", "billion pounds a year"), ("in £ thousand", "in thousand pounds"),
    ("£43k", "43 thousand pounds"), ("£61,000 R!~", "61,000 pounds, reported, disputed, old"),
    ("£1", "1 pound"), ("£1,200.", "1,200 pounds."), ("<£100", "less than 100 pounds"),
    (">\u{2212}£100", "more than minus 100 pounds"),
    ("0.316m in 2026-01", "0.316 million in January 2026"),
    ("2026-03-31", "31 March 2026"), ("2026-03", "March 2026"),
    ("by 2040-41", "by 2040 to 2041"), ("2009-03", "March 2009"),
    ("from 2025-26 to 2040-41", "from the year 2025 to 2026 to the year 2040 to 2041"),
    ("2026-29", "2026 to 2029"), ("P10 to P90", "P10 to P90"), ("-7.1", "minus 7.1"),
    ("one-handed, 3-year plan", "one-handed, 3-year plan"), ("2024 \u{2192} 2025", "2024 to 2025"),
    ("│··×··│", ",,times,,"), ("a\u{25B2} b", "a b"), ("Computing \u{2026}", "Computing"),
    ("57,272 FTE D; people", "57,272 FTE, derived; people"),
    ("£85 a year M", "85 pounds a year, modelled"),
    ("measure payroll_fte; rule unassigned", "measure payroll fte; rule unassigned"),
    ("Id: lever.start_delay", "Id: lever.start_delay"),
    ("confidence D: judgement", "confidence D: judgement"), ("HM Revenue", "HM Revenue"),
    ("https://a.uk/2026-03/x-£3m", "https://a.uk/2026-03/x-£3m"),
    ("digigov:1:a=-3 \u{2212}1", "digigov:1:a=-3 minus 1"), ("none", "none"), ("", ""),
    ("£5 million of £3 billion", "5 million pounds of 3 billion pounds"),
  ])
  func inFull(_ printed: String, _ said: String) {
    #expect(Wording.full.said(printed) == said)
  }

  @Test(arguments: [
    ("\u{2212}£102bn to £98bn M", "\u{2212}£102bn to £98bn, modelled"),
    ("-£1.8bn", "\u{2212}£1.8bn"), ("£45bn+ R!", "at least £45bn, reported, disputed"),
    ("2026-03", "March 2026"), ("2040-41", "2040-41"), ("28%", "28%"),
  ])
  func inBrief(_ printed: String, _ said: String) {
    #expect(Wording.brief.said(printed) == said)
  }

  @Test(arguments: [
    ("\u{2212}£102bn M", "\u{2212}£102bn M"), ("£45bn+ R!~", "at least £45bn R, disputed, old"),
    ("2026-03", "2026-03"), ("│ 3", " 3"),
  ])
  func inSymbols(_ printed: String, _ said: String) {
    #expect(Wording.symbols.said(printed) == said)
  }

  /// What has been said stays as it is when it is said again.
  @Test func wordsStayWords() {
    let said = Wording.full.said("Net value −£320m M, by 2040-41; £45bn+ R!~ (2026-03)")
    #expect(Wording.full.said(said) == said)
  }

  @Test func anotherCurrencyHasItsOwnName() {
    Money.$setting.withValue(Money.Setting(Currency(sign: "kr", letters: "SEK"))) {
      #expect(Wording.full.said("\u{2212}kr3.1bn a year") == "minus 3.1 billion SEK a year")
      #expect(Wording.full.said("kronor and kr5") == "kronor and 5 SEK")
    }
  }
}

import Frames
import TestSupport
import Testing

@Suite struct TextTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("£45bn", 5), ("e\u{301}te\u{301}", 3), ("漢字", 4), ("ｆｕｌｌ", 8),
    ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("👍", 2), ("👨‍👩‍👧", 2), ("🇬🇧", 2), ("👍🏽", 2),
    ("a\u{200B}b", 2), ("⠿█┌", 3), ("नि", 2), ("\u{1B}[0m", 4), ("\u{301}", 1), ("❤️", 1),
    // Not assigned in Unicode 14: one column, but two where ideographs will come.
    ("\u{1249}", 1), ("\u{1FAE8}", 1), ("\u{2EBE1}", 2), ("\u{10FFFD}", 1),
  ])
  func widthIsInColumns(text: String, columns: Int) {
    #expect(displayWidth(text) == columns)
    #expect(displayWidth(neutralised(text)) == columns)
  }

  @Test(arguments: [
    ("as it is £", "as it is £"),
    ("\u{1B}[31mred", "␛[31mred"), ("a\tb\nc\r", "a␉b␊c␍"), ("\0\u{7F}", "␀␡"),
    ("\u{9B}31m", "�31m"), ("\u{202E}right\u{2066}", "�right�"), ("x\u{200F}", "x�"),
    ("line\u{2028}end", "line�end"), ("tag\u{E0041}", "tag�"), ("zero\u{200B}\u{FEFF}", "zero"),
    ("Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "Z\u{300}\u{301}\u{302}\u{303}"),
    ("\u{301}first", "◌\u{301}first"), ("🇬🇧", "GB"), ("👨‍👩‍👧!", "👨!"), ("👍🏽", "👍"),
    ("👨\u{200D}\u{1B}[2J", "👨␛[2J"),
  ])
  func whatCouldActOnATerminalIsShown(text: String, shown: String) {
    #expect(Array(neutralised(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test(arguments: 1...40)
  func neutralisedTextIsHarmlessAndStays(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pools: [ClosedRange<UInt32>] = [
      0...0xFF, 0x300...0x36F, 0x2000...0x206F, 0x1F1E6...0x1F3FF, 0...0xD7FF, 0xE000...0x10FFFF,
    ]
    var text = ""
    for _ in 0..<200 {
      let pool = pools[Int(random.next() % UInt64(pools.count))]
      Unicode.Scalar(UInt32.random(in: pool, using: &random)).map { text.unicodeScalars.append($0) }
    }
    let clean = neutralised(text)
    let forbidden = clean.unicodeScalars.filter {
      $0.properties.generalCategory == .control || $0.properties.isBidiControl
        || $0.value == 0x200D
    }
    #expect(forbidden.isEmpty)
    #expect(Array(neutralised(clean).unicodeScalars) == Array(clean.unicodeScalars))
    #expect(displayWidth(clean) == displayWidth(text))
  }

  @Test(arguments: [
    ("Home Office", 11, "Home Office"), ("Home Office", 8, "Home Of…"), ("Home Office", 6, "Home…"),
    ("abc", 1, "…"), ("abc", 0, ""), ("abc", -4, ""), ("漢字漢", 5, "漢字…"), ("漢字漢", 4, "漢…"),
    ("a\u{1B}b", 2, "a…"),
  ])
  func longTextsEndInAnEllipsis(text: String, width: Int, cut: String) {
    #expect(truncated(text, to: width) == cut)
  }

  @Test(arguments: [
    ("", 10, [""]), ("one two three", 7, ["one two", "three"]),
    ("one two three", 3, ["one", "two", "thr", "ee"]), ("  spaced   out ", 20, ["spaced out"]),
    ("first\nsecond line", 6, ["first", "second", "line"]), ("a\n\nb", 3, ["a", "", "b"]),
    ("漢字漢", 5, ["漢字", "漢"]), ("漢", 1, [""]), ("a b", 0, []),
  ])
  func textWrapsBetweenWords(text: String, width: Int, lines: [String]) {
    #expect(wrapped(text, width: width) == lines)
  }

  /// What is measured by its bytes is as what is measured by its characters: a character that is
  /// dropped makes a text one of those.
  @Test func plainTextsAreMeasuredAndBrokenAsOthers() {
    var generator = SeededGenerator(seed: 5)
    let letters = Array("ab c1 £−–—‘’“”…€ ,.")
    for _ in 0..<400 {
      let text =
        String(
          (0..<Int.random(in: 1..<40, using: &generator)).compactMap { _ in
            letters.randomElement(using: &generator)
          }) + "z"
      let other = text + "\u{200B}"
      #expect(displayWidth(text) == displayWidth(other) && displayWidth(text) == text.count)
      #expect(neutralised(text) == text && neutralised(other) == text)
      for width in [1, 2, 5, 9, 20] {
        #expect(wrapped(text, width: width) == wrapped(other, width: width), "\(text) in \(width)")
      }
    }
  }
}

@Suite struct QuotedJSONTests {
  @Test(
    "What acts on what is around it is written by its number; all else as it is",
    arguments: [
      ("a £ \u{2801} e\u{301}", "\"a £ \u{2801} e\u{301}\""),
      ("\"\\\n\r\t", #""\"\\\n\r\t""#), ("\u{1B}\u{9B}\u{7F}", #""\u001b\u009b\u007f""#),
      ("\u{202E}\u{2066}\u{61C}\u{200F}\u{FEFF}", #""\u202e\u2066\u061c\u200f\ufeff""#),
      ("\u{E0041}", #""\udb40\udc41""#),
      (
        "Z\u{301}\u{302}\u{303}\u{308}\u{30A}\u{30B}",
        "\"Z\u{301}\u{302}\u{303}\u{308}\\u030a\\u030b\""
      ),
    ])
  func quotes(text: String, quoted: String) { #expect(quotedJSON(text) == quoted) }
}

/// Labels that try to be more than labels.
enum Hostile {
  static let texts = [
    "</text></svg><script>alert(1)</script>", "\" onload=\"alert(1)", "]]>&lt;&#0;&nbsp;",
    "\u{1B}[2J\u{1B}]0;owned\u{7}", "left\u{202E}right\u{202C}", "a\u{0}b\u{8}\u{FFFE}",
    "x" + String(repeating: "\u{301}", count: 200), "漢字かな" + String(repeating: "漢", count: 60),
    String(repeating: "long ", count: 2_000), "שלום עולם", "👩‍👩‍👧‍👦🇬🇧", "a\nb\r\nc\td",
    "| pipe | `code` *star* [link](javascript:x) <b>", "-->", "'\\'",
  ]
}

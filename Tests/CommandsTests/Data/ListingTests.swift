import Frames
import Testing

@testable import Commands

/// The three forms in which tables are printed.
@Suite struct ListingTests {
  private let listing = Listing(
    columns: [.init(name: "id"), .init(name: "value", isNumeric: true), .init(name: "note")],
    rows: [
      ["a", "18446744073709551615", "plain"], ["b", "+.5", "said \"so\", twice"],
      ["c", "", "one\ntwo — 日本"],
    ])

  @Test func csvQuotesWhatNeedsIt() {
    #expect(
      listing.text(.csv, width: nil) == """
        id,value,note
        a,18446744073709551615,plain
        b,+.5,"said ""so"", twice"
        c,,"one
        two — 日本"

        """)
  }

  @Test func jsonHasNumbersAndNulls() {
    #expect(
      listing.text(.json, width: nil) == #"""
        [
          {"id": "a", "value": 18446744073709551615, "note": "plain"},
          {"id": "b", "value": 0.5, "note": "said \"so\", twice"},
          {"id": "c", "value": null, "note": "one\ntwo — 日本"}
        ]

        """#)
    #expect(Listing(columns: [.init(name: "id")], rows: []).text(.json, width: nil) == "[]\n")
  }

  @Test func tableAlignsNumbersToTheRight() {
    #expect(
      listing.text(.table, width: nil) == """
        id                 value  note
        a   18446744073709551615  plain
        b                    +.5  said "so", twice
        c                         one␊two — 日本

        """)
  }

  @Test(arguments: [10, 30, 36, 40, 80]) func tableFitsTheTerminal(_ width: Int) {
    let lines = listing.text(.table, width: width).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { displayWidth($0) <= width })
  }

  @Test(arguments: [
    ("1", "1"), ("-1.50", "-1.50"), ("1e3", "1e3"), ("007", "7"), ("5.", "5"), ("+2", "2"),
    (".5", "0.5"), ("-0", "-0"), ("-.5e1", "-5"), ("0.0", "0.0"), ("x", "null"),
  ]) func numbersAreStrictJSON(_ text: String, _ number: String) {
    #expect(JSONText.number(text) == number)
  }

  @Test func jsonEscapesControls() {
    #expect(JSONText.string("a\\\u{1B}\t\u{9B}") == #""a\\\u001b\u0009\u009b""#)
  }

  @Test func unknownFormatNamesTheAllowed() {
    let failure = #expect(throws: CommandFailure.self) { try Listing.Form(typed: "xml") }
    #expect(failure?.code == 2)
    #expect(failure?.message == "unknown format xml; allowed table csv json")
  }
}

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

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+44 20", "'+44 20"), ("-x", "'-x"),
    ("=\"a\",b", "\"'=\"\"a\"\",b\""), ("\tx", "'\tx"), ("＝1", "'＝1"),
    // Numbers and all else are never touched.
    ("-5", "-5"), ("+.5e3", "+.5e3"), ("-1e-9", "-1e-9"), ("a=b", "a=b"), ("'", "'"), ("", ""),
  ])
  func textThatASpreadsheetWouldRunIsTextInCSV(text: String, cell: String) {
    let listing = Listing(
      columns: [.init(name: "note"), .init(name: "value", isNumeric: true)], rows: [[text, "-7"]])
    #expect(listing.text(.csv, width: nil) == "note,value\n\(cell),-7\n")
    let raw = listing.text(.csv, width: nil, csv: CSVText(isRaw: true))
    #expect(raw == "note,value\n\(cell.replacing("'\(text.prefix(1))", with: text.prefix(1))),-7\n")
    #expect(listing.text(.json, width: nil).contains(text.isEmpty ? "null" : quotedJSON(text)))
  }

  @Test func columnsThatAFileNamesAreTextToo() {
    let listing = Listing(columns: [.init(name: "=cmd()", isNumeric: true)], rows: [["-1"]])
    #expect(listing.text(.csv, width: nil) == "'=cmd()\n-1\n")
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
    #expect(quotedJSON("a\\\u{1B}\t\u{9B}") == #""a\\\u001b\t\u009b""#)
  }

  @Test func unknownFormatNamesTheAllowed() {
    let failure = #expect(throws: CommandFailure.self) { try Listing.Form(typed: "xml") }
    #expect(failure?.code == 2)
    #expect(failure?.message == "unknown format xml; allowed table csv json")
  }
}

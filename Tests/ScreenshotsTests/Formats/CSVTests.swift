import Frames
import Screenshots
import Testing

/// The numbers behind a picture for a spreadsheet.
@Suite struct CSVTests {
  private static func picture(_ tables: [Picture.Table]) -> Picture {
    Picture(
      frame: Frame(columns: 1, rows: 1), headline: "More", source: "The review",
      asOf: "As of 2025.", mark: "Marks: R reported", scenario: "digigov1:blueprint",
      tables: tables)
  }

  private static let about =
    "Sources of the picture,Marks of the picture,Dates of the picture,Scenario,Handling"
  private static let said = "The review,Marks: R reported,As of 2025.,digigov1:blueprint,"

  @Test func tablesBecomeOneThatNoRowLeaves() {
    let picture = Self.picture([
      Picture.Table(caption: "By year", header: ["Period", "P50"], rows: [["2030", "1.5"]]),
      Picture.Table(
        caption: "Figures", header: ["Figure", "P50"], rows: [["A \"big\" one, truly", "-2"]]),
    ])
    let expected = """
      Table,Period,P50,Figure,\(Self.about)
      By year,2030,1.5,,\(Self.said)
      Figures,,-2,"A ""big"" one, truly",\(Self.said)

      """
    #expect(csv(picture) == expected)
  }

  @Test func withoutTablesThereAreNoRows() {
    #expect(csv(Self.picture([])) == "Table,\(Self.about)\n")
  }

  @Test(arguments: [
    ("=1+2", "'=1+2"), ("+44 20", "'+44 20"), ("-£4bn", "'-£4bn"), ("@SUM(A1)", "'@SUM(A1)"),
    ("  =1", "'  =1"), ("=a,b", "\"'=a,b\""), ("-102", "-102"), ("+1,024.5", "\"+1,024.5\""),
    ("-3%", "-3%"), ("-", "'-"), ("--1", "'--1"), ("-1.2.3", "'-1.2.3"), ("＝1", "'＝1"),
    ("4-5", "4-5"), ("£4bn", "£4bn"), ("", ""),
  ])
  func noCellIsAFormula(raw: String, written: String) {
    let picture = Self.picture([Picture.Table(caption: "t", header: ["a"], rows: [[raw]])])
    let row = csv(picture).split(separator: "\n").last ?? ""
    #expect(row == "t,\(written),\(Self.said)")
  }

  @Test(arguments: Hostile.texts)
  func hostileTextStaysInItsCell(text: String) {
    let picture = Self.picture([
      Picture.Table(caption: text, header: [text], rows: [[text], ["1"]])
    ])
    let lines = csv(picture).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines.last == "")
    for line in lines.dropLast() {
      // Outside quotes there are as many commas as ever, and quotes balance.
      let outside = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map(\.element).joined()
      #expect(outside.count { $0 == "," } == 6)
      #expect(line.count { $0 == "\"" } % 2 == 0)
    }
  }
}

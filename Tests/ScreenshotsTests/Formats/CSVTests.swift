import Frames
import Screenshots
import Testing

/// The numbers behind a picture for a spreadsheet and for programs.
@Suite struct CSVTests {
  private static let header =
    "table,id,figure,series,body,period,statistic,number,low,high,unit,qualifier,mark,as_of,"
    + "disputed,old,caution,source_id,scenario,value,marking"

  private static func picture(
    _ numbers: [Picture.Number], _ sources: [Picture.Source] = [], marking: String = ""
  ) -> Picture {
    var picture = Picture(frame: Frame(columns: 1, rows: 1), headline: "More")
    (picture.numbers, picture.sources, picture.handling) = (numbers, sources, marking)
    return picture
  }

  @Test func aRowIsANumberUnderOneHeader() {
    let picture = Self.picture(
      [
        Picture.Number(
          table: "By year", id: "benefit.p10@2030-31", series: "P10", body: "HO",
          period: "2030-31", statistic: "p10", number: "5.3434189449721024e-05",
          unit: "£bn a year", mark: "modelled", scenario: "digigov1:blueprint", value: "0.0000534"),
        Picture.Number(
          table: "Potential", id: "opportunity.total", figure: "A \"big\" one, truly", number: "45",
          low: "45", unit: "£bn a year", qualifier: "at least", mark: "reported", asOf: "2025-01",
          isDisputed: true, isOld: true, source: "review", value: "at least £45bn a year"),
      ],
      [
        Picture.Source(
          id: "review", citation: "DSIT, The review (2025)", date: "2025",
          address: "https://x.example", licence: "OGL")
      ])
    let expected = """
      \(Self.header)
      By year,benefit.p10@2030-31,,P10,HO,2030-31,p10,5.3434189449721024e-05,,,£bn a year,,modelled,,false,false,,,digigov1:blueprint,0.0000534,
      Potential,opportunity.total,"A ""big"" one, truly",,,,,45,45,,£bn a year,at least,reported,2025-01,true,true,,review,,at least £45bn a year,
      Sources,review,,,,,,,,,,,,2025,false,false,,review,,"DSIT, The review (2025); https://x.example; OGL",

      """
    #expect(csv(picture) == expected)
    #expect(csv(picture, byteOrderMark: true) == "\u{FEFF}" + expected)
  }

  @Test func withoutNumbersThereAreNoRows() {
    #expect(csv(Self.picture([])) == Self.header + "\n")
    // A marking stays with the file all the same.
    let marked = csv(Self.picture([], marking: "OFFICIAL")).split(separator: "\n")
    #expect(marked.count == 2 && marked[1].hasSuffix(",OFFICIAL"))
  }

  @Test func everyRowHasTheMarking() {
    let picture = Self.picture(
      [Picture.Number(table: "t", id: "a"), Picture.Number(table: "t", id: "b")],
      [Picture.Source(id: "s", citation: "S")], marking: "OFFICIAL")
    let rows = csv(picture).split(separator: "\n").dropFirst()
    #expect(rows.count == 3 && rows.allSatisfy { $0.hasSuffix(",OFFICIAL") })
  }

  @Test(arguments: [
    ("=1+2", "'=1+2"), ("+44 20", "'+44 20"), ("-£4bn", "'-£4bn"), ("@SUM(A1)", "'@SUM(A1)"),
    ("  =1", "'  =1"), ("=a,b", "\"'=a,b\""), ("-102", "-102"), ("+1,024.5", "\"+1,024.5\""),
    ("-3%", "-3%"), ("-", "'-"), ("--1", "'--1"), ("-1.2.3", "'-1.2.3"), ("＝1", "'＝1"),
    ("4-5", "4-5"), ("£4bn", "£4bn"), ("−£4bn", "−£4bn"), ("", ""),
  ])
  func noTextIsAFormula(raw: String, written: String) {
    let picture = Self.picture([Picture.Number(table: "t", id: "i", value: raw)])
    let row = csv(picture).split(separator: "\n").last ?? ""
    #expect(row == "t,i,,,,,,,,,,,,,false,false,,,,\(written),")
  }

  /// A number below nothing is a number, with a hyphen.
  @Test func numbersArePlain() {
    let picture = Self.picture([
      Picture.Number(table: "t", id: "i", number: "-1.5", low: "-2", high: "1e-05")
    ])
    #expect(csv(picture).contains("\nt,i,,,,,,-1.5,-2,1e-05,"))
  }

  @Test(arguments: Hostile.texts)
  func hostileTextStaysInItsCell(text: String) {
    let picture = Self.picture(
      [Picture.Number(table: text, id: text, figure: text, unit: text, value: text)],
      [Picture.Source(id: text, citation: text, address: text)], marking: text)
    let lines = csv(picture).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines.last == "")
    for line in lines.dropLast() {
      // Outside quotes there are as many commas as ever, and quotes balance.
      let outside = line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map(\.element).joined()
      #expect(outside.count { $0 == "," } == 20)
      #expect(line.count { $0 == "\"" } % 2 == 0)
    }
  }
}

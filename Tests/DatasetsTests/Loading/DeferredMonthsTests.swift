import Figures
import Synchronization
import Testing

@testable import Datasets

/// Months that are read later and piece by piece are what the whole folder would have given.
@Suite struct DeferredMonthsTests {
  /// The sample with so many months of its two organisations, the newest first.
  private func folder(months: Int = 12_000) -> SampleFolder {
    var folder = SampleFolder()
    let text = folder.text("contractor_spend.csv")
    var lines = text.split(separator: "\n").prefix(1).map(String.init)
    for number in (0..<months).reversed() {
      let (body, month) = (number % 2 == 0 ? "HMRC" : "NHS", number / 2)
      let name = MonthlyReturns.text(month: 12 * 1500 + month)
      lines.append("\(body),\(name),2,\(number % 97).5,,10,,,,\(number % 13),-0.25,derived,review")
    }
    folder.files["contractor_spend.csv"] = Array((lines.joined(separator: "\n") + "\n").utf8)
    return folder
  }

  @Test(arguments: [1, 2, 7])
  func theyAreTheMonthsOfTheWholeFolder(threads: Int) throws {
    let (late, whole, shares) = try folder().written { folder in
      var folder = folder
      folder.threads = threads
      let (_, evidence, rest) = try folder.load(deferring: 1000)
      #expect(evidence.monthly.count == 0 && !evidence.facts.isEmpty)
      let shares = Mutex<[Double]>([])
      let late = try #require(rest).load { share in shares.withLock { $0.append(share) } }
      return (late, try folder.evidence().monthly, shares.withLock { $0 })
    }
    #expect(late.count == 12_000 && whole.count == 12_000)
    #expect(late.bodies.sorted() == ["HMRC", "NHS"])
    for body in late.bodies {
      #expect(late.rows(of: body) == whole.rows(of: body))
      let periods = late.rows(of: body).map(\.period)
      #expect(periods == periods.sorted())
    }
    #expect(shares.count > 2 && shares.max() == 1)
    #expect(threads > 1 || shares == shares.sorted())
  }

  /// A cell with line breaks is parted where a part of the file ends, and must be whole again.
  @Test(arguments: [1, 7]) func lineBreaksInCellsDoNotMatter(threads: Int) throws {
    var folder = folder(months: 6000)
    let text = folder.text("contractor_spend.csv")
    let lines = text.split(separator: "\n").enumerated().map { number, line in
      line + (number == 0 ? ",note" : ",\"one\ntwo\"\"\nthree\"")
    }
    folder.files["contractor_spend.csv"] = Array((lines.joined(separator: "\n") + "\n").utf8)
    let (late, whole) = try folder.written { folder in
      var folder = folder
      folder.threads = threads
      let rest = try #require(try folder.load(deferring: 1000).rest)
      return (try rest.load { _ in }, try folder.evidence().monthly)
    }
    #expect(late.count == 6000)
    for body in whole.bodies { #expect(late.rows(of: body) == whole.rows(of: body)) }
  }

  @Test func aSmallFileIsReadAtOnce() throws {
    let (evidence, rest) = try SampleFolder().written { folder in
      let loaded = try folder.load(deferring: 4 << 20)
      return (loaded.evidence, loaded.rest)
    }
    #expect(rest == nil && evidence.monthly.count > 0)
  }

  /// Line ends are parts of the texts, so that rows are meant and not numbers inside them.
  @Test(arguments: [
    ("\nNHS,1500-01,", "\nNOBODY,1500-01,"), ("\nNHS,1500-01,2,", "\nNHS,1500-01,x,"),
    ("\nNHS,1500-02,", "\nNHS,1500-01,"), ("\nNHS,1500-01,", "\nNHS,"),
    ("\nNHS,1500-01,", "\nNHS,1500-13,"), ("body,", "\""),
  ])
  func aDefectIsTheOneThatTheWholeFolderHas(sound: String, broken: String) throws {
    var folder = folder()
    folder.replace(sound, with: broken, in: "contractor_spend.csv")
    let (late, whole) = try folder.written { folder in
      var folder = folder
      folder.threads = 4
      let rest = try #require(try folder.load(deferring: 1000).rest)
      let late = #expect(throws: DataError.self) { try rest.load { _ in } }
      return (late, #expect(throws: DataError.self) { try folder.evidence() })
    }
    #expect(late == whole)
    #expect(late.map { "\($0)" }?.hasPrefix("contractor_spend.csv") == true)
  }

  @Test func whatIsWrongElsewhereIsSaidAtOnce() throws {
    var folder = folder()
    folder.replace("2025-02-28", with: "no date", in: "facts.csv")
    try folder.written { folder in
      _ = #expect(throws: DataError.self) { try folder.load(deferring: 1000) }
    }
  }

  /// Who mends a folder is told the same of it, whether a table is large or small.
  @Test(arguments: [("2025-02-28", "facts.csv"), ("2026-01", "timeline.csv")])
  func withOthersBrokenItsDefectsAreCountedToo(sound: String, file: String) throws {
    var folder = folder()
    folder.replace("\nNHS,1500-01,2,", with: "\nNHS,1500-01,x,", in: "contractor_spend.csv")
    folder.replace(sound, with: "\u{7}", in: file)
    let (late, whole) = try folder.written { folder in
      (
        #expect(throws: DataError.self) { try folder.load(deferring: 1000) },
        #expect(throws: DataError.self) { try folder.load() }
      )
    }
    #expect(late == whole)
  }
}

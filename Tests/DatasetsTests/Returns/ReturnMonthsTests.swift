import Testing

@testable import Datasets

/// The month of a file by its cells, its titles and its name, and what is said where they disagree.
@Suite struct ReturnMonthsTests {
  private typealias Row = PublishedReturn.Row

  private func months(
    _ name: String, titles: [String] = [], cells: [(String, String)], said: String? = nil
  ) -> Result<[String], ImportError> {
    var published = PublishedReturn(
      template: .later,
      rows: cells.map {
        Row(year: $0.0, month: $0.1, body: "Home Office", department: "Home Office")
      })
    published.titles = titles.map { [$0] }
    do throws(ImportError) {
      let file = try ReturnFile(
        published.bytes, name: name, month: said.flatMap { Month(text: $0) })
      return .success(file.returns.map(\.month.description))
    } catch {
      return .failure(error)
    }
  }

  @Test(arguments: [
    ("ho-july-2026.csv", "", "2026", "July", "2026-07"), ("ho.csv", "", "2026", "July", "2026-07"),
    ("ho.csv", "Home Office, July 2026", "", "", "2026-07"),
    ("ho-july-2026.csv", "Published 28 August 2026", "", "", "2026-07"),
    // A month without a year, and one with its financial year.
    ("ho-july-2026.csv", "", "", "July", "2026-07"), ("ho.csv", "2026-27", "", "July", "2026-07"),
    ("ho-2026-27.csv", "", "2026", "July", "2026-07"),
    ("ho-july.csv", "", "2026", "July", "2026-07"),
    ("ho-july.csv", "", "2026", "", "2026-07"), ("ho-july.csv", "2026-27", "", "", "2026-07"),
    // The day of publication is later than the month, by no more than three.
    ("ho-2026-08-28.csv", "", "2026", "July", "2026-07"),
    ("ho-20261015.csv", "", "2026", "July", "2026-07"),
    ("ho-31-07-2026.csv", "", "", "", "2026-07"),
    ("july-2026-published-september-2026.csv", "", "2026", "July", "2026-07"),
    ("ho-20260731.csv", "", "2026", "July", "2026-07"),
  ])
  func whatAgreesIsTheMonth(
    _ name: String, _ title: String, _ year: String, _ month: String, _ read: String
  ) {
    let titles = title.isEmpty ? [] : [title]
    let found = months(name, titles: titles, cells: [(year, month)])
    #expect((try? found.get()) == [read], "\(found)")
    // What the user says changes nothing where all is clear.
    let said = months(name, titles: titles, cells: [(year, month)], said: "2020-01")
    #expect((try? said.get()) == [read], "\(said)")
  }

  @Test(arguments: [
    (
      "december-2025.csv", "", "2025", "November",
      "name says December 2025, cells say November 2025"
    ),
    ("ho-2026-07.csv", "", "2025", "July", "name says July 2026, cells say July 2025"),
    ("ho.csv", "Return of June 2026", "2026", "July", "title says June 2026, cells say July 2026"),
    (
      "may-2026.csv", "Return of June 2026", "2026", "July",
      "name says May 2026, title says June 2026, cells say July 2026"
    ),
    ("may-2026.csv", "Return of June 2026", "", "", "name says May 2026, title says June 2026"),
    ("ho-july.csv", "", "2026", "August", "name says July, cells say August 2026"),
    ("ho-july-2026.csv", "", "", "August", "name says July 2026, cells say August"),
    ("ho-july-2026.csv", "", "2025", "", "name says July 2026, cells say 2025"),
    ("ho.csv", "", "2025", "Jul-26", "Year and Month say July 2026 and July 2025"),
    ("ho.csv", "", "2025-26", "July 2026", "Year and Month say July 2026 and July 2025"),
    (
      "ho-2025-26.csv", "", "2026", "July",
      "name says the financial year 2025-26, cells say July 2026"
    ),
    ("ho-2026-06-30.csv", "", "2026", "July", "name says 2026-06-30, cells say July 2026"),
    ("ho-2026-12-01.csv", "", "2026", "July", "name says 2026-12-01, cells say July 2026"),
    ("ho-apr-jul-2026.csv", "", "2026", "July", "name says several months, April to July"),
    ("ho.csv", "Year to date, April to July 2026", "2026", "July", "title says the year to date"),
    (
      "ho.csv", "March 2012, 2012-13", "", "",
      "title says March 2012 and the financial year 2012-13"
    ),
    ("ho-2011-12.csv", "", "", "", "no single month: name says the financial year 2011-12"),
    ("ho.csv", "Workforce 2011-12", "", "", "title says the financial year 2011-12"),
    ("ho-2026-08-28.csv", "", "", "", "no single month: name says 2026-08-28"),
    ("ho-q1-2026.csv", "", "", "", "name says a quarter"),
    ("ho.csv", "", "2026", "Apr-Jul 2026", "cells say several months, April to July"),
    ("ho.csv", "", "2010-11", "", "cells say the financial year 2010-11"),
    ("ho.csv", "", "2026", "Q1", "cells say a quarter"),
    ("July_202011.csv", "", "", "", "name says several months, July to November"),
  ])
  func whatDisagreesIsRefusedWithAllOfIt(
    _ name: String, _ title: String, _ year: String, _ month: String, _ words: String
  ) {
    let titles = title.isEmpty ? [] : [title]
    for said in [nil, "2019-01"] {
      let found = months(name, titles: titles, cells: [(year, month)], said: said)
      guard case .failure(let error) = found else {
        Issue.record("\(name) \(found)")
        continue
      }
      #expect(error.description.contains(words), "\(error)")
      #expect(error.description.hasPrefix(name) && error.description.contains("--month"))
    }
  }

  /// The user decides, between what is said.
  @Test(arguments: [
    ("december-2025.csv", "", "2025", "November", "2025-11"),
    ("december-2025.csv", "", "2025", "November", "2025-12"),
    ("ho.csv", "Return of June 2026", "2026", "July", "2026-06"),
    ("ho.csv", "", "2025", "Jul-26", "2026-07"), ("ho.csv", "", "2025", "Jul-26", "2025-07"),
    ("ho-2011-12.csv", "", "", "", "2011-12"),
    ("ho-apr-jul-2026.csv", "", "2026", "July", "2026-07"),
    ("ho.csv", "Year to date, April to July 2026", "", "", "2026-07"),
    ("ho.csv", "", "2026", "Apr-Jul 2026", "2026-05"), ("ho.csv", "", "2010-11", "", "2010-11"),
    ("ho-2026-08-28.csv", "", "", "", "2026-07"), ("ho-q1-2026.csv", "", "", "", "2026-05"),
    ("ho.csv", "", "", "July", "2026-07"), ("ho.csv", "", "", "", "2026-07"),
  ])
  func theUserChoosesOneThatIsSaid(
    _ name: String, _ title: String, _ year: String, _ month: String, _ said: String
  ) {
    let found = months(
      name, titles: title.isEmpty ? [] : [title], cells: [(year, month)], said: said)
    #expect((try? found.get()) == [said], "\(found)")
  }

  @Test func aFileOfSeveralMonthsKeepsThem() {
    let cells = [("2026", "April"), ("2026", "May"), ("2026", "June")]
    for name in ["ho.csv", "ho-apr-jun-2026.csv", "ho-2026-27.csv", "Apr_26_-_Jun_26.csv"] {
      #expect(
        (try? months(name, cells: cells).get()) == ["2026-04", "2026-05", "2026-06"], "\(name)")
    }
    for name in ["ho-april-2026.csv", "ho-apr-may-2026.csv", "ho-2025-26.csv"] {
      guard case .failure = months(name, cells: cells) else {
        Issue.record("\(name)")
        continue
      }
    }
  }
}

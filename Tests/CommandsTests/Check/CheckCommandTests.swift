import ArgumentParser
import Testing

@testable import Commands

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `check` over briefs of the shipped data, as they are and as people edit them.
@Suite struct CheckCommandTests {
  private static let data = ImportedFolder.shipped

  /// Briefs by the names of their files, made once.
  private static let made: [String: [UInt8]] = {
    let notes = ["md", "html"]
    #if Cairo
    let office = ["odt", "docx"]
    #else
    let office: [String] = []
    #endif
    func brief(_ words: [String], _ names: [String], in folder: String) -> [(String, [UInt8])] {
      let few = ["--draws", "8", "--data", data]
      let outputs = names.flatMap { ["--output", "\(folder)/\($0)"] }
      guard let written = try? BriefCommand.parse(words + few + outputs).write().written else {
        return []
      }
      return written.compactMap { path in
        guard let bytes = try? Data(contentsOf: URL(filePath: path)) else { return nil }
        return (String(path.dropFirst(folder.count + 1)), Array(bytes))
      }
    }
    let files = try? inFolder { folder in
      brief(["--department", "HO"], (notes + office).map { "HO.\($0)" }, in: folder)
        + brief(
          ["--department", "DWP", "--full"], ["DWP.md"] + office.map { "DWP.\($0)" }, in: folder)
        + brief(
          ["--department", "HMRC", "--scenario", "delayed", "--set", "pace=1.5"],
          ["HMRC.html", "HMRCpack/"], in: folder)
        + ["MOD", "DHSC", "MOJ"].flatMap {
          brief(["--department", $0], ["\($0).md", "\($0).html"], in: folder)
        }
        + brief([], ["whole.md", "wholepack/"], in: folder)
        + brief(
          ["--compare", "from_now", "digigov1:delayed:pace=1.5"],
          ["two.md", "two.html"], in: folder)
    }
    return Dictionary(uniqueKeysWithValues: files ?? [])
  }()

  private static func text(_ name: String) -> String {
    String(decoding: made[name] ?? [], as: UTF8.self)
  }

  /// What `check --format json` says of a document, and how it ends.
  private func checked(
    _ bytes: [UInt8], as name: String, data: String = data
  ) throws -> (answer: JSONValue, code: Int32) {
    try inFolder { folder in
      let path = "\(folder)/\(name)"
      try Data(bytes).write(to: URL(filePath: path))
      let (text, failure) = try CheckCommand.parse([path, "--data", data, "--format", "json"])
        .result()
      return (try JSONReader.read(Array(text.utf8)), failure?.code ?? 0)
    }
  }

  private func checked(_ text: String, as name: String = "a.md") throws -> (JSONValue, Int32) {
    let (answer, code) = try checked(Array(text.utf8), as: name)
    return (answer, code)
  }

  /// Its findings as `verdict figure says should_say`.
  private func findings(_ answer: JSONValue) -> [String] {
    (answer["findings"]?.array ?? []).map { finding in
      ["verdict", "figure", "says", "should_say"].map { finding[$0]?.string ?? "-" }
        .joined(separator: " | ")
    }
  }

  private func unchanged(_ answer: JSONValue) -> Double {
    if case .number(let count)? = answer["unchanged"] { count } else { -1 }
  }

  // MARK: As they are

  /// Six departments, the whole and a comparison, as notes, notes with annex and packs.
  @Test func nothingIsFoundInUntouchedDocuments() throws {
    let names = Self.made.keys.filter { !$0.hasSuffix(".svg") && !$0.hasSuffix(".pdf") }.sorted()
    #if Cairo
    #expect(names.count >= 20)
    #else
    #expect(names.count >= 16)
    #endif
    for name in names {
      let last = String(name.split(separator: "/").last ?? "")
      let (answer, code) = try checked(Self.made[name] ?? [], as: last)
      #expect(findings(answer) == [], "\(name)")
      #expect(code == 0 && unchanged(answer) >= 18, "\(name)")
    }
  }

  @Test func theSummaryCanBeReadAloud() throws {
    try inFolder { folder in
      let path = "\(folder)/HO.html"
      try Data(Self.made["HO.html"] ?? []).write(to: URL(filePath: path))
      let (text, failure) = try CheckCommand.parse([path, "--data", Self.data]).result()
      #expect(failure == nil)
      #expect(text.wholeMatch(of: /\d+ figures are unchanged\.\n/) != nil, "\(text)")
    }
  }

  @Test(arguments: [
    "Sales rose by 12% to £45m in 2025, and 3,200 people were hired by the department.",
    "# Plan\n\n| What | 2025 |\n| --- | --- |\n| Cost | £12m |\n",
    "In the years of the review it costs £93m and brings £40m.",
  ])
  func whatIsNotOursIsLeftAlone(text: String) throws {
    let (answer, code) = try checked(text)
    #expect(code == 0 && findings(answer) == [] && unchanged(answer) == 0)
    #expect(answer["made"] == .null)
    #expect(answer["summary"]?.string?.hasPrefix("No figure of ours") == true)
  }

  /// What quotes a figure in its words is found without any trace of a brief.
  @Test func aFigureIsFoundByItsValueAndItsWords() throws {
    let words = "Ministers say that 63 systems were red-rated; 28% of legacy systems that are "
    let (answer, code) = try checked(words + "red-rated have no remediation funding.")
    #expect(code == 0 && unchanged(answer) == 1)
    let (other, _) = try checked(words.replacing("28%", with: "29.5%") + "red-rated have none.")
    #expect(unchanged(other) == 0)
  }

  // MARK: As people edit them

  /// A changed cell of the plan is named as what the scenario spends or saves in that year, not as the
  /// published figure beside it.
  @Test(arguments: [(1, "cost@2028-29"), (2, "cash.mean@2028-29")])
  func aCellOfThePlanIsNamed(column: Int, figure: String) throws {
    let pack = Self.text("wholepack/brief.md")
    let part = try #require(pack.firstRange(of: "## Plan against fact"))
    let row = try #require(pack[part.upperBound...].firstRange(of: "\n| 2028-29 |"))
    let end = try #require(pack[row.upperBound...].firstIndex(of: "\n"))
    var cells = pack[row.lowerBound..<end].split(separator: "|", omittingEmptySubsequences: false)
      .map(String.init)
    cells[column + 1] = " £123m "
    let text = String(pack[..<row.lowerBound] + cells.joined(separator: "|") + pack[end...])
    let (answer, code) = try checked(text, as: "brief.md")
    #expect(code == 1 && findings(answer).count == 1)
    #expect(findings(answer).allSatisfy { $0.hasPrefix("altered | \(figure) | £123m") })
  }

  /// The first number of a note's lines that is of the model, as it stands there.
  private static let cost: String = {
    let note = text("HO.md")
    let match = note.firstMatch(of: /it costs (£[\d.,]+ [a-z]+)/)
    return match.map { String($0.1) } ?? ""
  }()

  @Test func aNumberThatWasChangedIsAltered() throws {
    let text = Self.text("HO.md").replacing(
      "it costs \(Self.cost)", with: "it costs £123 million", maxReplacements: 1)
    let (answer, code) = try checked(text)
    #expect(code == 1)
    #expect(findings(answer) == ["altered | review.cost | £123 million | \(Self.cost)"])
    // Another unit is another number, and another way to write it is none.
    let unit = Self.cost.replacing("million", with: "billion")
    let (larger, _) = try checked(
      Self.text("HO.md").replacing("costs \(Self.cost)", with: "costs \(unit)", maxReplacements: 1))
    #expect(findings(larger) == ["altered | review.cost | \(unit) | \(Self.cost)"])
    let short = Self.cost.replacing(" million", with: ",000k")
    let (same, fine) = try checked(
      Self.text("HO.md").replacing("costs \(Self.cost)", with: "costs \(short)", maxReplacements: 1)
    )
    #expect(fine == 0 && findings(same) == [], "\(short)")
  }

  @Test func wordsMayBeChangedAndParagraphsMoved() throws {
    let text = Self.text("HO.md")
      .replacing("it costs \(Self.cost) and brings", with: "we pay \(Self.cost), and gain")
    var parts = text.split(separator: "\n\n").map(String.init)
    parts.swapAt(2, parts.count - 4)
    parts.insert("A sentence of mine with £77m in it, that nobody else wrote.", at: 3)
    let (answer, code) = try checked(parts.joined(separator: "\n\n"))
    #expect(code == 0 && findings(answer) == [])
  }

  @Test func aRangeThatWasCutIsLost() throws {
    let text = Self.text("HO.md").replacing(
      /, and eight times in ten between £[\d.]+ \w+ and £[\d.]+ \w+/, with: "", maxReplacements: 1)
    let (answer, code) = try checked(text)
    #expect(code == 1 && findings(answer).count == 1)
    #expect(findings(answer)[0].hasPrefix("lost_range | final_benefit | £"))
    #expect(findings(answer)[0].contains("eight times in ten"))
  }

  @Test func aNoteThatWasCutIsALostMark() throws {
    let text = Self.text("HO.md").replacing(
      "\(Self.cost)[^1] and brings", with: "\(Self.cost) and brings")
    #expect(text != Self.text("HO.md"))
    // The sentence refers to the note once, so that its other figures have lost it too.
    let (answer, code) = try checked(text)
    #expect(code == 1)
    #expect(findings(answer).contains { $0.hasPrefix("lost_mark | review.cost") })
    let emptied = Self.text("HO.md").replacing(
      "[^1]: Modelled by this project", with: "[^1]: From our own figures")
    let (all, _) = try checked(emptied)
    #expect(findings(all).count > 5)
    #expect(findings(all).allSatisfy { $0.hasPrefix("lost_mark") })
  }

  @Test func aCaveatThatWasCutIsLost() throws {
    let text = Self.text("HO.md")
    let parts = text.split(separator: "\n\n").map(String.init)
    let place = try #require(parts.firstIndex { $0.hasPrefix("## What is disputed") })
    let (answer, code) = try checked(
      (parts[..<place] + parts[(place + 2)...]).joined(separator: "\n\n"))
    #expect(code == 1)
    #expect(findings(answer).contains { $0.hasPrefix("lost_caveat") }, "\(findings(answer))")
  }

  @Test func rowsMayBeMovedAndTheirMarksMayNotBeCut() throws {
    let text = Self.text("whole.md")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = try #require(lines.firstIndex { $0.hasPrefix("| ---") }) + 1
    let rows = lines[first...].prefix { $0.hasPrefix("|") }
    #expect(rows.count == 5)
    let turned = lines[..<first] + rows.reversed() + lines[(first + rows.count)...]
    let (answer, code) = try checked(turned.joined(separator: "\n"))
    #expect(code == 0 && findings(answer) == [])
    var cells = rows[first].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    cells[3] = " "
    let cut = lines[..<first] + [cells.joined(separator: "|")] + lines[(first + 1)...]
    let (lost, _) = try checked(cut.joined(separator: "\n"))
    #expect(findings(lost).count == 1 && findings(lost)[0].hasPrefix("lost_mark"))
    cells[2] = " £46bn a year "
    let changed = lines[..<first] + [cells.joined(separator: "|")] + lines[(first + 1)...]
    let (two, _) = try checked(changed.joined(separator: "\n"))
    #expect(findings(two).contains { $0.hasPrefix("altered | opportunity.total | £46bn") })
  }

  @Test func columnsOfAPackMayNotBeCut() throws {
    let lines = Self.text("wholepack/brief.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    func without(_ column: Int, of head: String) -> String {
      var isInside = false
      return lines.map { line -> String in
        if line.hasPrefix(head) { isInside = true }
        if !line.hasPrefix("|") { isInside = false }
        guard isInside else { return String(line) }
        var cells = line.split(separator: "|", omittingEmptySubsequences: false)
        cells.remove(at: column)
        return cells.joined(separator: "|")
      }.joined(separator: "\n")
    }
    let (ranges, code) = try checked(without(3, of: "| Year | Benefit"))
    #expect(code == 1 && findings(ranges).count == 1)
    #expect(findings(ranges)[0].hasPrefix("lost_range"))
    let (captions, _) = try checked(
      lines.filter { !$0.hasPrefix("Benefit and cost a year (") }.joined(separator: "\n"))
    #expect(findings(captions).count == 1 && findings(captions)[0].hasPrefix("lost_mark"))
  }

  /// Without a record the scenario line makes the document again all the same.
  @Test func aTextThatWasCopiedOutIsChecked() throws {
    let text = Self.text("HO.md").replacing(/<!--[^>]*-->/, with: "")
      .replacing(/\[\^\d\]/, with: "").replacing("**", with: "")
    let (answer, code) = try checked(text, as: "mail.txt")
    #expect(code == 0 && findings(answer) == [] && unchanged(answer) > 15)
    let (changed, _) = try checked(
      text.replacing("costs \(Self.cost)", with: "costs £1 million", maxReplacements: 1),
      as: "mail.txt")
    #expect(findings(changed) == ["altered | review.cost | £1 million | \(Self.cost)"])
  }

  // MARK: Other data

  /// One value of the data is another by now, in a published figure and in one of the model.
  @Test func whatTheDataSayOtherwiseIsStale() throws {
    try inFolder { folder in
      let copy = folder + "/data"
      try FileManager.default.copyItem(atPath: Self.data, toPath: copy)
      let facts = try String(contentsOfFile: copy + "/facts.csv", encoding: .utf8)
      let changed = facts.replacing(
        /(?m)^(opportunity\.total,.*?,undated,)45(,£bn a year,)45,/,
        with: { "\($0.1)47\($0.2)47," })
      #expect(changed != facts)
      try Data(changed.utf8).write(to: URL(filePath: copy + "/facts.csv"))
      let note = Self.text("whole.md")
      let (answer, code) = try checked(Array(note.utf8), as: "a.md", data: copy)
      #expect(code == 1)
      let found = findings(answer)
      #expect(found.contains { $0.hasPrefix("stale | opportunity.total | ") }, "\(found)")
      #expect(found.allSatisfy { $0.hasPrefix("stale") }, "\(found)")
      // What was changed by hand is told from it.
      let cost = try #require(note.firstMatch(of: /it costs (£[\d.]+ \w+)/)).1
      let (both, _) = try checked(
        Array(note.replacing("it costs \(cost)", with: "it costs £1 billion").utf8), as: "a.md",
        data: copy)
      #expect(findings(both).contains { $0.hasPrefix("altered | review.cost | £1 billion") })
      #expect(findings(both).count == found.count + 1)
    }
  }
}

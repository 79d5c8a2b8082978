import Analytics
import Datasets
import Figures
import Testing

/// A folder that people's tools may write, and that loads as if written plainly.
@Suite struct AcceptedTests {
  struct Change: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var make: @Sendable (inout SampleFolder) -> Void

    init(_ description: String, _ make: @escaping @Sendable (inout SampleFolder) -> Void) {
      (testDescription, self.make) = (description, make)
    }
  }

  static let changes: [Change] = [
    Change("as it is") { _ in },
    Change("byte order mark in every file") { folder in
      for (name, bytes) in folder.files where name.hasSuffix(".csv") {
        folder.files[name] = [0xEF, 0xBB, 0xBF] + bytes
      }
    },
    Change("CRLF in every file") { folder in
      for name in folder.files.keys where name.hasSuffix(".csv") {
        folder.replace("\n", with: "\r\n", in: name)
      }
    },
    Change("no line end at the end") { folder in
      for (name, bytes) in folder.files where name.hasSuffix(".csv") {
        folder.files[name] = Array(bytes.dropLast())
      }
    },
    Change("every cell quoted") { folder in
      for name in folder.files.keys where name.hasSuffix(".csv") && name != "incidents.csv" {
        let lines = folder.text(name).split(separator: "\n").map { line in
          line.split(separator: ",", omittingEmptySubsequences: false)
            .map { "\"\($0)\"" }.joined(separator: ",")
        }
        folder.files[name] = Array((lines.joined(separator: "\n") + "\n").utf8)
      }
    },
    Change("an extra column") { folder in
      folder.replace("kind,parent,note\n", with: "kind,parent,note,extra\n", in: "bodies.csv")
      folder.replace(",\n", with: ",,more\n", in: "bodies.csv")
    },
    Change("an extra file") { $0.files["extra.csv"] = Array("not,\"checked".utf8) },
    Change("columns in another order") { folder in
      folder.files["organisations.csv"] = Array(
        """
        legacy_class,sector,name,code
        nhs,Health,National Health Service,NHS
        cg,Central,HM Revenue and Customs,HMRC
        """.utf8)
    },
    Change("rows of levers in another order") { folder in
      let lines = folder.text("levers.csv").split(separator: "\n")
      let turned = lines.prefix(1) + lines.dropFirst().reversed()
      folder.files["levers.csv"] = Array((turned.joined(separator: "\n") + "\n").utf8)
    },
    Change("numbers in every form of the contract") { folder in
      folder.replace(
        "NHS,automation,1.5,", with: "NHS,automation,+.15E+1,", in: "allocation_keys.csv")
      folder.replace("NHS,channel,1.5,", with: "NHS,channel,15.e-1,", in: "allocation_keys.csv")
    },
    Change("columns that came later left out, other words for how a source was seen") { folder in
      folder.replace("status,evidence,last_seen,", with: "status,", in: "timeline.csv")
      folder.replace(",done,the roadmap itself,2026-01,", with: ",done,", in: "timeline.csv")
      folder.replace("in the publication", with: "read by me", in: "sources.csv")
    },
    Change("no package description") { $0.files["datapackage.json"] = nil },
  ]

  @Test(arguments: changes) func loads(_ change: Change) throws {
    var folder = SampleFolder()
    change.make(&folder)
    #expect(try folder.defects() == [])
    let plain = try SampleFolder().written { try $0.load() }
    let loaded = try folder.written { try $0.load() }
    #expect(loaded.inputs.organisations == plain.inputs.organisations)
    #expect(loaded.inputs.keys == plain.inputs.keys)
    #expect(loaded.inputs.levers == plain.inputs.levers)
    #expect(loaded.inputs.assumptions == plain.inputs.assumptions)
    #expect(loaded.inputs.discounting == plain.inputs.discounting)
    #expect(loaded.evidence.facts == plain.evidence.facts)
    #expect(loaded.evidence.bodies == plain.evidence.bodies)
    #expect(loaded.evidence.observations == plain.evidence.observations)
    #expect(loaded.evidence.incidents == plain.evidence.incidents)
  }

  @Test func modelInputsNeedOnlyTheirEightTables() throws {
    var folder = SampleFolder()
    let model = Set(DataFolder.tables.filter { $0.part == .model }.map(\.file))
    folder.files = folder.files.filter { model.contains($0.key) }
    let inputs = try folder.written { try $0.modelInputs() }
    #expect(inputs.name == nil && inputs.version == nil)
    #expect(inputs.organisations.map(\.code) == ["NHS", "HMRC"])
    #expect(inputs.seed == .max)
    #expect(throws: DataError.self) { try folder.written { try $0.evidence() } }
  }

  @Test func quotedCellsKeepLineBreaksAndQuotes() throws {
    var folder = SampleFolder()
    folder.replace(
      "derived,estimate,review,p 1,2024,C,,middle",
      with: "derived,estimate,review,p 1,2024,C,,\"one\r\ntwo \"\"three\"\"\n\"\"\"",
      in: "legacy.csv")
    let note = try folder.written { try $0.evidence().rows(.legacy).last?.note }
    #expect(note == "one\ntwo \"three\"\n\"")
  }

  @Test func rowsBecomeTypedValues() throws {
    let (inputs, evidence) = try SampleFolder().written { try $0.load() }
    #expect(inputs.name == "sample" && inputs.version == "1.2.3")
    #expect(evidence.name == "sample" && evidence.version == "1.2.3")
    #expect(inputs.levers.map(\.id.rawValue).first == "automation_coverage")
    #expect(inputs.presets.first?.levers[.pace] == 1)
    #expect(inputs.fixed[.horizonYears]?.value == 16)
    #expect(inputs.schedules == ["standard", "health", "reduced"])
    #expect(inputs.discounting["health"]?.map(\.toYear) == [30, nil])
    #expect(inputs.overlaps.map(\.weight) == [0.25, 0.25])
    #expect(evidence.source("review")?.publisher == "DSIT")
    #expect(evidence.children(of: "UKPS").map(\.code) == ["CENTRAL", "NHS"])
    let fact = try #require(evidence.fact("legacy.systems.2025"))
    #expect(fact.value == 319 && fact.low == 300 && fact.high == nil && fact.asOf == "2025-02-28")
    #expect(evidence.contradictions(of: fact).map(\.id) == ["legacy.systems.2024"])
    #expect(evidence.incidents.first?.hours == 12.5)
    #expect(evidence.incidents.first?.title == "Records were out, for days")
    let month = try #require(
      evidence.monthly.bodies.first.flatMap { evidence.months(of: $0).first })
    #expect(month.body == "HMRC" && month.department == "HMRC" && month.returns == 2)
    #expect(month.payrollCost == 5.5 && month.nonPayrollFTE == 10 && month.agencyFTE == nil)
    #expect(month.contingentCost == -0.5 && month.consultancyCost == 1.25)
    let year = try #require(evidence.bodyYears.first)
    #expect(year.body == "VOA" && year.department == "HMRC" && year.period == "2024-25")
    #expect(year.payrollFTE == 47.5 && year.nonPayrollFTE == 1.5 && year.payrollCost == 3.25)
    #expect(year.contingentCost == 0.5 && year.consultancyCost == 0.25 && year.returns == 12)
    #expect(evidence.quality.first?.value == 412.5)
    #expect(evidence.milestones.first?.status.rawValue == "done")
  }
}

import ArgumentParser
import Datasets
import Figures

/// `digigov data sources`: the publications, and how many rows are bound to each.
struct DataSources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "List the publications that the figures come from.",
    discussion: examples(
      "digigov data sources",
      "digigov data sources --format csv"))

  @OptionGroup var data: DataOption
  @Option(help: "table, csv or json.") var format = "table"
  @OptionGroup var csv: CSVTextOption

  func run() throws { try WholeFile.print(try text(width: StandardOutput.width)) }

  /// What is printed, to a terminal of so many columns or, at nil, whole.
  func text(width: Int?) throws -> String {
    let form = try Listing.Form(typed: format)
    let folder = try data.located()
    let evidence = try DataOption.refusing { () throws(DataError) in try folder.evidence() }
    return Self.listing(evidence).text(form, width: width, csv: CSVText(isRaw: csv.rawText))
  }

  private static func listing(_ evidence: Evidence) -> Listing {
    let monthly = evidence.monthly.bodies.flatMap { evidence.months(of: $0).map(\.sourceID) }
    let cited =
      evidence.facts.map(\.sourceID) + evidence.observations.values.joined().map(\.sourceID)
      + monthly + evidence.bodyYears.map(\.sourceID)
      + evidence.incidents.map(\.sourceID) + evidence.milestones.map(\.sourceID)
      + evidence.businessCases.map(\.sourceID)
    let counts = cited.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    return Listing(
      columns: [
        .init(name: "id"), .init(name: "rows", isNumeric: true), .init(name: "date"),
        .init(name: "publisher"), .init(name: "title"), .init(name: "licence"),
        .init(name: "seen_how"), .init(name: "address"),
      ],
      rows: evidence.sources.map {
        [
          $0.id, "\(counts[$0.id] ?? 0)", $0.date, $0.publisher, $0.title, $0.licence, $0.seenHow,
          $0.address,
        ]
      })
  }
}

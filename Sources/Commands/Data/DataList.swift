import ArgumentParser
import Datasets

/// `digigov data list`: the tables of a folder.
struct DataList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the tables of the data folder.",
    discussion: examples(
      "digigov data list",
      "digigov data list --format json"))

  @OptionGroup var data: DataOption
  @Option(help: "table, csv or json.") var format = "table"
  @OptionGroup var csv: CSVTextOption

  func run() throws { try WholeFile.print(try text(width: StandardOutput.width)) }

  /// What is printed, to a terminal of so many columns or, at nil, whole.
  func text(width: Int?) throws -> String {
    let form = try Listing.Form(typed: format)
    let folder = try data.located()
    let tables = try DataOption.refusing { () throws(DataError) in try folder.allTables() }
    return Self.listing(tables).text(form, width: width, csv: CSVText(isRaw: csv.rawText))
  }

  private static func listing(_ tables: [Datasets.Table]) -> Listing {
    Listing(
      columns: [
        .init(name: "table"), .init(name: "rows", isNumeric: true),
        .init(name: "columns", isNumeric: true), .init(name: "part"), .init(name: "holds"),
      ],
      rows: tables.map { table in
        [
          table.schema.name, "\(table.count)", "\(table.header.count)",
          table.schema.part == .model ? "model" : "evidence", table.schema.summary,
        ]
      })
  }
}

import ArgumentParser
import Datasets

/// `digigov data show`: one table of a folder as it stands there.
struct DataShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print one table of the data folder.",
    discussion: examples(
      "digigov data show facts --format csv",
      "digigov data show levers --data my-data"))

  @Argument(help: ArgumentHelp("The table's name; `data list` has them.", valueName: "table"))
  var table: String

  @OptionGroup var data: DataOption
  @Option(help: "table, csv or json.") var format = "table"
  @OptionGroup var csv: CSVTextOption
  @Flag(help: "CSV without the byte order mark that spreadsheets know UTF-8 by.") var noBom = false

  func run() throws { try WholeFile.print(try text(width: StandardOutput.width)) }

  /// What is printed, to a terminal of so many columns or, at nil, whole.
  func text(width: Int?) throws -> String {
    let form = try Listing.Form(typed: format)
    let folder = try data.located()
    let shown = try DataOption.refusing { () throws(DataError) in try folder.table(table) }
    return (form == .csv && !noBom ? CSVText.byteOrderMark : "")
      + Self.listing(shown).text(form, width: width, csv: CSVText(isRaw: csv.rawText))
  }

  /// All columns of the file in its order, extra ones too.
  private static func listing(_ table: Datasets.Table) -> Listing {
    Listing(
      columns: table.header.enumerated().map { place, name in
        .init(name: name, isNumeric: table.schema(ofColumn: place)?.kind.isNumeric ?? false)
      },
      rows: (0..<table.count).map { row in
        table.header.indices.map { table.text(row: row, column: $0) }
      })
  }
}

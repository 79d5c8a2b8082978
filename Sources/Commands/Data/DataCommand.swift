import ArgumentParser

/// `digigov data`: the data folder itself.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data", abstract: "Check, list, print, compare and extend the data folder.",
    discussion: examples(
      "digigov data list",
      "digigov data new my-data",
      "digigov data check my-data",
      "digigov data diff data my-data"),
    subcommands: [
      DataNew.self, DataCheck.self, DataAudit.self, DataList.self, DataShow.self, DataSources.self,
      DataImport.self, DataDiff.self, DataUndo.self,
    ])
}

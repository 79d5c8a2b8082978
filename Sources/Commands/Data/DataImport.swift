import ArgumentParser

/// `digigov data import`: new publications into a data folder.
struct DataImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add new publications to a data folder.",
    discussion: examples(
      "digigov data import workforce home-office-july-2026.csv"),
    subcommands: [ImportWorkforce.self])
}

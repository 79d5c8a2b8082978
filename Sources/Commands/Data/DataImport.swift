import ArgumentParser

/// `digigov data import`: new publications into a data folder.
struct DataImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add new publications to a data folder.",
    subcommands: [ImportWorkforce.self])
}

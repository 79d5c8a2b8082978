public import ArgumentParser

/// The program's command line.
public struct Digigov: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "digigov", abstract: "The state of digital government, in a terminal.")
  public init() {}
}

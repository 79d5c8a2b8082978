public import ArgumentParser

/// The program's command line.
public struct Digigov: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "digigov",
    abstract: "The state of digital government, in a terminal.",
    discussion: """
      Shows the figures of a review of digital government and what followed, and \
      projects what becomes of its opportunity, by department and year, with honest ranges. \
      Without a terminal the same view is printed as plain text. `digigov accessibility` says \
      what there is for those who listen, read by touch or see little.
      """
        + examples(
          "digigov",
          "digigov --department HO",
          "digigov project --format table",
          "digigov screenshot --view overview --output overview.svg",
          "digigov data check my-data"),
    version: ProgramVersion.text,
    subcommands: [
      DashboardCommand.self, Project.self, ScenariosCommand.self, Sensitivity.self, Compare.self,
      Explain.self,
      Screenshot.self, BriefCommand.self, CheckCommand.self, Play.self, TapeCommand.self,
      TourCommand.self,
      DataCommand.self, SchemaCommand.self, ConfigCommand.self, PathsCommand.self,
      AccessibilityCommand.self, HearCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)

  public init() {}
}

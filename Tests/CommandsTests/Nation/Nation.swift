import Analytics
import Dashboard
import Datasets
import Figures
import Frames
import Store
import Testing

@testable import Commands

/// An invented nation of five organisations, with money, words and roles of its own.
enum Nation {
  static let folder =
    #filePath.split(separator: "/").dropLast().reduce(into: "") { $0 += "/" + $1 } + "/Data"

  /// Runs what a program would do that has this folder open, in its money.
  static func open<Value>(_ body: () throws -> Value) throws -> Value {
    try Money.$setting.withValue(Money.Setting(.pounds)) {
      let (inputs, _) = try DataFolder(path: folder).load()
      Money.setting.currency = inputs.roles.currency
      return try body()
    }
  }

  /// A dashboard at rest over the folder's own default scenario.
  static func state(
    _ place: Place, columns: Int = 120, rows: Int = 40, ascii: Bool = false,
    of folder: DataFolder = DataFolder(path: folder)
  ) throws -> Store {
    let (inputs, evidence) = try folder.load()
    let preset = try #require(inputs.presets.first { $0.id == inputs.defaultScenario })
    var settings = Settings(theme: .mono)
    settings.ascii = ascii
    let start = State(
      inputs: inputs, evidence: evidence, scenario: Scenario(preset), settings: settings,
      place: place, columns: columns, rows: rows, draws: 64, points: 16)
    let store = Store(start, Answers(Model(inputs), seed: inputs.seed), clock: .settled)
    store.take(.began)
    store.settle()
    return store
  }

  /// Words and signs that are of one country and of no other.
  static let foreign = [
    "£", "GBP", "UK", "U.K.", "United Kingdom", "Britain", "British", "England", "Wales", "Scot",
    "NHS", "HMRC", "DWP", "GDS", "DSIT", "Whitehall", "Westminster", "GOV.UK", "gov.uk", "Treasury",
    "Green Book", "Blueprint", "blueprint", "Spending Review", "State of digital government review",
    "central government", "civil serv", "Civil serv", "Civil Serv", "Home Office", "Cabinet Office",
    "police", "Police", "trusts", "Transformation Fund", "Lords", "Parliament",
    "National Insurance", "Exchequer",
    "ministerial", "PAYE", "2025", "45bn", "45 billion",
  ]

  /// Ids of the model's contract, which every folder has.
  private static let contract = ["legacy_share_nhs", "legacy_share_police", "automation_gds2026"]

  /// Those of them that stand in a text, each with the line that it stands in.
  static func foreign(in text: String) -> Set<String> {
    var found: Set<String> = []
    let own = contract.reduce(text) { $0.replacing($1, with: "") }
    for line in own.split(separator: "\n") {
      for word in foreign where contains(line, word) {
        found.insert("\(word): \(line.prefix(160))")
      }
    }
    return found
  }

  /// Whether a line has a word that begins there: `UK` is not in `DUKE`.
  private static func contains(_ line: Substring, _ word: String) -> Bool {
    line.ranges(of: word).contains { range in
      guard range.lowerBound > line.startIndex, word.first?.isLetter == true else { return true }
      return !line[line.index(before: range.lowerBound)].isLetter
    }
  }
}

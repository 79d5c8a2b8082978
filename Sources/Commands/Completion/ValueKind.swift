import Screenshots

/// What a value on the command line is, by which it is completed.
enum ValueKind: Equatable {
  case view, organisation, theme, scenario, lever, assumption, keySet, schedule
  case panel, table, figure, number, sensitivityTarget, command, schema
  /// A file of one of these extensions, or any, or a folder.
  case file([String])
  case folder
  /// One of these, with what each is.
  case choice([String])
  /// Nothing that could be known.
  case free

  /// The kind of an option's value.
  /// - Parameters:
  ///   - option: its name without hyphens.
  ///   - value: what the help calls the value.
  ///   - help: its line of help, which names the forms of an answer.
  static func option(_ option: String, _ value: String, help: String, of path: [String])
    -> ValueKind?
  {
    switch option {
    case "view": .view
    case "department": .organisation
    case "theme": .theme
    case "scenario", "compare": .scenario
    case "set": .lever
    case "assume": .assumption
    case "key-set": .keySet
    case "discounting": .schedule
    case "data": .folder
    case "panel": .panel
    case "select": .number
    case "of": .sensitivityTarget
    case "grid", "range": .lever
    case "format" where path == ["screenshot"]: .choice(PictureFormat.allCases.map(\.rawValue))
    case "format":
      .choice(["table", "csv", "json", "text"].filter { help.wordsOfLetters.contains($0[...]) })
    case "words": .choice(["full", "brief", "symbols"])
    case "width": .choice(["40", "80"])
    case "for": .choice(["page", "half", "slide"])
    case "size": .choice(["80x24", "120x36", "160x48"])
    case "scale": .choice(["1", "2", "3", "4"])
    case "cast-version": .choice(["3", "2"])
    case "draws": .choice(["0", "256", "1024", "4096", "16384"])
    case "marking": .choice(["OFFICIAL", "OFFICIAL-SENSITIVE"])
    case "record": .file(["cast"])
    case "each-draw": .file(["csv"])
    case "output": value == "file" ? .file([]) : .folder
    case "seed", "depth", "month", "collected", "alias", "new-body", "published", "address",
      "first-line", "sample":
      .free
    default: nil
    }
  }

  /// The kind of an argument without a name.
  static func argument(_ value: String, of path: [String]) -> ValueKind? {
    switch value {
    case "scenario": .scenario
    case "figure": .figure
    case "table": .table
    case "dir", "old", "new": .folder
    case "subcommands": .command
    case "schema": .schema
    case "document": .file(["odt", "docx", "md", "html", "txt"])
    case "file": path.first == "data" ? .file(["csv", "CSV"]) : .file(["tape"])
    default: nil
    }
  }
}

extension String {
  /// The words in it, without what stands between them.
  fileprivate var wordsOfLetters: [Substring] { split { !$0.isLetter } }
}

import ArgumentParser
import Dashboard
import Explanations
import Frames

/// `digigov config`: what the dashboard goes by, and where each value comes from.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Print the configuration in force, or one to start from.",
    discussion: """
      The dashboard goes by the command line, then the environment, then the configuration file, \
      then its own defaults. Pictures, tapes and tables read no configuration, so that they are the \
      same everywhere. `digigov paths` says where the file is.
      """
        + examples(
          "digigov config",
          "digigov config --default",
          "digigov config --format json"))

  @Flag(name: .customLong("default"), help: "Print a documented file with every default.")
  var wantsDefault = false

  @Option(parsing: .unconditional, help: "text or json.") var format = "text"

  func run() throws { try WholeFile.print(try text()) }

  /// What is printed.
  func text() throws -> String {
    guard format == "text" || format == "json" else {
      throw CommandFailure.unknown("format", format, allowed: ["text", "json"])
    }
    if wantsDefault {
      guard format == "text" else {
        throw CommandFailure(code: 2, message: "--default is a file of text; leave --format out")
      }
      return Self.defaultFile
    }
    let environment = Surroundings.environment
    // What the dashboard refuses is not in force.
    if let theme = environment["DIGIGOV_THEME"], theme != "auto" {
      _ = try ThemeName(typed: theme)
    }
    if let words = environment["DIGIGOV_WORDS"] { _ = try Wording(typed: words) }
    let settings = Self.effective(try Configuration.load(), environment)
    if format == "json" {
      return JSONValue.array(
        settings.map {
          .object([
            .init("name", .string($0.name)), .init("value", .string($0.value)),
            .init("from", .string($0.from)),
          ])
        }
      ).text + "\n"
    }
    return settings.map { "# \($0.from)\n\($0.name) = \($0.value)\n" }.joined()
  }

  /// One setting: its value as the file would have it, and where that comes from.
  struct Effective: Equatable {
    var name, value, from: String
  }

  /// Every setting; of the keys, those that the user chose.
  static func effective(_ file: Configuration, _ environment: [String: String]) -> [Effective] {
    func setting(
      _ name: String, variable: (name: String, value: String)?, _ value: String?, _ line: Int?,
      default own: String
    ) -> Effective {
      if let variable {
        return Effective(name: name, value: variable.value, from: "from \(variable.name)")
      }
      if let value, let line {
        return Effective(name: name, value: value, from: "from the file, line \(line)")
      }
      return Effective(name: name, value: own, from: "default")
    }
    let theme = environment["DIGIGOV_THEME"].map { (name: "DIGIGOV_THEME", value: $0) }
    let ascii = environment["DIGIGOV_ASCII"].flatMap { wish in
      wish.isEmpty ? nil : (name: "DIGIGOV_ASCII", value: wish == "0" ? "auto" : "ascii")
    }
    return [
      setting("theme", variable: theme, file.theme?.value, file.theme?.number, default: "auto"),
      setting(
        "glyphs", variable: ascii, file.glyphs?.value.rawValue, file.glyphs?.number,
        default: "auto"),
      setting(
        "view", variable: nil, file.view?.value.rawValue, file.view?.number, default: "overview"),
      setting(
        "mouse", variable: nil, file.mouse.map { $0.value ? "yes" : "no" }, file.mouse?.number,
        default: "yes"),
      setting(
        "words", variable: environment["DIGIGOV_WORDS"].map { (name: "DIGIGOV_WORDS", value: $0) },
        file.words?.value.rawValue, file.words?.number, default: Wording.full.rawValue),
    ]
      + file.keyLines.sorted { $0.value < $1.value }.map { name, line in
        let keys = file.keys.keys(of: name).joined(separator: " ")
        return Effective(
          name: "key.\(name)", value: keys.isEmpty ? "none" : keys,
          from: "from the file, line \(line)")
      }
  }

  /// A file that changes nothing, with what each line is for.
  static var defaultFile: String {
    let keys = KeyChoices.choosable.map { action in
      "# \(action.help)\n# key.\(action.name) = \(action.keys.joined(separator: " "))\n"
    }
    return """
      # Configuration of digigov. Lines that begin with # say nothing; take it away from those
      # that should. Put the file where `digigov paths` says.

      # Colours: \(Configuration.themes.joined(separator: ", ")). auto goes by the terminal's ground.
      # theme = auto

      # Characters: auto, unicode, ascii. auto goes by the locale, unicode does not.
      # glyphs = auto

      # The view to open: \(Configuration.views.joined(separator: ", ")).
      # view = overview

      # Whether clicks move the focus: yes, no. With no, the terminal's own selection works.
      # mouse = yes

      # How much --plain says in words: \(Configuration.wordings.joined(separator: ", ")).
      # words = full

      # Keys of actions, parted by blanks: a character, ctrl+ and a letter, enter esc tab backspace
      # delete insert up down left right home end pageup pagedown space f1 to f12, with shift+,
      # ctrl+ or alt+ before them; none takes an action its keys. A key of another action is
      # refused until that one has others. ctrl+c always quits. Inside what opens in front of a
      # screen, arrows, Enter and Esc stay as they are.


      """ + keys.joined(separator: "\n")
  }
}

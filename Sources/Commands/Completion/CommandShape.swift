import ArgumentParser

/// What can stand on the line of one command, as the parser knows it.
struct CommandShape {
  struct Option: Equatable {
    /// As they are typed, the one that is offered last.
    var names: [String]
    /// What its value is called in the help; nil for a flag.
    var value: String?
    var repeats: Bool
    var help: String

    /// The name that is offered.
    var name: String { names.last { $0.hasPrefix("--") } ?? names.last ?? "" }
    /// One name of a flag and its opposite, such as `--mouse` and `--no-mouse`.
    var stem: String { name.hasPrefix("--no-") ? "--" + name.dropFirst(5) : name }
  }

  struct Positional: Equatable {
    var value: String
    var repeats: Bool
  }

  /// The words that lead to the command, without the program's name.
  let path: [String]
  let type: any ParsableCommand.Type
  var options: [Option] = []
  var positionals: [Positional] = []

  /// The command that words begin with, and how many of them name it. The dashboard is the one that no
  /// word names.
  static func found(_ words: [String]) -> (shape: CommandShape, count: Int) {
    var type: any ParsableCommand.Type = Digigov.self
    var path: [String] = []
    for word in words {
      guard let next = type.configuration.subcommands.first(where: { $0.name == word }) else {
        break
      }
      type = next
      path.append(word)
    }
    return (CommandShape(path, type), path.count)
  }

  init(_ path: [String], _ type: any ParsableCommand.Type) {
    self.path = path
    self.type = type
    read(path.isEmpty ? DashboardCommand.self : type)
  }

  /// Names and abstracts of the commands below.
  var commands: [(name: String, abstract: String)] {
    type.configuration.subcommands.map { ($0.name, $0.configuration.abstract) }
      + (path.isEmpty ? [("help", "Show the help of a command.")] : [])
  }

  /// The parser tells what it takes in JSON alone, and of one command much faster than of all.
  private mutating func read(_ type: any ParsableCommand.Type) {
    var text = ""
    do {
      _ = try type.parseAsRoot(["--experimental-dump-help"])
    } catch {
      text = type.fullMessage(for: error)
    }
    guard let value = try? JSONReader.read(Array(text.utf8)),
      let arguments = value["command"]?["arguments"]?.array
    else { return }
    for argument in arguments where argument["shouldDisplay"] != .bool(false) {
      let repeats = argument["isRepeating"] == .bool(true)
      let value = argument["valueName"]?.string ?? ""
      if argument["kind"]?.string == "positional" {
        positionals.append(Positional(value: value, repeats: repeats))
        continue
      }
      let names = (argument["names"]?.array ?? []).map { name in
        (name["kind"]?.string == "long" ? "--" : "-") + (name["name"]?.string ?? "")
      }
      options.append(
        Option(
          names: names, value: argument["kind"]?.string == "option" ? value : nil,
          repeats: repeats, help: argument["abstract"]?.string ?? ""))
    }
  }
}

extension ParsableCommand {
  /// The word that names the command.
  static var name: String { configuration.commandName ?? "\(Self.self)".lowercased() }
}

import Analytics
import ArgumentParser
import Frames
import Terminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The way into the program and, in one place, the way out: every failure becomes one message on
/// standard error and an exit code (1 failed, 2 wrong usage, 3 invalid data).
@MainActor public func runDigigov() -> Never {
  FullFiles.areErrors()
  do {
    let words = Array(ProcessArguments.words.dropFirst())
    if words.first == CompletionScript.question {
      try WholeFile.print(CompletionScript.answer(Array(words.dropFirst())))
      exit(0)
    }
    if let script = try CompletionScript.asked(words) {
      try WholeFile.print(script)
      exit(0)
    }
    try refuseUnknownCommand(words)
    if !words.contains("--doctor") { _ = try Surroundings.checkedThreads() }
    var command = try parsed(words)
    try command.run()
    exit(0)
  } catch let failure as CommandFailure {
    end(failure)
  } catch let code as ExitCode {
    exit(code.rawValue)
  } catch {
    let code = Digigov.exitCode(for: error)
    let message = Digigov.fullMessage(for: error)
    if code == .success {
      do throws(CommandFailure) {
        try WholeFile.print(message + "\n")
      } catch {
        end(error)
      }
      exit(0)
    }
    // The parser adds how to use the command; one line says what was wrong.
    let first = message.split(separator: "\n").first.map(String.init) ?? message
    let advice = lateCommand(in: Array(ProcessArguments.words.dropFirst()))
    complain(first.droppingPrefix("Error: ") + "; " + (advice ?? "--help says what is allowed"))
    exit(code == .validationFailure ? 2 : 1)
  }
}

/// The command that is meant. Without a word in front it is the dashboard, and its options are tried
/// alone first: the parser otherwise goes through all commands, which takes a tenth of the start.
private func parsed(_ words: [String]) throws -> any ParsableCommand {
  if words.first?.hasPrefix("-") ?? true, let dashboard = try? DashboardCommand.parse(words) {
    return dashboard
  }
  return try Digigov.parseAsRoot(words)
}

private func end(_ failure: CommandFailure) -> Never {
  if !failure.message.isEmpty { complain(failure.message) }
  exit(failure.code)
}

/// A first word that is no option has to be a command: the dashboard, which is what opens without
/// one, takes no words.
func refuseUnknownCommand(_ arguments: [String]) throws(CommandFailure) {
  guard let word = arguments.first, !word.hasPrefix("-") else { return }
  if word == "help" { return try refuseUnknownTopic(Array(arguments.dropFirst())) }
  guard !commandNames.contains(word) else { return }
  throw .unknown("command", word, allowed: commandNames)
}

/// Words behind `help` have to lead to a command.
private func refuseUnknownTopic(_ words: [String]) throws(CommandFailure) {
  var type: any ParsableCommand.Type = Digigov.self
  for word in words where !word.hasPrefix("-") {
    let names = type.configuration.subcommands.map { $0.name }
    guard let place = names.firstIndex(of: word) else {
      guard !names.isEmpty else {
        throw CommandFailure(
          code: 2, message: "unknown command \(neutralised(word)); \(type.name) has none of its own"
        )
      }
      throw CommandFailure.unknown("command", word, allowed: names)
    }
    type = type.configuration.subcommands[place]
  }
}

private var commandNames: [String] { Digigov.configuration.subcommands.map { $0.name } + ["help"] }

/// What to do where options were typed before the command: they were then taken for the
/// dashboard's, and what the parser says of them is about the wrong thing.
func lateCommand(in arguments: [String]) -> String? {
  guard arguments.first?.hasPrefix("-") == true,
    let name = arguments.first(where: { commandNames.contains($0) })
  else { return nil }
  return "\(name) has to be the first word, and its options come after it: digigov \(name) …"
}

/// Says something on standard error, with the program's name before it.
func complain(_ message: String) {
  // What was typed stands in messages: nothing in it may reach the terminal as a command.
  let text = message.split(separator: "\n", omittingEmptySubsequences: false)
    .map { neutralised(String($0)) }.joined(separator: "\n")
  let bytes = Array("digigov: \(text)\n".utf8)
  _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

/// Says why there is nothing but ASCII, where somebody sees it: what is piped on is no place to.
func complain(_ characters: CharacterSet) {
  guard let reason = characters.reasonForASCII, isatty(STDERR_FILENO) == 1 else { return }
  complain(reason)
}

extension String {
  fileprivate func droppingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}

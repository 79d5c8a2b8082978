import ArgumentParser
import Testing

@testable import Commands

/// What the shells are answered. The shells themselves: `Scripts/check-completions`.
@Suite struct CompletionTests {
  @Test("Every value of every command is of a kind that is completed, or known to be free")
  func everyValueHasAKind() {
    for command in HelpTests.commands {
      let shape = CommandShape(Array(command.words.dropFirst()), command.type)
      #expect(shape.options.contains { $0.name == "--help" }, "\(command)")
      for option in shape.options {
        guard let value = option.value else { continue }
        let name = String(option.name.drop { $0 == "-" })
        let kind = ValueKind.option(name, value, help: option.help, of: shape.path)
        #expect(kind != nil, "\(command) \(option.name)")
        #expect(kind != .choice([]), "\(command) \(option.name)")
      }
      for positional in shape.positionals {
        #expect(
          ValueKind.argument(positional.value, of: shape.path) != nil, "\(command) \(positional)")
      }
    }
  }

  @Test(
    "An option is offered once, unless it repeats, and its opposite counts as the same",
    arguments: [
      (["--view", "lab"], "--vi", []), (["--view=lab"], "--vi", []),
      (["--set", "a"], "--se", ["--set"]),
      (["--mouse"], "--no-m", []), (["--no-mouse"], "--mo", []),
      (["project", "--batch"], "--b", []),
      (["--"], "--", []), (["no-such-command"], "--vi", ["--view"]),
    ])
  func offersOnce(words: [String], typed: String, offered: [String]) {
    #expect(Completion(after: words, typed: typed).candidates.map(\.value) == offered)
  }

  @Test("Many ids are offered as far as the next dot or @, few as they are")
  func shortens() {
    let ids = (0..<9).map { "a.b\($0)" } + ["a@1", "c"]
    #expect(CompletionValues.shortened(ids, "", most: 20) == ids)
    #expect(CompletionValues.shortened(ids, "", most: 3) == ["a.", "a@", "c"])
  }

  @Test(
    "The script of another shell is refused with those that there are",
    arguments: [["--generate-completion-script", "ksh"], ["--generate-completion-script=ksh"]])
  func refusesOtherShells(words: [String]) {
    let error = #expect(throws: CommandFailure.self) { try CompletionScript.asked(words) }
    #expect(error?.code == 2 && error?.message.contains("bash zsh fish") == true)
  }

  @Test("An answer is a line each, and what it is behind a tab")
  func writesLines() {
    var completion = Completion(after: ["--data"], typed: "")
    #expect(completion.text == ":folders\n")
    completion.candidates = [.init(value: "x", note: "two\nlines"), .init(value: "y")]
    completion.files = .file(["csv", "tape"])
    #expect(completion.text == "x\ttwo lines\ny\n:files csv tape\n")
  }
}

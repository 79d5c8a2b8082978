import TestSupport
import Testing

@Suite("Not a terminal", .timeLimit(.minutes(2)))
struct PlainTextTests {
  @Test("Piped, the view is printed as plain text and the status is 0")
  func prints() async throws {
    let end = try await Program.piped()
    #expect(end.status == 0 && end.errors == "")
    #expect(end.text.contains("digital government") && end.text.contains("£45bn"))
    #expect(!end.output.contains(0x1B))
  }

  @Test("Piped in a locale that is not UTF-8, no byte is above 127")
  func printsASCII() async throws {
    let end = try await Program.piped(environment: ["LC_ALL": "C"])
    #expect(end.status == 0 && end.output.count > 500)
    #expect(end.output.filter { $0 > 127 } == [])
  }

  @Test(
    "A terminal that cannot show a screen gets text, the reason, and the status 0",
    .enabled(if: Tmux.isInstalled, "tmux is needed"),
    arguments: ["-u TERM"])
  func explains(type: String) async throws {
    try await Program.inTerminal(columns: 120, rows: 80) { tmux in
      try await tmux.enter(
        "env \(type) \(Tmux.quoted(Program.path)) > /dev/null; echo \"[done $?]\"")
      try await tmux.wait { $0.contains("[done 0]") }
      let piped = try await tmux.screen()
      // Standard output was not the terminal: no reason is needed.
      #expect(!piped.contains("--plain"))
      try await tmux.enter("clear; env \(type) \(Tmux.quoted(Program.path)); echo \"[end $?]\"")
      try await tmux.wait { $0.contains("[end 0]") }
      let text = try await tmux.screen()
      #expect(text.contains("--plain") && text.contains("TERM") && text.contains("£45bn"))
      #expect(try await tmux.value(of: "alternate_on") == "0")
    }
  }

  @Test(
    "A terminal that can place no text gets the dialogue, and text where that is not wanted",
    .enabled(if: Tmux.isInstalled, "tmux is needed"))
  func holdsADialogue() async throws {
    try await Program.inTerminal(columns: 120, rows: 80) { tmux in
      let program = Tmux.quoted(Program.path)
      for wish in ["TERM=dumb", "TERM=unknown", "DIGIGOV_PLAIN=1"] {
        try await tmux.enter("clear; env \(wish) \(program); echo \"[end $?]\"")
        try await tmux.wait { $0.contains("help") }
        #expect(try await tmux.value(of: "alternate_on") == "0")
        try await tmux.enter("quit")
        try await tmux.wait { $0.contains("[end 0]") }
        #expect(try await !tmux.screen().contains("┌"), "\(wish)")
      }
      try await tmux.enter("clear; env TERM=dumb \(program) --no-plain; echo \"[end $?]\"")
      try await tmux.wait { $0.contains("[end 0]") && $0.contains("┌") }
    }
  }

  @Test("What is piped is text, whatever is set for good")
  func pipesText() async throws {
    let end = try await Program.piped(environment: ["DIGIGOV_PLAIN": "1", "DIGIGOV_SPEECH": "1"])
    #expect(end.status == 0 && end.text.contains("┌"))
  }

  @Test(
    "A terminal that cannot show a screen gets text as wide as it is",
    .enabled(if: Tmux.isInstalled, "tmux is needed"), arguments: [60, 80])
  func fits(columns: Int) async throws {
    try await Program.inTerminal(columns: columns, rows: 60) { tmux in
      try await tmux.enter(
        "clear; env TERM=dumb \(Tmux.quoted(Program.path)) --no-plain; echo \"[end $?]\"")
      try await tmux.wait { $0.contains("[end 0]") }
      let lines = try await tmux.screen(unwrapped: true).split(separator: "\n")
      let boxes = lines.filter { $0.contains("│") || $0.contains("─") }
      #expect(!boxes.isEmpty && boxes.allSatisfy { $0.count <= columns }, "\(boxes)")
    }
  }

  @Test(
    "Outcomes of the Lab's analyses are explained like other figures",
    arguments: [
      "tornado.cost_overrun.P10", "sobol.run_share.total", "evpi", "evppi.cost_overrun",
      "npsv.change", "delay.probability",
    ])
  func explainsAnalyses(figure: String) async throws {
    let end = try await Finished.run(
      Program.path, ["explain", figure], environment: Program.environment.mapValues(Optional.some))
    #expect(end.status == 0 && end.text.contains("\n\(figure)\n"), "\(end.errors)")
    #expect(end.text.contains("Mark       modelled"))
  }

  @Test(
    "What cannot be written ends with 1 and is said; a reader who has enough is none of that",
    .enabled(if: Program.canFillUp, "/dev/full is needed"),
    arguments: ["", "paths", "config --default", "--help", "data show facts", "project"])
  func failsToWrite(words: String) async throws {
    let program = "\(Tmux.quoted(Program.path)) \(words)"
    let full = try await Finished.run(
      "/bin/bash", ["-c", "\(program) < /dev/null > /dev/full"],
      environment: Program.environment.mapValues(Optional.some))
    #expect(full.status == 1 && full.errors.contains("standard output: No space left"))
    // `trap` has the signal ignored; a pipe whose reader has gone refuses at once.
    let closed = try await Finished.run(
      "/bin/bash",
      ["-c", "trap '' PIPE; { sleep 0.3; \(program) < /dev/null; echo $? >&2; } | true"],
      environment: Program.environment.mapValues(Optional.some))
    #expect(closed.errors == "141\n")
  }
}

import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Finding, copying, the first hint and the theme, in a real terminal.
@Suite(
  "Finding and taking along", .serialized, .enabled(if: Tmux.isInstalled, "tmux is needed"),
  .timeLimit(.minutes(2)))
struct FindingTests {
  /// A folder for what the program keeps, gone after the test.
  private func withState(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "digigov-state-\(UInt64.random(in: 0 ... .max))").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  @Test("A name typed into the palette leads there; what is copied is sent and in a file")
  func findsAndCopies() async throws {
    try await withState { folder in
      let bytes = TemporaryFile()
      let environment = ["XDG_STATE_HOME": folder]
      try await Program.inTerminal(columns: 120, rows: 36, environment: environment) { tmux in
        try await tmux.record(to: bytes.path)
        try await tmux.openDashboard()
        try await tmux.type(":home office")
        try await tmux.wait { $0.contains("Home Office (HO)") }
        try await tmux.press("Enter")
        try await tmux.wait { $0.prefix(120).contains("Home Office") }
        try await tmux.press("1")
        try await tmux.wait { $0.prefix(120).contains("Overview") }
        try await tmux.press("y")
        try await tmux.wait { $0.contains("Copied") && $0.contains("copied.txt") }
        try await tmux.press("q")
        #expect(try await tmux.status() == 0)
        #expect(try await tmux.leftBehind() == [])
        // In tmux the sequence goes wrapped, with every escape twice.
        let sent = try await tmux.recorded(in: bytes, through: "[status 0]")
        #expect(sent.contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;"))
      }
      let text = try String(contentsOfFile: folder + "/digigov/copied.txt", encoding: .utf8)
      #expect(text.contains("£45bn") && text.contains("(reported)") && text.hasSuffix("\n"))
    }
  }

  @Test("The hint for the first run is shown once and never again")
  func hintsOnce() async throws {
    try await withState { folder in
      let environment = ["XDG_STATE_HOME": folder]
      try await Program.inTerminal(columns: 120, rows: 36, environment: environment) { tmux in
        try await tmux.openDashboard()
        try await tmux.wait { $0.contains("New here?") }
        try await tmux.press("Down")
        try await tmux.wait { !$0.contains("New here?") }
        try await tmux.press("q")
        #expect(try await tmux.status() == 0)
        try await tmux.enter("clear")
        try await tmux.openDashboard()
        #expect(try await !tmux.settledScreen().contains("New here?"))
        try await tmux.press("q")
        #expect(try await tmux.status() == 0)
      }
    }
  }

  @Test(
    "The theme follows the ground that the terminal says it has, and no key is lost meanwhile",
    arguments: [("#ffffff", "48;5;231"), ("#000000", "48;5;233")])
  func followsTheGround(ground: String, painted: String) async throws {
    try await Program.inTerminal(environment: ["COLORFGBG": nil]) { tmux in
      try await tmux.enter("tmux set-option -g window-style bg=\(ground); clear")
      // The keys are there before the program asks.
      try await tmux.enter("(sleep 0.3); digigov")
      try await tmux.type("3")
      try await tmux.wait(until: "alternate_on", is: "1")
      try await tmux.wait { $0.contains("Legacy and cyber") }
      #expect(try await tmux.screen(styled: true).contains(painted))
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      #expect(try await tmux.leftBehind() == [])
    }
  }

  @Test("An answer of the terminal that comes late is no key")
  func dropsLateAnswers() async throws {
    try await Program.inTerminal { tmux in
      try await tmux.openDashboard()
      let before = try await tmux.settledScreen(styled: true)
      for answer in [
        "\u{1B}]11;rgb:3333/4444/5555\u{1B}\\", "\u{1B}]11;rgb:33/44/55\u{7}",
        "\u{1B}[?62;1;2;4;9;22c",
        "\u{1B}[?1;2c",
      ] {
        try await tmux.send(bytes: Array(answer.utf8))
      }
      try await Task.sleep(for: .milliseconds(300))
      try await tmux.expectScreen(before)
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
    }
  }

  @Test("The wheel and a click move the focus; without the mouse the terminal keeps both")
  func points() async throws {
    try await Program.inTerminal(columns: 120, rows: 36) { tmux in
      try await tmux.enter("digigov --view departments")
      try await tmux.wait { $0.contains("Organisations") && $0.contains(" 4,0") }
      let before = try await tmux.settledScreen(styled: true)
      try await tmux.send(bytes: Array("\u{1B}[<65;40;12M".utf8))
      let after = try await tmux.settledScreen(styled: true)
      #expect(before != after)
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      try await tmux.enter("digigov --no-mouse")
      try await tmux.wait(until: "alternate_on", is: "1")
      #expect(try await tmux.value(of: "mouse_any_flag") == "0")
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
    }
  }

  @Test("--plain is a dialogue on a terminal, without any escape sequence")
  func talks() async throws {
    let bytes = TemporaryFile()
    try await Program.inTerminal(columns: 160, rows: 100) { tmux in
      try await tmux.enter("digigov --plain")
      try await tmux.wait { $0.contains("Ask, such as") }
      try await tmux.record(to: bytes.path)
      try await tmux.enter("source 1")
      try await tmux.wait { $0.contains("Licence: ") }
      try await tmux.enter("quit")
      try await tmux.enter("echo \"[end $?]\"")
      let sent = try await tmux.recorded(in: bytes, through: "[end 0]")
      // The next one with an escape is the shell.
      let said = Array(sent.prefix { $0 != 0x1B })
      #expect(said.contains("Licence: ") && said.contains("quit\r\n"))
      #expect(try await tmux.value(of: "alternate_on") == "0")
    }
  }
}

/// --plain on a pipe: commands in, lines out.
@Suite("Plain on a pipe", .timeLimit(.minutes(2)))
struct PlainPipeTests {
  @Test("Commands are read from a pipe; its end is the end, with the status 0")
  func runsCommands() async throws {
    let end = try await Program.piped(["--plain"], input: "find home office\n1\nundo\n")
    #expect(end.status == 0 && end.errors == "")
    #expect(end.text.contains("> find home office") && end.text.contains("Home Office: expected"))
    #expect(end.text.contains("Nothing to undo") || end.text.contains("does nothing here"))
    #expect(!end.output.contains(0x1B))
  }

  @Test("Without commands the screen is said, in ASCII where the locale wants it")
  func endsAtOnce() async throws {
    let end = try await Program.piped(
      ["--plain", "--view", "legacy"], environment: ["LC_ALL": "C"])
    #expect(end.status == 0 && end.text.contains("9 panels, "))
    #expect(end.output.allSatisfy { $0 < 128 })
  }
}

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
      }
      let text = try String(contentsOfFile: folder + "/digigov/copied.txt", encoding: .utf8)
      #expect(text.contains("£45bn") && text.contains("(reported)") && text.hasSuffix("\n"))
      // In tmux the sequence goes wrapped, with every escape twice.
      let sent = bytes.bytes
      #expect(sent.contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;"))
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

  @Test("--plain is a dialogue on a terminal, without any escape sequence")
  func talks() async throws {
    let bytes = TemporaryFile()
    try await Program.inTerminal(columns: 160, rows: 100) { tmux in
      try await tmux.enter("digigov --plain")
      try await tmux.wait { $0.contains("Type a number") }
      try await tmux.record(to: bytes.path)
      try await tmux.enter("source 1")
      try await tmux.wait { $0.contains("Licence: ") }
      try await tmux.enter("quit")
      try await tmux.enter("echo \"[end $?]\"")
      try await tmux.wait { $0.contains("[end 0]") }
      #expect(try await tmux.value(of: "alternate_on") == "0")
    }
    #expect(bytes.bytes.contains("Licence: "))
  }
}

/// --plain on a pipe: commands in, lines out.
@Suite("Plain on a pipe", .timeLimit(.minutes(2)))
struct PlainPipeTests {
  @Test("Commands are read from a pipe; its end is the end, with the status 0")
  func runsCommands() async throws {
    let end = try await Program.piped(["--plain"], input: "find home office\n1\nundo\n")
    #expect(end.status == 0 && end.errors == "")
    #expect(end.text.contains("> find home office") && end.text.contains("Departments, Central"))
    #expect(end.text.contains("Nothing to undo") || end.text.contains("does nothing here"))
    #expect(!end.output.contains(0x1B))
  }

  @Test("Without commands the screen is said, in ASCII where the locale wants it")
  func endsAtOnce() async throws {
    let end = try await Program.piped(
      ["--plain", "--view", "legacy"], environment: ["LC_ALL": "C"])
    #expect(end.status == 0 && end.text.contains("Panel 1 of"))
    #expect(end.output.allSatisfy { $0 < 128 })
  }
}

extension [UInt8] {
  fileprivate func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return indices.contains { self[$0...].starts(with: wanted) }
  }
}

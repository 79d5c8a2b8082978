import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What happens to changed levers when the program dies.
@Suite(
  "Lost sessions", .serialized, .enabled(if: Tmux.isInstalled, "tmux is needed"),
  .timeLimit(.minutes(2)))
struct LostSessionTests {
  /// A terminal whose state folder is this test's own.
  private func inTerminal(_ body: (Tmux, _ sessions: String) async throws -> Void) async throws {
    let home = TemporaryFile()
    try await Program.inTerminal(columns: 120, rows: 36, environment: ["XDG_STATE_HOME": home.path])
    { tmux in try await body(tmux, home.path + "/digigov/sessions") }
  }

  private func files(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private func waitForFile(in folder: String) async throws {
    for _ in 0..<250 where !files(folder).contains(where: { $0.hasSuffix(".json") }) {
      try await Task.sleep(for: .milliseconds(20))
    }
    // Later changes are written after a pause.
    try await Task.sleep(for: .milliseconds(400))
  }

  private func kill(_ tmux: Tmux, _ signal: Int32) async throws {
    let program = try #require(try await tmux.foregroundProcess())
    #expect(send(Int32(program), signal) == 0)
    while try await tmux.foregroundProcess() != nil {
      try await Task.sleep(for: .milliseconds(20))
    }
    // Nothing gives the terminal back after a SIGKILL.
    try await tmux.enter("tput rmcup; stty sane; printf '\\e[?1000l\\e[?1002l\\e[?2004l'; clear")
    try await tmux.wait(until: "alternate_on", is: "0")
  }

  private func send(_ process: Int32, _ signal: Int32) -> Int32 {
    #if canImport(Glibc)
    Glibc.kill(process, signal)
    #else
    Darwin.kill(process, signal)
    #endif
  }

  @Test("A session that was killed is offered, comes back with its undo, and is gone when left")
  func comesBack() async throws {
    try await inTerminal { tmux, sessions in
      try await tmux.openDashboard("--view lab")
      #expect(files(sessions) == [], "nothing has been changed")
      try await tmux.press("Left", "Left", "Left", "z")
      try await waitForFile(in: sessions)
      let before = try await tmux.settledScreen(styled: true)
      try await kill(tmux, SIGKILL)

      try await tmux.enter("digigov")
      try await tmux.wait { $0.contains("A session was lost") }
      #expect(try await tmux.screen().contains("2 to undo and 1 to redo"))
      try await tmux.press("Enter")
      try await tmux.expectScreen(before)
      try await tmux.press("z", "z")
      try await tmux.press("z")
      try await tmux.wait { $0.contains("Nothing to undo") || !$0.contains("*changed") }
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      #expect(files(sessions) == [])
    }
  }

  @Test("It is left with Esc for the next start, and a hang-up loses nothing")
  func waits() async throws {
    try await inTerminal { tmux, sessions in
      try await tmux.openDashboard("--view lab")
      try await tmux.press("Left")
      try await waitForFile(in: sessions)
      try await kill(tmux, SIGHUP)
      for answer in ["Escape", "Escape", "d"] {
        try await tmux.enter("clear; digigov")
        try await tmux.wait { $0.contains("A session was lost") }
        try await tmux.press(answer)
        try await tmux.wait { !$0.contains("A session was lost") }
        try await tmux.press("q")
        #expect(try await tmux.status() == 0)
      }
      #expect(files(sessions) == [], "thrown away")
    }
  }

  @Test("Where nothing can be written, that is told and the work goes on")
  func goesOn() async throws {
    try await inTerminal { tmux, sessions in
      try await tmux.enter("export XDG_STATE_HOME=/proc/nothing; clear")
      try await tmux.openDashboard("--view lab")
      try await tmux.press("Left")
      try await tmux.wait { $0.contains("not kept safe") }
      try await tmux.press("Left")
      try await tmux.wait { $0.contains("*changed") && !$0.contains("not kept safe") }
      // Changes that no file has are asked about once.
      try await tmux.press("q")
      try await tmux.wait { $0.contains("not saved") }
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
    }
  }
}

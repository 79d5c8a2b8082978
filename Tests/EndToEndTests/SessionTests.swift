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

  /// The screen when all analyses are there: they come one after the other, some by a row more.
  private func atRest(_ tmux: Tmux) async throws -> String {
    try await tmux.wait { $0.contains("of 100 runs") && !$0.lowercased().contains("computi") }
    var screen = try await tmux.settledScreen(styled: true)
    while true {
      try await Task.sleep(for: .seconds(1))
      let later = try await tmux.settledScreen(styled: true)
      if later == screen { return screen }
      screen = later
    }
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
      let before = try await atRest(tmux)
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
        if answer == "d" {
          try await tmux.wait { $0.contains("Throw away 1 change") }
          try await tmux.press("y")
        }
        try await tmux.wait { !$0.contains("A session was lost") }
        try await tmux.press("q")
        #expect(try await tmux.status() == 0)
      }
      #expect(files(sessions) == [], "thrown away")
    }
  }

  @Test(
    "A dialogue asks before ctrl+c and ctrl+d end it, and loses nothing of it, nor to a hang-up",
    arguments: ["C-c", "C-d", "hang-up"])
  func dialogue(end: String) async throws {
    try await inTerminal { tmux, sessions in
      try await changeTwice(in: tmux)
      #expect(files(sessions).count == 2, "kept before it is answered, and locked")
      try await finish(tmux, by: end)
      try await takeUp(tmux)
      #expect(files(sessions) == [], "left")
    }
  }

  private func takeUp(_ tmux: Tmux) async throws {
    try await tmux.enter("clear; digigov --plain")
    try await tmux.wait { $0.contains("A session was lost") && $0.contains("2 to undo") }
    try await tmux.enter("restore")
    try await tmux.wait { $0.contains("Taken up: 2 to undo") }
    try await tmux.enter("undo")
    try await tmux.wait { $0.contains("Home Office: 1 multiple, was 1.5.") }
    try await tmux.enter("quit")
    try await tmux.wait { $0.contains("again leaves without them") }
    try await tmux.enter("quit")
    #expect(try await tmux.status() == 0)
  }

  private func changeTwice(in tmux: Tmux) async throws {
    try await tmux.enter("digigov --plain --department HO")
    try await tmux.wait { $0.contains("Ask, such as") }
    try await tmux.enter("start_delay 2")
    try await tmux.enter("pace 1.5")
    // The last line of an answer: a key before it would be pressed while the program still talks.
    try await tmux.wait {
      $0.contains("Home Office: 1.5 multiple, was 1.") && $0.contains("lines here have changed")
    }
  }

  /// Keys are asked about once; anything else stays, and the next time asks again.
  private func finish(_ tmux: Tmux, by key: String) async throws {
    guard key == "hang-up" else { return try await leave(tmux, by: key) }
    let program = try #require(try await tmux.foregroundProcess())
    #expect(send(Int32(program), SIGHUP) == 0)
    try await tmux.wait { $0.contains("ready$") }
  }

  private func leave(_ tmux: Tmux, by key: String) async throws {
    try await tmux.press(key)
    try await tmux.wait { $0.contains("Changes are not saved") }
    try await tmux.enter("esc")
    try await tmux.wait { $0.contains("Not left") }
    try await tmux.press(key)
    try await tmux.wait { $0.ranges(of: "Changes are not saved").count == 2 }
    try await tmux.press(key)
    try await tmux.wait { $0.contains("the next start offers them.") && $0.contains("ready$") }
  }

  @Test("A pipe that ends is not asked and keeps nothing; the dashboard offers what a kill left")
  func pipe() async throws {
    let home = TemporaryFile()
    let run = try await Program.piped(
      ["--plain", "--department", "HO"], environment: ["XDG_STATE_HOME": home.path],
      input: "start_delay 2\n")
    #expect(run.status == 0 && !run.text.contains("leaves without them"))
    #expect(run.text.contains("Changes are not saved, and gone"))
    #expect(files(home.path + "/digigov/sessions") == [])
    try await inTerminal { tmux, sessions in
      try await tmux.enter("digigov --plain --department HO")
      try await tmux.wait { $0.contains("Ask, such as") }
      try await tmux.enter("start_delay 2")
      try await tmux.wait { $0.contains("Start delay, Home Office: 2 years") }
      try await kill(tmux, SIGKILL)
      try await tmux.enter("digigov")
      try await tmux.wait { $0.contains("A session was lost") && $0.contains("1 to undo") }
      try await tmux.press("Escape")
      try await tmux.wait { !$0.contains("A session was lost") }
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      #expect(files(sessions).contains { $0.hasSuffix(".json") })
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

import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite(
  "Signals", .serialized, .enabled(if: Tmux.isInstalled, "tmux is needed"),
  .timeLimit(.minutes(2)))
struct SignalTests {
  /// Every one that ends a process; of the real-time ones the first, the last and one between.
  private static let signals: [Int32] = {
    var all = [
      SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGUSR1,
      SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ, SIGSYS, SIGPIPE,
    ]
    #if canImport(Glibc)
    all += [SIGIO, SIGPWR, SIGSTKFLT, 34, 50, 64]
    #endif
    return all
  }()

  @Test(
    "A signal ends the program with its own status and gives the terminal back",
    arguments: signals)
  func restores(signal: Int32) async throws {
    try await Program.inTerminal { tmux in
      try await tmux.openDashboard()
      let program = try #require(try await tmux.foregroundProcess())
      kill(Int32(program), signal)
      #expect(try await tmux.status() == 128 + Int(signal))
      #expect(try await tmux.leftBehind() == [])
    }
  }

  @Test("ctrl+z stops the program; bg leaves it stopped; fg shows the same screen again")
  func suspends() async throws {
    try await Program.inTerminal { tmux in
      try await tmux.openDashboard()
      try await tmux.press("4")
      let before = try await tmux.settledScreen(styled: true)
      try await tmux.press("C-z")
      try await tmux.wait { $0.contains("Stopped") }
      #expect(try await tmux.leftBehind() == [])
      try await tmux.enter("clear; bg")
      try await Task.sleep(for: .milliseconds(200))
      try await tmux.enter("clear; jobs")
      try await tmux.wait { $0.contains("Stopped") }
      try await tmux.enter("fg")
      try await tmux.wait(until: "alternate_on", is: "1")
      try await tmux.expectScreen(before)
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      #expect(try await tmux.leftBehind() == [])
    }
  }

  @Test("ctrl+z stops it on the Linux console as well, whose description names that key")
  func suspendsOnConsole() async throws {
    try await Program.inTerminal { tmux in
      try await tmux.enter("export TERM=linux; clear; digigov")
      try await tmux.wait { $0.contains("Overview") && $0.contains(" 4,0") }
      try await tmux.press("C-z")
      try await tmux.wait { $0.contains("Stopped") }
      try await tmux.enter("clear; fg")
      try await tmux.wait { $0.contains("Overview") && $0.contains(" 4,0") }
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
    }
  }

  @Test("A window that changed its size while the program was stopped is drawn at its new size")
  func resizesWhileStopped() async throws {
    try await Program.inTerminal(columns: 120, rows: 36) { tmux in
      try await tmux.openDashboard()
      let before = try await tmux.settledScreen(styled: true)
      try await tmux.resize(columns: 80, rows: 24)
      try await tmux.press("C-z")
      try await tmux.wait { $0.contains("Stopped") }
      try await tmux.resize(columns: 120, rows: 36)
      try await tmux.enter("clear; fg")
      try await tmux.expectScreen(before)
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
    }
  }

  @Test("Stopped and continued from outside, it takes the terminal and draws again")
  func continues() async throws {
    try await Program.inTerminal { tmux in
      try await tmux.openDashboard()
      let before = try await tmux.settledScreen(styled: true)
      let program = try #require(try await tmux.foregroundProcess())
      kill(Int32(program), SIGSTOP)
      try await tmux.wait { $0.contains("Stopped") }
      try await tmux.enter("clear; fg")
      try await tmux.expectScreen(before)
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      #expect(try await tmux.leftBehind() == [])
    }
  }

  @Test("When the terminal goes away the program ends, even where the hang-up is ignored")
  func hangsUp() async throws {
    var program: Int32 = 0
    try await Program.inTerminal { tmux in
      try await tmux.enter("trap '' HUP")
      try await tmux.openDashboard()
      program = Int32(try #require(try await tmux.foregroundProcess()))
    }
    for _ in 0..<250 where kill(program, 0) == 0 {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(kill(program, 0) != 0, "still running without a terminal")
  }

  @Test("A terminal that is gone (EIO) ends the program with 1, and it says so")
  func failsToWrite() async throws {
    let errors = TemporaryFile()
    let status = TemporaryFile()
    try await Program.inTerminal { tmux in
      // Without the hang-up, writing is what fails: EIO.
      try await tmux.enter(
        "trap '' HUP; \(Tmux.quoted(Program.path)) 2> \(errors.path); echo $? > \(status.path)")
      try await tmux.wait { $0.contains("Overview") && $0.contains(" 4,0") }
    }
    for _ in 0..<250 where status.bytes.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
    #expect(String(decoding: status.bytes, as: UTF8.self) == "1\n")
    #expect(
      String(decoding: errors.bytes, as: UTF8.self).contains("the terminal is gone"))
  }
}

import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Windows that claim more cells than any screen has.
@Suite(
  "Absurd windows", .serialized, .enabled(if: Tmux.isInstalled, "tmux is needed"),
  .timeLimit(.minutes(2)))
struct WindowTests {
  /// Tells the terminal another size, as `stty` can.
  private func claim(_ columns: Int, _ rows: Int, _ tmux: Tmux) async throws {
    let tty = Tmux.quoted(try await tmux.value(of: "pane_tty"))
    let end = try await Finished.run(
      "/bin/sh", ["-c", "stty rows \(rows) cols \(columns) < \(tty)"], environment: [:])
    #expect(end.status == 0)
  }

  /// The most memory that the program has had, in MB; nil where the system does not say.
  private func peak(_ tmux: Tmux) async throws -> Int? {
    let process = try #require(try await tmux.foregroundProcess())
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    return status?.firstMatch(of: /VmHWM:\s+(\d+)/).flatMap { Int($0.output.1) }.map { $0 / 1024 }
  }

  @Test(
    "A window that is too large is told so in little memory, and used once it has shrunk",
    arguments: [(65_535, 65_535), (32_767, 32_767), (80, 65_535), (1_001, 24)])
  func isTooLarge(columns: Int, rows: Int) async throws {
    try await Program.inTerminal { tmux in
      try await claim(columns, rows, tmux)
      try await tmux.enter("digigov")
      try await tmux.wait { $0.contains("\(columns)x\(rows) cells") }
      #expect(try await tmux.screen().contains("This window is too large"))
      #expect(try await peak(tmux).map { $0 < 200 } != false)
      try await claim(80, 24, tmux)
      try await tmux.wait { $0.contains("Overview") && $0.contains(" 4,0") }
      // And while it runs.
      try await claim(columns, rows, tmux)
      try await tmux.wait { $0.contains("This window is too large") }
      try await tmux.press("2")
      try await claim(80, 24, tmux)
      try await tmux.wait { $0.contains("Opportunity") && !$0.contains("too large") }
      #expect(try await peak(tmux).map { $0 < 200 } != false)
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      #expect(try await tmux.leftBehind() == [])
    }
  }
}

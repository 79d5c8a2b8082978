import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `--record`: what was shown is in the file, whatever ends the program.
@Suite(
  "Recordings", .serialized, .enabled(if: Tmux.isInstalled, "tmux is needed"),
  .timeLimit(.minutes(2)))
struct RecordingTests {
  private func lines(_ file: borrowing TemporaryFile) -> [Substring] {
    String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
  }

  @Test("A signal leaves a recording that plays", arguments: [SIGTERM, SIGHUP, SIGKILL, SIGUSR1])
  func isKept(signal: Int32) async throws {
    let file = TemporaryFile()
    try await Program.inTerminal { tmux in
      try await tmux.openDashboard("--record \(file.path)")
      let before = lines(file).count
      try await tmux.press("4")
      try await tmux.wait { $0.contains("Cost a head") }
      #expect(try await tmux.comes { lines(file).count > before })
      let program = try #require(try await tmux.foregroundProcess())
      kill(Int32(program), signal)
      for _ in 0..<250 where kill(Int32(program), 0) == 0 {
        try await Task.sleep(for: .milliseconds(20))
      }
      let kept = lines(file)
      #expect(kept.first?.hasPrefix("{\"version\": 3, ") == true)
      #expect(kept.count > before)
      #expect(kept.dropFirst().allSatisfy { $0.hasPrefix("[") && $0.hasSuffix("\"]") })
    }
  }

  @Test("One that was left by q is ended, and is not replaced by the next without a word")
  func isEnded() async throws {
    let file = TemporaryFile()
    try await Program.inTerminal { tmux in
      try await tmux.openDashboard("--record \(file.path)")
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      let before = file.bytes
      #expect(lines(file).last?.hasSuffix(", \"x\", \"0\"]") == true)
      try await tmux.enter("clear; digigov --record \(file.path)")
      try await tmux.wait { $0.contains("--force replaces it") }
      #expect(try await tmux.status() == 1)
      #expect(file.bytes == before)
      try await tmux.enter("clear")
      try await tmux.wait { !$0.contains("[status") }
      try await tmux.openDashboard("--force --record \(file.path)")
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      #expect(file.bytes != before)
    }
  }

  @Test(
    "A file that cannot be had is refused before the screen is opened",
    arguments: [
      ("/nonexistent/x.cast", "No such file or directory", 1),
      ("$DIGIGOV_DATA/x.cast", "folder of data", 2), ("/dev/tty", "is a terminal", 2),
    ])
  func isRefused(path: String, says: String, status: Int) async throws {
    try await Program.inTerminal { tmux in
      let bytes = TemporaryFile()
      try await tmux.record(to: bytes.path)
      try await tmux.enter("digigov --record \(path)")
      // Lines are broken where the screen ends.
      try await tmux.wait { $0.replacing("\n", with: "").contains(says) }
      #expect(try await tmux.status() == status)
      #expect(!(try await tmux.recorded(in: bytes, through: "[status")).contains("\u{1B}[?1049h"))
    }
  }

  @Test(
    "On a full disk the dashboard goes on, and says so",
    .enabled(if: Program.canFillUp, "/dev/full is needed"))
  func runsFull() async throws {
    try await Program.inTerminal(columns: 120, rows: 36) { tmux in
      try await tmux.openDashboard("--record /dev/full")
      try await tmux.wait { $0.contains("The recording stops here: No space left") }
      try await tmux.press("4")
      try await tmux.wait { $0.contains("Contractors") && !$0.contains("The recording stops") }
      try await tmux.press("q")
      #expect(try await tmux.status() == 1)
      #expect(try await tmux.screen().contains("No space left on device"))
    }
  }
}

import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The user's configuration file, from its folder to the screen.
@Suite("Configured", .timeLimit(.minutes(2)))
struct ConfigurationTests {
  /// A folder of configurations with this file in it, for as long as `body` runs.
  private func configured(
    _ text: String, _ body: ([String: String?]) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "digigov-test-\(UInt64.random(in: 0 ... .max))")
    let place = folder.appending(path: "digigov")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place.appending(path: "config"))
    do {
      try await body(["XDG_CONFIG_HOME": folder.path])
    } catch {
      try FileManager.default.removeItem(at: folder)
      throw error
    }
    try FileManager.default.removeItem(at: folder)
  }

  @Test("View and characters are the file's, unless an option or the environment says otherwise")
  func goesBefore() async throws {
    try await configured("view = legacy\nglyphs = ascii\n") { environment in
      let plain = try await Program.piped(environment: environment)
      #expect(plain.text.prefix(60).contains("Legacy and cyber"))
      #expect(plain.output.allSatisfy { $0 < 128 })
      let asked = try await Program.piped(
        ["--view", "outages"], environment: environment.merging(["DIGIGOV_ASCII": "0"]) { $1 })
      #expect(asked.text.prefix(60).contains("Outages"))
      #expect(asked.output.contains { $0 > 127 })
    }
  }

  @Test("What is wrong in it is said with its line, and the status is 2")
  func refuses() async throws {
    try await configured("theme = dark\nkey.export = q\n") { environment in
      let end = try await Program.piped(environment: environment)
      #expect(end.status == 2 && end.output == [])
      #expect(end.errors.contains("config line 2: key.export: q is already the key of quit"))
      // Commands that do not go by it do not read it.
      let data = try await Program.piped(["data", "list"], environment: environment)
      #expect(data.status == 0)
    }
  }

  @Test("What stands in the environment and on the command line is no command to the terminal")
  func isHarmless() async throws {
    let evil = "\u{1B}[31mred\u{1B}]0;title\u{7}\u{202E}\ndigigov: forged"
    for (words, environment, status) in [
      (["config"], ["DIGIGOV_THEME": evil], 2),
      (["config", "--format", "json"], ["DIGIGOV_THEME": evil], 2),
      ([evil], [:], 2), (["--data", evil], [:], 3), (["data", "check", evil], [:], 3),
      ([], ["DIGIGOV_DATA": evil], 3),
    ] as [([String], [String: String?], Int)] {
      let end = try await Program.piped(words, environment: environment)
      #expect(end.status == status && end.output == [], "\(words)")
      #expect(end.errors.split(separator: "\n").count == 1, "\(end.errors)")
      #expect(
        !end.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    }
  }

  @Test(
    "A chosen key works in a terminal, and its old one does not",
    .enabled(if: Tmux.isInstalled, "tmux is needed"))
  func choosesKeys() async throws {
    try await configured("key.quit = Q\nkey.legacy = f3\n") { environment in
      try await Program.inTerminal(columns: 120, rows: 36, environment: environment) { tmux in
        try await tmux.openDashboard()
        try await tmux.press("q", "3", "F3")
        try await tmux.wait { $0.prefix(120).contains("Legacy and cyber") }
        try await tmux.press("Q")
        #expect(try await tmux.status() == 0)
        #expect(try await tmux.leftBehind() == [])
      }
    }
  }
}

import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("A system that gives little", .timeLimit(.minutes(2)))
struct ScarcityTests {
  /// Runs the program in a shell that has taken something away from it.
  private func limited(_ limit: String, _ arguments: String) async throws -> Finished {
    try await Finished.run(
      "/bin/sh", ["-c", "\(limit); exec \(Tmux.quoted(Program.path)) \(arguments)"],
      environment: Program.environment.mapValues(Optional.some))
  }

  @Test("Few open files are told of, or are enough", arguments: 4...8)
  func fewFiles(count: Int) async throws {
    let end = try await limited("ulimit -n \(count)", "data check")
    #expect(end.status == 0 || end.status == 3 && end.text.contains("Too many open files"))
  }

  @Test("Where files may not grow, that is said, and no part of one is left behind")
  func shortFiles() async throws {
    let folder = TemporaryFile()
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: true)
    for arguments in [
      "screenshot --draws 0 --output a.svg", "project --draws 64 --each-draw a.csv",
      "brief --draws 0 --output .",
    ] {
      let end = try await limited("cd \(folder.path); ulimit -f 1", arguments)
      #expect(end.status == 1 && end.errors.contains("File too large"), "\(arguments)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test("Few files are enough for a projection on many threads")
  func manyThreads() async throws {
    let end = try await limited(
      "ulimit -n 24; DIGIGOV_THREADS=16; export DIGIGOV_THREADS", "project --draws 1024")
    #expect(end.status == 0 && end.errors == "")
  }
}

import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

@Suite("A system without cairo", .timeLimit(.minutes(2)))
struct LibraryTests {
  /// A folder whose libcairo is no library, looked into before the system's.
  private func withoutCairo(_ body: (_ folder: String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "digigov-test-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data().write(to: folder.appending(path: "libcairo.so.2"))
    try await body(folder.path)
  }

  @Test("Everything but PNG and PDF works, and those say what to install")
  func saysWhatToInstall() async throws {
    try await withoutCairo { folder in
      let environment: [String: String?] = ["LD_LIBRARY_PATH": folder]
      for form in ["png", "pdf"] {
        let file = "\(folder)/picture.\(form)"
        let end = try await Program.piped(
          ["screenshot", "--output", file, "--draws", "16"], environment: environment)
        #expect(end.status == 1)
        #expect(end.errors.contains("libcairo.so.2") && end.errors.contains("install"))
        #expect(!FileManager.default.fileExists(atPath: file))
      }
      let end = try await Program.piped(
        ["screenshot", "--output", "\(folder)/picture.svg", "--draws", "16"],
        environment: environment)
      #expect(end.status == 0 && end.errors == "")
    }
  }
}

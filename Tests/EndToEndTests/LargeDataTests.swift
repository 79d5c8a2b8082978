import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A folder whose table of monthly returns has 250,000 rows.
@Suite(
  "Large data", .serialized, .enabled(if: Tmux.isInstalled, "tmux is needed"),
  .timeLimit(.minutes(2)))
struct LargeDataTests {
  /// A copy of the shipped folder with the large table; the last row has `mark` for its mark.
  private func inFolder(
    mark: String = "derived", _ body: (String) async throws -> Void
  ) async throws {
    let folder = TemporaryFile()
    let files = FileManager.default
    try files.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
    let shipped = Program.environment["DIGIGOV_DATA"] ?? ""
    for name in try files.contentsOfDirectory(atPath: shipped) {
      try files.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: "\(shipped)/\(name)")
    }
    let table = URL(filePath: "\(shipped)/contractor_spend.csv")
    let header = try #require(
      String(contentsOf: table, encoding: .utf8).split(separator: "\n").first)
    var text = header + "\n"
    for code in ["HMRC", "HO", "MOD", "DWP", "DFT"] {
      for month in 0..<50_000 {
        let (year, number) = (1000 + month / 12, month % 12 + 1)
        let isLast = code == "DFT" && month == 49_999
        text +=
          "\(code),\(year)-\(number < 10 ? "0" : "")\(number),3,2523.7,16.495,352.1,159.7,192.4,0,"
          + "\(month % 90).5,0.25,\(isLast ? mark : "derived"),workforce-returns-2026\n"
      }
    }
    let file = "\(folder.path)/contractor_spend.csv"
    try files.removeItem(atPath: file)
    try Data(text.utf8).write(to: URL(filePath: file))
    try await body(folder.path)
  }

  @Test("It opens with the first frame before the table, says how far it is, and shows it then")
  func opens() async throws {
    try await inFolder { folder in
      let bytes = TemporaryFile()
      try await Program.inTerminal(columns: 120, rows: 36, environment: ["DIGIGOV_DATA": folder]) {
        tmux in
        try await tmux.record(to: bytes.path)
        try await tmux.enter("digigov --view contractors")
        try await tmux.wait { $0.contains("5165-66") && $0.contains(": £m a month") }
        _ = try await tmux.recorded(in: bytes, through: "loading contractor_spend")
        #expect(try await !tmux.screen().contains("loading"))
        try await tmux.press("j", "Enter")
        try await tmux.wait { $0.contains("bodies by year") }
        try await tmux.press("q")
        #expect(try await tmux.status() == 0)
      }
    }
  }

  @Test("A defect that is found late closes the screen, is printed, and the status is 3")
  func refuses() async throws {
    try await inFolder(mark: "guessed") { folder in
      try await Program.inTerminal(columns: 120, rows: 36, environment: ["DIGIGOV_DATA": folder]) {
        tmux in
        try await tmux.enter("digigov")
        try await tmux.wait(until: "alternate_on", is: "1")
        #expect(try await tmux.status() == 3)
        let screen = try await tmux.screen()
        #expect(screen.contains("contractor_spend.csv") && screen.contains("DFT 5166-08"))
        #expect(screen.contains("guessed"))
        #expect(try await tmux.leftBehind() == [])
      }
    }
  }
}

import Tapes
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Every tape in `screenshots/` is a test: it parses, and what it expects is there.
@Suite struct GalleryTests {
  static let folder =
    #filePath.split(separator: "/").dropLast(4).reduce(into: "") { $0 += "/" + $1 }
    + "/screenshots"

  static let tapes: [String] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (names ?? []).filter { $0.hasSuffix(".tape") }.sorted()
  }()

  @Test func thereAreTapes() { #expect(Self.tapes.count >= 5) }

  @Test(arguments: tapes)
  func theTapeHolds(name: String) throws {
    let text = try String(contentsOfFile: "\(Self.folder)/\(name)", encoding: .utf8)
    let played = try World.load().play(text) { kind, _, _, _ in Array(kind.utf8) }
    #expect(!played.files.isEmpty)
    #expect(try Tape.reading(text).warnings.isEmpty)
    #expect(Set(played.files.map(\.path)).count == played.files.count)
  }
}

import TestSupport
import Testing

@testable import Tapes

/// Whatever stands in a tape, it is read or refused at a place that it has.
@Suite struct RandomTests {
  private static let parts = [
    "Type", "Set", "Wait", "Ctrl", "Alt", "+", "@", "Sleep", "Rows", "Theme", "Columns", "\"", "'",
    "`", "/", "{", "}", "\\", "#", "[", "5", ".5", "1.2.3", "99999999999999999999", "ms", "s", "%",
    "Output", "Source", "x.svg", "/a/b", "../c.txt", "Click", "Drag", "Resize", "Down", "-", "=",
    "£", "\u{0}", "\u{1B}", "\u{301}", "\u{FEFF}", "日本", "Screen", "Line", "Hide", "Caption",
  ]
  private static let gaps = ["", " ", "\n", "\t", "\r\n"]

  @Test(arguments: 1...20)
  func everyTextIsReadOrRefused(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<30 {
      var text = ""
      for _ in 0..<30 {
        text += Self.parts[Int(random.next() % UInt64(Self.parts.count))]
        text += Self.gaps[Int(random.next() % UInt64(Self.gaps.count))]
      }
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      do throws(TapeError) {
        let tape = try Tape.reading(text)
        #expect(tape.count <= 30)
      } catch {
        guard case .malformed(let defects) = error, !defects.isEmpty else {
          Issue.record("refused without a defect: \(text)")
          continue
        }
        let isInside = defects.allSatisfy { defect in
          lines.indices.contains(defect.place.line - 1)
            && (1...lines[defect.place.line - 1].count + 1).contains(defect.place.column)
        }
        #expect(isInside && defects.map(\.place) == defects.map(\.place).sorted())
      }
    }
  }
}

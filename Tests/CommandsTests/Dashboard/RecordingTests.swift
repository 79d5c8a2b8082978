import Dashboard
import Frames
import Tapes
import Terminal
import Testing

@testable import Commands

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

/// A recording is in its file while it is made.
@Suite(.timeLimit(.minutes(1))) struct RecordingTests {
  private func output(_ path: String) throws -> OutputFile {
    try #require(try OutputRules(force: false, data: nil).outputs([.init(path: path)]).first)
  }

  private func frame(_ text: String) -> Frame {
    var frame = Frame(columns: 20, rows: 3)
    frame.write(text, column: 0, row: 1, .plain)
    return frame
  }

  private func lines(_ path: String) throws -> [Substring] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
  }

  @Test(arguments: CastVersion.allCases) func itPlaysAtAnyTimeAndIsTheCastInTheEnd(
    version: CastVersion
  ) throws {
    try inFolder { folder in
      let path = "\(folder)/a.cast"
      let recording = try Recording(try output(path), version, waker: Waker())
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "")
      var cast = Cast(title: "digigov")
      for number in 1...30 {
        let frame = frame(number == 20 ? "漢字 £\"" : "frame \(number)")
        recording.show(frame, at: .milliseconds(number * 70))
        cast.show(frame, at: .milliseconds(number * 70))
        guard number % 10 == 0 else { continue }
        // It is written behind the screen's back.
        for _ in 0..<500 where try lines(path).count < number + 1 { usleep(10_000) }
        let written = try lines(path)
        #expect(written.count == number + 1)
        #expect(written[0].hasPrefix("{\"version\": \(version.rawValue)"))
        for line in written {
          _ = try JSONReader.read(Array(line.utf8))
        }
      }
      try recording.end(at: .seconds(3))
      cast.end(at: .seconds(3))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == cast.text(version))
      #expect(recording.gather() == [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.cast"])
    }
  }

  @Test func aFullDiskIsToldOnceAndIsTheEndOfIt() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let recording = try Recording(try output("/dev/full"), .three, waker: Waker())
    var actions: [Action] = []
    for number in 1...5 {
      recording.show(frame("\(number)"), at: .seconds(number))
      for _ in 0..<200 where actions.isEmpty {
        usleep(10_000)
        actions += recording.gather()
      }
    }
    guard case .told(let text)? = actions.first else {
      Issue.record("nothing was told")
      return
    }
    #expect(actions.count == 1)
    #expect(text.hasPrefix("The recording stops here: No space left on device"))
    let failure = try #require(
      #expect(throws: CommandFailure.self) { try recording.end(at: .seconds(6)) })
    #expect(failure.code == 1 && failure.message.contains("No space left on device"))
  }
}

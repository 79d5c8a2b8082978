import Dashboard
import Frames
import TestSupport
import Testing

@testable import Tapes

/// Casts hold what was shown, when it was shown.
@Suite struct CastTests {
  /// A frame of random words, wide and marked characters, and styles.
  private static func frame(_ random: inout SeededGenerator) -> Frame {
    let sizes = [(20, 6), (20, 6), (31, 4)]
    let (columns, rows) = sizes[Int(random.next() % 3)]
    var frame = Frame(columns: columns, rows: rows)
    let words = ["£45bn", "漢字", "e\u{301}t", "▁▂▃", "  ", "x", "⣿⡇", "─┐"]
    for _ in 0..<12 {
      let colour = Colour(UInt32(random.next() % 0x1000000), indexed: 0, basic: 0)
      let style = Style(
        random.next() % 2 == 0 ? colour : nil, on: random.next() % 3 == 0 ? colour : nil,
        Attributes(rawValue: UInt8(random.next() % 32)))
      frame.write(
        words[Int(random.next() % 8)], column: Int(random.next() % 30), row: Int(random.next() % 6),
        style)
    }
    if random.next() % 2 == 0 { frame.cursor = Position(column: Int(random.next() % 20), row: 2) }
    return frame
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5], CastVersion.allCases)
  func replayingGivesEveryFrame(seed: UInt64, version: CastVersion) throws {
    var random = SeededGenerator(seed: seed)
    var cast = Cast(title: "random")
    var frames: [Frame] = []
    for number in 0..<40 {
      let frame = Self.frame(&random)
      frames.append(frame.asSent)
      cast.show(frame, at: .milliseconds(number * 10))
      cast.mark("\(number)", at: .milliseconds(number * 10))
    }
    cast.end(at: .seconds(1))
    let file = try CastFile(cast, version)
    var replayer = Replayer(columns: file.columns, rows: file.rows)
    var seen: [Frame] = []
    for event in file.events {
      switch event.code {
      case "o": try replayer.feed(event.data)
      case "r":
        let size = event.data.split(separator: "x").compactMap { Int($0) }
        replayer.resize(columns: size[0], rows: size[1])
      case "m": seen.append(replayer.shown)
      default: #expect(event.code == "x" && version == .three)
      }
    }
    #expect(seen == frames)
  }

  @Test func aTapesCastEndsWithTheScreenOfItsEnd() throws {
    let played = try World.load().play(
      "Type '2t' Sleep 1s Resize 100 30 Type '8' Right 5 Caption 'End'", records: true)
    let file = try CastFile(try #require(played.cast), .three)
    var replayer = Replayer(columns: file.columns, rows: file.rows)
    for event in file.events {
      if event.code == "m" { break }
      if event.code == "r" { replayer.resize(columns: 100, rows: 30) }
      if event.code == "o" { try replayer.feed(event.data) }
    }
    #expect(replayer.shown == draw(played.state).frame.asSent)
  }

  /// Thirds of a millisecond: each interval is rounded, their sum is not worse for it.
  @Test(arguments: CastVersion.allCases)
  func roundingIsCarriedOn(version: CastVersion) throws {
    var cast = Cast(title: "thirds")
    cast.show(Frame(columns: 2, rows: 1), at: .zero)
    for number in 1...3000 {
      cast.mark("m", at: .microseconds(number * 1333))
    }
    cast.end(at: .microseconds(3000 * 1333))
    let times = try CastFile(cast, version).times
    let errors = times.dropFirst().prefix(3000).enumerated().map { index, time in
      abs(time * 1000 - (index + 1) * 1333)
    }
    #expect(errors.max().map { $0 <= 500 } == true)
    #expect(Set(errors).count > 100)
  }

  @Test func theFilesAreAsTheFormatsSay() {
    var cast = Cast(title: "a \"b\"")
    var frame = Frame(columns: 3, rows: 1)
    frame.write(
      "a\\", column: 0, row: 0, Style(Colour(0x010203, indexed: 0, basic: 0), on: nil, .bold))
    cast.show(frame, at: .zero)
    frame.cursor = Position(column: 2, row: 0)
    frame.write("b", column: 1, row: 0, .plain)
    cast.show(frame, at: .milliseconds(1500))
    cast.show(frame, at: .milliseconds(1600))
    cast.mark("one \u{1B}", at: .microseconds(1_600_600))
    cast.show(Frame(columns: 4, rows: 2), at: .milliseconds(1700))
    cast.end(at: .seconds(62))
    let events = [
      #""o", "\u001b[0m\u001b[2J\u001b[1;1H\u001b[0;1;38;2;1;2;3ma\\\u001b[0m\u001b[?25l"]"#,
      #""o", "\u001b[1;2Hb\u001b[1;3H\u001b[?25h"]"#, #""m", "one ␛"]"#, #""r", "4x2"]"#,
      #""o", "\u001b[0m\u001b[2J\u001b[?25l"]"#, #""o", "\u001b[?25h"]"#,
    ]
    func lines(_ times: [String]) -> String {
      zip(times, events).map { "[\($0), \($1)\n" }.joined()
    }
    #expect(
      cast.text(.two)
        == #"{"version": 2, "width": 3, "height": 1, "duration": 62.000, "title": "a \"b\"", "#
        + #""env": {"TERM": "xterm-256color"}}"# + "\n"
        + lines(["0.000", "1.500", "1.601", "1.700", "1.700", "62.000"]))
    #expect(
      cast.text(.three)
        == #"{"version": 3, "term": {"cols": 3, "rows": 1, "type": "xterm-256color"}, "#
        + #""title": "a \"b\""}"# + "\n"
        + lines(["0.000", "1.500", "0.101", "0.099", "0.000", "60.300"])
        + #"[0.000, "x", "0"]"# + "\n")
  }

  @Test func whatIsHiddenIsNotInTheCast() throws {
    let played = try World.load().play(
      "Hide Type '7' Sleep 9s Caption 'Ready' Show Sleep 2s Hide Type '8' Sleep 5s Show Sleep 1s",
      records: true)
    let file = try CastFile(try #require(played.cast), .two)
    #expect(file.events.map(\.code) == ["o", "m", "o", "o"])
    #expect(file.times == [0, 0, 2000, 3000])
    #expect(file.events.map { $0.data.contains("Overview\u{1B}") }.first == false)
    #expect(played.time == .milliseconds(17_100))
  }
}

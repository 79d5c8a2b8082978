import Charts
import Screenshots
import Testing

/// Sound as a file.
@Suite struct WAVTests {
  private static let melody = Melody([
    Chart(
      title: "", x: Chart.Axis(.steps), y: Chart.Axis(.number),
      series: [
        Chart.Series(
          "line", .line, .series(0),
          [
            Chart.Datum(x: 0, 0), Chart.Datum(x: 1, nil), Chart.Datum(x: 2, 1),
          ])
      ])
  ])

  private static func samples(_ bytes: [UInt8]) -> [Int] {
    stride(from: 44, to: bytes.count - 1, by: 2).map { place in
      Int(Int16(bitPattern: UInt16(bytes[place]) | UInt16(bytes[place + 1]) << 8))
    }
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  @Test func theHeaderSaysWhatFollows() throws {
    let bytes = try #require(Self.melody).wav
    #expect(Array(bytes[0..<4]) == Array("RIFF".utf8))
    #expect(Array(bytes[8..<16]) == Array("WAVEfmt ".utf8))
    #expect(Self.number(bytes, 4, 4) == bytes.count - 8)
    #expect(Self.number(bytes, 20, 2) == 1 && Self.number(bytes, 22, 2) == 1)
    #expect(Self.number(bytes, 24, 4) == 22_050 && Self.number(bytes, 28, 4) == 44_100)
    #expect(Self.number(bytes, 34, 2) == 16)
    #expect(Self.number(bytes, 40, 4) == bytes.count - 44)
  }

  /// The tones have the pitch of their notes, the gap is silence, nothing is cut off at full scale.
  @Test func theTonesAreThoseOfTheNotes() throws {
    let melody = try #require(Self.melody)
    let samples = Self.samples(melody.wav)
    let notes = melody.notes.filter { $0.voice == .line }
    for note in notes {
      let (start, count) = (Int(note.start * 22_050), Int(note.length * 22_050))
      let part = samples[start..<start + count]
      let rises = zip(part, part.dropFirst()).count { $0 <= 0 && $1 > 0 }
      #expect(abs(Double(rises) / note.length - note.pitch) < 12, "\(note.pitch)")
      #expect((part.max() ?? 0) > 10_000 && (part.max() ?? 0) < 32_000)
    }
    let end = Int((notes[0].start + notes[0].length) * 22_050) + 1
    let gap = samples[end..<Int(notes[1].start * 22_050)]
    #expect(gap.count > 4000 && gap.allSatisfy { $0 == 0 })
  }

  @Test func theSameMelodyGivesTheSameBytes() throws {
    #expect(try #require(Self.melody).wav == (try #require(Self.melody).wav))
  }
}

import Charts
import Testing

/// Charts as tones.
@Suite struct MelodyTests {
  private static func chart(
    _ values: [Double?], band: [(Double, Double)] = [], kind: Chart.Axis.Kind = .steps
  ) -> Chart {
    let line = Chart.Series(
      "expected", label: "expected", .line, .series(0),
      values.enumerated().map { Chart.Datum(x: Double(2025 + $0.offset), $0.element) })
    let around = Chart.Series(
      "p10-p90", .band, .range(0),
      band.enumerated().map {
        Chart.Datum(x: Double(2025 + $0.offset), $0.element.1, from: $0.element.0)
      })
    return Chart(
      title: "Benefit", x: Chart.Axis(kind), y: Chart.Axis(.money, unit: "£bn a year"),
      series: (band.isEmpty ? [] : [around]) + [line])
  }

  private static func pitches(_ melody: Melody, _ voice: Melody.Note.Voice) -> [Double] {
    melody.notes.filter { $0.voice == voice }.map { ($0.pitch * 10).rounded() / 10 }
  }

  @Test func equalStepsAreEqualStepsOfPitchOverTwoOctaves() throws {
    let melody = try #require(Melody([Self.chart([0, 5, 10])]))
    #expect(Self.pitches(melody, .line) == [220, 440, 880])
    #expect(melody.least == "£0bn a year" && melody.greatest == "£10.0bn a year")
  }

  @Test func theBandSoundsWithTheLineOnTheSameScale() throws {
    let melody = try #require(Melody([Self.chart([5, 5], band: [(0, 10), (5, 5)])]))
    #expect(Self.pitches(melody, .band) == [220, 880, 440, 440])
    let line = melody.notes.filter { $0.voice == .line }
    let band = melody.notes.filter { $0.voice == .band }
    #expect(band[0].start == line[0].start && band[2].start == line[1].start)
  }

  @Test func whatIsMissingIsSilentAndKeepsItsTime() throws {
    let whole = try #require(Melody([Self.chart([1, 2, 3])]))
    let gap = try #require(Melody([Self.chart([1, nil, 3])]))
    #expect(gap.notes.count == 2 && gap.length == whole.length)
    #expect(gap.notes[1].start == whole.notes[2].start)
    #expect(gap.notes.allSatisfy { $0.start + $0.length <= gap.length })
  }

  @Test func everyFifthYearTicks() throws {
    let melody = try #require(
      Melody([Self.chart([Double?](repeating: 1, count: 11), kind: .years)]))
    let ticks = melody.notes.filter { $0.voice == .tick }.map(\.start)
    let starts = melody.notes.filter { $0.voice == .line }.map(\.start)
    #expect(ticks == [starts[0], starts[5], starts[10]])
  }

  @Test func chartsComeOneAfterAnother() throws {
    let one = try #require(Melody([Self.chart([1, 2])]))
    let two = try #require(Melody([Self.chart([1, 2]), Self.chart([2, 1])]))
    #expect(two.notes.count == 4 && two.notes[2].start > one.length)
    #expect(Melody([]) == nil && Melody([Self.chart([nil, nil])]) == nil)
  }

  @Test func manyPeriodsTakeNoLongerThanHalfAMinute() throws {
    let melody = try #require(Melody([Self.chart((0..<5000).map { Double($0) })]))
    #expect(melody.length <= 30.001)
  }
}

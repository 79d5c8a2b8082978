import Figures

/// A chart as tones, one after another in time: what a line does can be heard.
///
/// Higher is more: equal steps of the number are equal steps of pitch over two octaves, from the least
/// number of the chart to the greatest. The main line is one voice; both ends of a band sound softly
/// with it. What is missing is silent. Every fifth year, and every January, a tick is heard.
public struct Melody: Equatable, Sendable {
  /// One tone.
  public struct Note: Equatable, Sendable {
    public enum Voice: String, Equatable, Sendable {
      /// A number of a line, a bar, a tile.
      case line
      /// An end of a band.
      case band
      /// No number: a place on the axis.
      case tick
    }

    /// Seconds from the beginning, and how long it sounds.
    public var start, length: Double
    /// In hertz.
    public var pitch: Double
    public var voice: Voice
  }

  /// In the order of their beginnings.
  public var notes: [Note]
  /// In seconds, to the end of the last place, whether it sounds or not.
  public var length: Double
  /// What the lowest and the highest tone are, as they are printed with their unit.
  public var least, greatest: String

  /// The lowest tone, A3, in hertz; the highest is two octaves above it.
  public static let lowest = 220.0
  public static let octaves = 2.0
  /// A place on the axis takes this long, in seconds; many take less, so that none goes on for longer
  /// than `longest`.
  static let step = 0.22
  static let longest = 30.0
  /// Between one line and the next.
  static let pause = 0.6
}

extension Melody {
  /// The lines of charts one after another, the charts on scales of their own; nil where none has a
  /// number.
  public init?(_ charts: [Chart]) {
    let parts = charts.compactMap(Self.init)
    guard let first = parts.first else { return nil }
    self = first
    for part in parts.dropFirst() {
      let start = length + Self.pause * 1.5
      notes += part.notes.map { note in
        var note = note
        note.start += start
        return note
      }
      length = start + part.length
    }
  }

  /// The lines of one chart.
  init?(_ chart: Chart) {
    let lines = chart.series.filter { $0.mark != .band && $0.mark != .interval }
    let drawn = Set(lines.filter { $0.mark != .dot }.map(\.id))
    let voices = lines.filter { $0.mark != .dot || !drawn.contains($0.id) }
    let bands = chart.series.filter { $0.mark == .band || $0.mark == .interval }
    let values = (voices + bands).flatMap { series in
      series.data.flatMap {
        [$0.y, series.mark == .band || series.mark == .interval ? $0.y2 : nil].compactMap(\.self)
      }
    }.filter(\.isFinite)
    guard let least = values.min(), let greatest = values.max() else { return nil }
    self.init(notes: [], length: 0, least: chart.said(least), greatest: chart.said(greatest))
    func pitch(_ value: Double) -> Double {
      let part = greatest > least ? (value - least) / (greatest - least) : 0
      return Self.lowest * Self.power(Self.octaves * part)
    }
    for (place, line) in voices.enumerated() {
      if place > 0 { length += Self.pause }
      let step = min(Self.step, Self.longest / Double(max(line.data.count, 1)))
      for datum in line.data {
        if chart.hasTick(at: datum.x) {
          notes.append(Note(start: length, length: 0.012, pitch: 2000, voice: .tick))
        }
        // A band goes with the first line, which it is around.
        for band in place == 0 ? bands : [] {
          guard let ends = band.data.first(where: { $0.x == datum.x }) else { continue }
          for value in [ends.y2, ends.y].compactMap(\.self) where value.isFinite {
            notes.append(
              Note(start: length, length: step, pitch: pitch(value), voice: .band))
          }
        }
        if let value = datum.y, value.isFinite {
          notes.append(
            Note(start: length, length: step * 0.9, pitch: pitch(value), voice: .line))
        }
        length += step
      }
    }
    if notes.allSatisfy({ $0.voice == .tick }) { return nil }
  }

  /// Two to a power of at least nought, by arithmetic alone: the same everywhere, to the last bit.
  private static func power(_ exponent: Double) -> Double {
    var (result, whole) = (1.0, exponent)
    while whole >= 1 { (result, whole) = (result * 2, whole - 1) }
    let x = whole * 0.6931471805599453
    var (term, sum) = (1.0, 1.0)
    for place in 1...18 {
      term *= x / Double(place)
      sum += term
    }
    return result * sum
  }
}

extension Chart {
  /// A number of it with its unit: as a mark prints it, else `£30.2bn a year`, `41%`, `12 outages`.
  fileprivate func said(_ value: Double) -> String {
    let marks = series.filter { $0.mark != .band && $0.mark != .interval }.flatMap(\.data)
    if let text = marks.first(where: { $0.y == value && $0.y2 == nil && !$0.text.isEmpty })?.text {
      return text
    }
    let (number, unit) = (y.text(value), y.unit)
    guard unit.hasPrefix(Money.sign) else { return unit.isEmpty ? number : number + " " + unit }
    let isNegative = number.hasPrefix(Numbers.minus)
    let size = isNegative ? String(number.dropFirst(Numbers.minus.count)) : number
    return (isNegative ? Numbers.minus : "") + Money.sign + size + unit.dropFirst(Money.sign.count)
  }

  /// Whether a tick is heard at a place: every fifth year, every January.
  fileprivate func hasTick(at place: Double) -> Bool {
    switch x.kind {
    case .years: Int(place) % 5 == 0
    case .months: Int((place * 12).rounded()) % 12 == 0
    case .dates, .steps, .categories, .number, .money: false
    }
  }
}

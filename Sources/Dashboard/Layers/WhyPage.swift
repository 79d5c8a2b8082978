import Analytics
import Explanations
import Figures
import Frames

/// One step of a walk from a number down to what it rests on.
public struct WhyStep: Hashable, Sendable {
  /// Id of the number.
  public var id: String
  /// The input in focus; past the inputs, how far is scrolled beyond them.
  public var chosen: Int

  public init(_ id: String, chosen: Int = 0) {
    self.id = id
    self.chosen = chosen
  }
}

/// Where a number comes from, as it is shown: what stands above its inputs, the inputs, and what
/// stands below.
struct WhyPage {
  /// A row of text: a term, or none where the text goes on.
  struct Line {
    var term, text: String
    var isHeading = false
  }

  /// An input: what can be opened next.
  struct Input {
    var id, value, signs, label: String
  }

  var above: [Line] = []
  var inputs: [Input] = []
  var below: [Line] = []

  var count: Int { above.count + inputs.count + below.count }

  /// The first row that is shown of `rows`, so that what is chosen can be seen.
  func start(_ chosen: Int, rows: Int) -> Int {
    guard count > rows else { return 0 }
    if chosen < inputs.count { return max(0, above.count + chosen - rows + 1) }
    let beyond = chosen - inputs.count + (inputs.isEmpty ? 0 : 1)
    return min(atLastInput(rows) + beyond, count - rows)
  }

  /// The last place that can be chosen.
  func last(rows: Int) -> Int {
    let beyond = max(count - rows, 0) - (count > rows ? atLastInput(rows) : 0)
    return max(inputs.count - 1, 0) + beyond
  }

  private func atLastInput(_ rows: Int) -> Int {
    inputs.isEmpty ? 0 : max(0, above.count + inputs.count - rows)
  }
}

extension WhyPage {
  /// A number that has an explanation, in so many columns.
  init(_ figure: Explanation, inputs: [Explanation], columns: Int) {
    let page = Writer(columns: columns)
    above = page.heading(figure.label)
    if let mean = figure.range?.mean {
      above += page.lines("Expected", figure.printed(mean) + ", the mean of the draws")
    }
    above += page.lines(
      "Value", figure.text + (figure.isComputed && figure.mark == .modelled ? ", central case" : "")
    )
    if let range = figure.range, let p10 = range.p10, let p50 = range.p50, let p90 = range.p90 {
      let texts = [p50, p10, p90].map { figure.printed($0) }
      above += page.lines("Draws", "P50 \(texts[0]), P10 to P90 \(texts[1]) to \(texts[2])")
    }
    above += page.lines("Mark", "\(figure.mark.rawValue), confidence \(figure.confidence.rawValue)")
    if figure.numbers.isEmpty {
      if !figure.words.isEmpty { above += page.lines("Basis", figure.words) }
    } else {
      above += page.lines("Formula", figure.words)
      above += page.lines("", "= " + figure.numbers, most: 4)
      if figure.numbers != figure.result { above += page.lines("", "= " + figure.result) }
    }
    for caution in figure.cautions { above += page.lines("Caution", caution.text) }
    if !inputs.isEmpty {
      above += page.heading(figure.isComputed ? "What went into it" : "What it rests on")
    }
    self.inputs = Input.list(inputs)
    below = page.origin(figure)
  }

  /// A number that only its screen can explain.
  init(_ figure: Figure, inputs: [Explanation], dataDate: String, columns: Int) {
    let page = Writer(columns: columns)
    above = page.heading(figure.label) + page.lines("Value", figure.text)
    let confidence = figure.confidence.map { ", confidence \($0.rawValue)" } ?? ""
    above += page.lines("Mark", figure.mark.rawValue + confidence)
    if !figure.formula.isEmpty { above += page.lines("Formula", figure.formula) }
    for caution in figure.cautions { above += page.lines("Caution", caution.text) }
    if !inputs.isEmpty { above += page.heading("What went into it") }
    self.inputs = Input.list(inputs)
    if let source = figure.source {
      let parts = [source.publisher, source.title, source.date, figure.locator]
      below += page.lines("Source", parts.filter { !$0.isEmpty }.joined(separator: "; "))
    }
    if !figure.asOf.isEmpty {
      let age = figure.isOld(on: dataDate) ? " ~ \(Age.meaning)" : ""
      below += page.lines("As of", figure.asOf + age)
    }
    if !figure.note.isEmpty { below += page.lines("Note", figure.note) }
  }

  /// Wraps terms and texts into rows.
  private struct Writer {
    private static let term = 9
    let columns: Int

    func heading(_ text: String) -> [Line] {
      wrapped(neutralised(text), width: columns).map { Line(term: "", text: $0, isHeading: true) }
    }

    /// A text beside its term; of a long one the first rows, and that there is more.
    func lines(_ term: String, _ text: String, most: Int = .max) -> [Line] {
      var parts = wrapped(neutralised(text), width: columns - Self.term)
      if parts.count > most {
        parts = Array(parts.prefix(most - 1)) + ["... and so on over the inputs below"]
      }
      return parts.enumerated().map { place, part in
        Line(term: place == 0 ? term : "", text: part)
      }
    }

    /// Sources, dates and what contradicts.
    func origin(_ figure: Explanation) -> [Line] {
      var lines: [Line] = []
      for source in figure.sources {
        let parts = [source.publisher, source.title, source.date, source.locator, source.licence]
        lines += self.lines("Source", parts.filter { !$0.isEmpty }.joined(separator: "; "))
        if !source.address.isEmpty { lines += self.lines("", source.address) }
      }
      if !figure.asOf.isEmpty {
        lines += self.lines("As of", figure.asOf + (figure.isOld ? " ~ \(Age.meaning)" : ""))
      }
      if !figure.note.isEmpty { lines += self.lines("Note", figure.note) }
      for row in figure.contradictions { lines += self.lines("Against", row.text) }
      return lines + self.lines("Id", figure.id)
    }
  }
}

extension WhyPage.Input {
  /// The inputs of one number. What all their labels begin or end with is left out: the rest is
  /// what tells them apart.
  static func list(_ figures: [Explanation]) -> [WhyPage.Input] {
    let labels = figures.map { $0.label.split(separator: ", ").map(String.init) }
    let shortest = labels.map(\.count).min() ?? 0
    func isCommon(_ part: (Int) -> ([String]) -> String, _ place: Int) -> Bool {
      Set(labels.map(part(place))).count == 1
    }
    let isList = figures.count > 2
    let first = { (place: Int) in { (label: [String]) in label[place] } }
    let last = { (place: Int) in { (label: [String]) in label[label.count - 1 - place] } }
    let head = isList ? (0..<shortest).prefix { isCommon(first, $0) }.count : 0
    let tail = isList ? (0..<max(shortest - head, 0)).prefix { isCommon(last, $0) }.count : 0
    return zip(figures, labels).map { figure, label in
      let own = label.dropFirst(head).dropLast(tail)
      return WhyPage.Input(
        figure, label: own.isEmpty ? figure.label : own.joined(separator: ", "))
    }
  }

  private init(_ figure: Explanation, label: String) {
    let signs =
      figure.mark.letter + (figure.contradictions.isEmpty ? "" : "!") + (figure.isOld ? "~" : "")
      + Caution.signs(figure.cautions)
    self.init(
      id: figure.id, value: figure.value == nil ? "none" : figure.text, signs: signs, label: label)
  }
}

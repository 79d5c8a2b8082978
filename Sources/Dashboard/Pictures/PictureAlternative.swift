import Analytics
import Explanations
import Figures

/// What a picture shows in a sentence or two: what a voice reads in its place. What does not fit is
/// in the long description.
struct PictureAlternative {
  let state: State
  let content: PictureContent
  let headline: String

  /// It is shorter than this many characters.
  static let limit = 300
  /// Room for how many more there are, and for what is to be said against some.
  private static let rest = 24
  private static let odd = " Some are incomplete or odd."

  var text: String {
    guard let panel = content.single else { return screen }
    let charts = content.charts.filter { $0.panel == panel.id }.map(\.chart)
    if !charts.isEmpty, let text = told(charts, panel) { return text }
    return told(panel)
  }

  /// A text that takes as many clauses as fit.
  private struct Sentence {
    var text: String
    /// Whether something is to be said against a number.
    var isOdd = false
    var count = 0

    /// - Returns: whether the clause fitted.
    @discardableResult
    mutating func add(_ clause: String, separator: String = "; ") -> Bool {
      let added = (count == 0 ? "" : separator) + clause
      let room = limit - rest - (isOdd ? odd.count : 0)
      guard text.count + added.count < room else { return false }
      text += added
      count += 1
      return true
    }

    /// Closes it with how many things it leaves out.
    func ended(leaving rest: Int, _ what: String) -> String {
      text + (rest > 0 ? "; \(rest) more \(what)\(rest == 1 ? "" : "s")." : ".")
        + (isOdd ? odd : "")
    }
  }

  /// As much of a text as so many characters take: up to the end of a clause, else whole words. What is
  /// left out is no half of a number.
  private static func cut(_ text: String, _ most: Int) -> String {
    guard text.count > most else { return text }
    let start = text.prefix(most)
    let clause = [": ", "; ", ", "].compactMap { start.ranges(of: $0).last?.lowerBound }.max()
    return String(start[..<(clause ?? start.lastIndex(of: " ") ?? start.endIndex)])
  }

  /// A number as it is said.
  private static func said(_ text: String) -> String { Wording.full.said(text) }

  // MARK: A screen

  private var screen: String {
    let titles = content.panels.map(\.title)
    let message = Self.cut(Self.said(headline), 150) + "."
    var sentence = Sentence(
      text: message + " " + Self.cut(state.breadcrumb.joined(separator: ", "), 60) + " shows ")
    var told = 0
    for title in titles {
      guard sentence.add(Self.said(Self.cut(title, 60)), separator: ", ") else { break }
      told += 1
    }
    return sentence.ended(leaving: titles.count - told, "panel")
  }

  private func title(_ panel: Panel) -> String {
    let title = Self.said(Self.cut(panel.title, 80))
    guard let name = state.organisation?.name, !title.contains(name) else { return title }
    return title + ", " + Self.cut(name, 40)
  }

  private var isOdd: Bool {
    content.figures.contains { _, figure in figure.cautions.contains { $0.kind != .secondHand } }
  }

  // MARK: Figures

  private func told(_ panel: Panel) -> String {
    let figures = content.figures.filter { $0.panel == panel.id }.map(\.figure)
      .filter { !$0.text.isEmpty && $0.text != panel.missing?.named }
    guard !figures.isEmpty else {
      let missing = panel.missing.map { " \(Self.said(Self.cut($0.named, 120)))." } ?? ""
      let message = headline == panel.title ? "" : ": \(Self.cut(Self.said(headline), 120))"
      return "\(title(panel)) is told in words\(message).\(missing)"
    }
    var sentence = Sentence(text: title(panel) + " shows ", isOdd: isOdd)
    var told = 0
    for figure in figures {
      let clause = Self.said(
        "\(Self.cut(figure.label, told == 0 ? 90 : 60)): \(Self.cut(figure.text, told == 0 ? 90 : 60))"
      )
      guard sentence.add(clause) else { break }
      told += 1
    }
    return sentence.ended(leaving: figures.count - told, "figure")
  }

  // MARK: Charts

  /// nil where no line has a number.
  private func told(_ charts: [Curves], _ panel: Panel) -> String? {
    guard let first = charts.first, let start = first.labels.first, let end = first.labels.last
    else { return nil }
    let kind = charts.count == 1 ? "Line chart" : "\(charts.count) line charts"
    // A title may have the unit in it.
    let unit =
      first.measure.isEmpty || panel.title.contains(first.measure) ? "" : ", in \(first.measure)"
    var sentence = Sentence(
      text: "\(kind), \(title(panel)), " + Self.said("\(start) to \(end)\(Self.cut(unit, 40))")
        + ": ",
      isOdd: isOdd)
    let lines = charts.flatMap { chart in
      chart.named.map { label, curve in (chart: chart, label: label, curve: curve) }
    }
    var told = 0
    for line in lines {
      guard let course = Course(line.curve, line.chart) else { continue }
      let name = [line.chart.name, line.label].filter { !$0.isEmpty }.joined(separator: ", ")
      let clause = "\(name.isEmpty ? "the line" : Self.cut(name, 50)) " + Self.said(course.main)
      guard sentence.add(clause) else { break }
      told += 1
      // What the first one does besides comes before the others.
      if told == 1 {
        for more in course.besides { sentence.add(Self.said(more), separator: ", ") }
        if let missing = panel.missing {
          sentence.add(Self.said(Self.cut(missing.named, 70)))
        }
      } else if let more = course.besides.first {
        sentence.add(Self.said(more), separator: ", ")
      }
    }
    guard told > 0 else { return nil }
    if told == lines.count, charts.count == 1, let band = first.bands.first,
      let low = band.low.last ?? nil, let high = band.high.last ?? nil
    {
      sentence.add(
        Self.said("8 in 10 runs end between \(first.text(low)) and \(first.text(high))"))
    }
    return sentence.ended(leaving: lines.count - told, "line")
  }
}

/// What a line does from its beginning to its end.
private struct Course {
  /// A verb and both ends.
  let main: String
  /// Least, greatest, turns, season: each to follow a comma.
  let besides: [String]

  init?(_ curve: Curves.Curve, _ chart: Curves) {
    let known = zip(chart.labels, curve.values).compactMap { label, value in
      value.map { (label: label, value: $0) }
    }
    guard let first = known.first, let last = known.last else { return nil }
    let low = known.min { $0.value < $1.value } ?? first
    let high = known.max { $0.value < $1.value } ?? last
    guard low.value < high.value else {
      main = "stays at \(chart.text(first.value))"
      besides = []
      return
    }
    let isInside =
      min(first.value, last.value) <= low.value && max(first.value, last.value) >= high.value
    let verb = !isInside ? "goes" : last.value > first.value ? "rises" : "falls"
    let years = first.label == chart.labels.first && last.label == chart.labels.last
    let (from, to) = (chart.text(first.value), chart.text(last.value))
    main =
      years
      ? "\(verb) from \(from) to \(to)"
      : "\(verb) from \(from) in \(first.label) to \(to) in \(last.label)"
    var besides: [String] = []
    if !isInside {
      besides.append(
        "least \(chart.text(low.value)) in \(low.label), greatest \(chart.text(high.value)) in "
          + high.label)
    }
    if case .months = chart.axis {
      if let season = Self.season(known) { besides.append(season) }
    } else {
      let turns = Self.turns(known.map(\.value))
      if turns.count == 1 {
        besides.append("turning in \(known[turns[0]].label)")
      } else if turns.count > 1 {
        besides.append("turning \(turns.count) times")
      }
    }
    self.besides = besides
  }

  /// Where values that rose begin to fall, or the other way.
  private static func turns(_ values: [Double]) -> [Int] {
    var turns: [Int] = []
    var direction = 0.0
    for place in values.indices.dropFirst() {
      let step = values[place] - values[place - 1]
      guard step != 0 else { continue }
      if direction * step < 0 { turns.append(place - 1) }
      direction = step
    }
    return turns
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Whether every whole financial year is highest in the same month; nil for fewer than two years.
  private static func season(_ known: [(label: String, value: Double)]) -> String? {
    var years: [Int: [Int: Double]] = [:]
    for (label, value) in known {
      let parts = label.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 2, (1...12).contains(parts[1]) else { return nil }
      years[parts[1] < 4 ? parts[0] - 1 : parts[0], default: [:]][parts[1]] = value
    }
    let whole = years.values.filter { $0.count == 12 }
    guard whole.count > 1 else { return nil }
    let highest = Set(whole.compactMap { year in year.max { $0.value < $1.value }?.key })
    guard highest.count == 1, let month = highest.first else {
      return "without a month that is highest every year"
    }
    return "seasonal, highest every \(months[month - 1])"
  }
}

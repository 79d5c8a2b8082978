public import Charts
import Figures

/// A chart for whoever does not see it: three sentences (from where to where, where it turns, what
/// is missing), then its numbers as rows.
public struct ChartWords: Equatable, Sendable {
  public var title: String
  /// Three, each ended.
  public var sentences: [String]
  /// What the columns of the rows are; the first is the period or the name.
  public var columns: [String]
  /// As many texts a row as there are columns; empty where there is no number.
  public var rows: [[String]]

  public init(_ chart: Chart) {
    let told = Told(chart)
    title = chart.title
    sentences = [told.ends, told.turns, told.missing]
    (columns, rows) = told.table
  }

  /// A row as a sentence: the value stands before what it is called.
  public func line(_ row: [String]) -> String {
    let cells = zip(columns.dropFirst(), row.dropFirst()).map { name, text in
      [text.isEmpty ? "none" : text, name].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return cells.joined(separator: ", ")
  }
}

private struct Told {
  let chart: Chart
  /// The lines of a plot, or the marks of rows and tiles: no bands, and no dots that stand on a line.
  let lines: [Chart.Series]
  let bands: [Chart.Series]

  init(_ chart: Chart) {
    self.chart = chart
    bands = chart.series.filter { $0.mark == .band || $0.mark == .interval }
    let all = chart.series.filter { $0.mark != .band && $0.mark != .interval }
    let drawn = Set(all.filter { $0.mark != .dot }.map(\.id))
    lines = all.filter { $0.mark != .dot || !drawn.contains($0.id) }
  }

  private static let most = 4

  private func name(_ place: Double) -> String {
    chart.x.name(at: place).split(separator: " ").joined(separator: " ")
  }

  private func text(_ datum: Chart.Datum) -> String {
    // Columns of a panel are filled up with blanks.
    if !datum.text.isEmpty { return datum.text.split(separator: " ").joined(separator: " ") }
    return datum.y.map { chart.y.text($0) } ?? ""
  }

  private func label(_ series: Chart.Series) -> String {
    let name = series.label.isEmpty ? (lines.count > 1 ? series.id : "it") : series.label
    return name
  }

  private func known(_ series: Chart.Series) -> [Chart.Datum] {
    series.data.filter { $0.y?.isFinite == true }
  }

  private var unit: String {
    // Where the title says it already, it is not said twice.
    let first = chart.y.unit.split(separator: " ").first ?? ""
    return first.isEmpty || chart.title.contains(first) ? "" : ", in \(chart.y.unit)"
  }

  /// `a, b and c`, and how many more.
  private static func list(_ parts: [String]) -> String {
    let shown = parts.prefix(most)
    let more = parts.count - shown.count
    return shown.joined(separator: "; ")
      + (more > 0 ? "; \(more) more \(more == 1 ? "is" : "are") in the rows" : "")
  }

  // MARK: From where to where

  var ends: String {
    let title = chart.title + unit
    guard chart.form == .plot else { return title + ": " + largest + "." }
    let courses = lines.compactMap { series -> String? in
      let known = known(series)
      guard let first = known.first, let last = known.last, let from = first.y, let to = last.y
      else { return nil }
      guard known.count > 1 else { return "\(label(series)) is \(text(first)) in \(name(first.x))" }
      let verb = to > from ? "rises" : to < from ? "falls" : "ends where it began,"
      return "\(label(series)) \(verb) from \(text(first)) in \(name(first.x)) to \(text(last)) in "
        + name(last.x)
    }
    return courses.isEmpty ? "\(title): no number is there." : "\(title): \(Self.list(courses))."
  }

  private var largest: String {
    let all = rowsOfNumbers
    guard let most = all.max(by: { $0.value < $1.value }),
      let least = all.min(by: { $0.value < $1.value })
    else { return "no number is there" }
    guard all.count > 1 else { return "\(most.text), \(most.name)" }
    return "\(all.count) numbers, from \(most.text), \(most.name), to \(least.text), \(least.name)"
  }

  private var rowsOfNumbers: [(name: String, value: Double, text: String)] {
    lines.flatMap { series in
      known(series).map { datum in
        let own = datum.label.isEmpty ? name(datum.x) : datum.label
        let part =
          lines.count > 1 && !series.label.isEmpty && own != series.label
          ? "\(name(datum.x)), \(series.label)" : name(datum.x)
        return (part, (datum.y ?? 0) - (datum.y2 ?? 0), text(datum))
      }
    }
  }

  // MARK: Where it turns

  var turns: String {
    guard chart.form == .plot else { return ranking }
    let parts = lines.compactMap { series -> String? in
      let places = Self.turning(known(series))
      guard !places.isEmpty else { return nil }
      let shown = places.prefix(3).map { "\(text($0)) in \(name($0.x))" }
      let more = places.count - shown.count
      return "\(label(series)) turns at " + shown.joined(separator: ", ")
        + (more > 0 ? " and \(more) time\(more == 1 ? "" : "s") more" : "")
    }
    guard !parts.isEmpty else {
      return lines.count == 1 ? "It does not turn." : "No line turns."
    }
    return Self.list(parts).capitalisedFirst + "."
  }

  /// Where what rose begins to fall, or the other way.
  private static func turning(_ known: [Chart.Datum]) -> [Chart.Datum] {
    var found: [Chart.Datum] = []
    var direction = 0.0
    for place in known.indices.dropFirst() {
      let step = (known[place].y ?? 0) - (known[place - 1].y ?? 0)
      guard step != 0 else { continue }
      if direction * step < 0 { found.append(known[place - 1]) }
      direction = step
    }
    return found
  }

  private var ranking: String {
    let all = rowsOfNumbers.enumerated().sorted {
      ($1.element.value, $0.offset) < ($0.element.value, $1.offset)
    }.map(\.element)
    guard all.count > 1 else { return "There is nothing to compare it with." }
    return "In order: " + Self.list(all.map { "\($0.name), \($0.text)" }) + "."
  }

  // MARK: What is missing

  var missing: String {
    var parts: [String] = []
    if let band = bands.first, chart.form == .plot,
      let last = band.data.last(where: { $0.y?.isFinite == true && $0.y2?.isFinite == true }),
      let high = last.y, let low = last.y2
    {
      parts.append(
        "8 in 10 runs lie between \(chart.y.text(low)) and \(chart.y.text(high)) in "
          + name(last.x))
    }
    let gaps = chart.form == .plot ? gaps : []
    let own = chart.missing.hasSuffix(".") ? String(chart.missing.dropLast()) : chart.missing
    if !own.isEmpty {
      parts.append(own)
    } else if !gaps.isEmpty {
      parts.append("no number in " + Self.list(gaps))
    } else {
      parts.append("nothing is missing")
    }
    return parts.joined(separator: "; ").capitalisedFirst + "."
  }

  /// Places at which a line has no number between its first and its last one.
  private var gaps: [String] {
    var found: [Double] = []
    for series in lines {
      let places = series.data.indices.filter { series.data[$0].y?.isFinite == true }
      guard let first = places.first, let last = places.last else { continue }
      for place in first...last where series.data[place].y?.isFinite != true {
        let x = series.data[place].x
        if !found.contains(x) { found.append(x) }
      }
    }
    return found.sorted().map(name)
  }

  // MARK: Rows

  var table: (columns: [String], rows: [[String]]) {
    var columns = [chart.form == .plot ? "Period" : "Name"]
    var cells: [[Double: String]] = []
    for band in bands {
      let edges = band.edges.count == 2 ? band.edges : ["low", "high"]
      for (edge, value) in zip(edges, [\Chart.Datum.y2, \Chart.Datum.y]) {
        columns.append(edge)
        cells.append(
          Dictionary(
            band.data.compactMap { datum in
              datum[keyPath: value].map { (datum.x, chart.y.text($0)) }
            }, uniquingKeysWith: { first, _ in first }))
      }
    }
    for series in lines {
      columns.append(series.label.isEmpty ? "" : series.label)
      cells.append(
        Dictionary(
          known(series).map { ($0.x, text($0)) }, uniquingKeysWith: { first, _ in first }))
    }
    let places = Set((lines + bands).flatMap { $0.data.map(\.x) }).sorted()
    return (columns, places.map { x in [name(x)] + cells.map { $0[x] ?? "" } })
  }
}

extension String {
  fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

import Analytics
import Figures
import Frames

/// What a picture says of itself in words, all of it from the figures that are in it.
struct PictureWords {
  private let state: State
  private let content: PictureContent

  init(_ state: State, _ content: PictureContent) {
    self.state = state
    self.content = content
  }

  var headline: String { Headline(state, content).text }

  /// The statistic: what is measured, of whom, when, and in which prices.
  var subtitle: String {
    var parts: [String] = []
    if let panel = content.single {
      parts.append(panel.title)
      parts.append(state.organisation?.name ?? state.place.screen.title)
    } else {
      parts += [state.breadcrumb.joined(separator: ", "), measures, population]
    }
    if showsModel, let projection = state.projection, let first = projection.years.first {
      parts.append("scenario \(state.scenarioName)")
      parts.append("\(first) to \(state.lastYear), real prices of \(first)")
    } else if let dates {
      parts.append(dates)
    }
    if content.charts.contains(where: { !$0.chart.bands.isEmpty }) {
      parts.append("shaded: P10 to P90")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// What a whole screen measures, with its units.
  private var measures: String {
    switch state.place.screen {
    case .overview: "published figures and modelled benefit, £bn a year"
    case .opportunity: "potential as published and modelled benefit, £bn a year"
    case .legacy: "share of systems, %, and red-rated systems, number"
    case .contractors: "spend on contingent labour and consultancy, £m a year"
    case .outages: "outages, number a year, and people affected"
    case .services: "services, their users and channels, each in its own unit"
    case .departments: "modelled benefit, cash, Exchequer, cost and NPSV, £; staff, FTE"
    case .department: "modelled benefit and cost, £bn a year; published figures"
    case .lab: "costs, benefits and what moves them, \(state.moneyScale().title)"
    case .evidence: "published facts and what became of commitments"
    }
  }

  /// Whom a whole screen is about.
  private var population: String {
    if state.organisation != nil { return "" }
    switch state.place.screen {
    case .contractors: return "UK government departments"
    case .departments:
      let count = Numbers.count(Double(state.inputs.organisations.count))
      return "\(count) organisations of the UK public sector"
    default: return "UK public sector"
    }
  }

  /// From the oldest to the newest date of the published figures in view.
  private var dates: String? {
    let dates = content.figures.map(\.figure).filter { $0.mark != .modelled }.map(\.asOf)
      .filter { !$0.isEmpty }
    guard let first = dates.min(), let last = dates.max() else { return nil }
    return first == last ? first : "\(first) to \(last)"
  }

  /// The publications that the figures in view are from, those of most figures first; three by
  /// name, the rest by number.
  var source: String {
    var counts: [(source: Source, count: Int)] = []
    for (_, figure) in content.figures {
      guard let source = figure.source else { continue }
      if let place = counts.firstIndex(where: { $0.source == source }) {
        counts[place].count += 1
      } else {
        counts.append((source, 1))
      }
    }
    let ordered = counts.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element.source)
    var parts = ordered.prefix(3).map(\.citation)
    if ordered.count > 3 {
      let more = ordered.count - 3
      parts.append(
        "\(more) more \(more == 1 ? "source" : "sources"), named in the table of figures")
    }
    if showsModel {
      parts.append(
        "modelled by this project on data \(state.inputs.package ?? "without a version")")
    }
    // Counts of rows rest on the tables as a whole.
    if parts.isEmpty, !content.figures.isEmpty {
      parts.append("counted by this project in data \(state.inputs.package ?? "without a version")")
    }
    return parts.isEmpty ? "" : parts.joined(separator: "; ") + ". Not an official statistic."
  }

  var asOf: String {
    dates.map { $0.contains(" to ") ? "Published figures as of \($0)." : "As of \($0)." } ?? ""
  }

  var mark: String {
    let present = Set(content.figures.map(\.figure.mark))
    let names = Mark.allCases.filter(present.contains).map { "\($0.letter) \($0.rawValue)" }
    guard !names.isEmpty else { return "" }
    // What the sign behind a figure means, where one has it.
    let isDisputed = has(["!"])
    let isOld = has(["~", "!~"])
    return "Marks: " + names.joined(separator: ", ")
      + (isDisputed ? ", ! disputed: published figures disagree" : "")
      + (isOld ? ", ~ old: \(Age.meaning)" : "")
  }

  /// Whether one of the signs stands right behind a mark's letter somewhere.
  private func has(_ signs: [String]) -> Bool {
    content.frame.lines.contains { line in
      Mark.allCases.contains { mark in signs.contains { line.contains(mark.letter + $0) } }
    }
  }

  /// The scenario line, then what it leaves out where it is the default.
  var scenario: String {
    guard showsModel else { return "" }
    let line = ScenarioLine(
      state.scenario, state.inputs, draws: state.uncertainty?.draws ?? 0, seed: state.seed)
    let discounting = "discounting \(state.scenario.discounting.text)"
    let prices = state.projection?.years.first.map { ", real prices of \($0)" } ?? ""
    return line.text(state.inputs)
      + " (key set \(state.scenario.keySet.words), \(discounting)\(prices))"
  }

  /// The kind of picture and what it shows: of a chart where it begins and ends, of anything else
  /// its first figures.
  var altText: String {
    let charts = Dictionary(
      content.charts.map { ($0.panel, $0.chart) }, uniquingKeysWith: { first, _ in first })
    let sentences = content.panels.compactMap { panel -> String? in
      if let chart = charts[panel.id] { return description(chart, panel.title) }
      let figures = content.figures.filter { $0.panel == panel.id }.map(\.figure)
      guard !figures.isEmpty else { return nil }
      let shown = figures.prefix(content.single == nil ? 2 : 8).map { "\($0.label): \($0.text)" }
      let rest = figures.count - shown.count
      return "\(panel.title): " + shown.joined(separator: "; ")
        + (rest > 0 ? "; and \(rest) more." : ".")
    }
    let kind =
      content.single == nil
      ? "Screen of \(content.panels.count) \(content.panels.count == 1 ? "panel" : "panels"): \(state.breadcrumb.joined(separator: ", "))."
      : "Panel of the screen \(state.place.screen.title)."
    return ([kind] + sentences).joined(separator: " ")
  }

  private func description(_ chart: Curves, _ title: String) -> String {
    guard let first = chart.labels.first, let last = chart.labels.last else { return "" }
    var parts = chart.named.compactMap { name, curve -> String? in
      guard let from = curve.values.firstIndex(where: { $0 != nil }),
        let to = curve.values.lastIndex(where: { $0 != nil }), chart.labels.indices.contains(to),
        let start = curve.values[from], let end = curve.values[to]
      else { return nil }
      // Of one date there may be two numbers, where two sources disagree.
      let ends = zip(chart.labels, curve.values).filter { $0.0 == chart.labels[to] }
        .compactMap { $0.1.map { chart.text($0) } }
      let moves = end > start ? "rises" : end < start ? "falls" : "stays"
      return "\(name.isEmpty ? "the line" : name) \(moves) from \(chart.text(start)) in "
        + "\(chart.labels[from]) to \(ends.joined(separator: " or ")) in \(chart.labels[to])"
    }
    if let band = chart.bands.first, let low = band.low.last, let high = band.high.last {
      parts.append("P10 to P90 in \(last) is \(chart.text(low)) to \(chart.text(high))")
    }
    parts += chart.references.map { "a reference line, \($0.1), stands at \(chart.text($0.0))" }
    return "Line chart, \(title), \(first) to \(last): " + parts.joined(separator: "; ") + "."
  }

  private var showsModel: Bool { content.figures.contains { $0.figure.mark == .modelled } }
}

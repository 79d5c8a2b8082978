import Analytics
import Explanations
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
      parts.append(onPaper(panel.title))
      parts.append(state.organisation?.name ?? state.place.screen.title)
    } else {
      parts += [state.breadcrumb.joined(separator: ", "), measures, population]
    }
    if restsOnScenario, let projection = state.projection, let first = projection.years.first {
      parts.append("scenario \(state.scenarioName)")
      parts.append(
        "\(first) to \(state.lastYear)" + (hasPrices ? ", real prices of \(first)" : ""))
    } else if let dates {
      parts.append(dates)
    }
    if content.charts.contains(where: { !$0.chart.bands.isEmpty }) {
      parts.append("shaded: 8 in 10 runs")
    }
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// What a whole screen measures, with its units.
  private var measures: String {
    switch state.place.screen {
    case .overview: "published figures and modelled benefit, \(Money.billionsAYear)"
    case .opportunity: "potential as published and modelled benefit, \(Money.billionsAYear)"
    case .legacy: "share of systems, %, and red-rated systems, number"
    case .contractors: "spend on contingent labour and consultancy, \(Money.millions) a year"
    case .outages: "outages, number a year, and people affected"
    case .services: "services, their users and channels, each in its own unit"
    case .departments:
      "modelled benefit, cash, \(Money.purse), cost and NPSV, \(Money.sign); staff, FTE"
    case .department: "modelled benefit and cost, \(Money.billionsAYear); published figures"
    case .lab: "costs, benefits and what moves them, \(state.moneyScale().title)"
    case .evidence: "published facts and what became of commitments"
    }
  }

  /// Whom a whole screen is about.
  private var population: String {
    if state.organisation != nil { return "" }
    switch state.place.screen {
    case .contractors: return "departments that return their months"
    case .departments:
      let count = Numbers.count(Double(state.inputs.organisations.count))
      return "\(count) organisations of \(state.evidence.wholeName)"
    default: return state.evidence.wholeName
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
    if isModelled {
      parts.append(
        "modelled by this project on data \(state.inputs.package ?? "without a version")"
          + (state.evidence.date.isEmpty ? "" : " of \(state.evidence.date)"))
    }
    // Counts of rows rest on the tables as a whole.
    if parts.isEmpty, !content.figures.isEmpty {
      parts.append("counted by this project in data \(state.inputs.package ?? "without a version")")
    }
    return parts.isEmpty ? "" : parts.joined(separator: "; ") + ". Not an official statistic."
  }

  /// The dates of the published figures, then what the charts lack.
  var asOf: String {
    let dated =
      dates.map { $0.contains(" to ") ? "Published figures as of \($0)." : "As of \($0)." }
    let missing = content.panels.compactMap { panel in
      panel.missing.map { content.single == nil ? "\(panel.title): \($0.named)." : "\($0.named)." }
    }
    // What is modelled names the data with their date, in its source.
    let data =
      state.evidence.date.isEmpty || isModelled ? nil : "Data of \(state.evidence.date)."
    return ([dated, data].compactMap { $0 } + missing).joined(separator: " ")
  }

  var mark: String {
    let present = Set(content.figures.map(\.figure.mark))
    let names = Mark.allCases.filter(present.contains).map { "\($0.letter) \($0.rawValue)" }
    guard !names.isEmpty else { return "" }
    // What the sign behind a figure means, where one has it.
    let isDisputed = has(["!"])
    let isOld = has(["~", "!~"])
    let before = ["", "!", "~", "!~"]
    let isOdd = has(before.flatMap { [$0 + Caution.sign] })
    let isSaid = has(before.map { $0 + Caution.handSign })
    return "Marks: " + names.joined(separator: ", ")
      + (isDisputed ? ", ! disputed: published figures disagree" : "")
      + (isOld ? ", ~ \(Age.explained(on: state.evidence.date))" : "")
      + (isOdd ? ", \(Caution.sign) incomplete or odd: the table of figures says why" : "")
      + (isSaid ? ", \(Caution.handSign) second hand" : "")
  }

  /// How the figures came to be and what is to be said of some, in a sentence without signs.
  var marks: String {
    let figures = content.figures.map(\.figure)
    guard !figures.isEmpty else { return "" }
    var groups: [(words: String, count: Int)] = []
    for words in figures.map(state.standing) {
      if let place = groups.firstIndex(where: { $0.words == words }) {
        groups[place].count += 1
      } else {
        groups.append((words, 1))
      }
    }
    let ordered = groups.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
    var words: [String]
    if ordered.count <= 3 {
      // Most are of one sort; the others are counted.
      words = [
        (["Figures are " + ordered[0].words]
          + ordered.dropFirst().map { "\($0.count) \($0.count == 1 ? "is" : "are") \($0.words)" })
          .joined(separator: "; ") + "."
      ]
    } else {
      let names = Mark.allCases.filter { mark in figures.contains { $0.mark == mark } }
        .map(\.rawValue)
      let list =
        names.count < 2
        ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
      words = ["Figures are \(list)."]
    }
    if figures.contains(where: { !$0.contradictions.isEmpty }) {
      words.append("Disputed: other published figures disagree.")
    }
    if figures.contains(where: { $0.isOld(on: state.evidence.date) }) {
      words.append("Old: \(Age.meaning).")
    }
    if figures.contains(where: { !$0.cautions.isEmpty }) {
      words.append("Incomplete or odd: the table of figures says why.")
    }
    return words.joined(separator: " ")
  }

  /// Whether one of the signs stands right behind a mark's letter somewhere.
  private func has(_ signs: [String]) -> Bool {
    content.frame.lines.contains { line in
      Mark.allCases.contains { mark in signs.contains { line.contains(mark.letter + $0) } }
    }
  }

  /// What makes the modelled numbers again, in one word.
  var scenarioLine: String {
    ScenarioLine(
      state.scenario, state.inputs, draws: state.uncertainty?.draws ?? 0, seed: state.seed
    ).text(state.inputs)
  }

  /// The scenario line, then what it leaves out where it is the default.
  var scenario: String {
    guard restsOnScenario else { return "" }
    let discounting = "discounting \(state.scenario.discounting.text)"
    let prices =
      hasPrices ? state.projection?.years.first.map { ", real prices of \($0)" } ?? "" : ""
    return scenarioLine
      + " (key set \(state.scenario.keySet.words), \(discounting)\(prices))"
  }

  /// What it shows in a sentence or two.
  var altText: String {
    PictureAlternative(state: state, content: content, headline: headline).text
  }

  /// The kind of picture and all that it shows: of a chart where it begins and ends and what lies
  /// between, of anything else its first figures.
  var longDescription: String {
    let sentences = content.panels.compactMap { panel -> String? in
      let charts = content.charts.filter { $0.panel == panel.id }.map(\.chart)
      let missing = panel.missing.map { " \($0.named)." } ?? ""
      if !charts.isEmpty { return description(charts, panel.title) + missing }
      let figures = content.figures.filter { $0.panel == panel.id }.map(\.figure)
        .filter { $0.text != panel.missing?.named }
      guard !figures.isEmpty else { return nil }
      let shown = figures.prefix(content.single == nil ? 2 : 8).map { "\($0.label): \($0.text)" }
      let rest = figures.count - shown.count
      return "\(panel.title): " + shown.joined(separator: "; ")
        + (rest > 0 ? "; and \(rest) more." : ".") + missing
    }
    let kind =
      content.single == nil
      ? "Screen of \(content.panels.count) \(content.panels.count == 1 ? "panel" : "panels"): \(state.breadcrumb.joined(separator: ", "))."
      : "Panel of \(state.organisation.map { "the page of \($0.name)" } ?? "the screen \(state.place.screen.title)")."
    return Wording.full.said(([kind] + sentences + cautions).joined(separator: " "))
  }

  /// What is to be said against the figures: of a panel as it is, of a screen in short.
  private var cautions: [String] {
    let all = content.figures.map(\.figure)
    let odd = all.filter { $0.cautions.contains { $0.kind != .secondHand } }
    let said = all.filter { $0.cautions.contains { $0.kind == .secondHand } }.map(\.label)
    return listed("Incomplete or odd:", odd)
      + (said.isEmpty ? [] : ["Read second hand: \(said.joined(separator: "; "))."])
  }

  private func listed(_ head: String, _ odd: [Figure]) -> [String] {
    guard !odd.isEmpty else { return [] }
    var texts: [String] = []
    for figure in odd {
      let words =
        content.single == nil
        ? "\(figure.label): \(Caution.words(figure.cautions))."
        : "\(figure.label): \(figure.cautions.map(\.text).joined(separator: " "))"
      if !texts.contains(words) { texts.append(words) }
    }
    let most = 4
    let more = texts.count - most
    return [head] + texts.prefix(most)
      + (more > 0 ? ["And \(more) more, in the table of figures."] : [])
  }

  /// The charts of a panel: one, or several side by side.
  private func description(_ charts: [Curves], _ title: String) -> String {
    guard let first = charts.first, let start = first.labels.first, let end = first.labels.last
    else { return "" }
    let kind = charts.count == 1 ? "Line chart" : "\(charts.count) line charts"
    // Numbers with a sign of their own need no unit.
    let unit = first.measure.isEmpty || !first.unit.isEmpty ? "" : ", in \(first.measure)"
    return "\(kind), \(title), \(start) to \(end)\(unit): "
      + charts.flatMap(course).joined(separator: "; ") + "."
  }

  /// What each line and band of a chart does.
  private func course(_ chart: Curves) -> [String] {
    let name = chart.name.isEmpty ? "" : chart.name + ", "
    var parts = chart.named.compactMap { label, curve in
      course(curve, name + (label.isEmpty ? "the line" : label), chart)
    }
    if let band = chart.bands.first, let low = band.low.last, let high = band.high.last,
      let last = chart.labels.last
    {
      parts.append("\(name)P10 to P90 in \(last) is \(chart.text(low)) to \(chart.text(high))")
    }
    return parts
      + chart.references.map {
        "a reference line, \($0.1), stands at \(chart.text($0.0))"
      }
  }

  private func course(_ curve: Curves.Curve, _ name: String, _ chart: Curves) -> String? {
    let known = zip(chart.labels, curve.values).compactMap { label, value in
      value.map { (label: label, value: $0) }
    }
    guard let first = known.first, let last = known.last else { return nil }
    // Of one date there may be two numbers, where two sources disagree.
    let ends = known.filter { $0.label == last.label }.map { chart.text($0.value) }
    let low = known.min { $0.value < $1.value } ?? first
    let high = known.max { $0.value < $1.value } ?? last
    let inside =
      min(first.value, last.value) <= low.value && max(first.value, last.value) >= high.value
    let moves =
      !inside
      ? "goes" : last.value > first.value ? "rises" : last.value < first.value ? "falls" : "stays"
    return "\(name) \(moves) from \(chart.text(first.value)) in \(first.label) to "
      + "\(ends.joined(separator: " or ")) in \(last.label)"
      + (inside
        ? ""
        : ", between \(chart.text(low.value)) in \(low.label) and \(chart.text(high.value)) in "
          + high.label)
  }

  /// Whether anything in the picture is modelled.
  private var isModelled: Bool { content.figures.contains { $0.figure.mark == .modelled } }

  /// Whether anything in the picture would be another number in another scenario.
  private var restsOnScenario: Bool {
    content.figures.contains { $0.figure.basis == .scenario }
  }

  /// Whether any number of the scenario is money, which has prices of a year.
  private var hasPrices: Bool {
    content.figures.contains { _, figure in
      figure.basis == .scenario
        && (figure.value?.unit.hasPrefix(Money.sign) ?? figure.text.contains(Money.sign))
    }
  }
}

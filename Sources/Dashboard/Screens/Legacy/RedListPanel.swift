import Analytics
import Figures
import Frames
import Synchronization

/// The red list with what the draws say of it. It rests on the data alone, not on the scenario.
struct RedListCase: Equatable, Sendable {
  /// The count that the queue starts from.
  let count: Fact
  let list: RedList
  let outlook: RedListOutlook
  /// The date of the data.
  let date: String

  /// Years that the queue is drawn for.
  static let horizon = 15

  /// nil where the evidence lacks the count or a rate.
  init?(_ evidence: Evidence, seed: UInt64) {
    let rate = { flow in evidence.redListRates.first { $0.flow == flow } }
    guard let count = evidence.fact(.redRated), let now = count.value,
      let found = rate(.found), let fixed = rate(.fixed)
    else { return nil }
    self.count = count
    date = evidence.date
    list = RedList(now: now, found: found, fixed: fixed)
    outlook = list.outlook(draws: Ladder.rested, seed: seed, years: Self.horizon)
  }
}

/// The red list of a folder, computed when it is first asked for and then kept: the draws would
/// hold up the first frame, which does not show them.
final class RedListOnce: Equatable, Sendable {
  private let evidence: Evidence
  private let seed: UInt64
  private let kept = Mutex<RedListCase??>(nil)

  init(_ evidence: Evidence, seed: UInt64) { (self.evidence, self.seed) = (evidence, seed) }

  var found: RedListCase? {
    kept.withLock { kept in
      if let kept { return kept }
      let found = RedListCase(evidence, seed: seed)
      kept = .some(found)
      return found
    }
  }

  static func == (left: RedListOnce, right: RedListOnce) -> Bool {
    left.evidence == right.evidence && left.seed == right.seed
  }
}

extension LegacyScreen {
  /// How long the red list takes to clear, and how likely it never does.
  func redList(_ state: State) -> Panel {
    guard let queue = state.redList else {
      return .waiting(
        "queue", "Red list: when is it clear?", state.evidence.absence(of: .redRated))
    }
    return Panel(
      "queue", "Red list: when is it clear?",
      table: Table(
        [Column("", flexible: true), Column("", trailing: true)],
        redListLines(queue, state).map { line in
          Table.Row(
            [
              Text(line.label, short: line.short),
              Text(line.text, signs: state.signs(line.figure), number: 0),
            ],
            Item(line.figure))
        }, header: .never, note: Note(Self.leftOut)))
  }

  /// How many red-rated systems are left, year by year.
  func redListPath(_ state: State) -> Panel {
    guard let queue = state.redList, !queue.outlook.byYear.isEmpty else {
      return Panel("left", "Red-rated systems left", items: []) { _, _ in }
    }
    let years = queue.outlook.byYear
    let last = years.count - 1
    let low = years[last].p10.map(redListCount) ?? "none"
    let high = years[last].p90.map(redListCount) ?? "none"
    let mean = years[last].mean.map(redListCount) ?? "none"
    let figure = modelled(
      queue, "red_list.left", "Red-rated systems left \(last) years after \(queue.count.period)",
      "expected \(mean); 8 in 10 runs \(low) to \(high)",
      formula: "Systems now + (found a year - fixed a year) x years, not below zero.",
      note: Self.leftOut, inputs: inputs(queue),
      value: FigureValue(
        number: years[last].mean, low: years[last].p10, high: years[last].p90, unit: "systems",
        statistic: .mean, body: queue.count.body))
    return Panel(
      "left", "Red-rated systems left, years after \(queue.count.period): M", flow: .across,
      items: [Item(figure)]
    ) { sheet, rect in
      var chart = Curves(labels: years.indices.map { "\($0)" })
      func numbers(_ statistic: Statistic, _ values: [Double?]) -> (Int) -> Figure? {
        { year in
          var figure = figure
          figure.others = []
          figure.value = FigureValue(
            number: values[year], unit: "systems", statistic: statistic, body: queue.count.body,
            period: "\(year) years after \(queue.count.period)")
          return figure
        }
      }
      let (lows, highs) = (years.map(\.p10), years.map(\.p90))
      chart.measure = "systems"
      chart.bands = [
        Curves.Band(
          low: lows, high: highs, lowNumbers: numbers(.p10, lows), highNumbers: numbers(.p90, highs)
        )
      ]
      chart.curves = [
        Curves.Curve(
          "expected", years.map(\.mean), sheet.theme.series(0),
          numbers: numbers(.mean, years.map(\.mean)))
      ]
      sheet.curves(
        chart, captions: ["after \(last) years \(mean), \(low) to \(high) M"], in: rect)
    }
  }

  private func redListCount(_ value: Double) -> String { Numbers.telling(value, places: 0) }

  private static let leftOut =
    "Chance from year to year and systems not yet assessed are left out. No lever moves it."

  private struct Line {
    var label, short, text: String
    var figure: Figure
  }

  /// The share of runs in which the queue never ends, for a sentence about it.
  static func neverClears(_ state: State) -> Figure? {
    let screen = LegacyScreen()
    return state.redList.flatMap { screen.redListLines($0, state).last?.figure }
  }

  private func redListLines(_ queue: RedListCase, _ state: State) -> [Line] {
    let years = queue.outlook.yearsToClear
    let span = redListSpan(years.p10, years.p90)
    let never = queue.outlook.shareNeverClear.map(Numbers.share) ?? "unknown"
    let central =
      queue.list.centralYearsToClear.map { "\(redListYears($0)) years" } ?? "it never clears"
    return [
      Line(
        label: "Red-rated systems, \(queue.count.period)", short: "Red-rated",
        text: state.number(queue.count),
        figure: state.evidence.figure(queue.count)),
      rateLine(queue, queue.list.found, short: "Found a year"),
      rateLine(queue, queue.list.fixed, short: "Fixed a year"),
      Line(
        label: "Years to clear, where it clears, 8 in 10 runs", short: "Years to clear", text: span,
        figure: modelled(
          queue, "red_list.years_to_clear", "Years to clear the red list, where it clears",
          "expected \(years.mean.map(redListYears) ?? "none"); 8 in 10 runs \(span)",
          formula:
            "Systems now / (fixed - found), over the draws in which more is fixed than found.",
          note: "With both rates at their P50: \(central). " + Self.leftOut,
          inputs: inputs(queue), value: years.value("years", of: queue.count.body))),
      Line(
        label: "Share of runs that never clear", short: "Never clears", text: never,
        figure: modelled(
          queue, "red_list.never", "Share of draws in which the red list never clears", never,
          formula: "Draws in which no more is fixed than found, of 4,096.", note: Self.leftOut,
          inputs: inputs(queue), value: .share(queue.outlook.shareNeverClear))),
    ]
  }

  private func rateLine(_ queue: RedListCase, _ rate: RedListRate, short: String) -> Line {
    let bounds = "\(Numbers.count(rate.p10)) to \(Numbers.count(rate.p90))"
    return Line(
      label: "\(short), 8 in 10 runs", short: short, text: bounds,
      figure: modelled(
        queue, "red_list.\(rate.flow.rawValue)", "\(rate.label), P10 to P90",
        "\(bounds) \(rate.unit), P50 \(Numbers.count(rate.p50))",
        formula: "Our judgement: \(rate.source).", note: rate.rationale,
        value: FigureValue(
          number: rate.p50, low: rate.p10, high: rate.p90, unit: rate.unit, statistic: .p50)))
  }

  /// A modelled figure that no lever moves.
  private func modelled(
    _ queue: RedListCase, _ id: String, _ label: String, _ text: String, formula: String,
    note: String, inputs: [String] = [], value: FigureValue?, others: [Figure.Beside] = []
  ) -> Figure {
    Figure(
      id: id, label: label, text: text, mark: .modelled, confidence: .d, asOf: queue.date,
      formula: formula, note: note, inputs: inputs, value: value, others: others)
  }

  /// What everything about the queue is computed from.
  private func inputs(_ queue: RedListCase) -> [String] {
    [queue.count.id]
      + [queue.list.found, queue.list.fixed].map { "red_list.\($0.flow.rawValue)" }
  }

  private func redListSpan(_ low: Double?, _ high: Double?) -> String {
    guard let low, let high else { return "none" }
    return "\(redListYears(low)) to \(redListYears(high))"
  }

  private func redListYears(_ value: Double) -> String {
    Numbers.telling(value, places: value < 10 ? 1 : 0)
  }
}

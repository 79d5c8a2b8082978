import Analytics
import Figures
import Frames

/// The way from the headline to what is expected, step by step: what is not reached, not realised,
/// not taken up in time, worn off, counted twice; what lies beside it; what of it is cash, and what
/// it costs. Expected values of the last year.
enum WhyNotPanel {
  /// A row: a step down or up from the one above, or a level that stands by itself.
  private struct Row {
    var label, short, formula: String
    /// What `explain` calls it.
    var id: String
    var mean: Double
    var range: (low: Double, high: Double)?
    var isLevel: Bool
    /// What it is beside the others, and its colour where it is a stream.
    var kind = BarRow.Kind.part
    var stream: Stream?
    /// The published figure that it is.
    var fact: Fact?
  }

  /// Of the nation, or of an organisation.
  static func panel(_ state: State, _ organisation: Organisation? = nil) -> Panel {
    let title =
      organisation == nil
      ? "Why not \(headline(state))? Expected, \(state.lastYear)"
      : "From its part of the headline to \(state.lastYear), expected"
    // The title's own number has a card, too.
    let fact = organisation == nil ? state.evidence.fact(.headline) : nil
    guard case .headline(let summary)? = state.lastResult(.headline)?.result,
      let steps = summary.steps(of: organisation?.code), state.lab.guessing == nil
    else {
      var panel = Panel(
        "whynot", title, items: fact.map { [Item(state.evidence.figure($0))] } ?? []
      ) { sheet, rect in
        sheet.note(state.waiting(.headline), in: rect.inset(columns: 1))
      }
      panel.titleItem = fact == nil ? nil : 0
      panel.needs = { _ in PanelNeed(least: 1, rows: 1) }
      return panel
    }
    let rows = rows(state, steps, organisation)
    let column = MoneyColumn(rows.map(\.mean))
    let texts = texts(rows, column)
    let bars = Bars(
      zip(bars(rows, texts, column), texts).map { pair, text in
        Bars.Row(pair.1, Item(figure(state, pair.0, text, column, organisation)))
      }, note: note(state, steps, rows, organisation))
    var panel = Panel("whynot", "\(title), \(column.unit)" + state.staleNote(.headline), bars: bars)
    panel.titleItem = fact == nil ? nil : 0
    return panel
  }

  private static func headline(_ state: State) -> String {
    state.headlineText
  }

  private static func rows(
    _ state: State, _ steps: [HeadlineStep: Summary], _ organisation: Organisation?
  ) -> [Row] {
    let owner = organisation.map { "\($0.code)." } ?? ""
    func row(
      _ step: HeadlineStep, _ label: String, _ short: String, _ formula: String,
      isLevel: Bool = false, _ kind: BarRow.Kind? = nil, stream: Stream? = nil
    ) -> Row {
      let summary = steps[step]
      var range: (Double, Double)?
      if let low = summary?.p10, let high = summary?.p90, low < high { range = (low, high) }
      return Row(
        label: label, short: short, formula: formula,
        id: "\(owner)\(step.rawValue).mean@\(state.lastYear)", mean: summary?.mean ?? 0,
        range: range, isLevel: isLevel,
        kind: kind ?? ((summary?.mean ?? 0) < 0 ? .loss : .part), stream: stream)
    }
    var rows: [Row] = []
    let whole = steps[.fullPotential]?.mean ?? 0
    let top = state.inputs.fixed[.headlinePotential]?.value ?? 0
    if organisation == nil {
      let fact = state.evidence.fact(.headline)
      rows = [
        Row(
          label: "Headline", short: "Headline", formula: "As it was published, as a reference.",
          id: fact?.id ?? "fixed.headline_potential", mean: top, isLevel: true,
          kind: .aside, fact: fact),
        Row(
          label: "Levers sum to more", short: "Levers sum",
          formula: "The three levers, rounded as published, less the headline; never rescaled.",
          id: "beyond_headline.mean@\(state.lastYear)", mean: whole - top, isLevel: false),
      ]
    } else {
      rows = [
        row(
          .fullPotential, "Its part of the levers", "Its part",
          "Each lever's potential x the share of its key: our split, none is published.",
          isLevel: true, .aside)
      ]
    }
    rows += [
      row(
        .potentialRange,
        (steps[.potentialRange]?.mean ?? 0) > 0
          ? "Potential may be higher" : "Potential may be lower", "Potential",
        "Potential as it is drawn less that at its P50: ranges lean to one side."),
      row(.notReached, "Not reached", "Not reached", "Potential x (reach − 1): coverage."),
      row(
        .notRealised, "Not realised", "Not realised",
        "What is reached x (realisation − 1): plans deliver a part of what they promise."),
      row(
        .notTakenUp, "Not taken up in time", "Not yet taken up",
        "What would be realised x (adoption by then − 1)."),
      row(.eroded, "Worn off: fraud adapts", "Worn off", "Fraud controls lose effect each year."),
      row(
        .countedTwice, "Counted twice", "Counted twice",
        "Overlap of the three levers, in each organisation."),
      row(
        .likeForLike, "Like for like", "Like for like",
        "The sum of the steps above: the benefit, had nothing been done beside the three levers.",
        isLevel: true, .total),
      row(
        .contractorsBeside, "Beside it: contractors", "Contractors",
        "Contractor posts, outside the headline, less what the levers count already.",
        stream: .contractors),
      row(
        .legacyBeside, "Beside it: legacy", "Legacy",
        "Legacy upkeep avoided, outside the headline, less what others count already.",
        stream: .legacy),
      row(
        .benefit, "Expected in all", "In all", "The sum of all steps: the benefit in the metrics.",
        isLevel: true, .total),
      row(
        .nonCash, "Not cash: time, cost avoided", "Not cash",
        "Benefit that leaves no budget: staff time, spending that does not grow."),
      row(
        .cashAndExchequer, "Cash and \(Money.purse)", "Cash", "Benefit less what is not cash.",
        isLevel: true, .aside),
      row(
        .cost, "Cost that year, beside", "Cost", "Roll-out, running, conversion, remediation.",
        isLevel: true, .loss),
    ]
    // What is not cash is taken away; its id is the amount.
    if let place = rows.firstIndex(where: { $0.short == "Not cash" }) {
      rows[place].mean = -rows[place].mean
      rows[place].range = rows[place].range.map { (-$0.high, -$0.low) }
    }
    return rows
  }

  /// Numbers that add up as they are printed: a step is what two printed levels differ by. One that
  /// would read as nothing keeps a digit.
  private static func texts(_ rows: [Row], _ column: MoneyColumn) -> [String] {
    let places = places(rows, column)
    let power = places == 0 ? 1.0 : 10
    var exact = 0.0
    var printed = 0.0
    return rows.map { row in
      let value = scaled(row.mean, column)
      exact = row.isLevel ? value : exact + value
      let level = (exact * power).rounded() / power
      defer { printed = level }
      let shown = row.isLevel ? level : level - printed
      let isFloor = row.fact?.figureValue.qualifier?.isFloor == true
      return (row.isLevel || value <= 0 ? "" : "+")
        + (abs(shown) * power < 0.5
          ? number(value, places) : Numbers.decimal(shown, places: places))
        + (isFloor ? "+" : "")
    }
  }

  private static func scaled(_ billions: Double, _ column: MoneyColumn) -> Double {
    column.isMillions ? billions * 1000 : billions
  }

  private static func places(_ rows: [Row], _ column: MoneyColumn) -> Int {
    let largest = rows.reduce(0) { max($0, abs(scaled($1.mean, column))) }
    return column.isMillions && largest >= 100 ? 0 : 1
  }

  /// Nothing is `0`; what is not nothing has a digit that says so.
  private static func number(_ value: Double, _ places: Int) -> String {
    abs(value) < 1e-9 ? "0" : Numbers.telling(value, places: places)
  }

  /// An end of a range, in the column's unit.
  private static func end(_ billions: Double, _ column: MoneyColumn) -> String {
    let value = scaled(billions, column)
    return number(value, abs(value) >= 9.95 ? 0 : 1)
  }

  /// Digits with their unit: `−£22.5bn`.
  private static func money(_ digits: String, _ column: MoneyColumn) -> String {
    guard let start = digits.firstIndex(where: \.isNumber) else { return digits }
    return digits[..<start] + Money.sign + digits[start...] + column.unit.dropFirst()
  }

  private static func bars(
    _ rows: [Row], _ texts: [String], _ column: MoneyColumn
  ) -> [(Row, BarRow)] {
    var level = 0.0
    let ranges = rows.map { row in
      row.range.map { " (\(end($0.low, column)) to \(end($0.high, column)))" } ?? ""
    }
    // The numbers stand below one another, whatever ranges there are behind them.
    let width = ranges.map { displayWidth($0) }.max() ?? 0
    return rows.indices.map { place in
      let (row, start) = (rows[place], level)
      level = row.isLevel ? row.mean : level + row.mean
      let blanks = String(repeating: " ", count: width - displayWidth(ranges[place]))
      var bar = BarRow(
        row.label, short: row.short, value: row.mean, text: texts[place] + ranges[place] + blanks,
        mark: row.fact?.mark ?? .modelled, series: row.stream?.colour ?? 0,
        start: row.isLevel ? 0 : start)
      bar.kind = row.kind
      return (row, bar)
    }
  }

  private static func figure(
    _ state: State, _ row: Row, _ text: String, _ column: MoneyColumn,
    _ organisation: Organisation?
  ) -> Figure {
    if let fact = row.fact {
      var figure = state.evidence.figure(fact)
      figure.note = "Here \(money(text, column)). " + figure.note
      return figure
    }
    let whose = organisation.map { ", \($0.name)" } ?? ""
    let range =
      row.range.map {
        "; P10 to P90 \(money(end($0.low, column), column)) to \(money(end($0.high, column), column))"
      } ?? ""
    return state.modelled(
      row.id, "\(row.label), \(state.lastYear)\(whose)",
      "\(money(text, column)) a year expected\(range)", formula: row.formula,
      note: "Expected: the mean of the draws. In every draw the steps add up, and so do means.",
      value: FigureValue(
        number: row.mean, low: row.range?.low, high: row.range?.high, unit: Money.billionsAYear,
        statistic: .mean, body: organisation?.code ?? "", period: state.lastYear))
  }

  /// What the largest step is, and how much of the levers is left, like for like: the headline is a
  /// floor, of which there is no share.
  private static func note(
    _ state: State, _ steps: [HeadlineStep: Summary], _ rows: [Row], _ organisation: Organisation?
  ) -> Note {
    let top = steps[.fullPotential]?.mean ?? 0
    let left = steps[.likeForLike]?.mean ?? 0
    let losses = rows.filter { !$0.isLevel && $0.mean < 0 && $0.short != "Not cash" }
    guard top > 0, let most = losses.min(by: { $0.mean < $1.mean }) else {
      return Note("Nothing is done in this scenario: nothing of the headline is reached.")
    }
    let whole = organisation == nil ? "the levers' sum" : "its part of the levers"
    let share = Numbers.share(left / top)
    let owner = organisation.map { "\($0.code)." } ?? ""
    return Note(
      "\(share) of \(whole) is expected like for like. The largest step is "
        + "“\(most.label.uncapitalised)”. Ranges in brackets are P10 to P90 and do not add up.",
      [
        state.modelled(
          "\(owner)like_for_like.share", "Expected like for like, share of \(whole)", share,
          formula: "Expected benefit like for like over \(whole).",
          inputs: ["\(owner)like_for_like.mean@\(state.lastYear)"],
          value: FigureValue(number: left / top, unit: "share", statistic: .mean))
      ])
  }
}

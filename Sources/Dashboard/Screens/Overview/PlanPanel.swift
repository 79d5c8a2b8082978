import Analytics
import Figures
import Frames

/// Plan against fact: what the scenario spends and saves, what is funded, claimed and returned.
enum PlanPanel {
  static let id = "plan"
  /// Columns that the table takes where the sentences stand beside it.
  private static let tableColumns = 64

  static func panel(_ state: State) -> Panel {
    let plan = PlanAgainstFact(
      state.evidence, years: state.projection?.years ?? [],
      state.lab.guessing == nil ? state.uncertainty : nil)
    let rows = rows(state, plan)
    guard !rows.isEmpty else {
      return .waiting(id, "Plan against fact", state.evidence.absence(of: .settlement))
    }
    let sentences = plan.mismatches(on: state.evidence.date)
    let said = state.modelled(
      "plan.mismatch", "Where plan and published facts do not match",
      plan.headline ?? "nothing to say without draws",
      formula: "By rule from the numbers of the panel; the scenario's are expected values.",
      note: sentences.joined(separator: " "), inputs: ["cost@\(plan.span.last ?? state.lastYear)"])
    var panel = Panel(
      id, "Plan against fact, \(Money.billions)", made: { made(rows, sentences, said) })
    panel.legend = plan.headline ?? ""
    return panel
  }

  private static func made(
    _ rows: [Table.Row], _ sentences: [String], _ said: Figure
  ) -> Panel.Made {
    let note = sentences.isEmpty ? nil : Note(sentences.joined(separator: " "), [said])
    let table = Table(columns, rows, note: note)
    let items = rows.map(\.item) + (note == nil ? [] : [Item(said)])
    return Panel.Made(items: items, content: .table(table)) { sheet, rect in
      let beside = rect.columns - tableColumns - 3
      let isWide =
        beside >= 33
        && wrapped(sentences.first ?? "", width: beside).count <= rect.rows
      guard isWide else {
        let used = rows.count + 1
        let list = sheet.rect(above: note, below: used, item: rows.count, in: rect)
        sheet.list(columns, rows.map(\.cells), in: list, edge: rect.endRow)
        let below = Rect(
          column: rect.column, row: rect.row + used + 1, columns: rect.columns - 1,
          rows: rect.rows - used - 1)
        if list.rows < rect.rows {
          sheet.note(note, below: min(used, list.rows), item: rows.count, in: rect)
        } else {
          say(sentences, item: rows.count, in: below, on: &sheet)
        }
        return
      }
      let (left, right) = rect.split(left: tableColumns)
      sheet.list(columns, rows.map(\.cells), in: left, edge: rect.endRow)
      say(sentences, item: rows.count, in: right, on: &sheet)
    }
  }

  /// The sentences, with their card; none where none is whole.
  private static func say(
    _ sentences: [String], item: Int, in rect: Rect, on sheet: inout Sheet
  ) {
    let place = Rect(
      column: rect.column + 2, row: rect.row, columns: rect.columns - 3, rows: rect.rows)
    let used = sheet.sentences(sentences, in: place)
    guard used > 0 else { return }
    sheet.item(
      item, at: Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: used),
      highlighting: 1)
  }

  private static let columns = [
    Column("year", flexible: true, least: 7), Column("spends", trailing: true),
    Column("saves", trailing: true), Column("funded", trailing: true),
    Column("claimed", trailing: true, priority: 2),
    Column("returned", trailing: true, priority: 1),
  ]

  private static func rows(_ state: State, _ plan: PlanAgainstFact) -> [Table.Row] {
    var rows = plan.years.map { row(state, $0) }
    if let settlement = plan.settlement, let funded = plan.funded, let first = plan.span.first,
      let last = plan.span.last
    {
      let label = "\(first.prefix(4))-\(last.suffix(2))"
      var numbers = Numbered(label)
      numbers.add(plan.spends.map { ($0, "M", spending(state, label, $0, plan.span)) })
      numbers.add(nil)
      numbers.add(
        (
          funded, state.signs(.derived, disputed: false, asOf: settlement.asOf),
          self.funding(state, plan, settlement, funded)
        ))
      numbers.add(nil)
      numbers.add(nil)
      rows.append(numbers.row)
    }
    return rows
  }

  private static func row(_ state: State, _ year: PlanAgainstFact.Year) -> Table.Row {
    var numbers = Numbered(year.label)
    numbers.add(year.spends.map { ($0, "M", spending(state, year.label, $0, [year.label])) })
    numbers.add(year.saves.map { ($0, "M", saving(state, year.label, $0)) })
    for fact in [year.funded, year.claimed] {
      numbers.add(
        fact.flatMap { fact in
          fact.value.map { ($0, state.signs(fact), published(state, fact, $0)) }
        })
    }
    numbers.add(
      year.returned.map { returned in
        (returned.millions / 1000, "D", self.returned(state, year.label, returned))
      })
    return numbers.row
  }

  /// A published sum, with how this table prints it.
  private static func published(_ state: State, _ fact: Fact, _ value: Double) -> Figure {
    var figure = state.evidence.figure(fact)
    figure.note = "Here \(money(value)). " + figure.note
    return figure
  }

  /// The cells of a row with the numbers that stand in them.
  private struct Numbered {
    private var cells: [Text]
    private var figures: [Figure] = []

    init(_ label: String) { cells = [Text(label)] }

    mutating func add(_ number: (value: Double, signs: String, figure: Figure)?) {
      guard let number else {
        cells.append(Text("", .muted))
        return
      }
      cells.append(
        Text(
          digits(number.value),
          signs: number.signs, .plain, number: figures.count, value: number.value))
      figures.append(number.figure)
    }

    var row: Table.Row {
      let figures = figures
      return Table.Row(cells, Item(figures: figures))
    }
  }

  /// A sum in £bn as the table prints it.
  private static func digits(_ value: Double) -> String {
    abs(value) < 1e-9 ? "0" : Numbers.telling(value, places: abs(value) < 9.95 ? 2 : 1)
  }

  private static func money(_ value: Double) -> String {
    (value < 0 ? Numbers.minus : "") + "\(Money.sign)\(digits(abs(value)))bn"
  }

  /// - Parameter years: those whose cost it is.
  private static func spending(
    _ state: State, _ when: String, _ value: Double, _ years: [String]
  ) -> Figure {
    state.modelled(
      "plan.spends@\(when)", "What the scenario spends, \(when)",
      "\(money(value)) expected",
      formula: "Expected benefit less expected net benefit (means subtract): roll-out, running, "
        + "conversion and remediation.",
      inputs: years.filter { state.projection?.years.contains($0) == true }.map { "cost@\($0)" },
      value: FigureValue(number: value, unit: Money.billions, statistic: .mean, period: when))
  }

  private static func saving(_ state: State, _ year: String, _ value: Double) -> Figure {
    let range = state.uncertainty.flatMap { uncertainty in
      state.projection?.years.firstIndex(of: year).flatMap { uncertainty.yearly[.cash]?[$0] }
    }
    return state.modelled(
      "cash.mean@\(year)", "Cash-releasing benefit, \(year)",
      "\(money(value)) a year expected",
      formula: "Cash shares of automation and channels, contractors, and legacy spending below "
        + "today's; without the \(Money.purse)'s, before cost.",
      value: FigureValue(
        number: value, low: range?.p10, high: range?.p90, unit: Money.billionsAYear,
        statistic: .mean,
        period: year))
  }

  private static func funding(
    _ state: State, _ plan: PlanAgainstFact, _ settlement: Fact, _ value: Double
  ) -> Figure {
    let own = state.evidence.figure(settlement)
    let years = plan.years.filter { plan.span.contains($0.label) }.compactMap(\.funded)
    let parts = ([own] + years.map(state.evidence.figure)).map(\.text)
    return Figure(
      id: "plan.funded", label: "Published money, \(settlement.period)",
      text: money(value), mark: .derived, confidence: .c, asOf: settlement.asOf,
      source: own.source, locator: own.locator,
      formula: parts.joined(separator: " + ")
        + ": the digital settlement with the \(PlanAgainstFact.fundName(state.evidence)) of those years.",
      note:
        "The settlement is a ceiling, of which no yearly part is published; the fund is for all "
        + "reform, of which digital is a part.",
      inputs: ([settlement] + years).map(\.id),
      value: FigureValue(number: value, unit: Money.billions, period: settlement.period))
  }

  private static func returned(
    _ state: State, _ year: String, _ returned: PlanAgainstFact.Returned
  ) -> Figure {
    Figure(
      id: "contractor_spend.all.\(year)",
      label: "Contingent labour and consultancy, departments, \(year)",
      text: "\(money(returned.millions / 1000)), \(Numbers.millions(returned.millions))",
      mark: .derived, confidence: .c,
      asOf: FinancialYear(year)?.lastMonth ?? year,
      source: state.evidence.monthly.sources.last.flatMap(state.evidence.source),
      formula: "Sum of the \(returned.codes.count) departments that returned the whole year: "
        + "\(returned.codes.joined(separator: ", ")).", note: Evidence.returnsNote,
      value: FigureValue(number: returned.millions, unit: Money.millions, period: year))
  }
}

extension Sheet {
  /// Sentences one after another, as many as there is room for: none is cut. Returns the rows that
  /// they took.
  @discardableResult
  mutating func sentences(_ sentences: [String], in rect: Rect) -> Int {
    var kept = sentences
    while !kept.isEmpty,
      wrapped(kept.joined(separator: " "), width: rect.columns).count > rect.rows
    { kept.removeLast() }
    guard !kept.isEmpty, rect.columns > 20, rect.rows > 0 else { return 0 }
    return note(kept.joined(separator: " "), in: rect)
  }
}

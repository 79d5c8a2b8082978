import Analytics
import Figures
import Frames

/// Legacy by department in one table: systems at risk and when they were last counted, how many have
/// money, how much was given and how much is needed; below it how much of the whole the counts are.
enum LegacyTable {
  static let id = "red"

  /// What rows of the table of legacy measure, as the data name it.
  enum Measure {
    static let redRated = "Red-rated legacy systems"
    static let funded = "Red-rated legacy systems with fully funded remediation"
    /// Money that was given, the first that a department has.
    static let given = [
      "Remediation budget of red-rated systems", "Digital settlement for legacy",
      "Funding to fix legacy technology",
    ]
    /// Money that it would take.
    static let needed = [
      "Cost to modernise legacy services, need", "Cost to replace legacy, need",
    ]
  }

  /// What is published of one department.
  struct Row: Sendable {
    var code: String
    var counted, funded, given, needed: Observation?

    /// Whether its count was read at second hand only: it is not ranked with what departments said.
    var isSecondHand: Bool { counted?.confidence == .d }

    init?(_ state: State, _ code: String) {
      func latest(_ measures: [String]) -> Observation? {
        measures.lazy.compactMap { state.latest(.legacy, $0, of: code) }.first
      }
      self.code = code
      counted = latest([Measure.redRated])
      funded = latest([Measure.funded])
      given = latest(Measure.given)
      needed = latest(Measure.needed)
      guard counted != nil || given != nil || needed != nil else { return nil }
    }

    var all: [Observation] { [counted, funded, given, needed].compactMap { $0 } }
  }

  /// The most first; then what has money but no count; what was read at second hand last.
  static func rows(_ state: State) -> [Row] {
    func rank(_ row: Row) -> (Int, Double) {
      (row.isSecondHand ? 0 : row.counted == nil ? 1 : 2, row.counted?.value ?? 0)
    }
    return state.kept("legacy by department") {
      state.inputs.organisations.compactMap { Row(state, $0.code) }
        .sorted { left, right in
          let (a, b) = (rank(left), rank(right))
          return a == b ? left.code < right.code : a > b
        }
    }
  }

  /// Ids of the facts that stand in the table.
  static func shown(_ state: State) -> Set<String> {
    Set(rows(state).flatMap(\.all).map(\.factID).filter { !$0.isEmpty })
  }

  /// The count of the department that has the most.
  static func most(_ state: State) -> [Figure] {
    rows(state).first?.counted.map { [state.evidence.figure($0, in: .legacy)] } ?? []
  }

  static func panel(_ state: State) -> Panel {
    var table = state.kept(
      id,
      [
        Column("department", flexible: true, least: 13), Column("red-rated", trailing: true),
        Column("as of"), Column("none since", priority: 3),
        Column("funded", trailing: true, priority: 2), Column("given", trailing: true),
        Column("needed", trailing: true, priority: 1), Column("of", priority: 4, most: 14),
      ], rows(state)
    ) {
      cells($0, state)
    } item: {
      item($0, state)
    }
    table.note = coverage(state).map { Note($0.text, $0.figures) }
    var panel = Panel(
      id, "Legacy by department: red-rated systems, money to fix", table: table)
    panel.charts = {
      let counted = rows(state).filter { ($0.counted?.value ?? 0) > 0 }
      return [
        Bars(counted.map { bar($0, state) })
          .chart("Red-rated systems by department", state, Theme.named(state.settings.theme))
      ]
    }
    return panel
  }

  /// Since when none is said of a department that has no count.
  private static func stated(_ row: Row, _ state: State) -> Fact? {
    row.counted == nil ? nil : state.evidence.fact(.redRatedStatement)
  }

  private static func cells(_ row: Row, _ state: State) -> [Text] {
    let all = row.all
    func number(_ found: Observation?) -> Text {
      found.map {
        Text($0.number, signs: state.signs($0), number: all.firstIndex(of: $0), value: $0.value)
      } ?? Text("-", .muted)
    }
    let name = state.evidence.name(of: row.code)
    return [
      Text(name, short: state.briefName(row.code, name)),
      row.counted == nil ? Text("no count", .muted) : number(row.counted),
      Text(row.counted.map { String($0.asOf.prefix(7)) } ?? "-", .muted),
      stated(row, state).map { Text(String($0.period.prefix(4)), .muted, number: all.count) }
        ?? Text("-", .muted),
      number(row.funded), number(row.given), number(row.needed),
      Text((row.given ?? row.needed)?.period ?? "", .muted),
    ]
  }

  private static func item(_ row: Row, _ state: State) -> Item {
    let evidence = state.evidence
    return Item(
      figures: row.all.map { evidence.figure($0, in: .legacy) }
        + [stated(row, state)].compactMap { $0.map { evidence.figure($0) } },
      opens: Place(.department, path: [row.code]))
  }

  private static func bar(_ row: Row, _ state: State) -> Bars.Row {
    let hand = row.isSecondHand ? ", second hand" : ""
    let name = state.evidence.name(of: row.code)
    return Bars.Row(
      BarRow(
        "\(name), \(row.counted?.period ?? "")\(hand)", value: row.counted?.value ?? 0,
        text: row.counted?.number ?? "", signs: row.counted.map { state.signs($0) } ?? "",
        series: Stream.legacy.colour),
      Item(row.counted.map { state.evidence.figure($0, in: .legacy) }))
  }

  /// How much of the nation's count the departments' are, said so that a floor stays one; nil where
  /// either is missing.
  static func coverage(_ state: State) -> AnswerLine.Sentence? {
    let counted = rows(state).compactMap(\.counted)
    guard let government = state.evidence.roles[.government],
      let nation = state.latest(.legacy, Measure.redRated, of: government),
      let first = counted.map(\.asOf).min(), let last = counted.map(\.asOf).max()
    else { return nil }
    let evidence = state.evidence
    let sum = counted.reduce(0) { $0 + ($1.value ?? 0) }
    let isFloor = counted.contains { $0.figureValue.qualifier?.isFloor == true }
    let number = (isFloor ? "at least " : "") + Numbers.count(sum)
    let parts = counted.filter { ($0.value ?? 0) > 0 }
    let own = Figure(
      id: "legacy.red_rated.counted",
      label: "Red-rated systems in the counts of departments, \(first) to \(last)",
      text: "\(number) systems", mark: .derived,
      confidence: counted.map(\.confidence).max { $0.rawValue < $1.rawValue },
      asOf: last,
      formula: "Sum of the counts: "
        + parts.map { "\(evidence.name(of: $0.body)) \($0.number)" }.joined(separator: ", ") + ".",
      note: "Counts of different dates, some of them floors: not a share of the nation's count.",
      inputs: parts.map { evidence.figure($0, in: .legacy).id },
      value: FigureValue(
        number: sum, qualifier: isFloor ? .atLeast : nil, unit: "systems",
        period: "\(first) to \(last)"))
    let since = evidence.fact(.redRatedStatement)
    let text =
      "\(number.capitalised) of \(nation.printed.replacingSystems) red-rated systems (\(nation.period)) are in "
      + "these counts, of \(first.prefix(4)) to \(last.prefix(4))"
      + (since.map { "; none has been released by department since \($0.period.prefix(4))." } ?? ".")
    return AnswerLine.Sentence(
      text: text,
      figures: [own, evidence.figure(nation, in: .legacy)]
        + [since].compactMap { $0.map { evidence.figure($0) } })
  }
}

extension String {
  /// The number alone: the sentence says what is counted.
  fileprivate var replacingSystems: String {
    hasSuffix(" systems") ? String(dropLast(" systems".count)) : self
  }
}

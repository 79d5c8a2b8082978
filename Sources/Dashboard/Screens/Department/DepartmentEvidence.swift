import Analytics
import Figures
import Frames

/// What is published of an organisation by theme, a short list each: legacy, contractors, outages,
/// services, promises. What these data lack is said to be lacking.
enum DepartmentEvidence {
  /// Systems at risk and the money to mend them, the highest risk first, each with its date.
  static func legacy(_ state: State, _ organisation: Organisation) -> Panel {
    let rows = newest(state, .legacy, of: organisation.code)
    let counted = rows.filter { $0.measure.hasPrefix(redRated) }
    let money = rows.filter { !$0.measure.hasPrefix(redRated) && $0.unit.hasPrefix(Money.sign) }
    let others = rows.filter { !$0.measure.hasPrefix(redRated) && !$0.unit.hasPrefix(Money.sign) }
    let since = state.evidence.fact(.redRatedStatement)
    var list = (counted + money + others).map { line(state, $0, .legacy, organisation.code) }
    if counted.isEmpty {
      list.insert(
        Table.Row([Text("Red-rated systems"), Text(Evidence.absent, .muted)], Item()), at: 0)
    }
    return list.panel(
      "legacy", "Legacy",
      note: since.map { fact in
        Note(
          "Counts by department since \(fact.period.prefix(4)): \(Evidence.absent).",
          [state.evidence.figure(fact)])
      })
  }

  /// What was returned of contractors and consultancy year by year, the newest first, with the
  /// change where one may be given.
  static func contractors(_ state: State, _ organisation: Organisation) -> Panel {
    let code = organisation.code
    let years = state.evidence.contractorRecord(of: code)?.years.reversed().prefix(4) ?? []
    let evidence = state.evidence
    var list = years.map { year in
      let figure = evidence.figure(year, of: code)
      let change = evidence.changeFigure(of: code, in: year.year)
      return Table.Row(
        [
          Text("\(year.year)"),
          Text(
            Numbers.returned(year.total), signs: state.signs(figure), number: 0,
            value: year.total),
          changeText(state, code, year, change),
        ], Item(figures: [figure, change].compactMap { $0 }))
    }
    if list.isEmpty {
      list = [
        Table.Row([Text("Monthly returns"), Text(Evidence.absent, .muted), Text("")], Item())
      ]
    }
    let split = years.first { $0.isComplete && $0.total > 0 }.map { year in
      var figure = state.evidence.figure(year, of: code)
      let share = Numbers.share(year.contingent / year.total)
      figure.note = "Of it \(share) is contingent labour. " + figure.note
      return Note(
        "Of \(year.year) \(share) is contingent labour, the rest consultancy; all professions, not "
          + "digital alone.", [figure])
    }
    return Panel(
      "contractors", "Contractors and consultancy",
      table: Table(
        [
          Column("", flexible: true, least: 8), Column("", trailing: true),
          Column("", trailing: true, priority: 1),
        ], list, header: .never, note: split))
  }

  private static func changeText(
    _ state: State, _ code: String, _ year: ContractorYear, _ figure: Figure?
  ) -> Text {
    switch state.evidence.contractorChange(of: code, in: year.year) {
    case .share(let share):
      return Text(
        state.evidence.contractorChange(of: code, in: year.year)?.text ?? "",
        signs: figure.map { state.signs($0) } ?? "", number: 1, value: share)
    case .withheld(let short, _, _): return Text(short, .muted, number: 1)
    case nil: return Text("")
    }
  }

  /// Dated incidents of it and its bodies, the newest first, and counts.
  static func outages(_ state: State, _ organisation: Organisation) -> Panel {
    let family = state.family(of: organisation.code)
    let incidents = state.evidence.incidents.filter { family.contains($0.body) }
      .sorted { ($0.date, $0.id) > ($1.date, $1.id) }
    let counts = newest(state, .outages, of: organisation.code)
    let rows =
      incidents.map { row in
        let figure = state.evidence.figure(row)
        let duration = state.evidence.duration(of: row)
        let isCounted = figure.value?.number != nil
        return Table.Row(
          [
            Text(
              "\(row.title), \(row.date)"
                + (isCounted ? " (\(Numbers.words(of: figure.value?.unit ?? "")))" : "")),
            isCounted
              ? Text(
                figure.value?.bare ?? "", signs: state.signs(figure), number: 0,
                value: figure.value?.number)
              : Text(""),
          ], Item(figures: [figure, duration].compactMap { $0 }))
      } + counts.map { line(state, $0, .outages, organisation.code) }
    return rows.panel("outages", "Outages and incidents")
  }

  /// Volumes, channels and costs of its services, the newest first.
  static func services(_ state: State, _ organisation: Organisation) -> Panel {
    newest(state, .services, of: organisation.code).filter { $0.kind != .target }
      .sorted {
        ($0.mark == .reported ? 1 : 0, $0.asOf) > ($1.mark == .reported ? 1 : 0, $1.asOf)
      }
      .map { line(state, $0, .services, organisation.code) }.panel("services", "Services")
  }

  /// What it has promised and by when: what is open or was missed first, then its targets, then what
  /// is done.
  static func promises(_ state: State, _ organisation: Organisation) -> Panel {
    let family = state.family(of: organisation.code)
    let all = state.evidence.milestones.filter { family.contains($0.body) }
    let open = all.filter { $0.status != .done && $0.status != .reported }.sorted {
      $0.date < $1.date
    }
    let closed = all.filter { $0.status == .done || $0.status == .reported }.sorted {
      $0.date > $1.date
    }
    let targets = [ObservationTable.efficiencyPlans, .services].flatMap { table in
      newest(state, table, of: organisation.code).filter { $0.kind == .target }.map { ($0, table) }
    }.sorted { $0.0.period < $1.0.period }
    let rows =
      open.map { promise(state, $0) }
      + targets.map { row, table in
        Table.Row(
          [
            Text("\(row.period): \(row.measure)"),
            Text(row.number, signs: state.signs(row), number: 0, value: row.value),
          ], Item(state.evidence.figure(row, in: table)))
      } + closed.map { promise(state, $0) }
    return rows.panel("promises", "Promised")
  }

  private static func promise(_ state: State, _ row: Milestone) -> Table.Row {
    let standing = PromiseState(row, on: state.evidence.date)
    return Table.Row(
      [
        Text("\(row.date): \(row.title)"),
        Text(standing.word, standing.tone == .warning ? .warning : .muted, number: 0),
      ], Item(state.evidence.figure(row)))
  }

  private static let redRated = "Red-rated"

  /// The newest row of each measure of an organisation and of the bodies in it, its own first.
  private static func newest(
    _ state: State, _ table: ObservationTable, of code: String
  ) -> [Observation] {
    let family = state.family(of: code)
    return DepartmentFigures.newest(
      state.evidence.rows(table).filter { family.contains($0.body) && $0.unit != "statement" },
      own: code)
  }

  private static func line(
    _ state: State, _ row: Observation, _ table: ObservationTable, _ code: String
  ) -> Table.Row {
    let whose = row.body == code ? "" : state.shortName(row.body) + ": "
    let words = Numbers.words(of: row.unit)
    // What is counted goes with the label: the numbers have a narrow column.
    let isSaid = words.isEmpty || row.measure.lowercased().contains(words.lowercased())
    return Table.Row(
      [
        Text("\(whose)\(row.measure), \(row.period)" + (isSaid ? "" : " (\(words))")),
        Text(row.number, signs: state.signs(row), number: 0, value: row.value),
      ], Item(state.evidence.figure(row, in: table)))
  }
}

extension [Table.Row] {
  /// A list without headings: what, then its number; one line where there is none.
  fileprivate func panel(_ id: String, _ title: String, note: Note? = nil) -> Panel {
    Panel(
      id, title,
      table: Table(
        [Column("", flexible: true, least: 14), Column("", trailing: true)],
        isEmpty
          ? [Table.Row([Text("Of it and its bodies"), Text(Evidence.absent, .muted)], Item())]
          : self, header: .never, note: note))
  }
}

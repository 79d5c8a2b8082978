import Analytics
import Figures
import Frames

/// What departments return month by month, the bodies inside them, what a contractor costs, and
/// what converting posts would bring.
struct ContractorsScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    if let code = state.place.path.first {
      return [
        bodies(state, code), Self.months(state, of: code), costs(state), conversion(state),
      ]
    }
    let rows = ContractorYears.all(state)
    return [
      departments(state, rows), Self.months(state, of: chosenDepartment(state, rows)),
      costs(state), conversion(state),
    ]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    let (top, bottom) = rect.split(top: rect.rows / 2)
    let upper = top.columns([11, 9])
    let places = ["departments": upper[0], "bodies": upper[0], "months": upper[1]]
    if rect.columns < 120 {
      return Accordion.layout(["costs", "conversion"], state, in: bottom)
        .merging(places) { first, _ in first }
    }
    let lower = bottom.columns([11, 9])
    return places.merging(["costs": lower[0], "conversion": lower[1]]) { first, _ in first }
  }

  private func departments(_ state: State, _ rows: [ContractorYears.Row]) -> Panel {
    Panel(
      "departments", "Contingent and consultancy, £m",
      items: rows.map { row in
        Item(row.figure(state), opens: Place(.contractors, path: [row.code], panel: "bodies"))
      }
    ) { sheet, rect in
      if let loading = state.loading {
        sheet.note(loading.text, in: rect)
        return
      }
      let spark = rect.columns >= 56
      sheet.list(
        [
          Column("department", flexible: true, least: 8), Column("", priority: 2),
          Column(rows.first?.year ?? "", trailing: true),
          Column("change", trailing: true, priority: 1),
        ],
        rows.map { row in
          [
            Text(state.evidence.name(of: row.code), short: row.code),
            Text(spark ? String(repeating: " ", count: 10) : ""),
            Text("\(Numbers.decimal(row.total, places: 0)) \(row.mark.letter)", sheet.theme.strong),
            Text(row.change),
          ]
        }, in: rect)
      if spark { drawSparks(state, rows, in: rect, on: &sheet) }
    }
  }

  /// The months of each department beside its name.
  private func drawSparks(
    _ state: State, _ rows: [ContractorYears.Row], in rect: Rect, on sheet: inout Sheet
  ) {
    let year = rows.map { displayWidth("\(Numbers.decimal($0.total, places: 0)) D") }.max() ?? 0
    let change = rows.map { displayWidth($0.change) }.max() ?? 0
    let width = max(year, 7) + max(change, 6) + 4
    let start = sheet.scroll(count: rows.count, visible: rect.rows - 1)
    for offset in 0..<max(min(rect.rows - 1, rows.count - start), 0) {
      let values = state.evidence.monthly.spend(of: rows[start + offset].code, last: 60)
      let slot = Rect(
        column: rect.endColumn - width - 10, row: rect.row + 1 + offset, columns: 10, rows: 1)
      sheet.frame.sparkline(
        values: ContractorYears.sixMonthMeans(values.map(\.spend)), in: slot,
        style: sheet.theme.series(0), glyphs: sheet.glyphs)
    }
  }

  private func bodies(_ state: State, _ code: String) -> Panel {
    let rows = state.evidence.bodyYears(of: code)
    // A year that no body has returned in full yet would look like a fall.
    let years = Set(rows.filter { ($0.returns ?? 0) >= 11 }.map(\.period)).sorted().suffix(4)
    let latest = years.last ?? ""
    let byPlace = Dictionary(
      rows.map { ("\($0.body) \($0.period)", $0) }, uniquingKeysWith: { first, _ in first })
    func row(_ body: String, _ year: String) -> WorkforceReturn? { byPlace["\(body) \(year)"] }
    let names = Array(Set(rows.map(\.body))).sorted {
      (row($0, latest)?.spend ?? -1, $1) > (row($1, latest)?.spend ?? -1, $0)
    }
    return Panel(
      "bodies", "\(state.shortName(code)): bodies by year, £m D",
      items: names.map { body in
        let spend = row(body, latest)
        return Item(
          Figure(
            id: "contractor_bodies.\(body).\(latest)",
            label: "Contingent labour and consultancy, \(state.evidence.name(of: body)), \(latest)",
            text: spend?.spend.map { Numbers.millions($0) } ?? "not returned", mark: .derived,
            confidence: .c, asOf: latest,
            source: rows.first.flatMap { state.evidence.source($0.sourceID) },
            formula: "Sum of the months returned"
              + (spend?.returns.map { ": \($0) of 12 in \(latest)" } ?? "") + ".",
            note: "A star stands for a year with fewer than 11 months. " + Self.caveat))
      }
    ) { sheet, rect in
      sheet.list(
        [Column("body", flexible: true, least: 12)]
          + years.enumerated().map {
            Column($0.1, trailing: true, priority: years.count - 1 - $0.0)
          },
        names.map { body in
          [Text(state.evidence.name(of: body), short: body)]
            + years.map { year in
              let spend = row(body, year)
              let star = (spend?.returns ?? 12) < 11 ? "*" : " "
              return Text((spend?.spend.map { Numbers.decimal($0, places: 1) } ?? "-") + star)
            }
        }, in: rect)
    }
  }

  /// A department's contingent labour and consultancy by month.
  static func months(_ state: State, of code: String?) -> Panel {
    let all = code.map { ContractorYears.months(state, of: $0) } ?? []
    let name = code.map(state.shortName) ?? "department"
    let last = all.last { $0.1 != nil }
    return Panel(
      "months", "\(name): £m a month", flow: .across,
      items: last.map { month in
        [
          Item(
            Figure(
              id: "contractor_spend.\(code ?? "").\(month.0)",
              label: "Contingent labour and consultancy, \(name), \(month.0)",
              text: Numbers.millions(month.1 ?? 0), mark: .derived, confidence: .c, asOf: month.0,
              source: state.evidence.monthly.sources.first.flatMap(state.evidence.source),
              formula:
                "Sum of what the department's bodies returned; only years with 11 months or more.",
              note: Self.caveat))
        ]
      } ?? []
    ) { sheet, rect in
      if let loading = state.loading {
        sheet.note(loading.text, in: rect)
        return
      }
      guard !all.isEmpty else {
        sheet.note(
          "No monthly returns: they cover the departments of central government.", in: rect)
        return
      }
      var chart = Curves(labels: all.map(\.0))
      chart.curves = [Curves.Curve("", all.map(\.1), sheet.theme.series(0))]
      sheet.curves(
        chart, captions: last.map { ["\($0.0): \(Numbers.millions($0.1 ?? 0)) D"] } ?? [], in: rect)
    }
  }

  private func chosenDepartment(_ state: State, _ rows: [ContractorYears.Row]) -> String? {
    guard !rows.isEmpty else { return nil }
    return rows[min(max(state.place.items["departments"] ?? 0, 0), rows.count - 1)].code
  }

  /// Three times, and £500m for 7,000 posts: side by side, since they do not agree.
  private func costs(_ state: State) -> Panel {
    let ids = [
      "contractors.third_party_spend", "contractors.cost_multiple", "contractors.cost_contractor",
      "contractors.cost_civil_servant", "contractors.posts_to_replace",
      "contractors.saving_up_to", "contractors.saving_per_post", "contractors.implied_multiple",
    ]
    return FactList.panel(
      state, id: "costs", title: "Cost a head: claims that disagree (!)",
      facts: ids.compactMap { state.evidence.fact($0) })
  }

  private func conversion(_ state: State) -> Panel {
    guard let national = state.projection?.national else {
      return Panel("conversion", "Converting posts", items: []) { _, _ in }
    }
    let saving = national.gross[.contractors] ?? []
    let cost = national.conversion
    let items = [
      Item(
        state.modelled(
          "gross.contractors", "Saved by converted posts in \(state.lastYear), before overlap",
          "\(Numbers.billions(saving.last ?? 0)) a year, central case",
          formula: "Posts filled x cost of a civil servant x (contractor multiple - 1), with a "
            + "multiple of \(Numbers.decimal(state.central(.contractorCostMultiple), places: 2)).",
          note: "At 3 times, as the review says, the saving would be larger.")),
      Item(
        state.modelled(
          "conversion", "One-off cost of conversion, all years",
          "\(Numbers.billions(cost.reduce(0, +))), central case",
          formula: "Double running for the handover and recruitment.")),
    ]
    return Panel("conversion", "Converting posts, £bn: modelled", flow: .across, items: items) {
      sheet, rect in
      var chart = Curves(labels: state.projection?.years ?? [])
      chart.curves = [
        Curves.Curve("saving", saving, sheet.theme.series(0)),
        Curves.Curve("one-off cost", cost, sheet.theme.series(3), dashed: true),
      ]
      sheet.curves(
        chart,
        captions: [
          "saving \(Numbers.billions(saving.last ?? 0)) M",
          "one-off \(Numbers.billions(cost.reduce(0, +))) M",
        ], in: rect)
    }
  }

  private static let caveat =
    "Departments' monthly returns, not quality assured; all professions, not digital alone. What "
    + "was left out and why is in the data-quality log."
}

/// Contingent labour and consultancy of departments by financial year.
enum ContractorYears {
  struct Row {
    var code, year: String
    var total: Double
    var before: Double?
    var months: Int
    var mark: Mark

    var change: String {
      guard let before, before > 0 else { return "-" }
      let share = (total / before - 1) * 100
      return (share > 0 ? "+" : "") + Numbers.decimal(share, places: 0) + "%"
    }

    func figure(_ state: State) -> Figure {
      Figure(
        id: "contractor_spend.\(code).\(year)",
        label: "Contingent labour and consultancy, \(state.evidence.name(of: code)), \(year)",
        text: Numbers.millions(total), mark: mark, confidence: .c, asOf: year,
        source: state.evidence.monthly.sources.first.flatMap(state.evidence.source),
        formula: "Sum of \(months) months of departments' returns, prices of the day.",
        note: "Not quality assured; all professions, not digital alone. Change is on the year "
          + "before.")
    }
  }

  /// Departments by spend in the newest year that is nearly complete (11 months or more).
  static func all(_ state: State) -> [Row] {
    let monthly = state.evidence.monthly
    let sums = Dictionary(
      uniqueKeysWithValues: monthly.bodies.map { body in
        (
          body,
          Dictionary(uniqueKeysWithValues: monthly.years(of: body).map { ($0.first, $0) })
        )
      })
    let years = Set(sums.values.flatMap(\.keys)).sorted()
    guard
      let latest = years.last(where: { year in
        sums.values.count { ($0[year]?.months ?? 0) >= 11 } * 2 >= sums.count
      })
    else { return [] }
    let before = years.last { $0 < latest }
    return sums.compactMap { code, sums -> Row? in
      guard let now = sums[latest], now.months > 0 else { return nil }
      let previous = before.flatMap { sums[$0] }
      return Row(
        code: code, year: label(of: latest), total: now.total,
        before: previous.flatMap { $0.months >= 11 && now.months >= 11 ? $0.total : nil },
        months: now.months, mark: monthly.mark(of: code) ?? .derived)
    }.sorted { ($0.total, $1.code) > ($1.total, $0.code) }
  }

  /// A department's months with what it spent, oldest first; nil where it returned nothing. Only
  /// years of which it returned 11 months or more: the newest months come in body by body, and
  /// would look like a fall.
  static func months(_ state: State, of code: String) -> [(String, Double?)] {
    state.evidence.monthly.spend(of: code)
      .map { (MonthlyReturns.text(month: $0.month), $0.spend) }
  }

  /// Means of six months each, for a line as short as a word.
  static func sixMonthMeans(_ values: [Double?]) -> [Double?] {
    stride(from: 0, to: values.count, by: 6).map { start in
      let part = values[start..<min(start + 6, values.count)].compactMap { $0 }
      return part.isEmpty ? nil : part.reduce(0, +) / Double(part.count)
    }
  }

  /// The financial year that begins in a year: `2025-26`.
  private static func label(of year: Int) -> String {
    let end = (year + 1) % 100
    return "\(year)-" + (end < 10 ? "0" : "") + "\(end)"
  }
}

extension WorkforceReturn {
  /// Contingent labour and consultancy in £m; nil where neither was returned.
  var spend: Double? {
    contingentCost == nil && consultancyCost == nil
      ? nil : (contingentCost ?? 0) + (consultancyCost ?? 0)
  }
}

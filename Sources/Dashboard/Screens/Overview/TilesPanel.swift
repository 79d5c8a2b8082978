import Analytics
import Figures
import Frames

/// The headline numbers side by side: each with what it is compared with, its signs and its source.
enum TilesPanel {
  static func panel(_ state: State) -> Panel {
    let tiles = HeadlineTile.all(state)
    return Panel(
      "tiles", "The state of digital government", flow: .across,
      items: tiles.map { tile in Item(figures: tile.figures, opens: tile.destination) }
    ) { sheet, rect in
      for (index, place) in rect.columns(tiles.map { _ in 1 }).enumerated() {
        draw(tiles[index], index, in: place, on: &sheet)
      }
    }
  }

  private static func draw(
    _ tile: HeadlineTile, _ index: Int, in place: Rect, on sheet: inout Sheet
  ) {
    let room = place.columns - 2
    let rows = place.rowRects
    let last = index + 1 == HeadlineTile.count
    sheet.item(index, at: last ? place : place.split(left: place.columns - 1).0)
    if index > 0 {
      for row in rows {
        sheet.frame.write("│", column: row.column, row: row.row, sheet.theme.border)
      }
    }
    let lines: [([String], Style, number: Int?)] = [
      ([tile.title, tile.shortTitle], sheet.theme.muted, nil),
      (["\(tile.value) \(tile.signs)"], sheet.theme.strong, nil),
      (
        [tile.note.text, tile.note.short], sheet.theme.text,
        tile.note.hasNumber ? tile.figures.count - 1 : nil
      ),
      ([tile.from], sheet.theme.muted, nil),
    ]
    for (row, line) in zip(rows, lines) {
      let text = line.0.first { displayWidth($0) <= room } ?? line.0.last ?? ""
      sheet.frame.write(truncated(text, to: room), column: row.column + 2, row: row.row, line.1)
      guard let number = line.number, number > 0 else { continue }
      sheet.number(
        number, of: index,
        at: Rect(column: row.column + 2, row: row.row, columns: room - 1, rows: 1))
    }
  }
}

/// One headline number with what it is compared with.
private struct HeadlineTile {
  /// The line below the number; where a figure of its own stands in it, that is the last one.
  struct Line {
    var text, short: String
    var hasNumber = false
  }

  /// How many tiles there are.
  static let count = 6

  var title, shortTitle, value, signs, from: String
  var note: Line
  var figures: [Figure]
  var destination: Place

  static func all(_ state: State) -> [HeadlineTile] {
    [
      published(
        state, .headline, "Yearly potential", short: "Potential", Place(.opportunity),
        beside: .headlineRange
      ) { _, other in
        other.map { Line(text: "or \(state.number($0))", short: "or \(span($0))") }
      },
      published(
        state, .legacyShare, "Legacy, \(state.className(.central))", short: "Legacy",
        Place(.legacy),
        beside: .legacyShareBefore
      ) { now, before in
        before.map {
          let text = state.number($0)
          let way =
            (now.value ?? 0) > ($0.value ?? 0)
            ? "up from" : (now.value ?? 0) < ($0.value ?? 0) ? "down from" : "as in"
          return Line(text: "\(way) \(text), \($0.period)", short: "was \(text)")
        }
      },
      published(
        state, .thirdParties, "Third parties", short: "Suppliers",
        Place(.contractors), beside: .contractorMultiple
      ) { _, multiple in
        multiple.map {
          Line(text: "\(state.number($0)) times the cost", short: "\(state.number($0))x cost")
        }
      },
      published(
        state, .outageCount, "Critical outages", short: "Outages", Place(.outages)
      ) { count, _ in
        Line(
          text: "\(state.evidence.name(of: count.body)), \(count.period)",
          short: "\(count.body) \(count.period)")
      },
      published(
        state, .noDigitalPath, "No digital path", short: "Offline",
        Place(.services)
      ) { _, _ in Line(text: "of services", short: "services") },
      projected(state),
    ].compactMap { $0 }
  }

  /// A published number, with a second one beside it where there is one.
  private static func published(
    _ state: State, _ role: Role, _ title: String, short: String, _ destination: Place,
    beside other: Role? = nil, _ line: (Fact, Fact?) -> Line?
  ) -> HeadlineTile? {
    guard let fact = state.evidence.fact(role) else { return nil }
    let second = other.flatMap { state.evidence.fact($0) }
    var note = line(fact, second) ?? Line(text: "", short: "")
    note.hasNumber = second != nil
    return HeadlineTile(
      title: title, shortTitle: short, value: state.number(fact), signs: state.signs(fact),
      from: state.origin(fact), note: note,
      figures: ([fact] + [second].compactMap { $0 }).map { state.evidence.figure($0) },
      destination: destination)
  }

  /// A range without its unit: `45 to 87`.
  private static func span(_ fact: Fact) -> String {
    [fact.low, fact.high].compactMap { $0.map(Numbers.count) }.joined(separator: " to ")
  }

  private static func projected(_ state: State) -> HeadlineTile? {
    guard let account = state.account, let benefit = account.metrics[.finalBenefit] else {
      return nil
    }
    let summary = state.uncertainty?.metrics[.finalBenefit]
    var note = Line(text: "central case", short: "central")
    // One unit for the number and the range under it, which does not name it.
    let column = MoneyColumn([summary?.p10, benefit, summary?.p90])
    if let low = summary?.p10, let high = summary?.p90 {
      note.short = "\(column.bare(low)) to \(column.bare(high))"
      note.text = "8 in 10 runs \(note.short)"
    }
    let was = state.was(
      Numbers.billions(benefit), ProjectionFigures.before(.finalBenefit, state))
    if !was.isEmpty {
      (note.short, note.text) = (String(was.dropFirst(2)), note.short + was)
    }
    return HeadlineTile(
      title: "\(account.basis == .central ? "Benefit" : "Expected") \(state.lastYear)",
      shortTitle: "In \(state.lastYear)",
      value: column.text(benefit), signs: Mark.modelled.letter,
      from: "this model", note: note, figures: [ProjectionFigures.finalBenefit(state)],
      destination: Place(.lab))
  }
}

extension State {
  /// Who published a fact and when, in a few letters: `DSIT, 2025-01`.
  fileprivate func origin(_ fact: Fact) -> String {
    guard let source = evidence.source(fact.sourceID) else { return "" }
    let publisher = evidence.bodies.first { $0.name == source.publisher }?.code ?? source.publisher
    return source.date.isEmpty ? publisher : "\(publisher), \(source.date.prefix(7))"
  }
}

import Analytics
import Figures
import Frames

/// The headline numbers side by side: each with what it is compared with, its signs and its source.
enum TilesPanel {
  static func panel(_ state: State) -> Panel {
    let tiles = HeadlineTile.all(state)
    return Panel(
      "tiles", "The state of digital government", flow: state.isLargeType ? .down : .across,
      items: tiles.map { tile in Item(figures: tile.figures, opens: tile.destination) }
    ) { sheet, rect in
      if state.isLargeType { return list(tiles, in: rect, on: &sheet) }
      for (index, place) in rect.columns(tiles.map { _ in 1 }).enumerated() {
        draw(tiles[index], index, in: place, on: &sheet)
      }
    }
  }

  /// A row each, where tiles would cut their numbers: the value with its signs, then what it is, and
  /// what it is compared with where that fits.
  private static func list(_ tiles: [HeadlineTile], in rect: Rect, on sheet: inout Sheet) {
    let width = tiles.map { displayWidth($0.value) + displayWidth($0.signs) + 1 }.max() ?? 0
    let height = max(rect.rows / max(tiles.count, 1), 1)
    for (index, tile) in tiles.enumerated() where index < rect.rows {
      let row = rect.row + index * min(height, 2)
      let place = Rect(
        column: rect.column, row: row, columns: rect.columns, rows: min(height, 2))
      sheet.item(index, at: place)
      sheet.frame.write(
        tile.value + " " + tile.signs, column: rect.column + 2, row: row, sheet.theme.strong)
      let column = rect.column + width + 4
      let end = sheet.frame.write(
        truncated(tile.title, to: rect.endColumn - column - 1), column: column, row: row,
        sheet.theme.text)
      let (left, below) = place.rows > 1 ? (column, 1) : (end + 2, 0)
      guard
        let note = [tile.note.text, tile.note.short].first(where: {
          !$0.isEmpty && left + displayWidth($0) < rect.endColumn
        })
      else { continue }
      sheet.frame.write(note, column: left, row: row + below, sheet.theme.muted)
      guard tile.note.hasNumber else { continue }
      sheet.number(
        tile.figures.count - 1, of: index,
        at: Rect(column: left, row: row + below, columns: displayWidth(note), rows: 1))
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

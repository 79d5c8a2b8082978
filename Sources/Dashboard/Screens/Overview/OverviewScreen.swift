import Analytics
import Figures
import Frames

/// The headline figures, the opportunity by lever, the projection, and the departments ranked.
struct OverviewScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [
      tiles(state), OpportunityPanels.levers(state), FanPanel.panel(state),
      RankingPanel.panel(state, title: "Organisations by benefit in \(state.lastYear)"),
    ]
  }

  func layout(_ state: State, in rect: Rect) -> [String: Rect] {
    let (top, rest) = rect.split(top: 5)
    if rect.columns >= 140 {
      let parts = rest.columns([9, 11])
      let left = parts[0].split(top: 9)
      return ["tiles": top, "levers": left.0, "ranking": left.1, "fan": parts[1]]
    }
    let middle = rest.split(top: max(min(rest.rows - 6, 14), rest.rows / 2))
    let parts = middle.0.columns([4, 5])
    return ["tiles": top, "levers": parts[0], "fan": parts[1], "ranking": middle.1]
  }

  private func tiles(_ state: State) -> Panel {
    let tiles = HeadlineTile.all(state)
    return Panel(
      "tiles", "The state of digital government", flow: .across,
      items: tiles.map { Item($0.figure, opens: $0.destination) }
    ) { sheet, rect in
      for (index, place) in rect.columns(tiles.map { _ in 1 }).enumerated() {
        let tile = tiles[index]
        let wide = place.columns >= 19
        let slot = Rect(
          column: place.column, row: place.row, columns: place.columns - 1, rows: place.rows)
        func line(_ text: String, _ row: Int, _ style: Style) {
          sheet.frame.write(
            truncated(text, to: slot.columns - 2), column: slot.column + 2, row: slot.row + row,
            style)
        }
        line(wide ? tile.title : tile.shortTitle, 0, sheet.theme.muted)
        line("\(tile.value) \(tile.figure.mark.letter)", 1, sheet.theme.strong)
        line(wide ? tile.note : tile.shortNote, 2, sheet.theme.text)
        sheet.item(index, at: slot)
      }
    }
  }
}

/// One headline number with what it is compared with.
private struct HeadlineTile {
  var title, shortTitle, value, note, shortNote: String
  var figure: Figure
  var destination: Place

  static func all(_ state: State) -> [HeadlineTile] {
    var tiles: [HeadlineTile] = []
    func add(
      _ id: String, _ title: String, short: String, note: String, shortNote: String,
      _ screen: ScreenID
    ) {
      guard let fact = state.evidence.fact(id) else { return }
      tiles.append(
        HeadlineTile(
          title: title, shortTitle: short,
          value: Numbers.bare(
            value: fact.value, low: fact.low, high: fact.high, unit: fact.unit),
          note: note, shortNote: shortNote, figure: state.evidence.figure(fact),
          destination: Place(screen)))
    }
    func text(_ id: String) -> String? {
      state.evidence.fact(id).map {
        Numbers.bare(value: $0.value, low: $0.low, high: $0.high, unit: $0.unit)
      }
    }
    let blueprint = text("opportunity.total.blueprint")
    add(
      "opportunity.total", "Yearly potential", short: "Potential",
      note: blueprint.map { "or \($0)" } ?? "a year", shortNote: "a year", .opportunity)
    add(
      "legacy.share.2024", "Legacy, central", short: "Legacy",
      note: text("legacy.share.2023").map { "\($0) a year before" } ?? "of systems",
      shortNote: text("legacy.share.2023").map { "was \($0)" } ?? "of systems", .legacy)
    let multiple = text("contractors.cost_multiple")
    add(
      "contractors.third_party_spend", "Third parties", short: "Suppliers",
      note: multiple.map { "\($0) times the cost" } ?? "a year",
      shortNote: multiple.map { "\($0)x cost" } ?? "a year", .contractors)
    let outages = state.evidence.fact("outages.nhse.2024")
    add(
      "outages.nhse.2024", "Critical outages", short: "Outages",
      note: "NHS England, \(outages?.period ?? "")", shortNote: "NHSE \(outages?.period ?? "")",
      .outages)
    add(
      "services.no_digital_pathway", "No digital path", short: "Offline",
      note: "of services", shortNote: "services", .services)
    if let tile = projected(state) { tiles.append(tile) }
    return tiles
  }

  private static func projected(_ state: State) -> HeadlineTile? {
    guard let projection = state.projection, let central = projection.metrics[.finalBenefit] else {
      return nil
    }
    let summary = state.uncertainty?.metrics[.finalBenefit]
    let value = summary?.p50 ?? central
    var note = "central case"
    var shortNote = "central"
    if let low = summary?.p10, let high = summary?.p90 {
      shortNote = "\(Numbers.bareBillions(low)) to \(Numbers.bareBillions(high))"
      note = "P10-P90 \(shortNote)"
    }
    return HeadlineTile(
      title: "Benefit \(state.lastYear)", shortTitle: "In \(state.lastYear)",
      value: Numbers.billions(value), note: note, shortNote: shortNote,
      figure: ProjectionFigures.finalBenefit(state), destination: Place(.lab))
  }
}

import Analytics
import Figures
import Frames

/// The published levers split over the sectors: the allocation at one sight.
enum MatrixPanel {
  private static let streams: [Stream] = [.automation, .channel, .fraud]

  static func panel(_ state: State) -> Panel {
    let rows = SectorPanel.sectors(state).map { sector in
      let members = state.inputs.organisations.filter { $0.sector == sector }
      let parts = streams.map { stream in
        members.reduce(0) { $0 + SplitPanel.amount(state, stream, $1.code) }
      }
      return (sector: sector, codes: members.map(\.code), parts: parts, sum: parts.reduce(0, +))
    }.sorted { ($0.sum, $1.sector) > ($1.sum, $0.sector) }
    let largest = rows.map(\.sum).max() ?? 0
    let title = "Full potential by sector and lever, \(Money.billionsAYear): our allocation"
    var panel = Panel(
      "matrix", title,
      table: Table(
        [Column("sector"), Column("all M", trailing: true)]
          + streams.enumerated().map { place, stream in
            Column(stream.shortLabel.lowercased() + " M", trailing: true, priority: 3 - place)
          } + [Column("in this order", flexible: true, priority: 4, least: 10)],
        rows.map { row in
          Table.Row(
            [
              Text(row.sector),
              Text(Numbers.billions(row.sum), .strong, number: 0, value: row.sum),
            ]
              + row.parts.enumerated().map { place, value in
                Text(Numbers.billions(value), number: place + 1, value: value)
              } + [Text(parts: row.parts, scale: largest)],
            Item(
              figures: figures(state, row.sector, row.codes, row.parts, row.sum),
              opens: Place(.departments, path: [row.sector])))
        }))
    panel.charts = {
      [
        DrawnCharts.parts(
          title, unit: Money.billionsAYear, parts: streams,
          rows.map { row in
            (
              row.sector, row.parts, streams.map { "\($0.rawValue).potential.\(row.sector)" },
              Numbers.billions(row.sum)
            )
          })
      ]
    }
    return panel
  }

  private static func figures(
    _ state: State, _ sector: String, _ codes: [String], _ parts: [Double], _ sum: Double
  ) -> [Figure] {
    let note = "Our allocation, not a published split."
    let whole = state.modelled(
      "potential.\(sector)", "Full potential of three levers, \(sector)",
      "\(Numbers.billions(sum)) a year",
      formula: parts.map { Numbers.billions($0) }.joined(separator: " + ") + " = "
        + Numbers.billions(sum) + ".", note: note,
      inputs: streams.flatMap { stream in codes.map { "\($0).size.\(stream.rawValue)" } },
      value: .central(sum, Money.billionsAYear))
    return [whole]
      + zip(streams, parts).map { stream, value in
        let key = stream.key(state.scenario.keySet).words
        return state.modelled(
          "\(stream.rawValue).potential.\(sector)", "\(stream.label), full potential, \(sector)",
          "\(Numbers.billions(value)) a year",
          formula: "Full potential x share of the key \(key), summed over "
            + codes.joined(separator: " + ") + ".", note: note,
          inputs: codes.map { "\($0).size.\(stream.rawValue)" },
          value: .central(value, Money.billionsAYear))
      }
  }
}

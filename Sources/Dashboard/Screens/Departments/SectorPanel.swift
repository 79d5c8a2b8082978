import Analytics
import Figures
import Frames

/// The sectors with the sums of their organisations: the level between government and organisation.
enum SectorPanel {
  /// The sectors in the order that the register of organisations names them.
  static func sectors(_ state: State) -> [String] {
    var order: [String] = []
    for organisation in state.inputs.organisations where !order.contains(organisation.sector) {
      order.append(organisation.sector)
    }
    return order
  }

  static func panel(_ state: State) -> Panel {
    let rows = sectors(state).map { Sums($0, state) }.sorted {
      ($0.benefit, $1.sector) > ($1.benefit, $0.sector)
    }
    let largest = rows.map(\.benefit).max() ?? 0
    return Panel(
      "sectors", "By sector, \(state.basisWords) in \(state.lastYear)",
      table: Table(
        [
          Column("sector"), Column("benefit M", trailing: true),
          Column("cash M", trailing: true, priority: 3),
          Column(Money.purse.capitalised + " M", trailing: true, priority: 3),
          Column("cost M", trailing: true, priority: 2),
          Column("net value M", trailing: true, priority: 1),
          Column("benefit", flexible: true, priority: 4, least: 10),
        ],
        rows.map { row in
          Table.Row(
            [Text(row.sector)]
              + row.numbers.enumerated().map { place, number in
                Text(
                  Numbers.billions(number.value), place == 0 ? .strong : .plain, number: place,
                  value: number.value)
              } + [Text(parts: [row.benefit], scale: largest)],
            Item(
              figures: row.figures(state), opens: Place(.departments, path: [row.sector])))
        }))
  }

  /// The sums of a sector, in £bn.
  private struct Sums {
    let sector: String
    let members: [OrganisationAccount]

    init(_ sector: String, _ state: State) {
      self.sector = sector
      members = state.inputs.organisations.filter { $0.sector == sector }
        .compactMap { state.account(of: $0.code) }
    }

    var benefit: Double { numbers[0].value }

    var numbers: [(id: String, label: String, value: Double)] {
      func sum(_ value: (OrganisationAccount) -> Double) -> Double {
        members.reduce(0) { $0 + value($1) }
      }
      return [
        ("benefit", "Benefit", sum(\.benefit)),
        ("cash", "Cash-releasing benefit", sum(\.cash)),
        ("exchequer", "\(Money.purse.capitalised) benefit", sum(\.exchequer)),
        ("cost", "Cost", sum(\.cost)),
        ("npsv", "Net present social value", sum(\.npsv)),
      ]
    }

    func figures(_ state: State) -> [Figure] {
      numbers.map { id, label, value in
        let year = id == "npsv" ? "" : " in \(state.lastYear)"
        return state.modelled(
          "\(sector).\(id)", "\(label)\(year), \(sector)",
          "\(Numbers.billions(value)), \(state.basisWords)",
          formula: "Sum over its organisations: "
            + members.map(\.code).joined(separator: " + ") + ".",
          inputs: members.map {
            "\($0.code).\(id)" + (year.isEmpty ? "" : "@\(state.lastYear)")
          },
          value: state.accounted(
            value, year.isEmpty ? Money.billions : Money.billionsAYear,
            in: year.isEmpty ? "" : state.lastYear))
      }
    }
  }
}

import Analytics
import Figures
import Frames

/// Published programmes with what they made of their plans: the rows behind the reference class.
enum CasesPanel {
  static func panel(_ state: State) -> Panel {
    let programmes = state.referenceClass.programmes.filter { !$0.ratios.isEmpty }
    let ratios = BusinessCase.Ratio.allCases
    return Panel(
      "cases", "Programmes: latest over plan",
      table: Table(
        [
          Column("programme", flexible: true, least: 43), Column("where", priority: 4, most: 12),
        ]
          + ratios.enumerated().map { place, ratio in
            Column(ratio.heading, trailing: true, priority: [0, 1, 3, 3, 2][place])
          },
        programmes.map { programme in
          let known = ratios.compactMap { ratio in
            programme.ratios[ratio].map { (ratio, $0) }
          }
          return Table.Row(
            [Text(programme.name), Text(programme.country, .muted)]
              + ratios.map { ratio in
                guard let value = programme.ratios[ratio] else { return Text("") }
                let text = ratio.text(value.ratio)
                return Text(
                  value.isLeftOut ? "(\(text))" : text, value.isLeftOut ? .muted : .plain,
                  number: known.firstIndex { $0.0 == ratio }, value: value.ratio)
              },
            Item(figures: known.map { state.figure(programme, $0.0, $0.1) }))
        },
        note: Note("In brackets: does not stand for the class; the card says why.")))
  }
}

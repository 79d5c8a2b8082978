import Analytics
import Figures
import Frames

/// Published programmes with what they made of their plans: the rows behind the reference class.
enum CasesPanel {
  static func panel(_ state: State) -> Panel {
    let programmes = state.referenceClass.programmes.filter { !$0.ratios.isEmpty }
    let ratios = BusinessCase.Ratio.allCases
    func known(_ programme: ReferenceClass.Programme) -> [(
      ratio: BusinessCase.Ratio, value: ReferenceClass.Value
    )] {
      ratios.compactMap { ratio in programme.ratios[ratio].map { (ratio, $0) } }
    }
    var table = state.kept(
      "cases",
      [
        Column("programme", flexible: true, least: 43), Column("where", priority: 4, most: 12),
      ]
        + ratios.enumerated().map { place, ratio in
          Column(ratio.heading, trailing: true, priority: [0, 1, 3, 3, 2][place])
        },
      programmes
    ) { programme in
      let known = known(programme)
      return [Text(programme.name), Text(programme.country, .muted)]
        + ratios.map { ratio in
          guard let value = programme.ratios[ratio] else { return Text("") }
          let text = ratio.text(value.ratio)
          return Text(
            value.isLeftOut ? "(\(text))" : text, value.isLeftOut ? .muted : .plain,
            number: known.firstIndex { $0.ratio == ratio }, value: value.ratio)
        }
    } item: { programme in
      Item(figures: known(programme).map { state.figure(programme, $0.ratio, $0.value) })
    }
    table.note = Note("In brackets: does not stand for the class; the card says why.")
    return Panel("cases", "Programmes: latest over plan", table: table)
  }
}

import Analytics
import Figures
import Frames

/// How much of the spread of the result each assumption accounts for: alone, and with others.
enum IndicesPanel {
  private static let title = "Indices: share of the spread of NPSV"

  static func panel(_ state: State) -> Panel {
    guard case .indices(let indices)? = state.lastResult(.indices)?.result,
      state.lab.guessing == nil
    else {
      return .waiting("indices", title, state.waiting(.indices), need: state.rowPerAssumption)
    }
    let named =
      [
        (
          "delivery_factor", "Delivery factor (common to all)", "delivery factor of all",
          indices.deliveryFactor
        )
      ]
      + zip(state.inputs.assumptions, indices.assumptions).map {
        ($0.id.rawValue, $0.label, $0.short, $1)
      }
    let rows = named.sorted { ($0.3.total ?? 0) > ($1.3.total ?? 0) }
    return Panel(
      "indices", title + state.staleNote(.indices),
      table: Table(
        [
          Column("assumption", flexible: true, least: 14),
          Column("alone M", trailing: true), Column("in all M", trailing: true),
        ],
        rows.map { id, label, short, index in
          Table.Row(
            [
              Text(short), Text(text(index.first), number: 0, value: index.first),
              Text(text(index.total), .strong, number: 1, value: index.total),
            ],
            Item(
              figures: [
                figure(state, "\(id).first", "\(label), alone", index.first, indices.count),
                figure(
                  state, "\(id).total", "\(label), with all it acts on", index.total, indices.count),
              ]))
        },
        note: Note(
          "Alone: what would go if it were known. In all: what would stay if only it were not. "
            + "An estimate from few points may lie a little under 0."),
        order: (2, true)))
  }

  private static func text(_ value: Double?) -> String {
    value.map { Numbers.share($0) } ?? "none"
  }

  private static func figure(
    _ state: State, _ id: String, _ label: String, _ value: Double?, _ count: Int
  ) -> Figure {
    state.modelled(
      "sobol.\(id)", "Share of the variance of NPSV: \(label)",
      value.map { Numbers.share($0) } ?? "none: nothing varies",
      formula: "Sobol' index from two samples of \(Numbers.count(Double(count))) points, on the "
        + "independent normals behind the draws.", inputs: state.restsOn(id),
      value: FigureValue(number: value, unit: "share of the variance"))
  }
}

/// What it would be worth to know before choosing among the scenarios of the data.
enum InformationPanel {
  private static var title: String { "Worth of knowing, NPSV, real \(Money.billions)" }

  static func panel(_ state: State) -> Panel {
    guard case .information(let value)? = state.lastResult(.information)?.result,
      state.lab.guessing == nil
    else {
      return .waiting(
        "information", title, state.waiting(.information), need: state.rowPerAssumption)
    }
    let parts = zip(state.inputs.assumptions, value.assumptions).enumerated()
      .sorted { ($0.element.1, $1.offset) > ($1.element.1, $0.offset) }.map(\.element)
    func row(
      _ id: String, _ label: String, _ name: String, _ worth: Double, _ formula: String
    ) -> Bars.Row {
      Bars.Row(
        BarRow(
          name, value: worth, text: Numbers.billions(worth), mark: .modelled,
          style: Theme.seriesOfBars(state)),
        Item(
          state.modelled(
            id, "Worth of knowing: \(label)", Numbers.billions(worth), formula: formula,
            note: "Across the \(state.inputs.presets.count) scenarios of the data, whatever the "
              + "levers here are.", inputs: state.restsOn(id),
            value: FigureValue(number: worth, unit: Money.billions))))
    }
    let all = row(
      "evpi", "Everything (EVPI)", "all of them (EVPI)", value.perfect,
      "Mean over draws of the best scenario in each, less the mean of the scenario that is best "
        + "on average.")
    return Panel(
      "information", title + state.staleNote(.information),
      bars: Bars(
        [all]
          + parts.map { spec, worth in
            row(
              "evppi.\(spec.id.rawValue)", spec.label, spec.short, worth,
              "The same from what a cubic of this assumption explains of each scenario; 0 where "
                + "knowing it would not change the choice.")
          },
        note: Note("What it would be worth to know before choosing among the data's scenarios.")))
  }
}

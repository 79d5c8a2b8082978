import Analytics
import Dashboard
import Figures

/// A state as JSON: screen, focus, levers, assumptions and the figures shown.
func stateText(_ state: State) -> String {
  let sight = state.sight
  let text = JSON.object([
    ("screen", .text(state.place.screen.rawValue)),
    ("path", .list(state.place.path.map(JSON.text))),
    ("breadcrumb", .list(sight.breadcrumb.map(JSON.text))),
    ("size", .object([("columns", whole(state.columns)), ("rows", whole(state.rows))])),
    ("theme", .text(state.settings.theme.rawValue)),
    ("focus", focus(sight, enlarged: state.place.enlarged)),
    ("layers", .list(state.layers.map(name))),
    ("message", .text(state.message)),
    (
      "scenario",
      .object([
        ("id", .text(state.scenario.id)), ("name", .text(state.scenario.name)),
        ("baseline", .text(state.baseline.id)),
        ("changed", .flag(state.scenario != state.baseline)),
        (
          "line",
          .text(
            ScenarioLine(
              state.scenario, state.inputs, draws: state.uncertainty?.draws, seed: state.seed
            ).text(state.inputs))
        ),
      ])
    ),
    ("levers", .object(levers(state.scenario.levers))),
    ("overrides", overrides(state)),
    ("assumptions", assumptions(state)),
    ("key_set", .text(state.scenario.keySet.rawValue)),
    ("discounting", .text(state.scenario.discounting.text)),
    ("draws", whole(state.uncertainty?.draws ?? 0)),
    ("seed", .number("\(state.seed)")),
    ("figures", .list(sight.entries.map(figure))),
  ])
  return text.pretty() + "\n"
}

private func whole(_ number: Int) -> JSON { .number("\(number)") }

private func focus(_ sight: Sight, enlarged: Bool) -> JSON {
  .object([
    ("panel", .text(sight.panel)), ("title", .text(sight.panelTitle)),
    ("item", sight.item.map(whole) ?? .null), ("enlarged", .flag(enlarged)),
    ("figure", sight.focused?.figure.map { .text($0.id) } ?? .null),
    ("lever", sight.focused?.lever.map { .text($0.id) } ?? .null),
  ])
}

private func name(_ layer: Layer) -> JSON {
  switch layer {
  case .help: .text("help")
  case .glossary: .text("glossary")
  case .card: .text("card")
  case .inWords: .text("in words")
  case .why: .text("why")
  case .prompt: .text("prompt")
  case .presets: .text("presets")
  case .naming: .text("naming")
  case .asking: .text("asking")
  case .scopes: .text("scopes")
  case .guess: .text("guess")
  case .revealed: .text("revealed")
  case .notice: .text("notice")
  case .exports: .text("exports")
  case .offer: .text("offer")
  case .filter: .text("filter")
  case .palette: .text("palette")
  case .big: .text("big")
  }
}

private func levers(_ values: [Lever: Double]) -> [(String, JSON)] {
  Lever.allCases.compactMap { lever in
    values[lever].map { (lever.id, .number(Decimal.text($0))) }
  }
}

private func overrides(_ state: State) -> JSON {
  .object(
    state.inputs.organisations.compactMap { organisation in
      state.scenario.overrides[organisation.code].map {
        (organisation.code, .object(levers($0)))
      }
    })
}

/// Every assumption in force.
private func assumptions(_ state: State) -> JSON {
  .object(
    state.inputs.assumptions.map { spec in
      let range = state.scenario.assumptions[spec.id] ?? spec.range
      return (
        spec.id.id,
        .object([
          ("p10", .number(Decimal.text(range.p10))), ("p50", .number(Decimal.text(range.p50))),
          ("p90", .number(Decimal.text(range.p90))),
        ])
      )
    })
}

private func figure(_ entry: Sight.Entry) -> JSON {
  var members: [(String, JSON)] = [("panel", .text(entry.panel)), ("item", whole(entry.item))]
  if let lever = entry.lever {
    members.append(("lever", .text(lever.id)))
    members.append(("organisation", entry.organisation.map(JSON.text) ?? .null))
    members.append(("value", entry.value.map { .number(Decimal.text($0)) } ?? .null))
  }
  if let figure = entry.figure {
    members += [
      ("id", .text(figure.id)), ("label", .text(figure.label)), ("text", .text(figure.text)),
      ("mark", .text(figure.mark.rawValue)), ("as_of", .text(figure.asOf)),
      ("source", figure.source.map { .text($0.title) } ?? .null),
    ]
  }
  return .object(members)
}

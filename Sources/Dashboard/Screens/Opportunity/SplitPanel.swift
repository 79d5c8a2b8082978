import Analytics
import Figures
import Frames

/// One level of the way from lever to sector to organisation, as sorted bars or a treemap.
enum SplitPanel {
  /// A part of the level that is shown.
  private struct Part {
    var label, short, text, signs: String
    var value: Double
    var figure: Figure
    var destination: Place?
    /// Its colour: a stream's own; of parts of a stream that of the stream.
    var colour: Int
  }

  static func panel(_ state: State) -> Panel {
    let parts = parts(state)
    guard state.treemap else {
      return Panel(
        "split", title(state),
        bars: Bars(
          parts.map { part in
            Bars.Row(
              BarRow(
                part.label, short: part.short, value: part.value, text: part.text,
                signs: part.signs, series: part.colour),
              Item(part.figure, opens: part.destination))
          }, note: note(state)))
    }
    var panel = Panel(
      "split", title(state), items: parts.map { Item($0.figure, opens: $0.destination) }
    ) { sheet, rect in
      drawTreemap(parts, ofStreams: state.place.path.isEmpty, in: rect, on: &sheet)
    }
    panel.needs = { _ in PanelNeed(least: 10, rows: 16, grows: true) }
    panel.charts = {
      [
        DrawnCharts.tiles(
          title(state),
          parts.enumerated().map { index, part in
            (
              part.label, part.text, part.value, part.figure,
              state.place.path.isEmpty ? part.colour : index
            )
          })
      ]
    }
    return panel
  }

  /// What the level rests on.
  private static func note(_ state: State) -> Note {
    guard let stream = state.place.path.first.flatMap(Stream.init(rawValue:)) else {
      return OpportunityPanels.difference(state)
    }
    return Note(
      "Shared out by the key \(stream.key(state.scenario.keySet).words): our allocation, "
        + "not a published split.")
  }

  private static func title(_ state: State) -> String {
    switch state.place.path.count {
    case 0: "Full potential by lever, \(Money.billionsAYear)"
    case 1: "\(streamName(state)) by sector: our split, \(Money.billionsAYear)"
    default: "\(streamName(state)) by organisation: our split, \(Money.billions)"
    }
  }

  private static func streamName(_ state: State) -> String {
    state.place.path.first.flatMap(Stream.init(rawValue:))?.shortLabel ?? "Potential"
  }

  private static func parts(_ state: State) -> [Part] {
    let path = state.place.path
    guard let stream = path.first.flatMap(Stream.init(rawValue:)) else { return levers(state) }
    return path.count == 1 ? sectors(state, stream) : organisations(state, stream, path[1])
  }

  private static func levers(_ state: State) -> [Part] {
    Stream.allCases.compactMap { stream in
      guard let fact = stream.potentialFact.flatMap({ state.evidence.fact($0) }) else { return nil }
      return Part(
        label: stream.label, short: stream.shortLabel,
        text: state.number(fact), signs: state.signs(fact), value: fact.value ?? 0,
        figure: state.evidence.figure(fact),
        destination: Place(.opportunity, path: [stream.rawValue], panel: "split"),
        colour: stream.colour)
    }
  }

  private static func sectors(_ state: State, _ stream: Stream) -> [Part] {
    SectorPanel.sectors(state).map { sector in
      let members = state.inputs.organisations.filter { $0.sector == sector }
      let value = members.reduce(0) { $0 + amount(state, stream, $1.code) }
      return Part(
        label: sector, short: sector, text: Numbers.billions(value),
        signs: Mark.modelled.letter, value: value,
        figure: figure(state, stream, sector, value, members.count),
        destination: Place(.opportunity, path: [stream.rawValue, sector], panel: "split"),
        colour: stream.colour)
    }.sorted { $0.value > $1.value }
  }

  private static func organisations(_ state: State, _ stream: Stream, _ sector: String) -> [Part] {
    state.inputs.organisations.filter { $0.sector == sector }.map { organisation in
      let value = amount(state, stream, organisation.code)
      return Part(
        label: organisation.name, short: state.briefName(organisation.code, organisation.name),
        text: Numbers.billions(value), signs: Mark.modelled.letter, value: value,
        figure: figure(state, stream, organisation.name, value, 1, code: organisation.code),
        destination: Place(.department, path: [organisation.code]), colour: stream.colour)
    }.sorted { $0.value > $1.value }
  }

  /// The full potential of a stream times the organisation's share of its key, £bn a year.
  static func amount(_ state: State, _ stream: Stream, _ code: String) -> Double {
    let potential = stream.potential.map { state.central($0) } ?? 0
    return potential * state.keyShare(stream.key(state.scenario.keySet), of: code)
  }

  private static func figure(
    _ state: State, _ stream: Stream, _ name: String, _ value: Double, _ count: Int,
    code: String? = nil
  ) -> Figure {
    let key = stream.key(state.scenario.keySet)
    let potential = stream.potential.map { state.central($0) } ?? 0
    let share = potential > 0 ? value / potential : 0
    var note = "Our allocation by the key \(key.words), not a published split."
    if let cell = code.flatMap({ state.keyCell(key, of: $0) }) {
      note +=
        " Key cell (key.\(key.rawValue).\(code ?? "")): \(Numbers.count(cell.value)) "
        + "\(cell.unit) (\(cell.mark.rawValue); \(cell.source))."
    } else {
      note += " It is the sum of \(count) organisations."
    }
    return state.modelled(
      code.map { "\($0).size.\(stream.rawValue)" } ?? "\(stream.rawValue).potential.\(name)",
      "\(stream.label), full potential, \(name)",
      "\(Numbers.billions(value)) a year",
      formula: "Full potential of \(Numbers.billions(potential)) x the share of the key, "
        + "\(Numbers.share(share)) = \(Numbers.billions(value)).", note: note,
      inputs: stream.potential.map { ["assumption.\($0.rawValue)"] } ?? [],
      value: .central(value, Money.billionsAYear, of: code ?? ""))
  }

  /// Streams in their colours; parts of one in colours that tell neighbours apart.
  private static func drawTreemap(
    _ parts: [Part], ofStreams: Bool, in rect: Rect, on sheet: inout Sheet
  ) {
    let items = parts.enumerated().map { index, part in
      TreemapItem(
        label: part.label, valueText: "\(part.text) \(part.signs)",
        value: part.value,
        style: sheet.theme.tile(ofStreams ? part.colour : index))
    }
    for (index, slot) in sheet.frame.treemap(items, in: rect, glyphs: sheet.glyphs).enumerated() {
      sheet.item(index, at: slot, showing: slot.split(top: 1).0)
    }
  }
}

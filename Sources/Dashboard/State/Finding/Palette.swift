import Analytics
import Figures
import Frames

extension State {
  /// What the palette finds for what has been typed.
  func found(_ typed: String) -> [Catalogue.Entry] {
    if let carried = Catalogue.carried(typed) { return [carried] }
    return [Catalogue.delayed(typed, self)].compactMap { $0 } + (catalogue?.matches(typed) ?? [])
  }

  /// Opens the palette. What it knows is gathered now, since titles change with the projection.
  mutating func askPalette() {
    catalogue = Catalogue(self)
    layers.append(.palette(text: "", chosen: 0))
  }

  /// The saved scenarios have been listed anew.
  mutating func list(_ all: [SavedScenario]) {
    let isNew = all != lab.shelf
    lab.shelf = all
    if isNew, case .palette? = layers.last { catalogue = Catalogue(self) }
  }

  /// Keys of the palette; it has been taken from the layers.
  mutating func changePalette(_ text: String, _ chosen: Int, _ action: Action) -> [Effect] {
    switch action {
    case .typed(let more):
      let line = text + more
      // A scenario line and a path are longer than any name.
      let limit =
        TravelledText.isLine(TravelledText.cleaned(String(line.prefix(200))))
        ? ScenarioLine.longest : line.contains("/") ? 4096 : 60
      layers.append(.palette(text: typedLine(line, limit: limit), chosen: 0))
    case .erased: layers.append(.palette(text: String(text.dropLast()), chosen: 0))
    case .confirmed:
      let entries = found(text)
      guard entries.indices.contains(chosen) else {
        layers.append(.palette(text: text, chosen: chosen))
        return []
      }
      return go(to: entries[chosen])
    default: layers.append(.palette(text: text, chosen: chosen))
    }
    return []
  }

  /// Does what an entry stands for.
  mutating func go(to entry: Catalogue.Entry) -> [Effect] {
    switch entry.goal {
    case .act(let action):
      let situation = Situation(self)
      let rows = Keymap.table.filter { $0.action == action }
      guard rows.isEmpty || rows.contains(where: { $0.applies(situation) }) else {
        message = "Not here: \(entry.title)."
        return []
      }
      return update(action)
    case .open(let place):
      open(place)
    case .start(let id):
      guard let preset = inputs.presets.first(where: { $0.id == id }) else { return [] }
      return opened(preset)
    case .saved(let id): return [.scenarios(.open(id))]
    case .file(let path): return [.scenarios(.openFile(path))]
    case .line(let text): return open(line: text)
    case .lever(let lever, let organisation):
      // The Lab shows the levers of one scope at a time.
      if organisation == nil { lab.scope = .nation }
      let start = organisation.map { Place(.department, path: [$0]) } ?? Place(.lab)
      let found = place(in: start) { item in
        item.lever == LeverTarget(lever: lever, organisation: organisation)
      }
      if let found { open(found) } else { message = "No slider for \(entry.title)." }
    case .term(let name): layers.append(.glossary(term: name, scroll: 0))
    case .setting(let lever, let organisation, let text):
      _ = go(
        to: Catalogue.Entry(.lever, entry.title, goal: .lever(lever, organisation: organisation)))
      if focusedItem?.isSlider == true { layers.append(.prompt(text: text, problem: "")) }
    case .figure(let id, let screens):
      // Lists that name an assumption may put what it is before its name.
      let ids: Set = [id, "assumption." + id, "source." + id]
      guard
        let found = place(
          on: screens,
          where: { item in
            item.figures.contains { ids.contains($0.id) }
          })
      else {
        message = "On no screen: \(entry.title)."
        return []
      }
      open(found)
      if let item = focusedItem,
        let number = item.figures.firstIndex(where: { ids.contains($0.id) })
      {
        self.place.numbers[found.panel] = number
      }
      layers.append(.card(scroll: 0))
    case .body(let code): openBody(code)
    }
    return []
  }

  /// Opens the scenario of a line, unless it is broken or of other data.
  private mutating func open(line text: String) -> [Effect] {
    let reader = ScenarioReader(inputs)
    do throws(ScenarioError) {
      let line = try reader.line(text)
      try reader.checkData(line)
      let effects = open(line.scenario)
      message = "Opened \(line.scenario.name); z goes back to what was before."
      if let other = line.seed, other != seed {
        message = "Opened with this session's seed \(seed), not \(other): its draws are others."
      }
      return effects
    } catch {
      layers.append(.notice(neutralised(error.description)))
      return []
    }
  }

  /// The first place among the screens as they are when one comes to them, with the item in focus
  /// that is wanted.
  private func place(on screens: [ScreenID], where wanted: (Item) -> Bool) -> Place? {
    for screen in screens {
      if let found = place(in: Place(screen), where: wanted) { return found }
    }
    return nil
  }

  private func place(in start: Place, where wanted: (Item) -> Bool) -> Place? {
    for panel in at(start).panels {
      guard let index = panel.items.firstIndex(where: wanted) else { continue }
      var found = start
      found.panel = panel.id
      found.items[panel.id] = index
      return found
    }
    return nil
  }

  /// What befell a body, else its row among those of its department, else the page of its
  /// organisation, else the facts about it.
  private mutating func openBody(_ code: String) {
    guard let body = evidence.body(code) else { return }
    let names: (Item) -> Bool = { item in
      item.figures.contains { $0.label.contains(body.name) }
    }
    let incidents = Set(
      evidence.incidents.lazy.filter { $0.body == code }.map(evidence.figure).map(\.id))
    let isIncident: (Item) -> Bool = { item in item.figures.contains { incidents.contains($0.id) } }
    if !incidents.isEmpty, let found = place(in: Place(.outages), where: isIncident) {
      open(found)
    } else if evidence.departmentsWithMonths.contains(body.parent),
      let found = place(in: Place(.contractors, path: [body.parent]), where: names)
    {
      open(found)
    } else if inputs.organisations.contains(where: { $0.code == body.parent }) {
      open(Place(.department, path: [body.parent]))
      message = "\(body.name) is part of \(evidence.name(of: body.parent))."
    } else if let found = place(on: [.services, .evidence], where: names) {
      open(found)
    } else {
      message = "The data have no figure of \(body.name) alone."
    }
  }

  /// The state as it would be at another place.
  func at(_ place: Place) -> State {
    var state = self
    state.place = place
    state.layers = []
    return state
  }

  /// What may stand on a line that is typed: no line ends, and never longer than the limit in
  /// scalars, since one character can have any number of marks.
  func typedLine(_ text: String, limit: Int) -> String {
    // Lines that were pasted are joined as words are, but for a scenario line, which is one word;
    // what ends the last of them is no word.
    let isOneWord = text.hasPrefix(ScenarioLine.prefix)
    var line = String.UnicodeScalarView()
    var isStart = true
    for scalar in text.unicodeScalars.prefix(limit * 4) {
      let isEnd = Character(scalar).isNewline
      if isStart, scalar == " ", !line.isEmpty { continue }
      isStart = isEnd
      if isEnd, isOneWord || line.isEmpty || line.last == " " { continue }
      line.append(isEnd ? " " : scalar)
    }
    if text.unicodeScalars.last.map({ Character($0).isNewline }) == true, line.last == " " {
      line.removeLast()
    }
    let scalars = line.prefix(limit)
    return String(String.UnicodeScalarView(scalars))
  }
}

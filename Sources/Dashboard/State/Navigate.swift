import Analytics
import Figures
import Frames

extension State {
  mutating func navigate(_ action: Action) {
    if action == .whyAsked, case .card = layers.last { return askWhy() }
    if let layer = layers.last, !layer.passes(action) {
      scrollLayer(action)
      return
    }
    switch action {
    // A screen's key leads to where it was left, and pressed there again to its top.
    case .screenChosen(let screen):
      open(place.screen == screen ? Place(screen) : memory[screen] ?? Place(screen))
    case .panelStepped(let step): stepPanel(by: step)
    case .panelChosen(let id): if panels.contains(where: { $0.id == id }) { place.panel = id }
    case .panelNumbered(let number):
      let all = panels.filter { $0.id != AnswerPanel.id }
      if all.indices.contains(number - 1) {
        place.panel = all[number - 1].id
      } else {
        message = "Panel \(number) of \(all.count): there is none. alt+1 is the first."
      }
    case .moved(let direction): move(direction)
    case .paged(let pages): moveItem(by: pages * 10)
    case .wentToFirst: moveItem(by: -1_000_000)
    case .wentToLast: moveItem(by: 1_000_000)
    case .entered: enter()
    case .wentUp: goUp()
    case .wentBack:
      if let next = past.popLast() { future.append(leave(for: next)) } else { sayNoFurther() }
    case .wentForward:
      if let next = future.popLast() { past.append(leave(for: next)) } else { sayNoFurther() }
    case .departmentStepped(let step): stepDepartment(by: step)
    case .panelEnlarged: place.enlarged.toggle()
    case .pictureSwitched: treemap.toggle()
    case .filterAsked: askFilter()
    case .filterTurned: turnFilter()
    case .paletteAsked: askPalette()
    case .bigAsked: layers.append(.big)
    case .wordsAsked: layers.append(.inWords(scroll: 0))
    case .sortStepped: sortByNextColumn()
    case .sortTurned: turnSort()
    case .helpAsked: layers.append(.help(scroll: 0))
    case .cardAsked:
      if focusedFigure != nil {
        layers.append(.card(scroll: 0))
      } else {
        message = "Nothing here has a source card; move to a number."
      }
    case .whyAsked: askWhy()
    case .presetsAsked:
      let chosen = inputs.presets.firstIndex { $0.id == baseline.id } ?? 0
      layers.append(.presets(chosen: chosen))
    case .scopesAsked:
      layers.append(.scopes(chosen: scopes.firstIndex(of: lab.scope) ?? 0))
    case .unitSwitched:
      lab.unit = lab.unit.next
      message = "Money in \(moneyScale().title)."
    case .guessAsked: guess()
    case .exportAsked: layers.append(.exports(chosen: 0))
    case .clicked(let position): click(position)
    case .dragged(let position): drag(position)
    case .wheeled(let position, let steps): wheel(position, steps)
    default: break
    }
  }

  private mutating func scrollLayer(_ action: Action) {
    switch action {
    case .moved(.up): moveLayer(by: -1)
    case .moved(.down): moveLayer(by: 1)
    case .paged(let pages): moveLayer(by: pages * 10)
    case .wheeled(_, let steps): moveLayer(by: steps)
    default: break
    }
  }

  /// Goes to another place and remembers this one.
  mutating func open(_ next: Place) {
    guard next != place else { return }
    memory[place.screen] = place
    past.append(place)
    future = []
    place = next
  }

  /// Goes to a place without touching the history; gives back the one that was left.
  private mutating func leave(for next: Place) -> Place {
    let left = place
    memory[left.screen] = left
    place = next
    return left
  }

  private mutating func sayNoFurther() {
    message = "There is no further place in that direction."
  }

  private mutating func goUp() {
    if let panel = focusedPanel, var wanted = place.arrangements[panel.id], !wanted.filter.isEmpty {
      // What is hidden by a filter comes back before anything is left.
      (wanted.filter, wanted.inverted) = ("", false)
      arrange(panel, wanted)
    } else if place.enlarged {
      place.enlarged = false
    } else if place.screen == .department, place.path.count > 1 {
      var next = place
      next.path.removeLast()
      next.panel = "bodies"
      open(next)
    } else if place.screen == .department {
      open(left(.departments, organisation.map { [$0.sector] } ?? []))
    } else if !place.path.isEmpty {
      open(left(place.screen, Array(place.path.dropLast())))
    } else if place.screen != .overview {
      open(memory[.overview] ?? Place(.overview))
    } else {
      message = "This is the top level; q quits."
    }
  }

  private mutating func enter() {
    guard let item = focusedItem else { return }
    if item.isSlider {
      layers.append(.prompt(text: "", problem: ""))
    } else if let destination = item.destination {
      open(destination)
    } else if item.figure != nil {
      layers.append(.card(scroll: 0))
    }
  }

  private mutating func stepPanel(by step: Int) {
    let panels = panels
    guard !panels.isEmpty else { return }
    let focus = focusedPanel(of: panels)
    let now = panels.firstIndex { $0.id == focus?.id } ?? 0
    place.panel = panels[(now + step + panels.count) % panels.count].id
  }

  private mutating func move(_ direction: Direction) {
    guard let panel = focusedPanel else { return }
    switch (direction, panel.flow) {
    case (.up, .down): moveItem(by: -1, in: panel)
    case (.down, .down): moveItem(by: 1, in: panel)
    case (.left, .across): if !moveNumber(by: -1, in: panel) { stepAcross(by: -1, in: panel) }
    case (.right, .across): if !moveNumber(by: 1, in: panel) { stepAcross(by: 1, in: panel) }
    // At the left edge of a list there is nothing further left.
    case (.left, .down): _ = moveNumber(by: -1, in: panel)
    case (.right, .down): if !moveNumber(by: 1, in: panel) { stepPanel(by: 1) }
    case (.up, .across): stepPanel(by: -1)
    case (.down, .across): stepPanel(by: 1)
    }
  }

  /// Moves to the next number of the item in focus; false where there is none in that direction.
  private mutating func moveNumber(by step: Int, in panel: Panel) -> Bool {
    guard let item = focusedItem(of: [panel]) else { return false }
    let next = chosenNumber(in: panel) + step
    guard (0..<max(item.figures.count, 1)).contains(next) else { return false }
    place.panel = panel.id
    place.numbers[panel.id] = next
    return true
  }

  mutating func moveItem(by step: Int, in panel: Panel? = nil) {
    guard let panel = panel ?? focusedPanel, panel.itemCount > 0 else { return }
    place.panel = panel.id
    place.items[panel.id] = min(max(chosenItem(in: panel) + step, 0), panel.itemCount - 1)
  }

  /// Sorts the focused panel by the column after the present one; after the last one it stands in
  /// its own order again.
  private mutating func sortByNextColumn() {
    guard let panel = focusedPanel, !panel.sortColumns.isEmpty else { return }
    let next = (place.arrangements[panel.id]?.column ?? -1) + 1
    sort(panel, by: next < panel.sortColumns.count ? next : nil)
  }

  /// Sorts a panel by a column, whose heading was clicked: a second time the other way round.
  private mutating func sort(_ id: String, by column: Int) {
    guard let panel = panels.first(where: { $0.id == id }),
      panel.sortColumns.indices.contains(column)
    else { return }
    if place.arrangements[id]?.column == column {
      place.panel = id
      turnSort()
    } else {
      sort(panel, by: column)
    }
  }

  /// Sorts a panel by a column; nil gives it its own order.
  private mutating func sort(_ panel: Panel, by column: Int?) {
    var wanted = place.arrangements[panel.id] ?? Arrangement()
    wanted.column = column
    // Numbers are wanted from the greatest down, words from A.
    wanted.falling = column.map(panel.isNumeric(column:)) ?? false
    arrange(panel, wanted)
    message =
      column.map {
        "Sorted by \(panel.sortColumns[$0]), \(wanted.falling ? "falling" : "rising")."
      }
      ?? "In the panel's own order."
  }

  private mutating func turnSort() {
    guard let panel = focusedPanel, !panel.sortColumns.isEmpty else { return }
    var wanted = place.arrangements[panel.id] ?? Arrangement()
    guard wanted.column != nil else {
      message = "Not sorted by a column yet; o sorts."
      return
    }
    wanted.falling.toggle()
    arrange(panel, wanted)
  }

  /// Gives a panel's rows another arrangement, and the focus to the first of them.
  mutating func arrange(_ panel: Panel, _ wanted: Arrangement) {
    place.panel = panel.id
    place.arrangements[panel.id] = wanted == Arrangement() ? nil : wanted
    place.items[panel.id] = 0
    place.numbers[panel.id] = nil
  }

  private mutating func stepDepartment(by step: Int) {
    guard let code = organisation?.code,
      let now = inputs.organisations.firstIndex(where: { $0.code == code })
    else { return }
    let count = inputs.organisations.count
    var next = place
    next.path = [inputs.organisations[(now + step + count) % count].code]
    // Stepping through departments is one visit: going back leaves the page.
    place = next
  }

  private mutating func click(_ position: Position) {
    let areas = draw(self).areas
    guard let area = areas.last(where: { $0.rect.contains(position) }) else { return }
    if let column = area.heading {
      sort(area.panel, by: column)
      return
    }
    let again =
      focusedPanel?.id == area.panel && area.item != nil
      && focusedPanel.map(chosenItem(in:)) == area.item
      && (area.number ?? 0) == focusedPanel.map(chosenNumber(in:))
    place.panel = area.panel
    if let item = area.item { place.items[area.panel] = item }
    place.numbers[area.panel] = area.number
    if again { enter() }
  }

  private mutating func wheel(_ position: Position, _ steps: Int) {
    // In front of a screen the wheel belongs to what is there.
    if layers.isEmpty, let area = draw(self).areas.last(where: { $0.rect.contains(position) }) {
      place.panel = area.panel
    }
    moveItem(by: steps)
  }
}

extension State {
  /// The panels of the present screen.
  var panels: [Panel] {
    let shown = asShown
    let panels =
      besideBefore(screens[place.screen]?.panels(shown) ?? []) + [AnswerPanel.panel(shown)]
    return place.arrangements.isEmpty
      ? panels : panels.map { $0.arranged(place.arrangements[$0.id]) }
  }

  /// Where the panels of the screen stand.
  func layout(_ panels: [Panel], in rect: Rect) -> [String: Rect] {
    let (top, rest) = answerParts(panels, rect)
    var places = screens[place.screen]?.layout(panels, self, in: rest) ?? [:]
    if top.rows > 0 { places[AnswerPanel.id] = top }
    return places
  }

  /// What the line at the top takes of a screen's room, and what is left for the panels. A picture
  /// has none: it has a headline of its own.
  func answerParts(_ panels: [Panel], _ rect: Rect) -> (answer: Rect, panels: Rect) {
    let has = panels.contains { $0.id == AnswerPanel.id }
    return rect.split(top: has ? AnswerPanel.rows(in: rect) : 0)
  }

  var focusedPanel: Panel? { focusedPanel(of: panels) }

  func focusedPanel(of panels: [Panel]) -> Panel? {
    panels.first { $0.id == place.panel } ?? panels.first
  }

  /// The item chosen in a panel, inside its bounds even when the panel has shrunk since.
  func chosenItem(in panel: Panel) -> Int {
    min(max(place.items[panel.id] ?? panel.initialItem, 0), max(panel.itemCount - 1, 0))
  }

  /// Which of its item's numbers is chosen in a panel, inside the item's bounds.
  func chosenNumber(in panel: Panel) -> Int {
    let wanted = place.numbers[panel.id] ?? 0
    guard wanted > 0, !panel.items.isEmpty else { return 0 }
    return min(wanted, max(panel.items[chosenItem(in: panel)].figures.count - 1, 0))
  }

  /// The number in focus with its provenance.
  var focusedFigure: Figure? {
    guard let panel = focusedPanel, !panel.items.isEmpty else { return nil }
    let figures = panel.items[chosenItem(in: panel)].figures
    let number = chosenNumber(in: panel)
    return figures.indices.contains(number) ? figures[number] : nil
  }

  var focusedItem: Item? { focusedItem(of: panels) }

  func focusedItem(of panels: [Panel]) -> Item? {
    guard let panel = focusedPanel(of: panels), !panel.items.isEmpty else { return nil }
    return panel.items[chosenItem(in: panel)]
  }
}

extension Rect {
  func contains(_ position: Position) -> Bool {
    contains(column: position.column, row: position.row)
  }
}

extension State {
  /// How many rows of the focused panel the filter keeps, and how many there are; nil for a panel
  /// that is no list.
  public var filterCount: (kept: Int, all: Int)? {
    guard let panel = focusedPanel, panel.isList else { return nil }
    let own = screens[place.screen]?.panels(self).first { $0.id == panel.id }
    return (panel.rowCount, own?.rowCount ?? panel.rowCount)
  }

  /// Begins to type what the rows of the focused panel have to contain.
  mutating func askFilter() {
    guard let panel = focusedPanel else { return }
    guard panel.isList else {
      message = "\"\(panel.title)\" has no rows to filter; move to a list or bars with Tab."
      return
    }
    // A second filter begins anew.
    if var wanted = place.arrangements[panel.id], !wanted.filter.isEmpty {
      (wanted.filter, wanted.inverted) = ("", false)
      arrange(panel, wanted)
    }
    place.panel = panel.id
    layers.append(.filter)
  }

  /// Turns the filter of the focused panel round: the rows that do not contain the text.
  mutating func turnFilter() {
    guard let panel = focusedPanel, var wanted = place.arrangements[panel.id],
      !wanted.filter.isEmpty
    else {
      message = "No filter here to turn round; / filters."
      return
    }
    wanted.inverted.toggle()
    arrange(panel, wanted)
    sayCount()
  }

  /// Keys of the filter's line; it has been taken from the layers.
  mutating func changeFilter(_ action: Action) {
    guard let panel = focusedPanel else { return }
    var wanted = place.arrangements[panel.id] ?? Arrangement()
    switch action {
    // Before anything has been typed, the key that turns a filter round does so here as well.
    case .typed("!") where wanted.filter.isEmpty: wanted.inverted.toggle()
    case .retyped(let text): wanted.filter = typedLine(text, limit: 40)
    case .typed(let more): wanted.filter = typedLine(wanted.filter + more, limit: 40)
    case .erased: wanted.filter = String(wanted.filter.dropLast())
    case .cancelled:
      (wanted.filter, wanted.inverted) = ("", false)
      arrange(panel, wanted)
      return
    case .confirmed:
      if wanted.filter.isEmpty {
        wanted.inverted = false
        arrange(panel, wanted)
      } else {
        sayCount()
      }
      return
    default:
      layers.append(.filter)
      return
    }
    arrange(panel, wanted)
    layers.append(.filter)
  }

  private mutating func sayCount() {
    guard let count = filterCount else { return }
    message = "\(count.kept) of \(count.all) rows. ! turns it round, / then Esc shows all."
  }
}

extension Panel {
  /// Whether it has rows that can be filtered.
  var isList: Bool {
    if case .drawn = content { return false }
    return true
  }
}

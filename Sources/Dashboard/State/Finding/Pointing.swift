import Frames

extension State {
  /// A press while something stands in front of the screen: chooses a row of it, a second one takes
  /// it; beside it, closes it.
  mutating func clickLayer(_ position: Position) -> [Effect] {
    let areas = draw(self).areas.filter { $0.panel == Layer.area }
    guard let area = areas.last(where: { $0.rect.contains(position) }) else {
      return changeLayer(layers.last == .filter ? .confirmed : .cancelled)
    }
    guard let row = area.item, let layer = layers.last else { return [] }
    if layer.chosen == row { return changeLayer(.confirmed) }
    moveLayer(by: row - (layer.chosen ?? row))
    return []
  }

  /// The pointer drawn over the screen with its button down: the focus goes along, nothing opens.
  mutating func drag(_ position: Position) {
    let areas = draw(self).areas
    guard let area = areas.last(where: { $0.rect.contains(position) && $0.item != nil }),
      area.panel == focusedPanel?.id, let item = area.item
    else { return }
    place.panel = area.panel
    place.items[area.panel] = item
    place.numbers[area.panel] = area.number
  }

  /// Paints the screen in another theme.
  mutating func choose(_ theme: ThemeName) {
    settings.theme = theme
    settings.followsGround = false
    if settings.depth == .none, theme != .mono {
      message = "This terminal was started without colours; the theme shows elsewhere."
    }
  }
}

extension Layer {
  /// The row that is chosen in a list.
  var chosen: Int? {
    switch self {
    case .presets(let chosen), .exports(let chosen, _), .palette(_, let chosen),
      .scopes(let chosen):
      chosen
    case .why(let trail): trail.last?.chosen
    default: nil
    }
  }
}

import Analytics
import Figures
public import Frames

/// A slider held by the mouse.
public struct Drag: Hashable, Sendable {
  /// The slider: its panel and its place there.
  public var panel: String
  public var item: Int
  /// The cells that stand for its values.
  public var track: Rect
  /// Whether it has moved, so that all of a drag is undone at once.
  public var hasChanged = false

  public init(panel: String, item: Int, track: Rect) {
    self.panel = panel
    self.item = item
    self.track = track
  }
}

extension State {
  /// A press on a slider's track takes hold of it and moves it there; false anywhere else.
  mutating func grab(_ position: Position) -> [Effect]? {
    let areas = draw(self).areas
    guard let area = areas.last(where: { $0.rect.contains(position) }), let item = area.item,
      let track = area.track, track.contains(position)
    else { return nil }
    place.panel = area.panel
    place.items[area.panel] = item
    lab.drag = Drag(panel: area.panel, item: item, track: track)
    return drag(to: position)
  }

  /// Moves the slider that is held to where the mouse is; it may leave the track's row.
  mutating func drag(to position: Position) -> [Effect] {
    guard let drag = lab.drag, focusedPanel?.id == drag.panel, let item = focusedItem else {
      return []
    }
    if let target = item.lever, let spec = spec(target.lever) {
      let value = sliderValue(
        atColumn: position.column, minimum: spec.minimum, maximum: spec.maximum, in: drag.track)
      return set(target, to: onGrid(value, step: spec.step, spec))
    }
    if case .assumption(let assumption) = item.setting, let spec = spec(assumption) {
      let value = sliderValue(
        atColumn: position.column, minimum: spec.minimum, maximum: spec.maximum, in: drag.track)
      return move(assumption, to: onGrid(value, step: spec.step, spec.minimum, spec.maximum))
    }
    return []
  }

  /// Lets the slider go before anything else happens.
  mutating func endDrag(before action: Action) {
    guard let drag = lab.drag else { return }
    if case .dragged = action { return }
    lab.drag = nil
    // Back where it began, nothing has happened.
    if drag.hasChanged, undo.last(from: standing) == standing {
      _ = undo.pop(from: standing)
    }
  }
}

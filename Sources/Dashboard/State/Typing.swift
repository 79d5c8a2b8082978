import Frames

extension State {
  /// Keys of the layers that take a line of text, beside the value of a slider.
  mutating func changeTyping(_ layer: Layer, _ action: Action) -> [Effect] {
    switch (layer, action) {
    case (.naming(var naming), .typed(let more)):
      // One more than is allowed, so that the name is refused and not cut unseen.
      (naming.text, naming.problem) = (
        typedLine(naming.text + more, limit: ScenarioName.longest + 1), ""
      )
      layers.append(.naming(naming))
    case (.naming(var naming), .erased):
      (naming.text, naming.problem) = (String(naming.text.dropLast()), "")
      layers.append(.naming(naming))
    case (.naming(var naming), .confirmed):
      let (problem, effects) = take(naming)
      if let problem {
        naming.problem = problem
        layers.append(.naming(naming))
      }
      return effects
    case (.guess(let text, _), .typed(let more)):
      layers.append(.guess(text: typedLine(text + more, limit: 24), problem: ""))
    case (.guess(let text, _), .erased):
      layers.append(.guess(text: String(text.dropLast()), problem: ""))
    case (.guess(let text, _), .confirmed):
      if let problem = reveal(text) { layers.append(.guess(text: text, problem: problem)) }
    default: layers.append(layer)
    }
    return []
  }

  /// Sets the slider or choice that an item is from typed text. Returns what is wrong with the
  /// text, or nil and the effects.
  mutating func set(_ item: Item, typed text: String) -> (String?, [Effect]) {
    if let setting = item.setting { return set(setting, typed: text) }
    guard let target = item.lever else { return (nil, []) }
    return setLever(target, typed: text)
  }
}

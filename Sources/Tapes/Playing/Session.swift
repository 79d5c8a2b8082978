import Dashboard
import Frames
import Store

/// A dashboard that a tape plays: nothing that it asks for outside is done.
struct Session {
  private let store: Store
  private var drawn: Frame?

  init(_ start: State, _ answers: Answers) {
    store = Store(start, answers, clock: .virtual)
    take(.began)
  }

  var state: State { store.state }

  /// Whether the dashboard has been left; what comes after that goes nowhere.
  var hasEnded: Bool { store.hasEnded }

  mutating func send(_ event: Event) {
    drawn = nil
    perform(store.send(event))
  }

  mutating func change(_ theme: ThemeName) {
    drawn = nil
    var settings = state.settings
    settings.theme = theme
    take(.settingsChanged(settings))
  }

  /// The state at rest.
  func settled() -> State {
    perform(store.settle())
    return state
  }

  /// The screen at rest.
  mutating func frame() -> Frame {
    if let drawn, !store.isOpen { return drawn }
    let frame = draw(settled()).frame
    drawn = frame
    return frame
  }

  private func take(_ action: Action) { perform(store.take(action)) }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .scenarios(.list): break
      case .scenarios:
        take(.scenarioFiles(.failed("A tape neither reads nor writes the user's scenarios.")))
      // A tape says itself which files it makes; a key writes none.
      case .export: take(.exported("A tape writes pictures with Screenshot."))
      // Nor does it touch a clipboard.
      case .copy(let copy): take(.copied("Copied \(copy.name)."))
      default: break
      }
    }
  }
}

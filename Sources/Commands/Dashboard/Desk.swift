import Analytics
import Dashboard
import Terminal

/// What a dashboard that somebody uses has outside of itself: files, the clipboard, sessions.
struct Desk {
  let shelf: ScenarioShelf
  let export: Export
  var clipboard: Clipboard
  let keeper: SessionKeeper

  /// - Parameters:
  ///   - copies: where copies are written; nil where there is no place for them.
  ///   - scenarios: where the user's scenarios are kept.
  ///   - sessions: where sessions are kept that are not over; nil keeps none.
  init(
    _ inputs: ModelInputs, copies: String? = Surroundings.stateFolder,
    scenarios: String? = Surroundings.savedScenarios, sessions: String? = Surroundings.sessions,
    export: Export, waker: Waker
  ) {
    shelf = ScenarioShelf(inputs: inputs, folder: scenarios)
    self.export = export
    clipboard = Clipboard(folder: copies)
    keeper = SessionKeeper(sessions, inputs, waker: waker)
  }

  /// Does what is to be done outside, but for what only a terminal can do.
  /// - Returns: what came of it.
  func perform(_ effect: Effect, _ state: State) -> Action? {
    switch effect {
    case .scenarios(let task): return .scenarioFiles(shelf.perform(task))
    case .export(let form, let theme): return .exported(export.write(form, state, theme: theme))
    case .copy(let copy): return .copied(clipboard.take(copy))
    case .hintSeen: FirstRunMarker.write()
    case .sessionTakenUp(let id), .sessionDiscarded(let id): keeper.settle(id, state.session)
    case .project, .analyse, .redraw, .suspend, .quit: break
    }
    return nil
  }
}

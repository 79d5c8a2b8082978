import Analytics
import Dashboard
import Frames

/// A user at the dashboard: does what the program's loop does with a key, on one thread and
/// without a terminal.
struct Sitting {
  private let model: Model
  private let samples: [Int: Sample]
  private(set) var state: State
  /// What the last frame was drawn from; the loop compares the two before it draws.
  private var shown: State?

  /// - Parameters:
  ///   - samples: draws of every count that the dashboard asks for, mapped to the scenario.
  ///   - place: where the user is; the state is at rest there, with all its draws answered.
  init(_ start: State, _ model: Model, samples: [Int: Sample], at place: Place) {
    self.model = model
    self.samples = samples
    state = start
    state.place = place
    answerAll(state.start())
    _ = frame()
  }

  /// Another size, with what is then looked at analysed.
  mutating func resize(columns: Int, rows: Int) {
    answerAll(state.update(.resized(columns: columns, rows: rows)))
  }

  /// A key from its event to the next frame. What is computed in the background is left out: at
  /// rest it begins after the frame has been shown.
  mutating func press(_ key: KeyPress) -> Frame? {
    if let action = state.action(for: .key(key)) {
      for effect in state.update(action) {
        guard case .project(let request) = effect, request.draws == 0 else { continue }
        if let action = answer(request, model, sample: nil) { _ = state.update(action) }
      }
    }
    return frame()
  }

  private mutating func frame() -> Frame? {
    guard state != shown else { return nil }
    shown = state
    return draw(state).frame
  }

  private mutating func answerAll(_ effects: [Effect]) {
    var open = effects
    while !open.isEmpty {
      let effect = open.removeFirst()
      if case .analyse(let request) = effect {
        let draws = model.draws(request.draws, seed: state.seed)
        if let action = analysis(request, model, draws) { open += state.update(action) }
      }
      guard case .project(let request) = effect else { continue }
      let action = answer(request, model, sample: samples[request.draws])
      if let action { open += state.update(action) }
    }
  }
}

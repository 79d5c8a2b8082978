import Analytics
import Dashboard
import Frames

/// A dashboard under a virtual clock: events come in through the key table, and what they ask for
/// to be computed has ended before anyone looks.
struct Session {
  private(set) var state: State
  /// Whether the dashboard has been left; what comes after that goes nowhere.
  private(set) var hasEnded = false

  private let model: Model
  private let threads: Int
  /// Draws at rest; they are made once, and a new sample maps anew only what an assumption touches.
  private let count: Int
  private var draws: Draws?
  private var sample: Sample?
  /// The newest request for draws. While a lever is held down each is replaced by the next before
  /// anyone looks, so it is not computed.
  private var pending: Request?
  /// The newest request of each analysis, computed when somebody looks.
  private var analyses: [AnalysisKind: AnalysisRequest] = [:]
  private var drawn: Frame?

  init(_ start: State, model: Model, draws count: Int, threads: Int) {
    state = start
    self.model = model
    self.count = count
    state.lab.restedDraws = count
    self.threads = threads
    perform(state.start())
  }

  mutating func send(_ event: Event) {
    guard !hasEnded, let action = state.action(for: event) else { return }
    // Only a step of a lever never asks what the draws have said so far.
    if case .leverStepped = action {} else { settleDraws() }
    drawn = nil
    perform(state.update(action))
  }

  mutating func change(_ settings: (inout Settings) -> Void) {
    settings(&state.settings)
    drawn = nil
  }

  /// The state at rest.
  mutating func settled() -> State {
    settleDraws()
    for kind in AnalysisKind.allCases {
      guard let request = analyses.removeValue(forKey: kind) else { continue }
      let made = draws ?? model.draws(count, seed: state.seed)
      draws = made
      if let action = analysis(request, model, made, threads: threads) { _ = state.update(action) }
    }
    return state
  }

  private mutating func settleDraws() {
    if let request = pending {
      pending = nil
      let made = draws ?? model.draws(count, seed: state.seed)
      let mapped = model.sample(request.scenario, made, reusing: sample)
      (draws, sample) = (made, mapped)
      if let action = answer(request, model, sample: mapped, threads: threads) {
        // It asks for more draws of the same, which there are not, and for analyses.
        for case .analyse(let wanted) in state.update(action) { analyses[wanted.kind] = wanted }
      }
    }
  }

  /// The screen at rest.
  mutating func frame() -> Frame {
    if let drawn, pending == nil, analyses.isEmpty { return drawn }
    let frame = draw(settled()).frame
    drawn = frame
    return frame
  }

  private mutating func perform(_ effects: [Effect]) {
    var open = effects
    while !open.isEmpty {
      switch open.removeFirst() {
      case .project(var request) where request.draws > 0:
        // The few draws of a key held down are seen by nobody on this clock.
        request.draws = count
        pending = request
        drawn = nil
      case .project(let request):
        if let action = answer(request, model, sample: nil) { open += state.update(action) }
      case .analyse(let request):
        analyses[request.kind] = request
        drawn = nil
      case .scenarios(.list): break
      case .scenarios:
        open += state.update(
          .scenarioFiles(.failed("A tape neither reads nor writes the user's scenarios.")))
      case .export:
        // A tape says itself which files it makes; a key writes none.
        open += state.update(.exported("A tape writes pictures with Screenshot."))
      case .copy(let copy):
        // Nor does it touch a clipboard.
        open += state.update(.copied("Copied \(copy.name)."))
      case .quit: hasEnded = true
      case .redraw, .suspend, .hintSeen, .sessionTakenUp, .sessionDiscarded: break
      }
    }
  }
}

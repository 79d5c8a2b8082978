import Analytics
import Dashboard

extension State {
  /// Fills the screen with what it shows at rest, on so many draws; 0 leaves the central case.
  mutating func settle(_ model: Model, draws count: Int, threads: Int) {
    lab.guessing = nil
    lab.analysing = [:]
    if count > 0 { lab.restedDraws = count }
    var open = start()
    while !open.isEmpty {
      let effect = open.removeFirst()
      if case .analyse(let request) = effect, count > 0 {
        let draws = model.draws(request.draws, seed: seed)
        if let action = analysis(request, model, draws, threads: threads) { _ = update(action) }
        continue
      }
      guard case .project(var request) = effect else { continue }
      var sample: Sample?
      if request.draws > 0 {
        guard count > 0 else { continue }
        request.draws = count
        sample = model.sample(request.scenario, model.draws(count, seed: seed))
      }
      // The dashboard goes on to more draws after few; here there are as many as are wanted.
      if let action = answer(request, model, sample: sample, threads: threads) {
        open += update(action).filter(\.isOfRest)
      }
    }
  }
}

extension Effect {
  /// Whether it is wanted where there are as many draws as there will be: analyses, and the baseline.
  var isOfRest: Bool {
    switch self {
    case .analyse: true
    case .project(let request): request.isBaseline
    default: false
    }
  }
}

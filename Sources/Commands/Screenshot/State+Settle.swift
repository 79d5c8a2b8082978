import Analytics
import Dashboard

extension State {
  /// Fills the screen with what it shows at rest, on so many draws; 0 leaves the central case.
  mutating func settle(_ model: Model, draws count: Int, threads: Int) {
    for effect in start() {
      guard case .project(var request) = effect else { continue }
      var sample: Sample?
      if request.draws > 0 {
        guard count > 0 else { continue }
        request.draws = count
        sample = model.sample(request.scenario, model.draws(count, seed: seed))
      }
      // The dashboard goes on to more draws after few; here there are as many as are wanted.
      if let action = answer(request, model, sample: sample, threads: threads) {
        _ = update(action)
      }
    }
  }
}

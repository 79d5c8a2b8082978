import Analytics
import Dashboard

extension State {
  /// Fills the screen with what it shows at rest, on so many draws; 0 leaves the central case.
  mutating func settle(_ model: Model, draws count: Int, threads: Int) {
    let common = count > 0 ? model.draws(count, seed: seed) : nil
    for effect in start() {
      guard case .project(var request) = effect else { continue }
      if request.draws > 0 {
        guard common != nil else { continue }
        request.draws = count
      }
      // The dashboard goes on to more draws after few; here there are as many as are wanted.
      if let action = answer(request, model, draws: common, threads: threads) { _ = update(action) }
    }
  }
}

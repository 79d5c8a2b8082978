import Analytics
import Dashboard
import Figures
import Store

/// Finds a figure by its id on the screens as they are at rest.
enum ShownFigure {
  /// - Returns: the first figure of the id: on the screens in the order of their keys, then on the
  ///   pages of the organisations that the id names or has a body of, then in the analyses of the
  ///   Lab. Nil where no screen has it.
  static func find(
    _ id: String, from start: (_ draws: Int) -> State, _ answers: Answers, draws: Int
  ) -> Figure? {
    func figure(at place: Place, draws: Int) -> Figure? {
      var state = start(draws)
      _ = state.update(.went(place))
      if place.screen == .lab { _ = state.update(.analysesWanted(.all)) }
      return state.settled(by: answers).shownFigures.first { $0.id == id }
    }
    // Which place has it is the same on a few draws, and known at once.
    let place = places(start(draws), naming: id).first {
      figure(at: $0, draws: min(draws, 16)) != nil
    }
    return place.flatMap { figure(at: $0, draws: draws) }
  }

  private static func places(_ state: State, naming id: String) -> [Place] {
    let words = Set(id.split { ".@".contains($0) }.map(String.init))
    let named = words.union(words.compactMap { state.evidence.body($0)?.parent })
    let codes = state.inputs.organisations.map(\.code).filter(named.contains)
    let screens = ScreenID.allCases.filter { $0 != .department && $0 != .lab }
    // But for one, figures of screens have names of several words, so that a slip in the name of a
    // metric is told at once.
    guard id == "evpi" || id.contains(where: { "._-".contains($0) }) else { return [] }
    return screens.map { Place($0) } + codes.map { Place(.department, path: [$0]) } + [Place(.lab)]
  }
}

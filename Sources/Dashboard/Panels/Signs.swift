import Figures

/// The signs that stand behind a number.
extension State {
  /// The mark's letter, then `!` where other figures contradict it and `~` where it is old beside
  /// the data.
  func signs(_ mark: Mark, disputed: Bool = false, asOf: String = "") -> String {
    mark.letter + (disputed ? "!" : "") + (Age.isOld(asOf, on: evidence.date) ? "~" : "")
  }

  func signs(_ fact: Fact) -> String {
    signs(fact.mark, disputed: evidence.isDisputed(fact), asOf: fact.asOf)
  }

  func signs(_ row: Observation) -> String {
    signs(
      row.mark, disputed: evidence.fact(row.factID).map(evidence.isDisputed) ?? false,
      asOf: row.asOf)
  }

  func signs(_ figure: Figure) -> String {
    signs(figure.mark, disputed: !figure.contradictions.isEmpty, asOf: figure.asOf)
  }

  /// A published figure as a narrow cell prints it, without its signs.
  func number(_ fact: Fact) -> String {
    fact.figureValue.bare
  }
}

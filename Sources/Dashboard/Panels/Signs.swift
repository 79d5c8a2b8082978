import Figures

/// The signs that stand behind a number.
extension State {
  /// The mark's letter, then `!` where other figures contradict it, `~` where it is old beside the
  /// data, and `?` where it is incomplete or odd.
  func signs(
    _ mark: Mark, disputed: Bool = false, asOf: String = "", cautioned: Bool = false
  ) -> String {
    mark.letter + (disputed ? "!" : "") + (Age.isOld(asOf, on: evidence.date) ? "~" : "")
      + (cautioned ? Caution.sign : "")
  }

  func signs(_ fact: Fact) -> String {
    signs(
      fact.mark, disputed: evidence.isDisputed(fact), asOf: fact.asOf,
      cautioned: !evidence.cautions(fact).isEmpty)
  }

  func signs(_ row: Observation) -> String {
    signs(
      row.mark, disputed: evidence.fact(row.factID).map(evidence.isDisputed) ?? false,
      asOf: row.asOf, cautioned: !evidence.cautions(row).isEmpty)
  }

  func signs(_ figure: Figure) -> String {
    signs(
      figure.mark, disputed: !figure.contradictions.isEmpty, asOf: figure.asOf,
      cautioned: !figure.cautions.isEmpty)
  }

  /// A published figure as a narrow cell prints it, without its signs.
  func number(_ fact: Fact) -> String {
    fact.figureValue.bare
  }
}

import Analytics
import Figures

/// The signs that stand behind a number.
extension State {
  /// The mark's letter, then `!` where other figures contradict it, `~` where it is old beside the
  /// data, and `?` where it is incomplete or odd.
  func signs(
    _ mark: Mark, disputed: Bool = false, asOf: String = "", cautioned: Bool = false
  ) -> String {
    signs(mark, disputed: disputed, asOf: asOf, cautions: cautioned ? Caution.sign : "")
  }

  private func signs(
    _ mark: Mark, disputed: Bool, asOf: String, cautions: String
  ) -> String {
    mark.letter + (disputed ? "!" : "") + (Age.isOld(asOf, on: evidence.date) ? "~" : "")
      + cautions
  }

  func signs(_ fact: Fact) -> String {
    signs(
      fact.mark, disputed: evidence.isDisputed(fact), asOf: fact.asOf,
      cautions: Caution.signs(evidence.cautions(fact)))
  }

  func signs(_ row: Observation) -> String {
    signs(
      row.mark, disputed: evidence.fact(row.factID).map(evidence.isDisputed) ?? false,
      asOf: row.asOf, cautions: Caution.signs(evidence.cautions(row)))
  }

  func signs(_ figure: Figure) -> String {
    signs(
      figure.mark, disputed: !figure.contradictions.isEmpty, asOf: figure.asOf,
      cautions: Caution.signs(figure.cautions))
  }

  /// A published figure as a narrow cell prints it, without its signs.
  func number(_ fact: Fact) -> String {
    fact.figureValue.bare
  }

  /// The headline as titles have it: `£45bn`; in words where the data have none.
  var headlineText: String { headline.map { Numbers.billions($0) } ?? "the whole" }

  /// What the published headline comes to in billions a year; nil where the folder names none, whose
  /// charts have no line for it.
  var headline: Double? {
    guard let fact = evidence.fact(.headline), let value = fact.value else { return nil }
    return fact.unit.hasPrefix(Money.billions)
      ? value : fact.unit.hasPrefix(Money.millions) ? value / 1000 : nil
  }
}

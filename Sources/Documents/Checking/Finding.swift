/// What became of a figure in a document that people edited.
public struct Finding: Equatable, Sendable {
  public enum Verdict: String, CaseIterable, Sendable {
    /// It says what the data said that it was made on; the data in hand say otherwise.
    case stale
    /// What it says is not what was written there.
    case altered
    /// It is not what the data in hand say, and the document does not tell which of the two it is.
    case differs
    /// A modelled number without the range that belongs to it.
    case lostRange = "lost_range"
    /// A figure without what says how it is known: its mark, its note, its source.
    case lostMark = "lost_mark"
    /// A figure without what has to be said against it: that it is an estimate, old, disputed.
    case lostCaveat = "lost_caveat"
  }

  public var verdict: Verdict
  /// As `digigov explain` or the data know it; empty for a number that has no id.
  public var figure: String
  /// The heading above it, or the name of its table; empty for none.
  public var place: String
  /// The words around it.
  public var words: String
  /// As it stands there; empty where it is gone.
  public var says: String
  /// What the data in hand give; empty where they give nothing.
  public var shouldSay: String
  /// One sentence.
  public var why: String

  public init(
    _ verdict: Verdict, figure: String = "", place: String, words: String, says: String = "",
    shouldSay: String = "", why: String
  ) {
    self.verdict = verdict
    self.figure = figure
    self.place = place
    self.words = words
    self.says = says
    self.shouldSay = shouldSay
    self.why = why
  }
}

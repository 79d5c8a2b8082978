/// What has to be said beside a number so that nobody takes it for more than it is.
public struct Caution: Hashable, Sendable {
  public enum Kind: String, Sendable {
    /// Months of it were not returned.
    case incomplete
    /// The auditor finds it odd.
    case odd
    /// It was read second hand only: no copy of the publication was seen.
    case secondHand
  }

  public var kind: Kind
  /// In two or three words, to stand beside the number: `10 of 12 months`.
  public var short: String
  /// A sentence to quote.
  public var text: String

  public init(_ kind: Kind, short: String, _ text: String) {
    (self.kind, self.short, self.text) = (kind, short, text)
  }

  /// An odd number, in the auditor's words.
  public init(_ verdict: Verdict) { self.init(.odd, short: "odd", verdict.why) }

  /// Cautions in words that follow a mark, each once: `10 of 12 months, odd`.
  public static func words(_ cautions: [Caution]) -> String {
    var words: [String] = []
    for caution in cautions where !words.contains(caution.short) { words.append(caution.short) }
    return words.joined(separator: ", ")
  }

  /// The sign that stands behind a number that is incomplete or odd.
  public static let sign = "?"
  /// The sign behind one that was read second hand: what others say that a publication says.
  public static let handSign = "\""

  /// The signs of cautions, each once.
  public static func signs(_ cautions: [Caution]) -> String {
    (cautions.contains { $0.kind != .secondHand } ? sign : "")
      + (cautions.contains { $0.kind == .secondHand } ? handSign : "")
  }

}

extension Figure {
  /// The mark in words, with what is to be said against the number: `derived, 10 of 12 months`. Of
  /// an assumption only the P50 is somebody's figure: its range is this project's.
  public var markWords: String {
    let isAssumed =
      mark != .modelled && value?.statistic == .p50 && value?.low != value?.high
    let words = [
      isAssumed ? "\(mark.rawValue) for the P50, its range is judged" : mark.rawValue,
      Caution.words(cautions),
    ]
    return words.filter { !$0.isEmpty }.joined(separator: ", ")
  }
}

/// How exact a published figure is, in the word that its source puts before the number.
public enum Qualifier: String, CaseIterable, Hashable, Sendable {
  case atLeast = "at least"
  case over, about, almost
  case upTo = "up to"
  case under

  /// Whether the number is a floor: the true one is that or more. Nothing is divided by a floor.
  public var isFloor: Bool { self == .atLeast || self == .over }

  /// What a row of the data says: the words that its note begins with, up to a `;` or `,`, as in
  /// `over; of 319 systems`; else its limits, one of which alone is "at least" or "up to".
  ///
  /// Value, low and high are the figure and its range in one unit; a limit beside a value counts
  /// where it is the value.
  public init?(note: String = "", value: Double?, low: Double?, high: Double?) {
    if let word = Self.word(opening: note) {
      self = word
      return
    }
    switch (low, high) {
    case (let low?, nil) where value == nil || value == low: self = .atLeast
    case (nil, let high?) where value == nil || value == high: self = .upTo
    default: return nil
    }
  }

  private static func word(opening note: String) -> Qualifier? {
    words.first { word, _ in
      // By bytes: every row of every list asks this.
      guard note.utf8.starts(with: word.utf8) else { return false }
      let next = note.utf8.dropFirst(word.utf8.count).first
      return next == nil || next == UInt8(ascii: ";") || next == UInt8(ascii: ",")
    }?.1
  }

  private static let words: [(String, Qualifier)] = [
    ("at least", .atLeast), ("over", .over), ("more than", .over), ("just over", .over),
    ("about", .about), ("around", .about), ("roughly", .about), ("approximately", .about),
    ("close to", .about), ("almost", .almost), ("nearly", .almost), ("just under", .almost),
    ("up to", .upTo), ("at most", .upTo), ("under", .under), ("less than", .under),
  ]
}

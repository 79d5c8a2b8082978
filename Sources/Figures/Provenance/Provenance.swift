/// How a number came to be. A result carries the worst mark of its inputs: `modelled` is worst.
public enum Mark: String, CaseIterable, Comparable, Hashable, Sendable {
  /// Printed in a named publication.
  case reported
  /// Arithmetic on reported numbers.
  case derived
  /// A judgement of this project, or anything that depends on one.
  case modelled

  /// One letter to stand behind a number: `R`, `D` or `M`; a capital, so that it is not read as a
  /// unit (`£540m M`).
  public var letter: String { rawValue.prefix(1).uppercased() }

  /// A worse mark is the greater: reported, derived, modelled.
  public static func < (left: Mark, right: Mark) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .reported: 0
    case .derived: 1
    case .modelled: 2
    }
  }
}

/// How much weight a figure bears.
public enum Confidence: String, CaseIterable, Hashable, Sendable {
  /// An official statistic or an audited count.
  case a = "A"
  /// A published estimate, survey or target.
  case b = "B"
  /// Derived from published figures.
  case c = "C"
  /// Judgement, or a claim seen only second hand.
  case d = "D"

  /// The grade in words.
  public var meaning: String {
    switch self {
    case .a: "official statistic"
    case .b: "published estimate"
    case .c: "derived from published figures"
    case .d: "judgement or claim"
    }
  }
}

/// What sort of statement a published figure is. Only `reported` is a measurement.
public enum Kind: String, CaseIterable, Hashable, Sendable {
  case reported, estimate, survey, target, claim
}

/// How the figures of a publication were seen, from the text itself to what others say of it.
public enum SeenHow: String, CaseIterable, Hashable, Sendable {
  case publication = "in the publication"
  case copy = "in a copy of the publication"
  case dataFile = "in a data file made from the publication"
  case press = "through press"
  case pressCopy = "through a copy of a press article"
  case secondHand = "second hand"
}

/// A publication that figures are bound to.
public struct Source: Hashable, Sendable {
  public var id, title, publisher: String
  /// Date of publication: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; empty when undated.
  public var date: String
  /// Web address; empty when there is none.
  public var address: String
  /// The licence's name; empty where it is not known.
  public var licence: String
  /// How the figure was seen, in words: of a row of data, those of `SeenHow`.
  public var seenHow: String

  public init(
    id: String, title: String, publisher: String, date: String, address: String, licence: String,
    seenHow: String
  ) {
    self.id = id
    self.title = title
    self.publisher = publisher
    self.date = date
    self.address = address
    self.licence = licence
    self.seenHow = seenHow
  }
}

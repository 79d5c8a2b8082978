public import Figures

/// Running text with figures in it. A figure brings its mark, its date and the number of its
/// source along wherever it is printed, so that none can be quoted without them.
public struct Passage: Equatable, Sendable {
  /// A part of the text.
  public enum Span: Equatable, Sendable {
    case text(String)
    case strong(String)
    /// The number with what stays with it.
    case figure(Figure)
    /// What stays with a figure, without the number: for a statement that is put in other words.
    case citation(Figure)
  }

  public var spans: [Span]

  public init(_ spans: [Span]) { self.spans = spans }

  /// The figures that are quoted, in order.
  public var figures: [Figure] {
    spans.compactMap { span in
      switch span {
      case .text, .strong: nil
      case .figure(let figure), .citation(let figure): figure
      }
    }
  }

  /// One passage after another: how a long sentence goes over several lines.
  public static func + (first: Passage, second: Passage) -> Passage {
    Passage(first.spans + second.spans)
  }

  /// Passages one after another, with a separator between them.
  public static func joined(_ parts: [Passage], separator: String) -> Passage {
    Passage(
      parts.enumerated().flatMap { place, part in
        (place == 0 ? [] : [.text(separator)]) + part.spans
      })
  }
}

extension Passage: ExpressibleByStringInterpolation {
  public struct StringInterpolation: StringInterpolationProtocol {
    var spans: [Span] = []

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { spans.append(.text(literal)) }
    }

    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
    public mutating func appendInterpolation(_ year: FinancialYear) {
      appendLiteral(year.description)
    }
    public mutating func appendInterpolation(_ figure: Figure) { spans.append(.figure(figure)) }
    public mutating func appendInterpolation(_ passage: Passage) { spans += passage.spans }

    public mutating func appendInterpolation(strong text: String) { spans.append(.strong(text)) }

    public mutating func appendInterpolation(cite figure: Figure) {
      spans.append(.citation(figure))
    }
  }

  public init(stringInterpolation: StringInterpolation) {
    self.init(stringInterpolation.spans)
  }

  public init(stringLiteral text: String) { self.init(text.isEmpty ? [] : [.text(text)]) }
}

extension Figure {
  /// The number as sentences have it: `£14.5 billion a year` for `£14.5bn a year`.
  public var prose: String {
    text.split(separator: " ", omittingEmptySubsequences: false).map(Self.spelled)
      .joined(separator: " ")
  }

  private static func spelled(_ word: Substring) -> String {
    let signs = "-+<>" + Numbers.minus
    guard word.drop(while: { signs.contains($0) }).hasPrefix(Money.sign) else {
      return String(word)
    }
    let stem = word.last.map { ",;)".contains($0) } == true ? word.dropLast() : word
    for (ending, name) in [("bn", " billion"), ("m", " million"), ("k", " thousand")]
    where stem.hasSuffix(ending) {
      return stem.dropLast(ending.count) + name + word.dropFirst(stem.count)
    }
    return String(word)
  }

  /// Mark, kind, that it was read at second hand only, what is to be said against it, and date:
  /// `reported, survey, 2024`.
  public var standing: String {
    let kind = kind.map { $0 == .reported ? "" : $0.rawValue } ?? ""
    let isSaid = cautions.contains { $0.kind == .secondHand }
    let hand = mark == .reported && confidence == .d && !isSaid ? "second hand" : ""
    return [mark.rawValue, kind, hand, Caution.words(cautions), asOf].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

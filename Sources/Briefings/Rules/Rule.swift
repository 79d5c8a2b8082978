import Documents

/// A sentence that follows from figures: it says when it applies, and then what, from the figures
/// alone. There is no other text in a briefing that speaks of a number.
struct Rule: Sendable {
  let id: String
  /// The sentence; nil where the figures do not bear it out or are not there.
  let passage: @Sendable (Subject) -> Passage?

  init(_ id: String, _ passage: @escaping @Sendable (Subject) -> Passage?) {
    self.id = id
    self.passage = passage
  }

  func sentence(_ subject: Subject) -> Sentence? {
    passage(subject).map { Sentence(rule: id, $0) }
  }
}

extension [Rule] {
  /// The sentences of the rules that apply, in order.
  func sentences(_ subject: Subject) -> [Sentence] { compactMap { $0.sentence(subject) } }
}

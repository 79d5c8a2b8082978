extension Evidence {
  /// The facts whose ids a text names, in its order, each once.
  public func facts(named text: String) -> [Fact] {
    var seen: Set<String> = []
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "-") }
    return words.compactMap { word -> Fact? in
      var id = word
      while id.last == "." { id.removeLast() }
      return fact(String(id)).flatMap { seen.insert($0.id).inserted ? $0 : nil }
    }
  }

  /// The published figure that a number of the model is: of the facts that a text names, the first
  /// of that value, or of the range in whose middle it stands. A share may be published in percent.
  public func fact(
    stating value: Double, between range: ClosedRange<Double>? = nil, namedIn text: String
  ) -> Fact? {
    let named = facts(named: text)
    func isSame(_ published: Double?, _ own: Double, _ unit: String) -> Bool {
      guard let published else { return false }
      return [published, unit.hasPrefix("%") ? published / 100 : published]
        .contains { abs($0 - own) < 1e-9 }
    }
    return named.first { isSame($0.value, value, $0.unit) }
      ?? range.flatMap { range in
        named.first { fact in
          isSame(fact.low, range.lowerBound, fact.unit)
            && isSame(fact.high, range.upperBound, fact.unit)
        }
      }
  }
}

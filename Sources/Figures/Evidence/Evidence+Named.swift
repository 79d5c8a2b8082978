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
  /// of that value. A share may be published in percent.
  public func fact(stating value: Double, namedIn text: String) -> Fact? {
    facts(named: text).first { fact in
      guard let published = fact.value else { return false }
      return abs(published - value) < 1e-9
        || (fact.unit.hasPrefix("%") && abs(published / 100 - value) < 1e-9)
    }
  }
}

import Documents

extension AnswerSchema {
  static var ofCheck: JSONValue {
    typealias Part = SchemaPart
    let edition = Part.each(["package", "date"], Part.stringOrNull)
    let made = Part.object([
      "form": Part.oneOf(Recipe.Form.allCases.map(\.rawValue)), "department": Part.stringOrNull,
      "scenarios": Part.array(of: Part.string), "data": edition,
    ])
    return Part.object([
      "schema": Part.constant("digigov.check/1"), "file": Part.string,
      "made": Part.either(Part.type("null"), made)
        .described("What the document was made of; null for one that is not of a brief."),
      "data": edition.described("The data in hand."), "unchanged": Part.integer,
      "found_by_words": Part.integer
        .described("How many of those were found by their value and what they are of."),
      "findings": Part.array(
        of: Part.object([
          "verdict": Part.oneOf(Finding.Verdict.allCases.map(\.rawValue)),
          "figure": Part.stringOrNull, "place": Part.stringOrNull, "words": Part.string,
          "says": Part.stringOrNull, "should_say": Part.stringOrNull, "why": Part.string,
        ])),
      "summary": Part.string,
    ])
  }
}

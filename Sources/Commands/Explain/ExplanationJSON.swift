import Analytics
import Explanations
import Figures

/// An explanation as the object that `--format json` prints.
enum ExplanationJSON {
  static func object(_ tree: ExplanationTree) -> JSONValue {
    let figure = tree.explanation
    var members: [JSONValue.Member] = [
      .init("id", .string(figure.id)),
      .init("label", .string(figure.label)),
      .init("value", JSONValue(figure.value)),
      .init("unit", text(figure.unit)),
      .init("text", .string(hyphenated(figure.text))),
      .init("mark", .string(figure.mark.rawValue)),
      .init("confidence", .string(figure.confidence.rawValue)),
      .init("as_of", text(figure.asOf)),
      .init("old", .bool(figure.isOld)),
      .init("sources", .array(figure.sources.map(source))),
      .init("formula", text(hyphenated(figure.formula))),
      .init("note", text(figure.note)),
      .init("cautions", .array(figure.cautions.map { .string($0.text) })),
    ]
    if let range = figure.range {
      members.append(.init("uncertainty", .object(range.members(sd: false))))
    }
    members += [
      .init("inputs", tree.inputs.map { .array($0.map(object)) } ?? .null),
      .init(
        "contradicted_by",
        .array(figure.contradictions.map(\.id).filter { !$0.isEmpty }.map { .string($0) })),
    ]
    return .object(members)
  }

  private static func source(_ source: Citation) -> JSONValue {
    .object([
      .init("publisher", text(source.publisher)), .init("title", .string(source.title)),
      .init("date", text(source.date)), .init("address", text(source.address)),
      .init("locator", text(source.locator)), .init("licence", text(source.licence)),
    ])
  }

  /// With the hyphen for a minus, so that a program that reads the numbers and formulas can compute.
  private static func hyphenated(_ text: String) -> String {
    text.replacing(Numbers.minus, with: "-")
  }

  /// Null where there is no text.
  private static func text(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }
}

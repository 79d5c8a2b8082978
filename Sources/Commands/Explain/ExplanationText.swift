import Analytics
import Explanations
import Figures
import Frames

/// An explanation for people: the number, its provenance, its formula, and a tree of what went
/// into it, in 80 columns. Only addresses may be longer: a broken one could not be copied.
struct ExplanationText {
  private static let width = 80
  /// Where texts stand beside their names.
  private static let column = 11

  static func text(_ tree: ExplanationTree) -> String {
    let figure = tree.explanation
    var lines = wrapped(neutralised(figure.label), width: width) + [neutralised(figure.id), ""]
    lines += field("Value", value(figure))
    if let range = range(figure) { lines += field("Range", range) }
    lines += field(
      "Mark",
      "\(figure.mark.rawValue); confidence \(figure.confidence.rawValue), "
        + figure.confidence.meaning)
    lines += field("As of", asOf(figure))
    for source in figure.sources { lines += words(source) }
    lines += formula(figure)
    for caution in figure.cautions { lines += field("Caution", caution.text) }
    if !figure.note.isEmpty { lines += field("Note", figure.note) }
    for (place, row) in figure.contradictions.enumerated() {
      lines += field(
        place == 0 ? "Against" : "", row.id.isEmpty ? row.text : "\(row.text) [\(row.id)]")
    }
    lines += inputs(tree)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func value(_ figure: Explanation) -> String {
    guard figure.isComputed, let value = figure.value else { return figure.text }
    let which =
      figure.isOfDraws
      ? ", expected" : figure.mark == .modelled ? " in the central case" : ""
    return "\(figure.text)\(which); exactly \(JSONValue(value).text) \(figure.unit)"
  }

  private static func range(_ figure: Explanation) -> String? {
    guard let range = figure.range else { return nil }
    let expected = range.mean.map { "expected \(figure.printed($0))" }
    guard let p10 = range.p10, let p50 = range.p50, let p90 = range.p90 else { return expected }
    let texts = [p50, p10, p90].map { figure.printed($0) }
    return (expected.map { $0 + "; " } ?? "")
      + "P50 \(texts[0]); P10 to P90 \(texts[1]) to \(texts[2])"
  }

  private static func asOf(_ figure: Explanation) -> String {
    let date = figure.asOf.isEmpty ? "undated" : figure.asOf
    return figure.isOld ? "\(date), old: \(Age.meaning)" : date
  }

  private static func words(_ source: Citation) -> [String] {
    let parts = [source.publisher, source.title, source.date, source.locator, source.licence]
    let lines = field("Source", parts.filter { !$0.isEmpty }.joined(separator: "; "))
    guard !source.address.isEmpty else { return lines }
    return lines + [indent(column) + neutralised(source.address)]
  }

  private static func formula(_ figure: Explanation) -> [String] {
    guard !figure.words.isEmpty else { return [] }
    guard !figure.numbers.isEmpty else { return field("Basis", figure.words) }
    return field("Formula", figure.words)
      + field("", "= " + figure.numbers)
      + (figure.numbers == figure.result ? [] : field("", "= " + figure.result))
  }

  private static func inputs(_ tree: ExplanationTree) -> [String] {
    guard let inputs = tree.inputs, !inputs.isEmpty else { return [] }
    var lines = ["", tree.explanation.isComputed ? "Inputs" : "Rests on"]
    add(inputs, level: 1, to: &lines)
    if tree.isCut {
      lines += ["", "... has inputs of its own: digigov explain ID, or more --depth"]
    }
    return lines
  }

  /// Inputs of one number below one another, their values aligned; each with its own inputs.
  private static func add(
    _ trees: [ExplanationTree], level: Int, to lines: inout [String]
  ) {
    let values = trees.map { $0.explanation }.map {
      neutralised($0.value == nil ? "none" : $0.text)
    }
    let longest = min(values.map(displayWidth).max() ?? 0, 24)
    let left = 2 * min(level, 8)
    for (tree, value) in zip(trees, values) {
      let figure = tree.explanation
      let blanks = max(longest - displayWidth(value), 0)
      let signs = figure.mark.letter + Caution.signs(figure.cautions)
      let head = indent(left) + value + indent(blanks) + " \(signs)" + indent(3 - signs.count)
      let more = tree.inputs == nil ? " ..." : ""
      let words = (figure.isOld ? "(old) " : "") + "\(figure.label) [\(figure.id)]\(more)"
      // Beside a long value the words stand below it.
      let isLong = displayWidth(head) > left + 30
      let start = isLong ? left + 4 : displayWidth(head)
      if isLong { lines.append(indent(left) + "\(value) \(signs)") }
      let parts = wrapped(neutralised(words), width: width - start)
      for (place, part) in parts.enumerated() {
        lines.append((place == 0 && !isLong ? head : indent(start)) + part)
      }
      add(tree.inputs ?? [], level: level + 1, to: &lines)
    }
  }

  /// A name and a text beside it, wrapped.
  private static func field(_ name: String, _ text: String) -> [String] {
    wrapped(neutralised(text), width: width - column).enumerated().map { place, part in
      let head = place == 0 ? name : ""
      return head + indent(column - head.count) + part
    }
  }

  private static func indent(_ columns: Int) -> String { String(repeating: " ", count: columns) }
}

public import Figures
import Frames

/// A sentence that answers, with the numbers that it rests on, the main one first: its source and
/// its derivation are theirs.
public struct Reply: Equatable, Sendable {
  public var text: String
  public var figures: [Figure]

  public init(_ text: String, _ figures: [Figure] = []) {
    self.text = text
    self.figures = figures
  }
}

extension State {
  /// What the place answers, the message first: the sentences at the top of its screen, each with how its
  /// main number came to be and what is said against it.
  public var replies: [Reply] { AnswerLine(self).sentences.map(reply) }

  func reply(_ sentence: AnswerLine.Sentence) -> Reply {
    let how = sentence.figures.first.map(caveats) ?? ""
    let said = how.prefix(1).uppercased() + how.dropFirst()
    return Reply(sentence.text + (said.isEmpty ? "" : " \(said)."), sentence.figures)
  }

  /// What the panel with the focus answers: by its rule, else with its first number that is whole; what
  /// the screen says where it has neither.
  public var panelReply: Reply? {
    let line = AnswerLine(self)
    guard let panel = focusedPanel, panel.id != AnswerPanel.id else { return replies.first }
    if let found = line.of(panel: panel) { return reply(found) }
    let figures = panel.items.prefix(3).compactMap(\.figure).filter { $0.value != nil }
    let isWhole = { (figure: Figure) in !figure.cautions.contains { $0.kind == .incomplete } }
    if let figure = figures.first(where: isWhole) ?? figures.first { return reply(figure) }
    let first = outline.parts.first { $0.id == panel.id }?.lines.first
    return first.map { Reply($0.text + ".", panel.items.first?.figures ?? []) } ?? replies.first
  }

  /// A figure with all that is said against it, in a sentence.
  func reply(_ figure: Figure) -> Reply {
    Reply("\(figure.label): \(figure.text), \(caveats(figure)).", [figure])
  }

  /// How a figure came to be and what is said against it, in words: `reported, disputed, old`.
  func caveats(_ figure: Figure) -> String {
    [
      figure.mark.rawValue, figure.contradictions.isEmpty ? "" : "disputed",
      figure.isOld(on: evidence.date) ? "old" : "", Caution.words(figure.cautions),
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The publication of a figure with its date, or how it was computed: a sentence or two.
  public func origin(of figure: Figure) -> String {
    let who =
      figure.source.map { source in
        "Source: \(source.publisher.isEmpty ? "" : source.publisher + ", ")\(source.title)"
          + (figure.asOf.isEmpty ? "" : ", figure of \(figure.asOf)") + "."
      }
      ?? (figure.mark == .modelled
        ? "Modelled by this project, on data of \(evidence.date)."
        : "Computed by this project" + (figure.formula.isEmpty ? "." : ": \(figure.formula)"))
    return "\(figure.label): \(figure.text), \(caveats(figure)). \(who)"
  }

  /// The publications that the panel with the focus is from, each once, in the order of its lines.
  public var panelSources: [String] {
    var found: [String] = []
    for source in focusedPanel?.items.flatMap(\.figures).compactMap(\.source?.citation) ?? []
    where !found.contains(source) {
      found.append(source)
    }
    return found
  }

  /// All that is known of a figure, line by line, as its source card has it.
  public func card(of figure: Figure) -> FrontText { cardText(figure) }
}

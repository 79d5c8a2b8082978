import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// What an adviser asks from a fresh start, in at most six strokes (a word typed counts as one): the
/// sentence at the top, or the panel in front, says it, and the number in focus has a source.
@Suite struct SixStrokeTests {
  struct Question: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// `:` finds, `>` is Enter; anything longer is typed.
    var strokes: [String]
    /// What the screen has to say; any of those between bars.
    var says: [String]

    init(_ words: String, _ strokes: String..., says: String...) {
      (testDescription, self.strokes, self.says) = (words, strokes, says)
    }
  }

  static let questions = [
    // The ten of the review.
    Question(
      "Home Office's part of the headline", ":", "home office", ">",
      says: "Its part|by our split", "Home Office: expected £"),
    Question(
      "and two years late", ":", "home office two years late", ">", ">", says: ", was £",
      "of 100 runs"),
    Question("£14.5bn: who disagrees", ":", "14.5bn", ">", says: "Source card", "£14.5bn"),
    Question("most red-rated, how funded", "3", "j", says: "Most red-rated systems|funded"),
    Question("most on contractors", "4", says: "Ministry of Defence"),
    Question("outages of the NHS", "5", says: "123", "102.2 to 146.8"),
    Question("driving licence", ":", "driving licence", ">", says: "One Login"),
    Question(
      "against the blueprint", ":", "compare blueprint", ">", says: "Against ", "better in"),
    Question(
      "which assumption matters", ":", "which assumption matters", ">",
      says: "moves net present social value most"),
    Question("promised next", ":", "promised next", ">", says: "next due:"),
    // Ten more of the same kind.
    Question("legacy at HMRC", ":", "hmrc legacy", ">", says: "HM Revenue and Customs", "Legacy"),
    Question(
      "digital staff of DWP", ":", "dwp digital staff", ">",
      says: "Department for Work and Pensions|DWP", "Staff"),
    Question(
      "who could bank its target", ":", "efficiency targets", ">", says: "could bank", "target of"),
    Question("break even", ":", "break even", ">", says: "assumption alone"),
    Question("a year of delay", ":", "cost of delay", ">", says: "A year's delay costs"),
    Question("worth of knowing", ":", "worth to know", ">", says: "To know everything"),
    Question(
      "what programmes cost", ":", "reference class", ">", says: "published programmes cost"),
    Question("who banks it", ":", "who can bank it", ">", says: "releases cash"),
    Question("why not £45bn", ":", "why not", ">", says: "like for like"),
    // In words that no label has.
    Question(
      "is it worth it", ":", "is it worth it", ">", says: "It pays for itself in|pays for itself"),
    Question("it pays", ":", "pays for itself", ">", says: "It pays for itself in|pays for itself"),
    Question("cash", ":", "how much cash would the treasury see", ">", says: "releases cash"),
    Question("late", ":", "who is late", ">", says: "next due:"),
    Question("a year's delay", ":", "year's delay", ">", says: "A year's delay costs"),
    Question("legal aid", ":", "legal aid", ">", says: "Cyber attack on the Legal Aid Agency"),
    Question("the red list", ":", "when is the red list clear", ">", says: "never clears"),
  ]

  @Test(arguments: questions, [(120, 36), (80, 24)])
  func isAnswered(question: Question, size: (columns: Int, rows: Int)) throws {
    #expect(question.strokes.count <= 6)
    let world = try World.load()
    var state = try world.state(columns: size.columns, rows: size.rows)
    for stroke in question.strokes {
      switch stroke {
      case ">": world.send(.key(KeyPress(.enter)), to: &state)
      default: world.send(stroke.map { KeyPress.of($0) }, to: &state)
      }
    }
    let text = draw(state).frame.lines.joined(separator: " ")
      .split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    for said in question.says {
      #expect(
        said.split(separator: "|").contains { text.contains($0) },
        "\(said) is not on\n\(draw(state).frame.lines.joined(separator: "\n"))")
    }
    let figure = try #require(
      state.sight.figure ?? state.sight.entries.lazy.compactMap(\.figure).first)
    #expect(figure.source != nil || !figure.formula.isEmpty, "\(figure.id)")
  }
}

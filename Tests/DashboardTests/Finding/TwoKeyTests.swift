import Dashboard
import Frames
import TestSupport
import Testing

/// What a sceptical reader from the Treasury asks first, and the two keys at most that answer it.
@Suite struct TwoKeyTests {
  struct Question: CustomStringConvertible, Sendable {
    var description: String
    var keys: [KeyPress]
    /// What the screen has to say.
    var answers: [String]

    init(_ words: String, _ keys: KeyPress..., says answers: String...) {
      (description, self.keys, self.answers) = (words, keys, answers)
    }
  }

  static let questions = [
    Question("Why is it not £45bn?", .of("2"), says: "Why not £45bn?", "Not realised", "Cash"),
    Question(
      "What is it worth, between what, and how likely?", .of("1"),
      says: "It pays for itself in", "net value"),
    Question("Is it funded?", .of("1"), says: "Plan against fact", "not all funded to 2028-29"),
    Question(
      "Which assumption carries the answer?", .of("8"),
      says: "moves net present social value most|Tornado|One at a time|P10 to P90"),
    Question(
      "What would have to be true?", .of("8"), says: "What must be true of one alone"),
    Question(
      "Is that what such programmes cost?", .of("9"), says: "Programmes: latest over plan"),
    Question("Does fixing old systems pay?", .of("3"), says: "emediation", "avoided"),
    Question(
      "Who banks it, against what it promised?", .of("7"),
      says: "What digital could bank of each efficiency target"),
    Question(
      "And by another split?", .of("7"), KeyPress(.enter), says: "By the other key"),
    Question("Which published figures disagree?", .of("9"), says: "laim"),
    Question(
      "What does a year's delay cost?", .of("8"), says: "A year's delay costs £",
      "expected, on a fixed horizon"),
    Question("As of when?", .of("1"), says: "2026-11-29"),
  ]

  @Test(arguments: questions) func isAnswered(question: Question) throws {
    let world = try World.load()
    var state = try world.state(Place(.services), columns: 160, rows: 48)
    #expect(question.keys.count <= 2)
    world.send(question.keys, to: &state)
    let text = draw(state).frame.lines.joined(separator: "\n")
    for answer in question.answers {
      let isSaid = answer.split(separator: "|").contains { text.contains($0) }
      #expect(isSaid, "\(answer) is not on\n\(text)")
    }
  }
}

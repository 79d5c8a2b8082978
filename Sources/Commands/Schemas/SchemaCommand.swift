import Analytics
import ArgumentParser
import Frames

/// `digigov schema`: the JSON Schema of an answer.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of an answer, or the list of them.",
    discussion: """
      Draft 2020-12. The same are installed as share/digigov/schemas/NAME.schema.json. A member that \
      a schema does not have is not in the answer; one that comes later gets a new number behind the \
      answer's own schema.
      """
        + examples(
          "digigov schema",
          "digigov schema projection"))

  @Argument(help: ArgumentHelp("The answer's name.", valueName: "schema"))
  var name: String?

  func run() throws { try WholeFile.print(try text(width: StandardOutput.width)) }

  /// What is printed, the list to a terminal of so many columns or, at nil, whole.
  func text(width: Int?) throws(CommandFailure) -> String {
    let names = AnswerSchema.allCases.map(\.rawValue)
    guard let name else {
      return Listing(
        columns: [.init(name: "schema"), .init(name: "of")],
        rows: AnswerSchema.allCases.map { [$0.rawValue, $0.what] }
      ).text(.table, width: width)
    }
    guard let schema = AnswerSchema(rawValue: name) else {
      let near =
        Nearest.matches(name, among: names, most: 1).first.map { "did you mean \($0)? " } ?? ""
      throw CommandFailure(
        code: 2,
        message:
          "unknown schema \(neutralised(name)); \(near)allowed \(names.joined(separator: " "))")
    }
    return schema.schema.indented() + "\n"
  }
}

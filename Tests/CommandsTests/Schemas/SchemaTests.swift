import ArgumentParser
import Testing

@testable import Commands

/// The schemas themselves; `Scripts/check-schemas` holds answers against them.
@Suite struct SchemaTests {
  @Test(
    "Every schema is printed as JSON with its name, and the list has all",
    arguments: AnswerSchema.allCases)
  func prints(_ schema: AnswerSchema) throws {
    let text = try SchemaCommand.parse([schema.rawValue]).text(width: nil)
    let read = try JSONReader.read(Array(text.utf8))
    #expect(read["$id"]?.string == "digigov:\(schema.rawValue)")
    #expect(read.text == schema.schema.text)
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 200 })
    let list = try SchemaCommand.parse([]).text(width: nil)
    #expect(list.contains("\n\(schema.rawValue) ") && list.contains(schema.what))
  }

  @Test func unknownOnesAreRefused() throws {
    let command = try SchemaCommand.parse(["projction"])
    let error = #expect(throws: CommandFailure.self) { try command.text(width: nil) }
    #expect(error?.code == 2 && error?.message.contains("did you mean projection?") == true)
  }
}

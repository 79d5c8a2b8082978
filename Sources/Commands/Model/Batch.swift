import Frames

/// `digigov project --batch`: a scenario a line on standard input, an answer a line on standard
/// output, in order. A bad line is answered with its error and the rest is still done.
enum Batch {
  static func run(
    _ projector: inout Projector, lines: () -> String?,
    answer: (String) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var bad = 0
    var number = 0
    while let line = lines() {
      number += 1
      guard let result = result(line, number, &projector, &bad) else { continue }
      try answer(result.text + "\n")
    }
    if bad > 0 {
      throw CommandFailure(
        code: 1, message: bad == 1 ? "1 bad line of \(number)" : "\(bad) bad lines of \(number)")
    }
  }

  /// nil for a blank line.
  private static func result(
    _ line: String, _ number: Int, _ projector: inout Projector, _ bad: inout Int
  ) -> JSONValue? {
    let blanks: Set<Character> = [" ", "\t"]
    let text = String(
      line.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed())
    if text.isEmpty { return nil }
    do throws(CommandFailure) {
      return projector.answer(try projector.settings.source.batchLine(text)).answer.json
    } catch {
      bad += 1
      return .object([
        .init("schema", .string("digigov.error/1")), .init("line", .integer(UInt64(number))),
        .init("code", .integer(UInt64(error.code))), .init("message", .string(cut(error.message))),
      ])
    }
  }

  /// A message without the middle where that is too long to be read: what was typed may be the whole
  /// of a file.
  private static func cut(_ message: String) -> String {
    let (start, end) = (200, 1000)
    // The bytes are counted at once; the characters of what was typed may be millions.
    guard message.utf8.count > start + end, message.count > start + end else { return message }
    return "\(message.prefix(start)) … \(message.suffix(end))"
  }
}

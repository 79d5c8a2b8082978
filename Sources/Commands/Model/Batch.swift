import Analytics
import Frames
import Terminal

/// `digigov project --batch`: a scenario a line on standard input, an answer a line on standard
/// output, in order. A bad line is answered with its error and the rest is still done.
struct Batch {
  /// The number of the first line: a part of a larger input says the numbers of the whole.
  var firstLine = 1
  /// The numbers that are answered, nil for all as JSON.
  var selection: AnswerSelection?
  /// Says something on standard error.
  var complain: (String) -> Void = Commands.complain

  func run(
    _ projector: inout Projector, lines: () -> String?,
    answer: (String) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var bad = 0
    var count = 0
    var progress = Progress()
    defer { progress.end() }
    if let selection { try answer(selection.header) }
    while let line = lines() {
      let number = firstLine + count
      count += 1
      let text = Self.trimmed(line)
      guard !text.isEmpty else { continue }
      do throws(CommandFailure) {
        let found = try projector.settings.source.batchLine(text)
        try answer(result(found, number, &projector))
      } catch  where error.isOfOutput {
        throw error
      } catch {
        bad += 1
        try answer(refusal(error, number))
      }
      progress.tell(count)
    }
    if bad > 0 {
      throw CommandFailure(
        code: 1, message: bad == 1 ? "1 bad line of \(count)" : "\(bad) bad lines of \(count)")
    }
  }

  private func result(
    _ found: ScenarioSource.Found, _ number: Int, _ projector: inout Projector
  ) -> String {
    guard let selection else { return projector.answer(found).answer.json.text + "\n" }
    return selection.row(
      line: number, id: found.scenario.id, projector.values(selection, found))
  }

  private func refusal(_ error: CommandFailure, _ number: Int) -> String {
    let message = Self.cut(error.message)
    guard let selection else {
      return JSONValue.object([
        .init("schema", .string("digigov.error/1")), .init("line", .integer(UInt64(number))),
        .init("code", .integer(UInt64(error.code))), .init("message", .string(message)),
      ]).text + "\n"
    }
    complain("line \(number): \(message)")
    return selection.row(line: number, id: "", nil)
  }

  private static func trimmed(_ line: String) -> String {
    let bytes = line.utf8
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(line[first...last])
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

/// One thing wrong in a data folder: where it stands, what stands there, what was expected.
public struct Defect: Error, Hashable, Sendable, CustomStringConvertible {
  /// Name of the file, such as `facts.csv`.
  public var file: String
  /// Number of the record as a person counts: the header is 1. Nil for the file as a whole.
  public var row: Int?
  /// Name of the column; nil where a row or a file is meant.
  public var column: String?
  /// What stands there; nil where nothing does.
  public var value: String?
  /// What is wrong, in a few words, where the value alone does not show it.
  public var problem: String?
  /// What should stand there, to be read after "expected".
  public var expected: String
  /// The row's own id, such as `QQQ fraud`; empty for none.
  public var identity: String
  /// Ways to go on, where it is a question about a return; the text names their options.
  public var answers: [ReturnAnswer] = []

  public init(
    file: String, row: Int? = nil, column: String? = nil, value: String? = nil,
    problem: String? = nil, expected: String, identity: String = ""
  ) {
    self.file = file
    self.row = row
    self.column = column
    self.value = value
    self.problem = problem
    self.expected = expected
    self.identity = identity
  }

  /// `facts.csv row 12 column kind: "guess": expected one of reported, estimate, …`
  public var description: String {
    var place = file
    if let row { place += " row \(row)" }
    if let column { place += " column \(Self.shown(column, limit: 40))" }
    var parts = [place]
    if let value { parts.append("\"\(Self.shown(value))\"") }
    parts.append((problem.map { "\($0); " } ?? "") + "expected \(expected)")
    return Self.shown(parts.joined(separator: ": "), limit: .max)
  }

  /// `allocation_keys.csv: QQQ fraud: unknown organisation; …`: the row by its id, as the errors
  /// of commands name it.
  public var message: String {
    var parts = [file]
    if !identity.isEmpty {
      parts.append(Self.shown(identity))
    } else if let row {
      parts.append("row \(row)")
    }
    let stands = value.flatMap { $0 == identity ? nil : "\"\(Self.shown($0))\"" }
    let name = column.map { Self.shown($0, limit: 40) }
    if let problem {
      let about = [name, stands].compactMap(\.self).joined(separator: " ")
      parts.append(problem + (about.isEmpty ? "" : " (\(about))") + "; expected \(expected)")
    } else {
      if name != nil || stands != nil {
        parts.append([name, stands].compactMap(\.self).joined(separator: " "))
      }
      parts.append("expected \(expected)")
    }
    return Self.shown(parts.joined(separator: ": "), limit: .max)
  }

  /// Text that is safe to print: at most `limit` scalars, with controls, marks that reorder text
  /// and line breaks written as `\u{…}`.
  private static func shown(_ text: String, limit: Int = 60) -> String {
    var shown = ""
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if place == limit { return shown + "…" }
      if DecodedScalar.isHidden(scalar.value) {
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}

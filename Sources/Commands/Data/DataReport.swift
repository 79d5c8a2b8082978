import Datasets

/// The one form of what `data check`, `audit`, `diff`, `undo` and `import` report: a table for
/// people, or one JSON object that names its schema and the folder.
enum DataReport {
  enum Form: String, CaseIterable {
    case table, json

    /// The form that the user typed; `text` is the table's name in 0.1.0.
    init(typed: String) throws(CommandFailure) {
      guard let form = Form(rawValue: typed == "text" ? "table" : typed) else {
        throw .unknown("format", typed, allowed: Form.allCases.map(\.rawValue))
      }
      self = form
    }
  }

  /// One object on one line.
  ///
  /// - Parameter name: of the command, as in `digigov.data-check/1`.
  static func json(
    _ name: String, of folder: DataFolder? = nil, _ members: [JSONValue.Member]
  ) -> String {
    let head: [JSONValue.Member] = [.init("schema", .string("digigov.data-\(name)/1"))]
    let place = folder.map { [JSONValue.Member("folder", .string($0.path))] } ?? []
    return JSONValue.object(head + place + members).text + "\n"
  }
}

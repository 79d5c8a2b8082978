import Datasets
import Frames

extension FolderDifference {
  /// A line for each table, and below it one for each row, at most `limit` a table; nil shows all.
  func text(limit: Int?) -> String {
    if tables.isEmpty { return "The tables are the same.\n" }
    return tables.map { $0.text(limit: limit) }.joined()
  }

  /// The tables as JSON: keys and cells as texts, as the files write them.
  var json: JSONValue { .array(tables.map(\.json)) }
}

extension FolderDifference.TableDifference {
  fileprivate func text(limit: Int?) -> String {
    var parts: [String] = []
    if !added.isEmpty { parts.append("\(added.count) added") }
    if !removed.isEmpty { parts.append("\(removed.count) removed") }
    if !changed.isEmpty { parts.append("\(changed.count) changed") }
    parts += newColumns.map { "new column \(neutralised($0))" }
    parts += lostColumns.map { "without column \(neutralised($0))" }
    let rows =
      added.map { "+ " + Self.name($0) } + removed.map { "- " + Self.name($0) }
      + changed.map { row in
        let cells = row.cells.map { "\($0.column) \(Self.shown($0.old)) to \(Self.shown($0.new))" }
        return "~ " + Self.name(row.key) + ": " + cells.joined(separator: "; ")
      }
    let shown = rows.prefix(limit ?? rows.count)
    let rest =
      limit != 0 && shown.count < rows.count ? ["and \(rows.count - shown.count) more rows"] : []
    return
      ([neutralised("\(schema.file): " + parts.joined(separator: ", "))]
      + (shown + rest).map { "  " + neutralised($0) }).map { $0 + "\n" }.joined()
  }

  private static func name(_ key: [String]) -> String {
    key.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func shown(_ text: String) -> String { text.isEmpty ? "nothing" : text }

  fileprivate var json: JSONValue {
    func named(_ cells: [String]) -> JSONValue {
      .object(zip(key, cells).map { .init($0, .string($1)) })
    }
    return .object([
      .init("table", .string(schema.name)),
      .init("added", .array(added.map(named))), .init("removed", .array(removed.map(named))),
      .init(
        "changed",
        .array(
          changed.map { row in
            .object([
              .init("key", named(row.key)),
              .init(
                "cells",
                .array(
                  row.cells.map {
                    .object([
                      .init("column", .string($0.column)), .init("old", .string($0.old)),
                      .init("new", .string($0.new)),
                    ])
                  })),
            ])
          })),
      .init("new_columns", .array(newColumns.map { .string($0) })),
      .init("lost_columns", .array(lostColumns.map { .string($0) })),
    ])
  }
}

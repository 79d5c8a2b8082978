import Frames

extension Picture {
  /// The tables for people, the last of them what its sources' ids stand for.
  var printedTables: [Table] {
    guard !sources.isEmpty else { return tables }
    return tables + [
      Table(
        caption: "Sources", header: ["Source", "Publication", "Address"],
        rows: sources.map { [$0.id, $0.citation, $0.address] })
    ]
  }
}

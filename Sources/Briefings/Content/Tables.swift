import Figures

extension BriefTable {
  /// Figures one below the other, each with mark, date and source.
  static func of(
    _ rows: [(label: String, figure: Figure)], caption: Passage, first: String = "Figure"
  ) -> Block? {
    guard !rows.isEmpty else { return nil }
    return .table(
      BriefTable(
        caption: caption, header: [first, "Value", "Mark", "As of", "Source"],
        rows: rows.map { [.text($0.label)] + provenance($0.figure) }))
  }

  /// The cells value, mark, date and source.
  static func provenance(_ figure: Figure) -> [Cell] {
    let kind = figure.kind.map { $0 == .reported ? "" : ", " + $0.rawValue } ?? ""
    return [
      .figure(figure), .text(figure.markWords + kind), .text(figure.asOf),
      figure.source.map { .source($0) } ?? .text(""),
    ]
  }

  /// Rows of a table of observations, those of bodies inside with their names.
  static func published(
    _ rows: [Observation], in table: ObservationTable, _ subject: Subject, caption: Passage
  ) -> Block? {
    of(
      rows.map { row in
        let own = row.body == subject.code
        let name = own ? "" : subject.name(of: row.body) + ": "
        return ("\(name)\(row.measure)\(row.period.when)", subject.evidence.figure(row, in: table))
      }, caption: caption, first: "What and when")
  }
}

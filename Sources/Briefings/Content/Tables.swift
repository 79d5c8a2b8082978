import Documents
import Figures

extension Document.Table {
  /// Figures one below the other, each with mark, date and source.
  static func of(
    _ rows: [(label: String, figure: Figure)], _ subject: Subject, caption: Passage,
    first: String = "Figure"
  ) -> Block? {
    guard !rows.isEmpty else { return nil }
    return .table(
      Document.Table(
        caption: caption, header: [first] + provenanceHeader,
        rows: rows.map { [.text($0.label)] + provenance($0.figure, subject) }))
  }

  /// The headings of `provenance(_:_:)`.
  static let provenanceHeader = ["Value", "Mark", "As of", "Confidence", "Source"]

  /// The cells value, mark, date, confidence and source. That other figures disagree, and that one
  /// is old, stands beside its mark in words.
  static func provenance(_ figure: Figure, _ subject: Subject) -> [Cell] {
    [
      .figure(figure), .text(standing(figure, subject)), .text(figure.asOf),
      .text(figure.confidence?.rawValue ?? ""), figure.source.map { .source($0) } ?? .text(""),
    ]
  }

  /// Mark and kind, and what a screen says with signs: `reported, survey; disputed; old`.
  static func standing(_ figure: Figure, _ subject: Subject) -> String {
    let kind = figure.kind.map { $0 == .reported ? "" : ", " + $0.rawValue } ?? ""
    return figure.markWords + kind + (figure.contradictions.isEmpty ? "" : "; disputed")
      + (figure.isOld(on: subject.evidence.date) ? "; old" : "")
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
      }, subject, caption: caption, first: "What and when")
  }
}

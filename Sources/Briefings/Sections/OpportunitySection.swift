import Analytics
import Dashboard
import Documents
import Figures

/// The opportunity as published, and its parts by this project's allocation.
enum OpportunitySection {
  static func section(_ subject: Subject) -> Section {
    var blocks: [Block] = [.points(OpportunityRules.all.sentences(subject))]
    if let table = published(subject) { blocks.append(table) }
    blocks.append(subject.organisation == nil ? ranking(subject) : parts(subject))
    let isOfFraud = subject.evidence.isOfFraud
    blocks += Contradictions.table(subject, themes: [.opportunity]) { !isOfFraud.contains($0.id) }
    return Section("Opportunity", blocks)
  }

  private static func published(_ subject: Subject) -> Block? {
    let roles: [Role] = [
      .leverAutomation, .leverChannel, .leverFraud,
      .leverSum, .headline, .headlineRange,
      .headlineShare,
    ]
    return Document.Table.of(
      roles.compactMap { role in
        subject.fact(role).flatMap { figure in
          subject.evidence.fact(role).map { ($0.measure, figure) }
        }
      }, subject, caption: "The opportunity as published, of \(subject.evidence.wholeName).")
  }

  /// The streams of one organisation with the keys used.
  private static func parts(_ subject: Subject) -> Block {
    let series = subject.series
    let note = subject.modelled("allocation", "Allocation", "")
    let caption: Passage =
      "Its part of each stream \(cite: note): our allocation, no split is published. The benefit "
      + "is of \(subject.lastYear), \(subject.basisWords), after overlap. Contractor posts and legacy upkeep "
      + "lie outside the published opportunity."
    let all = StreamPart.all(subject)
    let column = MoneyColumn(all.flatMap { [$0.potential, series?.net[$0.stream]?.last] })
    return .table(
      Document.Table(
        caption: caption,
        header: [
          "Stream", "Share", "Potential a year", "Benefit a year", "Key", "Its value in the key",
          "Mark of the value", "Source of the value",
        ],
        rows: all.map { part in
          [
            .text(part.stream.label),
            .number(Numbers.telling(part.share * 100, places: 1) + "%"),
            part.potential.map { .number(column.text($0)) } ?? .text("-"),
            .number(column.text(series?.net[part.stream]?.last ?? 0)),
            .text(part.key.words),
            .text(subject.code.flatMap { subject.state.keyText(part.key, of: $0) } ?? "-"),
            .text(markWords(part, subject)), .text(part.cell.source),
          ]
        }))
  }

  /// The mark of a key's cell, with what is to be said against it.
  private static func markWords(_ part: StreamPart, _ subject: Subject) -> String {
    let cautions =
      subject.code.map { subject.state.cautions(part.key, part.cell, of: $0) } ?? []
    return cautions.isEmpty
      ? part.cell.mark.rawValue : "\(part.cell.mark.rawValue), \(Caution.words(cautions))"
  }

  /// Organisations by modelled benefit, with their ranges.
  private static func ranking(_ subject: Subject) -> Block {
    let note = subject.modelled("allocation", "Allocation", "")
    let caption: Passage =
      "Benefit a year in \(subject.lastYear) by organisation \(cite: note): our allocation, no "
      + "split is published. Expected values add up; P10s and P90s do not."
    let rows = subject.inputs.organisations.compactMap { organisation in
      subject.account.organisations.first { $0.code == organisation.code }
        .map { (organisation, $0) }
    }.sorted { ($0.1.benefit, $1.0.code) > ($1.1.benefit, $0.0.code) }
    let face = ProjectionSection.face(subject)
    return .table(
      Document.Table(
        caption: caption,
        header: [
          "Organisation", face, "P10", "P90", "Net present social value, \(face.lowercased())",
        ],
        rows: ProjectionSection.money(
          rows.map { organisation, account in
            let draws = subject.uncertainty?.organisations.first { $0.code == organisation.code }
            return (
              [.text(organisation.name)],
              [
                account.benefit, draws?.finalBenefit.p10, draws?.finalBenefit.p90, account.npsv,
              ]
            )
          })))
  }
}

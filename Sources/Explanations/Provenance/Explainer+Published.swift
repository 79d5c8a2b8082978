import Analytics
import Figures

extension Explainer {
  func published(_ fact: Fact) -> Explanation {
    // The note of a derived fact shows its arithmetic.
    let words = fact.mark == .reported ? "" : fact.note
    return published(
      evidence.figure(fact), .fact, value: fact.value, unit: fact.unit, words: words,
      contradictions: evidence.contradictions(of: fact))
  }

  func published(_ row: Observation, in table: ObservationTable) -> Explanation {
    var figure = evidence.figure(row, in: table)
    figure.id = Self.id(of: row, in: table)
    var explanation = published(
      figure, .observation, value: row.value, unit: row.unit,
      words: row.mark == .reported ? "" : row.note,
      contradictions: evidence.fact(row.factID).map { evidence.contradictions(of: $0) } ?? [])
    // A fact that states the same figure is one step nearer to the source.
    if evidence.fact(row.factID) != nil { explanation.inputs = [row.factID] }
    return explanation
  }

  func published(_ incident: Incident) -> Explanation {
    let figure = evidence.figure(incident)
    var explanation = published(
      figure, .observation, value: incident.affected, unit: incident.affectedUnit, words: "",
      contradictions: evidence.fact(incident.factID).map { evidence.contradictions(of: $0) } ?? [])
    explanation.inputs = figure.inputs
    return explanation
  }

  func published(_ milestone: Milestone) -> Explanation {
    var figure = evidence.figure(milestone)
    figure.id = milestone.id
    var explanation = published(
      figure, .observation, value: milestone.value, unit: milestone.unit, words: "",
      contradictions: evidence.fact(milestone.factID).map { evidence.contradictions(of: $0) } ?? [])
    explanation.inputs = figure.inputs
    return explanation
  }

  private func published(
    _ figure: Figure, _ kind: Explanation.Kind, value: Double?, unit: String, words: String,
    contradictions: [Fact]
  ) -> Explanation {
    Explanation(
      id: figure.id, label: figure.label, kind: kind, value: value, unit: unit, text: figure.text,
      mark: figure.mark, confidence: figure.confidence ?? .d, asOf: figure.asOf,
      isOld: figure.isOld(on: evidence.date),
      sources: figure.source.map { [citation($0, figure.locator)] } ?? [], words: words,
      numbers: "", inputs: [],
      contradictions: zip(contradictions, figure.contradictions).map {
        Contradiction(id: $0.id, text: $1)
      },
      cautions: figure.cautions, note: figure.note == words ? "" : figure.note, range: nil,
      arithmetic: nil)
  }

  func citation(_ fact: Fact) -> Citation {
    evidence.source(fact.sourceID).map { citation($0, fact.locator) }
      ?? Citation(title: fact.sourceID, locator: fact.locator)
  }

  func citation(_ source: Source, _ locator: String) -> Citation {
    Citation(
      publisher: source.publisher, title: source.title, date: source.date,
      address: source.address, locator: locator, licence: source.licence)
  }

  /// A row of the data folder that names where it is from in words.
  func own(_ title: String, _ locator: String) -> Citation {
    Citation(title: title, locator: locator)
  }

  /// What this project computes: the model over a version of the data.
  /// - Parameter node: what is computed; nil for what a screen computes of results.
  func ownSource(_ node: Node? = nil) -> Citation {
    let data = [inputs.name, inputs.version].compactMap { $0 }.joined(separator: " ")
    let section =
      switch node {
      case .quantity(let q): q.name.shape.section
      case .statistic(_, let q) where q.name.shape.section == 14: 14
      case .statistic, .chance: 13
      case .requirement: 14
      case .weights, .share: 5
      case nil: 14
      default: 6
      }
    return Citation(
      publisher: "digigov",
      title: "Projection model over "
        + (data.isEmpty ? "a data folder without a name" : "data \(data)"),
      date: evidence.date, locator: "docs/METHOD.md, section \(section)")
  }
}

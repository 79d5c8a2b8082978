import Figures
import Testing

@Suite("Figures of evidence")
struct FigureTests {
  let evidence = Evidence.sample

  @Test("A fact keeps its mark, source and date, and brings what contradicts it")
  func fact() throws {
    let figure = evidence.figure(try #require(evidence.fact("headline")))
    #expect(
      figure
        == Figure(
          id: "headline", label: "Potential, UK public sector, 2024-25", text: "£45bn a year",
          mark: .reported, kind: .estimate, confidence: .b, asOf: "2025-01-21",
          source: Evidence.review, locator: "page 7",
          contradictions: [
            "Potential, range, 2024-25: £45bn to £87bn a year (The Service)",
            // A publication that is not in the list is named by its id.
            "Potential, 2024-25: £2bn (lost)",
          ],
          value: FigureValue(number: 45, unit: "£bn a year", body: "UK", period: "2024-25")))
  }

  @Test(
    "A published P50 gives its source no range",
    arguments: [
      (Mark.reported, Statistic.p50, 0.2, "reported for the P50, its range is judged"),
      (.derived, .p50, 0.2, "derived for the P50, its range is judged"),
      (.modelled, .p50, 0.2, "modelled"), (.reported, .p50, 0.4, "reported"),
      (.reported, nil, 0.2, "reported"),
    ] as [(Mark, Statistic?, Double, String)])
  func assumed(mark: Mark, statistic: Statistic?, low: Double, words: String) {
    let value = FigureValue(number: 0.4, low: low, high: 0.4, unit: "share", statistic: statistic)
    let figure = Figure(id: "a", label: "A", text: "0.4", mark: mark, value: value)
    #expect(figure.markWords == words)
  }

  @Test("A fact without a number prints what is said in its place")
  func statement() throws {
    let fact = try #require(evidence.fact("alone"))
    #expect(evidence.figure(fact).text == "No split is published")
    #expect(Fact.sample("empty", value: nil).printed == "not published")
  }

  @Test("An observation is named by its table, body, measure and period")
  func observation() {
    let figure = evidence.figure(.sample(value: 4), in: .legacy)
    #expect(
      figure
        == Figure(
          id: "legacy.HO.Red-rated systems.2023-11",
          label: "Red-rated systems, Home Office, 2023-11", text: "4 systems", mark: .derived,
          kind: .reported, confidence: .c, asOf: "2023-11", source: Evidence.blueprint,
          locator: "row 3", note: "counted by hand",
          value: FigureValue(number: 4, unit: "systems", body: "HO", period: "2023-11")))
  }

  @Test("An observation that states a fact has the fact's id and contradictions, its own source")
  func statedFact() {
    let figure = evidence.figure(.sample(value: 4, factID: "headline"), in: .legacy)
    #expect(figure.id == "headline")
    #expect(figure.source == Evidence.blueprint)
    #expect(figure.contradictions.count == 2)
  }

  @Test("An empty cell is not published, and is not nought")
  func emptyCell() {
    #expect(evidence.figure(.sample(value: nil), in: .legacy).text == "not published")
    #expect(evidence.figure(.sample(value: 0), in: .legacy).text == "0 systems")
  }
}

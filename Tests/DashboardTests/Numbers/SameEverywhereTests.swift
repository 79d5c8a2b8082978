import Analytics
import Dashboard
import Explanations
import Figures
import Frames
import Testing

/// One number has one text, mark, date and source, on whatever screen it stands.
@Suite struct SameEverywhereTests {
  /// What must be one of a published figure.
  private struct Standing: Hashable, CustomStringConvertible {
    var text: String
    var mark: Mark
    var asOf, source: String
    var qualifier: Qualifier?

    var description: String {
      "\(text) \(mark.rawValue) \(asOf) \(source) \(qualifier?.rawValue ?? "exact")"
    }
  }

  /// Every screen with what can be drilled into, and every organisation's page, large enough for
  /// all panels; the panels that have no room open one after the other.
  private static let figures = Result { () throws -> [(place: String, figure: Figure)] in
    let world = try World.load()
    let rested = try world.state(columns: 200, rows: 60)
    let screens = ScreenID.allCases.filter { $0 != .department }
    let places =
      screens.flatMap { EveryNumberTests.places[$0] ?? [Place($0)] }
      + world.inputs.organisations.map { Place(.department, path: [$0.code]) }
    return places.flatMap { place -> [(String, Figure)] in
      var state = rested
      state.look { $0 = place }
      return state.panelNames.flatMap { panel -> [(String, Figure)] in
        // A picture of one panel has all of its figures.
        var state = state
        state.look { $0.panel = panel }
        return state.sight.entries.filter { $0.panel == panel }
          .flatMap { entry in entry.figures.map { ("\(place.screen) \(panel)", $0) } }
      }
    }
  }

  @Test func aPublishedFigureIsOne() throws {
    var found: [String: [Standing: String]] = [:]
    for (place, figure) in try Self.figures.get() where figure.mark != .modelled {
      let standing = Standing(
        text: figure.text, mark: figure.mark, asOf: figure.asOf, source: figure.source?.id ?? "",
        qualifier: figure.value?.qualifier)
      found[figure.id, default: [:]][standing] = place
    }
    #expect(found.count > 500)
    let several = found.filter { $0.value.count > 1 }.map { id, ways in
      "\(id): \(ways.map { "\($0.key) (\($0.value))" }.sorted().joined(separator: " | "))"
    }
    #expect(several.isEmpty, "\(several.sorted().joined(separator: "\n"))")
  }

  /// What the model computes is of the date of the data.
  @Test func whatIsModelledIsOfTheDataAndMarkedSo() throws {
    let date = try World.load().evidence.date
    let wrong = try Self.figures.get().filter {
      // An assumption that is a published figure has that figure's date.
      $0.figure.mark == .modelled && $0.figure.asOf != date
    }
    #expect(wrong.isEmpty, "\(Set(wrong.map { "\($0.figure.id) \($0.figure.asOf)" }).sorted())")
  }

  /// `explain` says the same of a fact as the screens do.
  @Test func explanationsSayTheSame() throws {
    let world = try World.load()
    let explainer = Explainer(
      inputs: world.inputs, evidence: world.evidence, scenario: try world.scenario("blueprint"))
    var checked = 0
    for (place, figure) in try Self.figures.get() {
      guard world.evidence.fact(figure.id) != nil || figure.id.hasPrefix("efficiency.") else {
        continue
      }
      let explanation = try #require(explainer.explain(figure.id), "\(figure.id)")
      #expect(explanation.text == figure.text, "\(place) \(figure.id)")
      #expect(explanation.mark == figure.mark, "\(place) \(figure.id)")
      #expect(explanation.asOf == figure.asOf, "\(place) \(figure.id)")
      #expect(
        explanation.contradictions.isEmpty == figure.contradictions.isEmpty,
        "\(place) \(figure.id)")
      checked += 1
    }
    #expect(checked > 300)
  }

  /// A promise that is still to come is not of the day on which it is due.
  @Test func whatIsDueIsNotOfItsDueDate() throws {
    let evidence = try World.load().evidence
    for row in evidence.milestones where row.status == .due || row.status == .late {
      let figure = evidence.figure(row)
      let published = evidence.source(row.sourceID)?.date ?? ""
      let stated =
        evidence.fact(row.factID)?.asOf ?? (published.isEmpty ? row.lastSeen : published)
      #expect(figure.asOf == stated, "\(row.id): \(figure.asOf)")
      #expect(figure.text.contains("\(row.date): \(row.status.rawValue)"), "\(row.id)")
    }
    let scanning = try #require(evidence.milestones.first { $0.id == "scanning" })
    #expect(evidence.figure(scanning).text == "over 600 organisations, 2026-01: reported")
  }

  /// A number that an assumption of the register is stands there with the signs that it has
  /// everywhere.
  @Test(arguments: [
    ("lab", "36 (23.7 to 45) R~"), ("lab", "1.86 (1.5 to 3) D!~"),
    ("lab", "0.28 (0.22 to 0.36) R!~"), ("lab", "123 (109.5 to 137.9) R~"),
    ("lab", "0.5 (0.25 to 0.7) M"), ("evidence", "36 R~"), ("overview", "£36bn R~"),
  ])
  func assumptionsHaveTheSignsOfTheFigureThatTheyAre(screen: String, text: String) throws {
    let place = Place(try #require(ScreenID(rawValue: screen)), panel: "assumptions")
    let lines = try World.load().state(place, columns: 200, rows: 60).drawnLines
    #expect(lines.contains { $0.contains(text) }, "\(lines.joined(separator: "\n"))")
  }
}

extension State {
  /// The rows of the screen as text.
  var drawnLines: [String] { draw(self).frame.lines }
}

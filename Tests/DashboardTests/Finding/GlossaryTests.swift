import Dashboard
import Explanations
import Figures
import Frames
import TestSupport
import Testing

/// What terms mean: behind help, in the palette, and every abbreviation on a screen has one.
@Suite struct GlossaryTests {
  @Test func itIsBehindHelpAndInThePalette() throws {
    let world = try World.load().withoutDraws
    var state = try world.state(columns: 120, rows: 36)
    world.send([.of("?"), .of("g")], to: &state)
    #expect(draw(state).frame.lines.contains { $0.contains("What terms mean") })
    var found = try PaletteTests.open("evpi", World.load())
    world.send([KeyPress(.enter)], to: &found)
    #expect(found.layers == [.glossary(term: "EVPI", scroll: 0)])
    let lines = draw(found).frame.lines
    #expect(lines.contains { $0.contains("worth to know everything") })
  }

  /// Abbreviations that screens print are terms, or names that the data explain.
  @Test(arguments: ScreenPropertyTests.places)
  func everyAbbreviationOfAScreenIsExplained(place: Place) throws {
    let world = try World.load()
    let state = try world.state(place, columns: 160, rows: 48)
    var known = Set(["FTE", "VAT", "PAYE", "AI", "API", "GP", "IT", "UK", "HM", "DBT", "A", "E"])
    for body in world.evidence.bodies {
      known.insert(body.code)
      for word in (body.name + " " + body.note).split(whereSeparator: { !$0.isLetter }) {
        known.insert(String(word))
      }
    }
    let evidence = world.evidence
    let texts =
      evidence.facts.map(\.measure)
      + evidence.sources.flatMap { [$0.title, $0.publisher] }
      + evidence.milestones.map(\.title) + evidence.incidents.map(\.title)
    for text in texts {
      for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        known.insert(String(word))
      }
    }
    for line in draw(state).frame.lines {
      for word in line.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        let letters = word.filter(\.isLetter)
        guard letters.count >= 3, letters.allSatisfy(\.isUppercase) else { continue }
        #expect(
          Glossary.term(String(word)) != nil || known.contains(String(word)), "\(word): \(line)")
      }
    }
  }

  /// One meaning each, in a sentence.
  @Test func termsAreTermsOnce() {
    var seen: Set<String> = []
    for term in Glossary.terms {
      #expect(term.meaning.hasSuffix(".") && term.meaning.count < 220, "\(term.name)")
      for name in [term.name] + term.also {
        #expect(seen.insert(name.lowercased()).inserted, "\(name)")
      }
    }
  }
}

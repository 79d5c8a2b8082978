import Analytics
import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// What an adviser would ask, answered from the Overview in at most eight keys. A text typed into
/// the palette, a filter or a prompt counts as one.
@Suite struct QuestionTests {
  enum Stroke {
    case key(KeyPress)
    case text(String)
  }

  /// Types the keys and gives back what stands there then.
  func answer(_ strokes: [Stroke]) throws -> (World, State, [Effect]) {
    #expect(strokes.count <= 8)
    let world = try World.load()
    var state = try world.state(columns: 120, rows: 36)
    var effects: [Effect] = []
    for stroke in strokes {
      switch stroke {
      case .key(let key): effects = world.send(.key(key), to: &state)
      case .text(let text): world.send(text.map { KeyPress.of($0) }, to: &state)
      }
    }
    return (world, state, effects)
  }

  private static let find = Stroke.key(.of(":"))
  private static let enter = Stroke.key(KeyPress(.enter))

  @Test("Where does the £45bn come from?") func headline() throws {
    let (world, state, _) = try answer([.key(.of("s"))])
    let fact = try #require(world.evidence.fact("opportunity.total"))
    #expect(state.layers == [.card(scroll: 0)] && state.sight.figure?.id == fact.id)
    let source = try #require(world.evidence.source(fact.sourceID))
    #expect(draw(state).frame.lines.contains { $0.contains(source.title.prefix(20)) })
  }

  @Test("What is the Home Office's part?") func part() throws {
    let (_, state, _) = try answer([Self.find, .text("home office"), Self.enter])
    #expect(state.place.path == ["HO"])
    // As a reader of lines has it: on a screen of this size the panel is one that opens.
    let parts = (state.outline.parts.first { $0.id == "keys" }?.lines.map(\.text) ?? []).prefix(5)
    #expect(parts.count == 5 && parts.allSatisfy { $0.contains("share ") && $0.contains("%") })
    #expect(state.sight.breadcrumb.last == "Home Office")
    let benefit = try #require(
      state.uncertainty?.organisations.first { $0.code == "HO" }?.finalBenefit.mean)
    let text = Numbers.billions(benefit)
    #expect(state.outline.parts.flatMap(\.lines).contains { $0.text.contains(text) })
  }

  @Test("What if the Home Office starts two years late?") func delay() throws {
    let (world, state, _) = try answer(
      [Self.find, .text("home office start delay"), Self.enter, Self.enter, .text("2"), Self.enter])
    #expect(state.scenario.overrides["HO"]?[.startDelay] == 2)
    let before = try #require(state.baselineProjection?.organisations.first { $0.code == "HO" })
    let after = try #require(state.projection?.organisations.first { $0.code == "HO" })
    #expect(after.npsv != before.npsv)
    #expect(
      after.npsv
        == world.model.central(state.scenario).organisations.first {
          $0.code == "HO"
        }?.npsv)
  }

  @Test("How many red-rated systems has Justice?") func redRated() throws {
    let (world, state, _) = try answer(
      [Self.find, .text("red-rated legacy systems, ministry of justice"), Self.enter])
    let figure = try #require(state.sight.figure)
    let rows = world.evidence.rows(.legacy, of: "MOJ")
    #expect(figure.label.hasPrefix("Red-rated legacy systems, Ministry of Justice"))
    #expect(rows.contains { $0.printed == figure.text } && state.layers == [.card(scroll: 0)])
  }

  @Test("What does a contractor cost against a civil servant?") func contractor() throws {
    let (world, state, _) = try answer(
      [Self.find, .text("cost of a contractor against a permanent"), Self.enter])
    let figure = try #require(state.sight.figure)
    let fact = try #require(world.evidence.fact(figure.id))
    #expect(figure.text == fact.printed && !figure.contradictions.isEmpty)
  }

  @Test("When is the red list clear?") func redList() throws {
    let (_, state, _) = try answer(
      [Self.find, .text("red list when is it clear"), Self.enter])
    #expect(state.place.screen == .legacy && state.place.panel == "queue")
    #expect(state.outlineOfFocus?.lines.contains { $0.text.contains("clear") } == true)
  }

  @Test("How sure is it that it pays?") func chance() throws {
    let (_, state, _) = try answer(
      [.key(KeyPress(.tab)), .key(KeyPress(.tab)), .key(KeyPress(.right))])
    #expect(state.sight.figure?.label.contains("pays for itself") == true)
    let share = try #require(state.uncertainty?.probabilityNPSVPositive)
    #expect(state.sight.figure?.text == Numbers.share(share))
  }

  @Test("Which table of departments can I send?") func table() throws {
    let (world, _, effects) = try answer([.key(.of("7")), .key(.of("Y"))])
    guard case .copy(let copy)? = effects.first else {
      Issue.record("nothing copied")
      return
    }
    for organisation in world.inputs.organisations {
      #expect(copy.text.contains(organisation.name))
    }
  }

  @Test("What is assumed of cash?") func assumption() throws {
    let (world, state, _) = try answer([Self.find, .text("automation_cash_share"), Self.enter])
    let row = try #require(world.inputs.assumptions.first { $0.id == .automationCashShare })
    #expect(state.layers == [.card(scroll: 0)])
    let figure = try #require(state.sight.figure)
    #expect(figure.label.contains(row.label) && figure.text.contains(Numbers.typed(row.range.p50)))
  }

  @Test("How many use One Login?") func oneLogin() throws {
    let (world, state, _) = try answer([Self.find, .text("one login"), Self.enter])
    let body = try #require(world.evidence.bodies.first { $0.name.contains("One Login") })
    #expect(
      state.sight.figure?.label.contains("One Login") == true
        || state.outlineOfFocus?.lines.contains { $0.text.contains(body.name) } == true)
  }

  @Test("Which department has the most contractors?") func mostContractors() throws {
    let (_, state, _) = try answer([.key(.of("4"))])
    #expect(state.place.panel.isEmpty || state.place.panel == "departments")
    #expect(state.sight.figure?.label.contains("Contingent labour and consultancy") == true)
  }
}

import Analytics
import Dashboard
import Figures
import Frames
import Testing

/// Every printed number is an object: it can have the focus, and its card says where it is from.
@Suite struct EveryNumberTests {
  static let sizes = [(80, 24), (120, 36), (160, 48)]

  /// A state with all answers, computed once.
  private static let rested = Result { try World.load().state() }

  /// Each screen with what can be drilled into from it.
  static let places: [ScreenID: [Place]] = [
    .opportunity: [
      Place(.opportunity), Place(.opportunity, path: ["automation"]),
      Place(.opportunity, path: ["fraud", "Central"]),
    ],
    .contractors: [
      Place(.contractors), Place(.contractors, path: ["HO"]),
      Place(.contractors, path: ["HO", "all"]), Place(.contractors, path: ["HO", "DBS"]),
      Place(.contractors, path: ["HO", "all", "contingent"]),
      Place(.contractors, path: ["HO", "DBS", "payroll"]),
    ],
    .outages: [
      Place(.outages), Place(.outages, path: ["NHSE"]), Place(.outages, path: ["PNC"]),
      Place(.outages, path: ["PNC", "Planned outages"]),
    ],
    .departments: [Place(.departments), Place(.departments, path: ["Central"])],
    .department: ["HMRC", "MHCLG", "NHS", "LOCAL", "DFE"].map { Place(.department, path: [$0]) },
  ]

  @Test(arguments: ScreenID.allCases, sizes)
  func hasACard(screen: ScreenID, size: (columns: Int, rows: Int)) throws {
    let world = try World.load()
    var missing: Set<String> = []
    for place in Self.places[screen] ?? [Place(screen)] {
      // A department's page asks for a fan of its own; the others show what is there.
      var state = try place.screen == .department ? world.state(place) : Self.rested.get()
      state.look { $0 = place }
      _ = state.update(.resized(columns: size.columns, rows: size.rows))
      missing.formUnion(Self.views(of: state).flatMap { Screenful($0).orphans })
    }
    #expect(missing.isEmpty, "\(missing.count):\n\(missing.sorted().joined(separator: "\n"))")
  }

  /// What numbers were stands beside them after a lever was moved, and on their cards.
  @Test(arguments: ScreenID.allCases, [(120, 36), (160, 48)])
  func hasACardAfterALever(screen: ScreenID, size: (columns: Int, rows: Int)) throws {
    let world = try World.load()
    let place = (Self.places[screen] ?? [Place(screen)])[0]
    var state = try world.state(place, columns: size.columns, rows: size.rows)
    world.take(.leverTyped(.pace, .nation, "0.6"), into: &state)
    let missing = Set(Self.views(of: state).flatMap { Screenful($0).orphans })
    #expect(missing.isEmpty, "\(missing.count):\n\(missing.sorted().joined(separator: "\n"))")
  }

  @Test(arguments: [ScreenID.overview, .opportunity, .outages])
  func hasACardBeforeTheDrawsAreThere(screen: ScreenID) throws {
    let state = try World.load().withoutDraws.state(Place(screen), columns: 120, rows: 36)
    let missing = Self.views(of: state).flatMap { Screenful($0).orphans }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  @Test(arguments: sizes) func tilesOfATreemapHaveCards(columns: Int, rows: Int) throws {
    for path in [[], ["automation"], ["automation", "Central"]] {
      var state = try Self.rested.get()
      state.look { $0 = Place(.opportunity, path: path) }
      for action in [.resized(columns: columns, rows: rows), .pictureSwitched] as [Action] {
        _ = state.update(action)
      }
      #expect(Screenful(state).orphans == [])
    }
  }

  /// The rule itself finds what has no card.
  @Test func anotherNumberOnTheScreenIsFound() throws {
    let state = try World.load().state(columns: 120, rows: 36)
    let first = try #require(state.sight.entries.first)
    var area = try #require(
      draw(state).areas.first { $0.panel == first.panel && $0.item == first.item })
    var frame = draw(state).frame
    frame.write("£99.9bn", column: area.rect.column + 2, row: area.rect.row, .plain)
    area.rect.columns = 12
    let found = PrintedNumber.all(
      in: frame, row: area.rect.row, columns: area.rect.column..<area.rect.endColumn)
    #expect(found.map(\.text) == ["£99.9bn"])
    #expect(
      found.allSatisfy { number in
        !first.figures.contains { BareNumber.all(in: $0.text).contains { $0.says(number.bare) } }
      })
  }

  /// A state with each panel open that has a place of its own or only one while it has the focus,
  /// at the beginning of its rows and at their end.
  private static func views(of state: State) -> [State] {
    var ended = state
    ended.look { for name in state.panelNames { $0.items[name] = 100_000 } }
    return [state, ended].flatMap { view in
      let open = Set(draw(view).areas.filter { $0.item == nil && $0.rect.rows > 1 }.map(\.panel))
      return [view]
        + view.panelNames.filter { !open.contains($0) }.map { name in
          var view = view
          view.look { $0.panel = name }
          return view
        }
    }
  }
}

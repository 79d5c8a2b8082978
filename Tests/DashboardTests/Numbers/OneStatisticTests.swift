import Analytics
import Dashboard
import Figures
import Frames
import Store
import Testing

/// The face of every modelled number is its expected value, which adds up; the data's date stands on
/// every screen.
@Suite struct OneStatisticTests {
  /// The means of the model, computed apart from the dashboard, and a state at rest.
  private struct Rest {
    let world: World
    let state: State
    let uncertainty: Uncertainty
    let expected: Account
  }

  private static let rest = Result { () throws -> Rest in
    let world = try World.load()
    let scenario = try world.scenario("blueprint")
    let draws = try #require(world.draws)
    let run = try #require(world.model.run(scenario, world.model.sample(scenario, draws)))
    let uncertainty = try #require(world.model.uncertainty(run))
    return Rest(
      world: world, state: try world.state(columns: 200, rows: 60), uncertainty: uncertainty,
      expected: try #require(uncertainty.expected))
  }

  private func figures(_ place: Place) throws -> [Figure] {
    var state = try Self.rest.get().state
    state.look { $0 = place }
    return state.sight.entries.flatMap(\.figures)
  }

  private func figure(_ id: String, _ place: Place) throws -> Figure {
    try #require(try figures(place).first { $0.id == id }, "\(id)")
  }

  @Test func listsHaveTheMeansOfTheDraws() throws {
    let rest = try Self.rest.get()
    for own in rest.expected.organisations {
      let id = "\(own.code).benefit@2040-41"
      for place in [Place(.overview), Place(.departments), Place(.lab)] {
        var place = place
        place.panel = place.screen == .departments ? "departments" : "ranking"
        place.enlarged = true
        let figure = try figure(id, place)
        #expect(figure.value?.number == own.benefit && figure.value?.statistic == .mean)
        #expect(figure.text.contains(Numbers.billions(own.benefit)), "\(figure.text)")
      }
      let row = Place(.departments)
      for (id, value) in [
        ("cash@2040-41", own.cash), ("exchequer@2040-41", own.exchequer),
        ("cost@2040-41", own.cost), ("npsv", own.npsv),
      ] {
        let figure = try figure("\(own.code).\(id)", row)
        #expect(figure.value?.number == value && figure.value?.statistic == .mean)
      }
    }
  }

  @Test(arguments: ["HO", "HMRC", "NHS", "AGO"]) func aPageHasThem(code: String) throws {
    let rest = try Self.rest.get()
    let state = try rest.world.state(Place(.department, path: [code]), columns: 200, rows: 60)
    let own = try #require(rest.expected.organisations.first { $0.code == code })
    let found = state.sight.entries.flatMap(\.figures)
    for (id, value) in [
      ("benefit@2040-41", own.benefit), ("npsv", own.npsv), ("cash@2040-41", own.cash),
      ("exchequer@2040-41", own.exchequer), ("cost@2040-41", own.cost),
    ] {
      let same = found.filter { $0.id == "\(code).\(id)" }
      #expect(!same.isEmpty, "\(id)")
      for figure in same {
        #expect(abs((figure.value?.number ?? .nan) - value) <= 1e-12 * abs(value), "\(id)")
      }
    }
    // The streams are printed so that they add up to the benefit.
    let streams = Stream.allCases.compactMap { stream in
      found.first { $0.id == "\(code).net.\(stream.rawValue)@2040-41" }.map { money($0.text) }
    }
    let sum = try #require(
      state.sight.entries.first { $0.panel == "streams" && $0.item == 5 }?.figure)
    #expect(streams.count == 5 && abs(streams.reduce(0, +) - money(sum.text)) < 1e-9)
  }

  /// Tile, chart and bridge have the same number of the same statistic, and the lists add up to it.
  @Test func theNationIsTheSumOfItsOrganisations() throws {
    let rest = try Self.rest.get()
    let benefit = try #require(rest.uncertainty.metrics[.finalBenefit]?.mean)
    let list = rest.expected.organisations.reduce(0) { $0 + $1.benefit }
    #expect(abs(list - benefit) < 1e-9)
    let tile = try figure("final_benefit", Place(.overview))
    let net = try figure("benefit@2040-41", Place(.opportunity))
    #expect(tile.value?.number == benefit)
    #expect(tile.text.contains("expected \(Numbers.billions(benefit)); 8 in 10 runs"))
    #expect(abs((net.value?.number ?? .nan) - benefit) < 1e-9)
    let worth = try #require(rest.uncertainty.metrics[.npsv]?.mean)
    let npsv = try figure("npsv", Place(.overview))
    #expect(npsv.value?.number == worth && npsv.value?.low != nil && npsv.value?.high != nil)
    // Gross to net: the parts printed add up to the gross, and that less the overlap is the net.
    let bridge = rest.state
    var place = bridge
    place.look { $0 = Place(.opportunity, panel: "bridge") }
    let rows = place.sight.entries.filter { $0.panel == "bridge" }.compactMap(\.figure)
      .map { money($0.text) }
    #expect(rows.count == 8)
    #expect(abs(rows[0..<5].reduce(0, +) - rows[5]) < 1e-9, "\(rows)")
    #expect(abs(rows[5] - rows[6] - rows[7]) < 1e-9, "\(rows)")
  }

  /// Outside the Lab no face is a median or the central case: only what is an assumption, and the
  /// split of the published potential, which no draw enters.
  @Test(arguments: ScreenID.allCases.filter { $0 != .lab })
  func noOtherStatisticIsAFace(screen: ScreenID) throws {
    let rest = try Self.rest.get()
    let place = Place(screen, path: screen == .department ? ["HO"] : [])
    var state = rest.state
    if screen == .department { state = try rest.world.state(place, columns: 200, rows: 60) }
    for panel in state.panelNames {
      state.look { $0 = place }
      state.look { $0.panel = panel }
      for figure in state.sight.entries.flatMap(\.figures) where figure.mark == .modelled {
        let isInput = ["assumption.", "potential", ".size.", "staff_time", "red_list."].contains {
          figure.id.contains($0)
        }
        guard !isInput, let statistic = figure.value?.statistic else { continue }
        #expect(statistic != .p50 && statistic != .central, "\(panel) \(figure.id)")
        #expect(!figure.text.contains("P50") && !figure.text.contains("central"), "\(figure.text)")
      }
    }
  }

  /// Before there are draws the central case stands there, and is named.
  @Test(arguments: [ScreenID.overview, .opportunity, .departments, .outages])
  func withoutDrawsTheCentralCaseIsNamed(screen: ScreenID) throws {
    let state = try World.load().withoutDraws.state(Place(screen), columns: 160, rows: 48)
    for figure in state.sight.entries.flatMap(\.figures)
    where figure.mark == .modelled && figure.value?.statistic == .central {
      let isInput = ["potential", ".size.", "staff_time"].contains { figure.id.contains($0) }
      #expect(isInput || figure.text.contains("central case"), "\(figure.id): \(figure.text)")
    }
    #expect(!state.drawnLines.contains { $0.contains("expected") })
  }

  /// While the levers have moved and the draws are not there yet, the face is what it was, and the
  /// status line says so; then it is the new one.
  @Test func aFaceIsNeverSilentlyAnother() throws {
    let rest = try Self.rest.get()
    var state = rest.state
    let before = try #require(state.account)
    let store = Store(state, rest.world.answers, clock: .virtual)
    store.take(.leverTyped(.startDelay, .nation, "2"))
    state = store.state
    #expect(state.account == before && state.uncertaintyIsStale)
    #expect(state.drawnLines.contains { $0.contains("updating") })
    store.settle()
    state = store.state
    #expect(state.account?.basis == .expected && state.account != before)
    #expect(!state.drawnLines.contains { $0.contains("updating") })
  }

  /// Changes in the Lab are of expected values on the same draws.
  @Test func changesAreOfExpectedValues() throws {
    let rest = try Self.rest.get()
    var state = try rest.world.state(Place(.lab), columns: 200, rows: 60)
    let before = try #require(state.account?.metrics[.npsv])
    rest.world.take(.leverTyped(.startDelay, .nation, "2"), into: &state)
    let now = try #require(state.account?.metrics[.npsv])
    let change = try #require(
      state.sight.entries.flatMap(\.figures).first { $0.id == "npsv.change" })
    #expect(change.value?.number == now - before)
    // Where the program starts with levers moved, the baseline is asked for.
    let started = rest.world.start(
      state.scenario, baseline: state.baseline, Place(.lab), columns: 200, rows: 60)
    let same = started.sight.entries.flatMap(\.figures).first { $0.id == "npsv.change" }
    #expect(same?.value?.number == now - before)
  }

  @Test(arguments: ScreenID.allCases, [(60, 18), (80, 24), (120, 36), (160, 48)])
  func theDateStandsInTheHeader(screen: ScreenID, size: (columns: Int, rows: Int)) throws {
    let rest = try Self.rest.get()
    var state = rest.state
    state.look { $0 = Place(screen, path: screen == .department ? ["ACADEMIES"] : []) }
    _ = state.update(.resized(columns: size.columns, rows: size.rows))
    let date = rest.world.evidence.date
    #expect(!date.isEmpty && draw(state).frame.lines[0].contains(date))
    #expect(state.picture().source.contains(date) || state.picture().asOf.contains(date))
  }

  @Test func helpExplainsTheAgeSignByTheDate() throws {
    let state = try Self.rest.get().state
    let date = state.evidence.date
    let text = "\(state.helpText)"
    #expect(text.contains(date) && text.contains("18 months") && text.contains("expected value"))
  }

  /// A printed sum in £m: `£1.8bn a year, expected`.
  private func money(_ text: String) -> Double {
    guard
      let match = text.replacing(Numbers.minus, with: "-").firstMatch(of: /(-?)£([\d,.]+)(bn|m)?/),
      let number = Double(String(match.2).replacing(",", with: ""))
    else { return .nan }
    return number * (match.3 == "bn" ? 1000 : 1) * (match.1.isEmpty ? 1 : -1)
  }
}

import Analytics
import Dashboard
import Figures
import Frames
import TestSupport
import Testing

/// What digital reform could bank of each published target.
@Suite struct BankGaugeTests {
  @Test func thereAreRowsOnceTheDrawsAreThere() throws {
    var state = try World.load().state(
      Place(.departments, panel: "gauge"), columns: 120, rows: 36)
    state.look { $0.enlarged = true }
    let rows = state.sight.entries.filter { $0.panel == "gauge" && $0.figures.count > 1 }
    #expect(rows.count >= 5)
    for figure in rows.flatMap(\.figures) where figure.mark == .modelled {
      #expect(figure.text.contains("expected") && figure.value?.statistic == .mean, "\(figure.id)")
    }
  }

  /// One number has one value: what the list says is what the page of the organisation says.
  @Test func thePageOfAnOrganisationSaysTheSame() throws {
    let world = try World.load()
    var list = try world.state(Place(.departments, panel: "gauge"), columns: 120, rows: 36)
    list.look { $0.enlarged = true }
    let listed = list.sight.entries.filter { $0.panel == "gauge" }.flatMap(\.figures)
    for code in ["HO", "MOJ", "DSIT"] {
      let page = try world.state(
        Place(.department, path: [code], panel: "target", enlarged: true), columns: 120, rows: 36)
      let told = page.sight.entries.flatMap(\.figures)
      for id in ["\(code).cash@2028-29", "\(code).cash_of_target@2028-29"] {
        let one = try #require(listed.first { $0.id == id }, "\(id)")
        let other = try #require(told.first { $0.id == id }, "\(id)")
        #expect(one == other)
      }
    }
  }

  /// The levers' effect is there as soon as the answer is, with what it was.
  @Test func aLeverMovesItAndLeavesWhatItWas() throws {
    let world = try World.load()
    var state = try world.state(Place(.departments, panel: "gauge"), columns: 120, rows: 36)
    state.look { $0.enlarged = true }
    func cash(_ state: State) -> Figure? {
      state.sight.entries.flatMap(\.figures).first { $0.id == "MOD.cash@2028-29" }
    }
    let before = try #require(cash(state))
    world.take(.leverTyped(.startDelay, .nation, "1"), into: &state)
    let now = try #require(cash(state))
    #expect(now.text != before.text && now.note.contains(before.text), "\(now.note)")
    #expect(state.drawnLines.contains { $0.contains("was") })
  }

  /// Whoever comes from elsewhere finds it, too.
  @Test func itIsThereForWhoComesFromAnotherScreen() throws {
    let world = try World.load()
    var state = try world.state(Place(.overview), columns: 120, rows: 36)
    world.take(.went(Place(.departments, panel: "gauge")), into: &state)
    let found = state.sight.entries.flatMap(\.figures).first { $0.id == "MOD.cash@2028-29" }
    #expect(found?.value?.statistic == .mean)
  }
}

import Analytics
import Dashboard
import Testing

/// What is asked for before the first frame.
@Suite struct StartTests {
  private func central(_ effects: [Effect]) -> [Request] {
    effects.compactMap { effect in
      guard case .project(let request) = effect, request.draws == 0 else { return nil }
      return request
    }
  }

  @Test func oneProjectionSaysScenarioAndBaselineWhereTheyAreTheSame() throws {
    let world = try World.load().withoutDraws
    var state = world.unasked(try world.scenario("blueprint"))
    let effects = state.update(.began)
    #expect(central(effects).count == 1)
    world.take(.began, into: &state)
    #expect(state.projection == world.model.central(state.scenario))
    #expect(state.baselineProjection == state.projection)
  }

  @Test func eachHasItsOwnWhereTheyDiffer() throws {
    let world = try World.load().withoutDraws
    var state = world.unasked(
      try world.scenario("accelerated"), baseline: try world.scenario("blueprint"))
    let effects = state.update(.began)
    #expect(Set(central(effects).map(\.scenario)) == [state.scenario, state.baseline])
    world.take(.began, into: &state)
    #expect(state.projection == world.model.central(state.scenario))
    #expect(state.baselineProjection == world.model.central(state.baseline))
    #expect(state.projection != state.baselineProjection)
  }
}

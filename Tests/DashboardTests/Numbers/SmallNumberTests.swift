import Analytics
import Dashboard
import Figures
import Testing

/// What is not nothing does not read as nothing, however small.
@Suite struct SmallNumberTests {
  private func state(
    _ place: Place, _ sets: [Lever: Double], isBaseline: Bool = false
  ) throws -> State {
    let world = try World.load()
    var scenario = try world.scenario("blueprint")
    let baseline = scenario
    for (lever, value) in sets { scenario.levers[lever] = value }
    return world.start(
      scenario, baseline: isBaseline ? scenario : baseline, place, columns: 160, rows: 48)
  }

  /// A thousandth of one lever alone.
  private static let least: [Lever: Double] = [
    .automationCoverage: 0.001, .channelCoverage: 0, .fraudCoverage: 0, .contractorPosts: 0,
    .legacyRemediation: 0,
  ]

  @Test(arguments: [
    Place(.overview), Place(.opportunity), Place(.departments), Place(.lab), Place(.legacy),
    Place(.outages), Place(.department, path: ["AGO"]), Place(.department, path: ["HMT"]),
    Place(.lab, panel: "ranking"), Place(.lab, panel: "information"),
  ])
  func nothingReadsAsNothingButNothing(place: Place) throws {
    let lines = try state(place, Self.least).drawnLines
    // Nothing itself is `0` or `£0`: decimals of it are of something that was rounded away.
    for line in lines { #expect(line.firstMatch(of: /(?:^|[^\d.,])0\.0+(?!\d)/) == nil, "\(line)") }
  }

  /// The unit of small results is £m, and their range has it, too.
  @Test func smallResultsAreInMillions() throws {
    let lab = try state(Place(.lab), Self.least, isBaseline: true)
    #expect(lab.drawnLines.contains { $0.contains("Results, real £m") })
    #expect(lab.drawnLines.contains { $0.contains("Tornado: NPSV, real £m") })
    let npsv = try #require(
      lab.sight.entries.flatMap(\.figures).first {
        $0.id == "npsv" && $0.text.hasPrefix("expected")
      })
    #expect(npsv.label.contains("real £m"))
    let central = try #require(lab.projection?.metrics[.npsv])
    #expect(npsv.text.contains("central case \(MoneyColumn([0.1]).bare(central))"))
  }

  /// In ordinary use: one small organisation's lever.
  @Test func aSmallChangeIsSeen() throws {
    let world = try World.load()
    var scenario = try world.scenario("blueprint")
    let baseline = scenario
    scenario.overrides["AGO"] = [.automationCoverage: 0.2]
    let state = world.start(scenario, baseline: baseline, Place(.lab), columns: 160, rows: 48)
    let change = try #require(
      state.sight.entries.flatMap(\.figures).first {
        $0.id == "npsv.change"
      })
    #expect(!change.text.hasPrefix("0") && !change.text.hasPrefix("-:"))
  }

  /// From what it was to what it is: the printed numbers subtract.
  @Test(arguments: [0.5, 1, 2, 3.0])
  func printedChangesSubtract(delay: Double) throws {
    let world = try World.load()
    var scenario = try world.scenario("blueprint")
    let baseline = scenario
    scenario.levers[.startDelay] = delay
    let state = world.start(scenario, baseline: baseline, Place(.lab), columns: 160, rows: 48)
    let changes = state.sight.entries.flatMap(\.figures).filter {
      $0.label.contains("change of the expected value") && $0.label.contains("£bn")
    }
    #expect(changes.count >= 6)
    for figure in changes where figure.text.contains("from") {
      let numbers = figure.text.replacing(Numbers.minus, with: "-")
        .matches(of: /-?\d[\d,]*(?:\.\d+)?/).compactMap { Double($0.output.filter { $0 != "," }) }
      #expect(numbers.count == 3)
      #expect(abs(numbers[2] - numbers[1] - numbers[0]) < 1e-9, "\(figure.label): \(figure.text)")
    }
  }
}

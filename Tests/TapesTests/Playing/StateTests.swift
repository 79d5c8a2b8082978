import Tapes
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What `State` writes.
@Suite struct StateTests {
  private struct Written: Decodable {
    struct Size: Decodable { var columns, rows: Int }
    struct Focus: Decodable {
      var panel: String
      var item: Int?
      var lever: String?
    }
    struct Scenario: Decodable {
      var changed: Bool
      var line: String
    }
    struct Range: Decodable { var p10, p50, p90: Double }
    struct Figure: Decodable {
      var panel: String
      var id, label, text, mark: String?
      var lever: String?
      var value: Double?
    }
    var screen: String
    var path: [String]
    var size: Size
    var focus: Focus
    var layers: [String]
    var scenario: Scenario
    var levers: [String: Double]
    var overrides: [String: [String: Double]]
    var assumptions: [String: Range]
    var draws: Int
    var figures: [Figure]
  }

  private func state(after text: String) throws -> Written {
    let played = try World.load().play(text + " State s.json")
    let bytes = try #require(played.files.last).bytes
    return try JSONDecoder().decode(Written.self, from: Data(bytes))
  }

  @Test func theOverviewHasItsFigures() throws {
    let state = try state(after: "Set Columns 120 Set Rows 36")
    #expect(state.screen == "overview")
    #expect([state.size.columns, state.size.rows] == [120, 36])
    #expect(state.levers.count == 8)
    #expect(state.levers["contractor_posts"] == 7)
    #expect(state.assumptions["automation_potential"]?.p50 == 36)
    #expect(state.draws == 64)
    #expect(!state.scenario.changed)
    let potential = state.figures.first { $0.id == "opportunity.total" }
    #expect(potential?.mark == "reported")
    #expect(potential?.text?.contains("£45bn") == true)
    #expect(
      state.figures.allSatisfy {
        $0.mark.map(["reported", "derived", "modelled"].contains) != false
      })
  }

  @Test func aMovedLeverIsInLeversFocusAndLine() throws {
    let state = try state(after: "Type '8' Down 3 Right")
    #expect(state.scenario.changed)
    #expect(state.focus.lever == "contractor_posts")
    let value = try #require(state.levers["contractor_posts"])
    #expect(value > 7)
    #expect(state.figures.first { $0.lever == "contractor_posts" }?.value == value)
    #expect(state.scenario.line.contains("contractor_posts="))
  }

  @Test func layersAndPagesAreNamed() throws {
    let help = try state(after: "Type '?'")
    #expect(help.layers == ["help"])
    let page = try state(after: "Type '7' Enter")
    #expect(page.screen == "department")
    #expect(page.path.count == 1)
  }
}

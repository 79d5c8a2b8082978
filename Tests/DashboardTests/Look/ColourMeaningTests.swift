import Analytics
import Charts
import Dashboard
import Figures
import Frames
import Testing

/// A colour is a stream's; what sums streams, is contained in them or stands against them has none.
@Suite struct ColourMeaningTests {
  static func roles(_ screen: ScreenID, _ path: [String], _ panel: String) throws -> [String: Chart
    .Role]
  {
    let picture = try World.load().state(Place(screen, path: path), columns: 120, rows: 36)
      .picture(panel: panel)
    let chart = try #require(picture.charts.first)
    var roles: [String: Chart.Role] = [:]
    for datum in chart.series.flatMap(\.data) {
      let name = chart.x.names[Int(datum.x)]
      if let role = datum.role { roles[name] = role }
    }
    return roles
  }

  @Test func partsAndTotalsDifferInKind() throws {
    let roles = try Self.roles(.department, ["HO"], "streams")
    for (place, stream) in Stream.allCases.enumerated() {
      #expect(roles.values.contains(.series(place)), "\(stream)")
    }
    #expect(roles["Benefit"] == .total && roles["Cost"] == .loss)
    #expect(roles.filter { $0.key.hasPrefix("of it") }.values.allSatisfy { $0 == .muted })
  }

  @Test func whoBanksItIsNoStream() throws {
    let roles = try Self.roles(.opportunity, [], "bank")
    #expect(!roles.isEmpty)
    for role in roles.values {
      if case .series = role { Issue.record("\(roles)") }
    }
  }
}

import Charts
import TestSupport
import Testing

/// Labels at the ends of lines.
@Suite struct EndLabelTests {
  @Test func labelsWithRoomStandWhereTheyWant() {
    let places = EndLabels.spread([10, 50, 90], heights: [10, 10, 10], in: 0...100)
    #expect(places == [10, 50, 90])
  }

  @Test func labelsThatTouchMoveApartAroundTheirMiddle() {
    let places = EndLabels.spread([50, 52], heights: [10, 10], in: 0...100)
    #expect(places == [46, 56])
  }

  @Test func ofTwoWithOnePlaceTheFirstStandsFirst() {
    #expect(EndLabels.spread([50, 50], heights: [10, 10], in: 0...100) == [45, 55])
  }

  /// Whatever they want: in the order of what they name, none over another, and within their room
  /// where that is enough.
  @Test func noLabelCoversAnotherOrLeavesItsPlace() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let count = Int.random(in: 1...8, using: &random)
      let wanted = (0..<count).map { _ in Double.random(in: -20...220, using: &random) }
      let heights = (0..<count).map { _ in Double.random(in: 5...30, using: &random) }
      let places = EndLabels.spread(wanted, heights: heights, in: 0...200)
      let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
      for (one, other) in zip(order, order.dropFirst()) {
        #expect(
          places[one] + heights[one] / 2 <= places[other] - heights[other] / 2 + 1e-9)
      }
      guard heights.reduce(0, +) <= 200 else { continue }
      for index in wanted.indices {
        #expect(places[index] - heights[index] / 2 >= -1e-9)
        #expect(places[index] + heights[index] / 2 <= 200 + 1e-9)
      }
    }
  }
}

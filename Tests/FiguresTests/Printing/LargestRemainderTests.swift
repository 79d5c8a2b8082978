import Figures
import TestSupport
import Testing

@Suite("Largest remainder")
struct LargestRemainderTests {
  @Test(
    "Parts",
    arguments: [
      // The whole parts first, then one more for the largest fractions.
      ([1.4, 1.4, 1.2], 4, [2, 1, 1]),
      ([36, 4, 6], 100, [78, 9, 13]),
      // Ties go in the order of the rows.
      ([1, 1, 1], 10, [4, 3, 3]), ([1, 1, 1, 1], 2, [1, 1, 0, 0]),
      // What is negative or no number counts as nothing.
      ([-5, 1, 1], 3, [0, 2, 1]), ([.nan, 1, .infinity], 7, [0, 7, 0]),
      // Nothing to share out, or nothing to share it by.
      ([0, 0], 5, [0, 0]), ([], 5, []), ([2, 3], 0, [0, 0]), ([-1, -2], 4, [0, 0]),
    ] as [([Double], Int, [Int])])
  func parts(_ sizes: [Double], total: Int, wanted: [Int]) {
    #expect(Numbers.largestRemainder(sizes, total: total) == wanted)
  }

  @Test("Printed parts add up to the printed total, each within one of its own size")
  func sums() {
    var random = SeededGenerator(seed: 7)
    var faults: [String] = []
    for _ in 0..<500 {
      let sizes = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        Double.random(in: 0...1, using: &random)
      }
      let total = Int.random(in: 0...1000, using: &random)
      let whole = Numbers.largestRemainder(sizes, total: total)
      let sum = sizes.reduce(0, +)
      let isNear = zip(sizes, whole).allSatisfy { size, part in
        abs(size / sum * Double(total) - Double(part)) < 1
      }
      if whole.reduce(0, +) != total || !isNear { faults.append("\(sizes) to \(total): \(whole)") }
    }
    #expect(faults == [])
  }
}

/// A rectangle on a plane without cells: of a page, or of cells before they are counted.
public struct Tile: Equatable, Sendable {
  public var x, y, width, height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// One tile a value, in the order of the values, each as large as its value's part of the sum and
  /// as near to a square as can be, the largest at the top left; empty for what is not above nothing.
  ///
  /// After Bruls, Huizing and van Wijk, "Squarified treemaps" (2000).
  public static func squarified(_ values: [Double], in whole: Tile) -> [Tile] {
    var tiles = values.map { _ in Tile(x: whole.x, y: whole.y, width: 0, height: 0) }
    let order = values.indices.filter { values[$0].isFinite && values[$0] > 0 }
      .sorted { (-values[$0], $0) < (-values[$1], $1) }
    let total = order.reduce(0) { $0 + values[$1] }
    guard total > 0, total.isFinite else { return tiles }
    var free = whole
    let perUnit = free.width * free.height / total
    var rest = order[...]
    while let first = rest.first {
      let side = min(free.width, free.height)
      var line = [first]
      for next in rest.dropFirst() {
        let areas = line.map { values[$0] * perUnit }
        if worst(areas + [values[next] * perUnit], side) > worst(areas, side) { break }
        line.append(next)
      }
      rest = rest.dropFirst(line.count)
      let thickness = side > 0 ? line.reduce(0) { $0 + values[$1] } * perUnit / side : 0
      var along = 0.0
      for index in line {
        let length = thickness > 0 ? values[index] * perUnit / thickness : 0
        tiles[index] =
          free.width >= free.height
          ? Tile(x: free.x, y: free.y + along, width: thickness, height: length)
          : Tile(x: free.x + along, y: free.y, width: length, height: thickness)
        along += length
      }
      free =
        free.width >= free.height
        ? Tile(
          x: free.x + thickness, y: free.y, width: max(free.width - thickness, 0),
          height: free.height)
        : Tile(
          x: free.x, y: free.y + thickness, width: free.width,
          height: max(free.height - thickness, 0))
    }
    return tiles
  }

  /// The least square tile of a line of tiles: the greatest ratio of its sides.
  private static func worst(_ areas: [Double], _ side: Double) -> Double {
    let sum = areas.reduce(0, +)
    guard let least = areas.min(), let greatest = areas.max(), least > 0, side > 0 else { return 0 }
    return max(side * side * greatest / (sum * sum), sum * sum / (side * side * least))
  }
}

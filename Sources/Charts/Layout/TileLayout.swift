/// Tiles as large as their numbers, squarified, the largest at the top left.
///
/// After Bruls, Huizing and van Wijk, "Squarified treemaps" (2000).
struct TileLayout {
  let chart: Chart
  let width, height, type: Double

  init(_ chart: Chart, width: Double, height: Double?, type: Double) {
    self.chart = chart
    self.width = width
    self.height = height ?? width * 0.6
    self.type = type
  }

  struct Tile: Equatable {
    var x, y, width, height: Double
  }

  var scene: Scene {
    var items: [Scene.Item] = []
    for series in chart.series {
      let tiles = Self.tiles(
        series.data.map { $0.y ?? 0 }, in: Tile(x: 0, y: 0, width: width, height: height))
      for (datum, tile) in zip(series.data, tiles) where tile.width > 0 && tile.height > 0 {
        items += draw(series, datum, tile)
      }
    }
    return Scene(width: width, height: height, items: items)
  }

  private func draw(_ series: Chart.Series, _ datum: Chart.Datum, _ tile: Tile) -> [Scene.Item] {
    let role = datum.role ?? series.role
    let gap = min(type * 0.12, tile.width / 4, tile.height / 4)
    var items: [Scene.Item] = [
      .shape(
        Scene.Shape(
          .box(
            Point(tile.x + gap / 2, tile.y + gap / 2), width: tile.width - gap,
            height: tile.height - gap), .role(role), tag: chart.tag(series, datum)))
    ]
    let room = tile.width - type
    guard room > 0 else { return items }
    var text = lines(datum.label, width: room, size: type)
    let isWhole = datum.label.split(separator: " ").allSatisfy {
      TextWidths.ems(String($0)) * type <= room
    }
    let rows = Int((tile.height - type * 0.6) / (type * Scene.leading))
    // A name is there whole or not at all: the table has them all.
    if !isWhole || text.count > rows { text = [] }
    items += Scene.block(
      text, x: tile.x + type * 0.5, top: tile.y + type * 0.35, size: type, .on(role))
    let fits = TextWidths.ems(datum.text, bold: true) * type <= room
    if fits, text.count < rows {
      items += Scene.block(
        [datum.text], x: tile.x + type * 0.5,
        top: tile.y + type * (0.35 + Scene.leading * Double(text.count)), size: type, bold: true,
        .on(role))
    }
    return items
  }

  /// One tile a value, in the order of the values; empty for what is not above nothing.
  static func tiles(_ values: [Double], in whole: Tile) -> [Tile] {
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

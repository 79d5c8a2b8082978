/// Tiles as large as their numbers, the largest at the top left.
struct TileLayout {
  let chart: Chart
  let width, height, type: Double

  init(_ chart: Chart, width: Double, height: Double?, type: Double) {
    self.chart = chart
    self.width = width
    self.height = height ?? width * 0.6
    self.type = type
  }

  var scene: Scene {
    var items: [Scene.Item] = []
    for series in chart.series {
      let tiles = Tile.squarified(
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
}

import Charts

/// What stands in a scene, for tests to look at.
extension Scene {
  var shapes: [Scene.Shape] {
    items.flatMap(\.leaves).compactMap { if case .shape(let shape) = $0 { shape } else { nil } }
  }

  var texts: [Scene.Text] {
    items.flatMap(\.leaves).compactMap { if case .text(let text) = $0 { text } else { nil } }
  }

  func marks(_ mark: Chart.Mark, _ series: String? = nil) -> [Scene.Shape] {
    shapes.filter { $0.tag?.mark == mark && (series == nil || $0.tag?.series == series) }
  }

  func axis(_ side: Axis.Side) -> Axis? {
    items.lazy.compactMap { item -> Axis? in
      if case .axis(let axis, _) = item, axis.side == side { axis } else { nil }
    }.first
  }
}

extension Scene.Axis {
  func value(_ place: Double) -> Double {
    first + (place - start) / (end - start) * (last - first)
  }
}

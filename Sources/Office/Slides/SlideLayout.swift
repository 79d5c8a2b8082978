import Charts
import Documents

/// Where things stand on a slide of 16:9, in centimetres, and how much text they take.
enum SlideLayout {
  struct Box {
    var x, y, width, height: Double
    /// Points.
    var type: Double
    var isBold = false

    /// A text that stands in the box whatever its length: cut after the last word that fits.
    func fitted(_ text: String) -> String {
      // Programs set letters a little wider than they say, and keep a margin inside.
      let room = (width - 0.6) / 2.54 * 72 * 0.93
      let most = max(1, Int((height - 0.3) / 2.54 * 72 / (type * 1.2)))
      let all = lines(String(text.prefix(4000)), width: room, size: type, bold: isBold)
      guard all.count > most || text.count > 4000 else { return text }
      let kept = all.prefix(most).joined(separator: " ")
      return kept.cut(to: max(2, kept.count - 3))
    }

    /// How many lines a text takes.
    func count(_ text: String, indent: Double = 0) -> Int {
      lines(
        text, width: (width - 0.6 - indent) / 2.54 * 72 * 0.93, size: type, bold: isBold
      ).count
    }
  }

  static let width = 33.867
  static let height = 19.05
  static let head = Box(x: 1.5, y: 0.15, width: 30.867, height: 0.8, type: 12, isBold: true)
  static let title = Box(x: 1.5, y: 0.9, width: 30.867, height: 3.8, type: 26, isBold: true)
  static let body = Box(x: 1.5, y: 4.9, width: 30.867, height: 11.2, type: 20)
  static let source = Box(x: 1.5, y: 16.2, width: 30.867, height: 1.6, type: 13)
  static let foot = Box(x: 1.5, y: 17.95, width: 27, height: 0.8, type: 12, isBold: true)
  static let number = Box(x: 29, y: 17.95, width: 3.367, height: 0.8, type: 12)

  /// The size of a chart's letters, points: smaller where many bars have names.
  static func type(_ chart: Book.Chart) -> Int {
    chart.form == .bars && chart.rows.count > 6 ? (chart.rows.count > 8 ? 12 : 14) : 18
  }

  /// Points as they stand in the body: smaller where they have no room else. Of what has none even
  /// so it is said how many stand in the notes alone; the first is cut where it must be.
  static func fitted(_ points: [String]) -> (points: [String], type: Double) {
    for type in [body.type, 18, 16] {
      var box = body
      box.type = type
      let fitting = kept(points, box)
      if fitting == points.count { return (points, type) }
    }
    var box = body
    box.type = 16
    guard let first = points.first else { return ([], body.type) }
    let fitting = kept(points, box, less: 1.5)
    guard fitting > 0 else {
      box.width -= 0.9
      return ([box.fitted(first)], box.type)
    }
    return (
      points.prefix(fitting) + ["And \(points.count - fitting) more: see the notes."], box.type
    )
  }

  /// How many points fit whole.
  private static func kept(_ points: [String], _ box: Box, less: Double = 0) -> Int {
    // Between points stands half a line.
    var room = (box.height - 0.3) / 2.54 * 72 / (box.type * 1.2) - less
    for (place, point) in points.enumerated() {
      let lines = Double(box.count(String(point.prefix(4000)), indent: 0.9))
      guard lines <= room else { return place }
      room -= lines + 0.5
    }
    return points.count
  }

  /// A picture as large as the body has room, in its middle.
  static func placed(_ drawing: Drawing) -> Box {
    let scale = min(body.width / max(drawing.width, 0.1), body.height / max(drawing.height, 0.1))
    let (width, height) = (drawing.width * scale, drawing.height * scale)
    return Box(
      x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width: width,
      height: height, type: 0)
  }
}

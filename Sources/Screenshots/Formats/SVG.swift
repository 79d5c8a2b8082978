public import Frames

/// A picture as SVG 1.1: letters as text, each run set at its own display column and stretched to
/// its columns, so that no font lets them drift; lines, blocks, braille and signs as geometry.
/// Title and description are the headline and the long description. Nothing is fetched.
public func svg(_ picture: Picture) -> String {
  svg(picture, name: "picture", isWithin: false)
}

/// `name` begins the ids, which have to differ between pictures of one page.
func svg(_ picture: Picture, name: String, isWithin page: Bool) -> String {
  let layers = Layers(picture.shown)
  let (width, height) = (layers.columns * 9, layers.rows * 18)
  let description = [
    picture.handling, picture.inFull,
    picture.source.isEmpty ? "" : "Source: " + picture.source, picture.mark, picture.asOf,
    picture.scenario,
  ].filter { !$0.isEmpty }.joined(separator: " ")
  var text = page ? "" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  text += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
  text += "viewBox=\"0 0 \(width) \(height)\" role=\"img\" "
  text += "aria-labelledby=\"\(name)-title \(name)-desc\" xml:lang=\"en-GB\">\n"
  text += "<title id=\"\(name)-title\">\(markup(picture.headline))</title>\n"
  text += "<desc id=\"\(name)-desc\">\(markup(description))</desc>\n"
  text += boxes(layers)
  text += shapes(layers)
  text += letters(layers)
  return text + "</svg>\n"
}

/// Grounds and boxes: filled paths with hard edges, one a colour.
private func boxes(_ layers: Layers) -> String {
  var text = "<g shape-rendering=\"crispEdges\">\n"
  for layer in [layers.grounds, layers.boxes] {
    for group in layer {
      text += "<path fill=\"\(hexColour(group.colour))\" d=\""
      for box in group.contents {
        text += "M\(pixels(box.x)) \(pixels(box.y))h\(pixels(box.width))v\(pixels(box.height))"
        text += "h\(pixels(-box.width))z"
      }
      text += "\"/>\n"
    }
  }
  return text + "</g>\n"
}

/// Everything that is not square: discs are dots of a round pen.
private func shapes(_ layers: Layers) -> String {
  var text = ""
  for group in layers.shapes {
    var fills = ""
    var lines = ""
    var dots: [(radius: Int, path: String)] = []
    for shape in group.contents {
      switch shape {
      case .box, .tint: break
      case .disc(let middle, let radius):
        let dot = "M\(pixels(middle.x)) \(pixels(middle.y))h0"
        if let place = dots.firstIndex(where: { $0.radius == radius }) {
          dots[place].path += dot
        } else {
          dots.append((radius, dot))
        }
      case .ring(let middle, let radius):
        let (r, turn) = (pixels(radius), pixels(2 * radius))
        lines += "M\(pixels(middle.x - radius)) \(pixels(middle.y))"
        lines += "a\(r) \(r) 0 1 0 \(turn) 0a\(r) \(r) 0 1 0 -\(turn) 0z"
      case .polygon(let points): fills += closed(points)
      case .outline(let points): lines += closed(points)
      case .line(let from, let to): lines += "M\(pair(from))L\(pair(to))"
      case .arc(let from, let corner, let to):
        let (start, end) = shape.arcEnds(from, corner, to)
        lines += "M\(pair(from))L\(pair(start))Q\(pair(corner)) \(pair(end))L\(pair(to))"
      }
    }
    let colour = hexColour(group.colour)
    if !fills.isEmpty { text += "<path fill=\"\(colour)\" d=\"\(fills)\"/>\n" }
    if !lines.isEmpty {
      text += "<path fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1\" d=\"\(lines)\"/>\n"
    }
    for dot in dots {
      text += "<path fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(pixels(2 * dot.radius))\" "
      text += "stroke-linecap=\"round\" d=\"\(dot.path)\"/>\n"
    }
  }
  return text
}

private func letters(_ layers: Layers) -> String {
  guard !layers.runs.isEmpty else { return "" }
  // Every run is already in the order in which it is to be read: nothing may turn it round.
  var text = "<g font-family=\"'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, "
  text +=
    "'Liberation Mono', monospace\" font-size=\"\(CellSize.fontSize)\" xml:space=\"preserve\" "
  text += "style=\"unicode-bidi:bidi-override;direction:ltr;white-space:pre\">\n"
  for run in layers.runs {
    text += "<text x=\"\(run.column * 9)\" y=\"\(run.row * 18 + CellSize.baseline)\" "
    text += "textLength=\"\(run.columns * 9)\" lengthAdjust=\"spacingAndGlyphs\" "
    text += "fill=\"\(hexColour(run.paint.ink))\""
    if run.paint.bold { text += " font-weight=\"bold\"" }
    if run.paint.italic { text += " font-style=\"italic\"" }
    text += ">\(markup(run.text))</text>\n"
  }
  return text + "</g>\n"
}

private func closed(_ points: [Point]) -> String {
  "M" + points.map(pair).joined(separator: "L") + "z"
}

private func pair(_ point: Point) -> String { "\(pixels(point.x)) \(pixels(point.y))" }

/// Sixteenths of a pixel as pixels, exactly.
private func pixels(_ units: Int) -> String {
  let (whole, part) = abs(units).quotientAndRemainder(dividingBy: CellSize.unit)
  let sign = units < 0 ? "-" : ""
  guard part > 0 else { return "\(sign)\(whole)" }
  var digits = String(part * 625)
  digits = String(repeating: "0", count: 4 - digits.count) + digits
  while digits.hasSuffix("0") { digits.removeLast() }
  return "\(sign)\(whole).\(digits)"
}

extension Shape {
  /// Where an arc leaves its two straight ends: as far from the corner along both.
  func arcEnds(_ from: Point, _ corner: Point, _ to: Point) -> (Point, Point) {
    let reach = CellSize.width / 2
    func towards(_ end: Point) -> Point {
      Point(
        corner.x + (end.x - corner.x).signum() * min(abs(end.x - corner.x), reach),
        corner.y + (end.y - corner.y).signum() * min(abs(end.y - corner.y), reach))
    }
    return (towards(from), towards(to))
  }
}

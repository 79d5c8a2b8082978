import Charts
import Frames

/// A picture laid out for a page as SVG 1.1: one polygon a band, one path a line, texts as texts.
/// Every mark says what it is (`data-mark`, `data-series`, `data-figure`) and every axis where its
/// numbers stand, so that a program can read the chart back. Nothing is fetched.
///
/// - Parameter page: whether it stands within a page of HTML.
func pageSVG(
  _ picture: Picture, _ size: PageSize, height: Double? = nil, isWithin page: Bool = false
) -> String {
  let scene = PageScene.scene(picture, size, height: height)
  let palette = PagePalette.named(picture.look)
  var writer = SVGWriter(palette: palette)
  let description = [
    picture.handling, picture.inFull,
    picture.source.isEmpty ? "" : "Source: " + picture.source, picture.marks, picture.asOf,
    picture.scenario,
  ].filter { !$0.isEmpty }.joined(separator: " ")
  for item in scene.items { writer.write(item) }
  let words =
    "<title id=\"NAME-title\">\(markup(picture.headline))</title>\n"
    + "<desc id=\"NAME-desc\">\(markup(description))</desc>\n"
  // Ids come from the content: two pictures in one page differ, the same one has the same.
  let name = "digigov-" + fingerprint(size.rawValue + picture.look.rawValue + words + writer.text)
  let (wide, high) = (number(scene.width), number(scene.height))
  let centimetres = number(scene.width / 96 * 2.54)
  let tall = number(scene.height / 96 * 2.54)
  var text = page ? "" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  text += "<svg xmlns=\"http://www.w3.org/2000/svg\" "
  text += "width=\"\(centimetres)cm\" height=\"\(tall)cm\" "
  text += "viewBox=\"0 0 \(wide) \(high)\" role=\"img\" "
  text += "aria-labelledby=\"\(name)-title \(name)-desc\" xml:lang=\"en-GB\" "
  text += "font-family=\"Arial, 'Liberation Sans', Helvetica, sans-serif\">\n"
  text += words.split(separator: "NAME", omittingEmptySubsequences: false).joined(separator: name)
  text += "<rect width=\"\(wide)\" height=\"\(high)\" "
  text += "fill=\"\(hexColour(palette.colour(.ground).colour))\"/>\n"
  return text + writer.text + "</svg>\n"
}

/// Writes a scene's items as elements.
private struct SVGWriter {
  let palette: PagePalette
  var text = ""

  init(palette: PagePalette) { self.palette = palette }

  mutating func write(_ item: Scene.Item) {
    switch item {
    case .shape(let shape): write(shape)
    case .text(let text): write(text)
    case .group(let name, let items):
      text += "<g role=\"group\" aria-label=\"\(markup(name))\" data-chart=\"\(markup(name))\">\n"
      for item in items { write(item) }
      text += "</g>\n"
    case .axis(let axis, let items):
      text += "<g data-axis=\"\(axis.side.rawValue)\" data-kind=\"\(axis.kind.rawValue)\" "
      text += "data-unit=\"\(markup(axis.unit))\" "
      text += "data-min=\"\(axis.first)\" data-max=\"\(axis.last)\" "
      text += "data-pixel-min=\"\(number(axis.start))\" "
      text += "data-pixel-max=\"\(number(axis.end))\">\n"
      for item in items { write(item) }
      text += "</g>\n"
    }
  }

  private mutating func write(_ shape: Scene.Shape) {
    let element: String
    switch shape.geometry {
    case .lines(let parts): element = "path d=\"\(parts.map { path($0) }.joined())\""
    case .areas(let parts): element = "path d=\"\(parts.map { path($0) + "Z" }.joined())\""
    case .box(let corner, let width, let height):
      element =
        "rect x=\"\(number(corner.x))\" y=\"\(number(corner.y))\" width=\"\(number(width))\" "
        + "height=\"\(number(height))\""
    case .disc(let middle, let radius):
      element =
        "circle cx=\"\(number(middle.x))\" cy=\"\(number(middle.y))\" r=\"\(number(radius))\""
    }
    text += "<" + element + paint(shape) + tag(shape.tag)
    let title = shape.tag?.title ?? ""
    let name = element.prefix { $0 != " " }
    text += title.isEmpty ? "/>\n" : "><title>\(markup(title))</title></\(name)>\n"
  }

  private func path(_ points: [Charts.Point]) -> String {
    "M" + points.map { "\(number($0.x)) \(number($0.y))" }.joined(separator: "L")
  }

  private func paint(_ shape: Scene.Shape) -> String {
    let (colour, opacity) = palette.colour(shape.ink)
    let name = hexColour(colour)
    guard let stroke = shape.stroke else {
      return " fill=\"\(name)\"" + (opacity < 1 ? " fill-opacity=\"\(opacity)\"" : "")
    }
    var text = " fill=\"none\" stroke=\"\(name)\" stroke-width=\"\(number(stroke.width))\""
    if opacity < 1 { text += " stroke-opacity=\"\(opacity)\"" }
    if !stroke.dashes.isEmpty {
      text += " stroke-dasharray=\"\(stroke.dashes.map(number).joined(separator: " "))\""
    }
    return text + " stroke-linejoin=\"round\""
  }

  private func tag(_ tag: Scene.Tag?) -> String {
    guard let tag else { return "" }
    return " data-mark=\"\(tag.mark.rawValue)\" data-series=\"\(markup(tag.series))\""
      + (tag.figure.isEmpty ? "" : " data-figure=\"\(markup(tag.figure))\"")
  }

  private mutating func write(_ line: Scene.Text) {
    guard !line.text.isEmpty else { return }
    text += "<text x=\"\(number(line.at.x))\" y=\"\(number(line.at.y))\" "
    text += "font-size=\"\(number(line.size))\" "
    text += "fill=\"\(hexColour(palette.colour(line.ink).colour))\""
    if line.bold { text += " font-weight=\"bold\"" }
    switch line.anchor {
    case .start: break
    case .middle: text += " text-anchor=\"middle\""
    case .end: text += " text-anchor=\"end\""
    }
    text += ">\(markup(line.text))</text>\n"
  }
}

/// A length to a hundredth, with no more digits than it needs.
func number(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let (whole, part) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
  let sign = hundredths < 0 ? "-" : ""
  guard part > 0 else { return "\(sign)\(whole)" }
  if part % 10 == 0 { return "\(sign)\(whole).\(part / 10)" }
  return "\(sign)\(whole)." + (part < 10 ? "0" : "") + "\(part)"
}

/// Eight digits that differ where texts do (FNV-1a).
func fingerprint(_ text: String) -> String {
  let sum = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
  let digits = String(sum, radix: 16)
  return String(repeating: "0", count: 8 - digits.count) + digits
}

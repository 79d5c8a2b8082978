import Charts
import Frames

#if Cairo
import CCairo

extension CairoPage {
  /// A page for a PNG of a scene.
  init(_ scene: Scene, scale: Int) throws(PictureError) {
    try Self.openLibraries()
    let page = unsafe digigov_image(scene.width, scene.height, Int32(scale))
    guard let page = unsafe page else { throw .refused("there is not memory enough") }
    unsafe self.init(page)
  }

  /// A page for a PDF of a scene, of the scene's size: 96 pixels an inch.
  init(
    _ scene: Scene, title: String, subject: String, created: String
  ) throws(PictureError) {
    try Self.openLibraries()
    let page = unsafe title.withCString { title in
      unsafe subject.withCString { subject in
        unsafe created.withCString { created in
          unsafe digigov_booklet(
            scene.width, scene.height, 0.75,
            digigov_about(title: title, subject: subject, created: created))
        }
      }
    }
    guard let page = unsafe page else { throw .refused("there is not memory enough") }
    unsafe self.init(page)
  }

  mutating func draw(_ scene: Scene, _ palette: PagePalette) {
    let ground = palette.colour(.ground).colour
    // An image ends with a whole pixel.
    unsafe digigov_box(page, 0, 0, scene.width + 1, scene.height + 1, ground)
    for item in scene.items { draw(item, palette) }
  }

  /// Groups that a page's structure names are tagged in a PDF.
  private mutating func draw(_ item: Scene.Item, _ palette: PagePalette) {
    switch item {
    case .shape(let shape): draw(shape, palette)
    case .text(let text): draw(text, palette)
    case .axis(_, let items): for item in items { draw(item, palette) }
    case .group(let name, let items):
      guard let tag = PageTag(name) else {
        for item in items { draw(item, palette) }
        return
      }
      unsafe tag.name.withCString { name in
        unsafe tag.attributes.withCString { unsafe digigov_begin_tag(page, name, $0) }
      }
      for item in items { draw(item, palette) }
      unsafe tag.name.withCString { unsafe digigov_end_tag(page, $0) }
    }
  }

  private func draw(_ shape: Scene.Shape, _ palette: PagePalette) {
    let (colour, opacity) = palette.colour(shape.ink)
    let dashes = shape.stroke?.dashes ?? []
    let pen = digigov_pen(
      colour: colour, opacity: opacity, width: shape.stroke?.width ?? 0,
      dashes: dashes.count == 2 ? (dashes[0], dashes[1]) : (0, 0))
    switch shape.geometry {
    case .lines(let parts), .areas(let parts): path(parts, pen)
    case .box(let corner, let width, let height):
      let (right, bottom) = (corner.x + width, corner.y + height)
      path(
        [
          [
            corner, Charts.Point(right, corner.y), Charts.Point(right, bottom),
            Charts.Point(corner.x, bottom),
          ]
        ], pen)
    case .disc(let middle, let radius):
      unsafe digigov_circle(page, middle.x, middle.y, radius, true, colour)
    }
  }

  private func path(_ parts: [[Charts.Point]], _ pen: digigov_pen) {
    let points = parts.flatMap { $0.flatMap { [$0.x, $0.y] } }
    let counts = parts.map(\.count)
    guard !points.isEmpty else { return }
    unsafe points.withUnsafeBufferPointer { points in
      unsafe counts.withUnsafeBufferPointer { counts in
        unsafe digigov_path(page, points.baseAddress, counts.baseAddress, counts.count, pen)
      }
    }
  }

  private mutating func draw(_ line: Scene.Text, _ palette: PagePalette) {
    var line = line
    line.text = neutralised(line.text)
    let scalars = line.text.unicodeScalars.map(\.value)
    guard !scalars.isEmpty else { return }
    var at = line.left
    let places = scalars.map { scalar in
      defer { at += Double(TextWidths.units(scalar, bold: line.bold)) / 2048 * line.size }
      return at
    }
    let type = digigov_type(
      colour: palette.colour(line.ink).colour, size: line.size, bold: line.bold)
    let lacking = unsafe scalars.withUnsafeBufferPointer { scalars in
      unsafe places.withUnsafeBufferPointer { places in
        unsafe digigov_text(
          page, scalars.baseAddress, places.baseAddress, scalars.count, line.at.y, type)
      }
    }
    guard lacking > 0 else { return }
    for scalar in line.text.unicodeScalars where !TextWidths.has(scalar.value) {
      let text = String(scalar)
      if unsafe !digigov_has_letter(page, scalar.value), !missing.contains(text) {
        missing.append(text)
      }
    }
  }
}

/// A picture laid out for a page as PDF.
func pagePDF(_ picture: Picture, _ size: PageSize) throws(PictureError) -> WrittenPicture {
  let scene = PageScene.scene(picture, size)
  let subject = [
    picture.handling, picture.altText, picture.source.isEmpty ? "" : "Source: " + picture.source,
  ].filter { !$0.isEmpty }.joined(separator: " ")
  var page = try CairoPage(
    scene, title: neutralised(picture.headline), subject: neutralised(subject),
    created: picture.created.count == 10 ? picture.created + "T00:00:00Z" : "")
  page.draw(scene, .named(picture.look))
  return try page.written()
}

/// The same as PNG, with its resolution in it: so many pixels stand for one of CSS.
func pagePNG(
  _ picture: Picture, _ size: PageSize, height: Double? = nil, scale: Int?
) throws(PictureError) -> WrittenPicture {
  let scene = PageScene.scene(picture, size, height: height)
  // Cairo's images end at 32,767 pixels.
  var scale = min(max(scale ?? size.scale, 1), 4)
  while scale > 1, scene.height * Double(scale) > 32_000 { scale -= 1 }
  var page = try CairoPage(scene, scale: scale)
  page.draw(scene, .named(picture.look))
  var written = try page.written()
  written.bytes = withTexts(picture.notes, resolution: 96 * scale, in: written.bytes)
  return written
}
#endif

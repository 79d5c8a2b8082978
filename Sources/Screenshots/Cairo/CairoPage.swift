import Frames

#if Cairo
import CCairo

/// A page of cairo's, with a picture's layers on it.
@safe struct CairoPage: ~Copyable {
  static let isAvailable = true

  /// The library that is missing, in the system's own words; nil where none is.
  static var lack: String? {
    unsafe digigov_missing_library().map { unsafe String(cString: $0) }
  }

  let page: OpaquePointer
  var missing: [String] = []

  init(_ page: OpaquePointer) { unsafe self.page = page }

  /// A page for a PNG.
  init(_ layers: borrowing Layers, scale: Int) throws(PictureError) {
    try Self.openLibraries()
    let page = unsafe digigov_image(
      Double(layers.columns * 9), Double(layers.rows * 18), Int32(scale))
    guard let page = unsafe page else { throw .refused("there is not memory enough") }
    unsafe self.page = page
  }

  /// A page for a PDF.
  init(
    _ layers: borrowing Layers, title: String, subject: String, created: String
  ) throws(PictureError) {
    try Self.openLibraries()
    let (width, height) = (Double(layers.columns * 9), Double(layers.rows * 18))
    let page = unsafe title.withCString { title in
      unsafe subject.withCString { subject in
        unsafe created.withCString { created in
          unsafe digigov_document(
            width, height, digigov_about(title: title, subject: subject, created: created))
        }
      }
    }
    guard let page = unsafe page else { throw .refused("there is not memory enough") }
    unsafe self.page = page
  }

  deinit { unsafe digigov_discard(page) }

  /// cairo is looked for when the first picture needs it, not when the program starts.
  static func openLibraries() throws(PictureError) {
    guard let problem = unsafe digigov_missing_library() else { return }
    throw .lacksCairo(unsafe String(cString: problem))
  }

  /// A line of the contents of a PDF; pages count from 1.
  func bookmark(_ title: String, page number: Int) {
    unsafe title.withCString { unsafe digigov_bookmark(page, $0, Int32(number)) }
  }

  /// What is drawn next is on the next page of a PDF.
  func nextPage() { unsafe digigov_next_page(page) }

  mutating func draw(_ layers: Layers) {
    for layer in [layers.grounds, layers.boxes] {
      for group in layer {
        for box in group.contents {
          unsafe digigov_box(
            page, pixels(box.x), pixels(box.y), pixels(box.width), pixels(box.height),
            group.colour)
        }
      }
    }
    for group in layers.shapes {
      for shape in group.contents { draw(shape, group.colour) }
    }
    for run in layers.runs { draw(run) }
  }

  private func draw(_ shape: Shape, _ colour: UInt32) {
    switch shape {
    case .box, .tint: break
    case .disc(let middle, let radius):
      unsafe digigov_circle(page, pixels(middle.x), pixels(middle.y), pixels(radius), true, colour)
    case .ring(let middle, let radius):
      unsafe digigov_circle(
        page, pixels(middle.x), pixels(middle.y), pixels(radius), false, colour)
    case .polygon(let points): polygon(points, filled: true, colour)
    case .outline(let points): polygon(points, filled: false, colour)
    case .line(let from, let to): polygon([from, to], filled: false, colour)
    case .arc(let from, let corner, let to):
      let (start, end) = shape.arcEnds(from, corner, to)
      let numbers = numbers([from, start, corner, end, to])
      unsafe numbers.withUnsafeBufferPointer {
        unsafe digigov_arc(page, $0.baseAddress, colour)
      }
    }
  }

  private func polygon(_ points: [Point], filled: Bool, _ colour: UInt32) {
    unsafe numbers(points).withUnsafeBufferPointer {
      unsafe digigov_polygon(page, $0.baseAddress, points.count, filled, colour)
    }
  }

  private mutating func draw(_ run: Layers.Run) {
    var scalars: [UInt32] = []
    var places: [Double] = []
    var column = run.column
    for cell in run.cells {
      for scalar in cell.unicodeScalars {
        scalars.append(scalar.value)
        places.append(Double(column * 9))
      }
      column += 1
    }
    let baseline = Double(run.row * 18 + CellSize.baseline)
    // A wide character stands alone in its run.
    let style = digigov_style(
      colour: run.paint.ink, width: run.cells.count == 1 ? Double(run.columns * 9) : 9,
      bold: run.paint.bold, italic: run.paint.italic)
    let lacking = unsafe scalars.withUnsafeBufferPointer { scalars in
      unsafe places.withUnsafeBufferPointer { places in
        unsafe digigov_letters(
          page, scalars.baseAddress, places.baseAddress, scalars.count, baseline, style)
      }
    }
    guard lacking > 0 else { return }
    for scalar in run.text.unicodeScalars {
      let text = String(scalar)
      if unsafe !digigov_has_letter(page, scalar.value), !missing.contains(text) {
        missing.append(text)
      }
    }
  }

  /// The page's bytes; nothing may be drawn after it.
  consuming func written() throws(PictureError) -> WrittenPicture {
    var length = 0
    var problem: UnsafePointer<CChar>?
    guard let bytes = unsafe digigov_finish(page, &length, &problem) else {
      throw .refused(unsafe problem.map { unsafe String(cString: $0) } ?? "cairo gave no reason")
    }
    return WrittenPicture(
      bytes: unsafe Array(UnsafeBufferPointer(start: bytes, count: length)), missing: missing)
  }

  private func pixels(_ units: Int) -> Double { Double(units) / Double(CellSize.unit) }

  private func numbers(_ points: [Point]) -> [Double] {
    points.flatMap { [pixels($0.x), pixels($0.y)] }
  }
}

#else

/// Stands where cairo is not in the build.
enum CairoPage {
  static let isAvailable = false
}

#endif

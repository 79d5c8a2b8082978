public import Frames

/// The forms that a picture can be written in, by the extension of the file.
public enum PictureFormat: String, CaseIterable, Sendable {
  case svg, png, pdf, html, ansi, txt, json, md, csv
  /// Vega-Lite 5: the charts with their data in them.
  case vega = "vl.json"

  /// The form that a path's extension names, in capitals or not; nil for any other.
  public init?(path: String) {
    let file = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    if file.lowercased().hasSuffix(".vl.json") {
      self = .vega
      return
    }
    guard let dot = file.lastIndex(of: ".") else { return nil }
    self.init(rawValue: file[file.index(after: dot)...].lowercased())
  }

  /// Whether this build of the program can write the form: PNG and PDF need the trait `Cairo`.
  public var isAvailable: Bool {
    switch self {
    case .png, .pdf: CairoPage.isAvailable
    default: true
    }
  }

  /// Why the form cannot be written here, and what to do; nil where it can.
  public var lack: String? {
    switch self {
    case .png, .pdf:
      #if Cairo
      CairoPage.lack.map { "\(PictureError.lacksCairo($0))" }
      #else
      "\(PictureError.needsCairo(self))"
      #endif
    default: nil
    }
  }

  /// A picture in this form.
  ///
  /// - Parameters:
  ///   - picture: what is written.
  ///   - dark: the same picture on a dark ground, for a page of HTML that follows its reader.
  ///   - page: what it is laid out for; nil gives the picture of the terminal, as does a picture
  ///     that has nothing but its frame. Forms of text and data are the same for all.
  ///   - scale: how many pixels of a PNG stand for one of the picture, 1 to 4; nil as many as suit
  ///     its size.
  ///   - byteOrderMark: whether CSV begins with one, as spreadsheets like it.
  /// - Throws: ``PictureError`` where cairo is missing or fails; the other forms cannot fail.
  public func written(
    _ picture: Picture, for page: PageSize? = nil, dark: Picture? = nil, scale: Int? = nil,
    byteOrderMark: Bool = true
  ) throws(PictureError) -> WrittenPicture {
    if let page, !picture.parts.isEmpty {
      switch self {
      case .svg: return WrittenPicture(pageSVG(picture, page))
      case .html: return WrittenPicture(Screenshots.html(picture, dark: dark, for: page))
      #if Cairo
      case .png: return try pagePNG(picture, page, scale: scale)
      case .pdf: return try pagePDF(picture, page)
      #endif
      default: break
      }
    }
    return switch self {
    case .svg: WrittenPicture(Screenshots.svg(picture))
    case .html: WrittenPicture(Screenshots.html(picture, dark: dark))
    case .json: WrittenPicture(Screenshots.json(picture))
    case .md: WrittenPicture(markdown(picture))
    case .csv: WrittenPicture(Screenshots.csv(picture, byteOrderMark: byteOrderMark))
    case .ansi: WrittenPicture(Screenshots.ansi(picture.shown, colours: .trueColour))
    case .txt: WrittenPicture(plainText(picture.shown))
    case .vega: WrittenPicture(vegaLite(picture))
    case .png: try Screenshots.png(picture, scale: scale ?? 1)
    case .pdf: try Screenshots.pdf(picture)
    }
  }
}

extension PictureFormat {
  /// A picture laid out as SVG: what goes into a pack.
  ///
  /// - Parameters:
  ///   - picture: what is drawn.
  ///   - page: the width it is laid out for.
  ///   - height: in centimetres; nil for what it needs.
  public static func inPack(
    _ picture: Picture, for page: PageSize = .page, height: Double? = nil
  ) -> [UInt8] {
    let pixels = height.map { $0 / 2.54 * 96 }
    return Array(
      (picture.parts.isEmpty
        ? Screenshots.svg(picture) : Screenshots.pageSVG(picture, page, height: pixels)).utf8)
  }
}

/// The bytes of a picture.
public struct WrittenPicture: Equatable, Sendable {
  public var bytes: [UInt8]
  /// Characters that the bundled font lacks and that are drawn as their codes, in order.
  public var missing: [String] = []

  init(bytes: [UInt8], missing: [String]) {
    self.bytes = bytes
    self.missing = missing
  }

  init(_ text: String) { bytes = Array(text.utf8) }
}

/// Why a picture cannot be written.
public enum PictureError: Error, Equatable, CustomStringConvertible {
  /// The program was built without cairo.
  case needsCairo(PictureFormat)
  /// cairo is not there, in the system's own words.
  case lacksCairo(String)
  /// Cairo's own words.
  case refused(String)

  public var description: String {
    switch self {
    case .needsCairo(let format):
      "this build cannot write \(format.rawValue): build it with `swift build --traits Cairo`, or "
        + "take one of "
        + PictureFormat.allCases.filter(\.isAvailable).map(\.rawValue).joined(separator: " ")
    case .lacksCairo(let reason):
      "PNG and PDF need the libraries cairo and FreeType (\(reason)): install them (Debian: "
        + "libcairo2), or take one of "
        + PictureFormat.allCases.filter { ![.png, .pdf].contains($0) }.map(\.rawValue)
        .joined(separator: " ")
    case .refused(let reason):
      "the picture cannot be drawn: \(reason); a smaller size may help"
    }
  }
}

public import Documents
import Frames
import Office
public import Screenshots

/// The forms that a note is written in, by the extension of the file.
public enum DocumentFormat: String, CaseIterable, Sendable {
  case odt, docx, html, md, pdf

  /// The form that a path's extension names, in capitals or not; nil for any other.
  public init?(path: String) {
    guard let name = path.pathExtension else { return nil }
    self.init(rawValue: name)
  }
}

/// The forms that a workbook is written in, by the extension of the file.
public enum BookFormat: String, CaseIterable, Sendable {
  case ods, xlsx

  /// The form that a path's extension names, in capitals or not; nil for any other.
  public init?(path: String) {
    guard let name = path.pathExtension else { return nil }
    self.init(rawValue: name)
  }
}

/// The forms that slides are written in, by the extension of the file.
public enum DeckFormat: String, CaseIterable, Sendable {
  case odp, pptx

  /// The form that a path's extension names, in capitals or not; nil for any other.
  public init?(path: String) {
    guard let name = path.pathExtension else { return nil }
    self.init(rawValue: name)
  }
}

extension String {
  /// What stands behind the last point of a file's name, in small letters; nil for nothing.
  fileprivate var pathExtension: String? {
    let file = split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return nil }
    return file[file.index(after: dot)...].lowercased()
  }
}

extension Book {
  /// The workbook in a form.
  public func written(as format: BookFormat) -> [UInt8] {
    switch format {
    case .ods: ods
    case .xlsx: xlsx
    }
  }
}

extension Deck {
  /// The slides in a form.
  ///
  /// - Throws: ``PictureError`` where a slide has pixels in it, and cairo is missing.
  public func written(as format: DeckFormat) throws(PictureError) -> [UInt8] {
    let pictures = slides.compactMap { slide in
      if case .picture(let picture) = slide.body { picture } else { nil }
    }
    // As for half a page, so that letters are large when they fill a slide.
    let drawings = try Document.drawings(pictures, for: .half)
    let drawn = { (picture: Illustration) in
      drawings[picture.name] ?? Drawing(svg: [], png: [], width: 1, height: 1)
    }
    return switch format {
    case .odp: odp(drawn)
    case .pptx: pptx(drawn)
    }
  }
}

extension Document {
  /// The document as one page of HTML with its pictures in it.
  public var html: String {
    html {
      PictureFormat.inPack(
        $0.picture, for: $0.picture.dress == nil ? .page : .half, height: $0.height)
    }
  }

  /// The document in a form.
  ///
  /// - Throws: ``PictureError`` where a form has pixels in it or is drawn, and cairo is missing.
  public func written(as format: DocumentFormat) throws(PictureError) -> [UInt8] {
    switch format {
    case .html: return Array(html.utf8)
    case .md: return Array(markdownAlone.utf8)
    case .pdf: return try pdf().bytes
    case .odt:
      let drawings = try Self.drawings(pictures)
      return odt { drawings[$0.name] ?? Drawing(svg: [], png: [], width: 1, height: 1) }
    case .docx:
      let drawings = try Self.drawings(pictures)
      return docx { drawings[$0.name] ?? Drawing(svg: [], png: [], width: 1, height: 1) }
    }
  }

  fileprivate static func drawings(
    _ pictures: [Illustration], for size: PageSize = .page
  ) throws(PictureError) -> [String: Drawing] {
    var drawings: [String: Drawing] = [:]
    for illustration in pictures {
      let drawn = try PageDrawing(illustration.picture, for: size, height: illustration.height)
      guard !drawn.png.isEmpty else { throw .needsCairo(.png) }
      drawings[illustration.name] = Drawing(
        svg: drawn.svg, png: drawn.png, width: drawn.width, height: drawn.height)
    }
    return drawings
  }
}

import Charts
public import Frames

/// A line of the contents of a PDF.
public struct Bookmark: Equatable, Sendable {
  public var title: String
  /// Counts from 1.
  public var page: Int

  public init(title: String, page: Int) {
    self.title = title
    self.page = page
  }
}

/// A picture laid out for half a page, over the cells that a page leaves free for it.
public struct Inset: Equatable, Sendable {
  /// Counts from 0.
  public var page: Int
  /// The cell of its left upper corner, and how many columns wide it is.
  public var column, row, columns: Int
  public var picture: Picture

  public init(page: Int, column: Int, row: Int, columns: Int, picture: Picture) {
    self.page = page
    self.column = column
    self.row = row
    self.columns = columns
    self.picture = picture
  }

  /// How many rows of cells it takes.
  public var rows: Int { Int((scene.height * scale / 18).rounded(.up)) }

  var scene: Scene { PageScene.scene(picture, .half) }

  /// Pixels of the page for one of the picture.
  var scale: Double { Double(columns * 9) / PageSize.half.width }
}

/// Frames of one size as the pages of one PDF, as wide as a sheet of A4: vectors, letters that can
/// be searched and copied.
///
/// - Parameters:
///   - pages: in their order, the first of which gives the size.
///   - title: of the file, as readers show it.
///   - subject: what the file says of itself, such as its alternative text.
///   - created: the date of the data, `YYYY-MM-DD`, never the clock's; empty for none.
///   - insets: pictures on them.
///   - bookmarks: the contents that readers show beside the pages.
/// - Throws: ``PictureError/needsCairo(_:)`` in a build without the trait `Cairo`, and
///   ``PictureError/refused(_:)`` where there is no page.
public func pdf(
  pages: [Frame], title: String, subject: String, created: String, insets: [Inset] = [],
  bookmarks: [Bookmark] = []
) throws(PictureError) -> WrittenPicture {
  #if Cairo
  guard let first = pages.first else { throw .refused("there is no page") }
  var page = try CairoPage(
    columns: first.columns, rows: first.rows, width: 595.28, title: neutralised(title),
    subject: neutralised(subject), created: created.count == 10 ? created + "T00:00:00Z" : "")
  for (place, frame) in pages.enumerated() {
    if place > 0 { page.nextPage() }
    page.draw(Layers(frame))
    for inset in insets where inset.page == place { page.draw(inset) }
  }
  for bookmark in bookmarks { page.bookmark(neutralised(bookmark.title), page: bookmark.page) }
  return try page.written()
  #else
  throw .needsCairo(.pdf)
  #endif
}

public import Charts
import Frames

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

/// Scenes as the pages of one PDF: 96 pixels an inch, each as large as the first.
///
/// - Parameters:
///   - scenes: in their order; groups made by ``PageTag`` become its structure.
///   - title: of the file, as readers show it.
///   - subject: what the file says of itself.
///   - created: the date of the data, `YYYY-MM-DD`, never the clock's; empty for none.
///   - bookmarks: the contents that readers show beside the pages.
///   - language: of its words, as BCP 47 names it.
///   - alternatives: what is read in place of its figures, in their order.
/// - Throws: ``PictureError/needsCairo(_:)`` in a build without the trait `Cairo`, and
///   ``PictureError/refused(_:)`` where there is no page.
public func pdf(
  scenes: [Scene], title: String, subject: String, created: String, bookmarks: [Bookmark] = [],
  language: String = "en-GB", alternatives: [String] = []
) throws(PictureError) -> WrittenPicture {
  #if Cairo
  guard let first = scenes.first else { throw .refused("there is no page") }
  var page = try CairoPage(
    first, title: neutralised(title), subject: neutralised(subject),
    created: created.count == 10 ? created + "T00:00:00Z" : "")
  for (place, scene) in scenes.enumerated() {
    if place > 0 { page.nextPage() }
    page.draw(scene, .named(.light))
  }
  for bookmark in bookmarks { page.bookmark(neutralised(bookmark.title), page: bookmark.page) }
  var written = try page.written()
  written.bytes = PDFUpdate(written.bytes).tagged(
    title: neutralised(title), language: language, alternatives: alternatives)
  return written
  #else
  throw .needsCairo(.pdf)
  #endif
}

public import Frames

/// A picture as a page of PDF: vectors, letters that can be searched and copied, title, subject
/// (the alternative text with the source) and the data's date as its own.
///
/// - Throws: ``PictureError/needsCairo(_:)`` in a build without the trait `Cairo`.
public func pdf(_ picture: Picture) throws(PictureError) -> WrittenPicture {
  #if Cairo
  let layers = Layers(picture.shown)
  let subject = [
    picture.handling, picture.altText, picture.source.isEmpty ? "" : "Source: " + picture.source,
  ]
  .filter { !$0.isEmpty }.joined(separator: " ")
  var page = try CairoPage(
    layers, title: neutralised(picture.headline), subject: neutralised(subject),
    created: picture.created.count == 10 ? picture.created + "T00:00:00Z" : "")
  page.draw(layers)
  return try page.written()
  #else
  throw .needsCairo(.pdf)
  #endif
}

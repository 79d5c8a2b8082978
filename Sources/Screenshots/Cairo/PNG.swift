public import Frames

/// A picture as PNG of 9 by 18 pixels a cell, times `scale` (1 to 4), with headline, alternative
/// text, source and scenario as texts inside it.
///
/// - Throws: ``PictureError/needsCairo(_:)`` in a build without the trait `Cairo`.
public func png(_ picture: Picture, scale: Int = 1) throws(PictureError) -> WrittenPicture {
  #if Cairo
  let layers = Layers(picture.shown)
  var page = try CairoPage(layers, scale: min(max(scale, 1), 4))
  page.draw(layers)
  var written = try page.written()
  written.bytes = withTexts(picture.notes, in: written.bytes)
  return written
  #else
  throw .needsCairo(.png)
  #endif
}

extension Picture {
  /// What goes into a picture's metadata, by the keywords of PNG's specification.
  var notes: [(keyword: String, text: String)] {
    [
      ("Title", headline), ("Description", inFull), ("Source", source), ("Comment", scenario),
      ("Disclaimer", handling), ("Creation Time", created), ("Software", "digigov"),
    ].filter { !$0.1.isEmpty }
  }
}

/// A PNG with a chunk of text for each note, before its first one of pixels.
///
/// - Parameter resolution: in pixels an inch, of a picture that has a size on paper.
func withTexts(
  _ notes: [(keyword: String, text: String)], resolution: Int? = nil, in png: [UInt8]
) -> [UInt8] {
  // Eight bytes of signature, then the header: length, name, thirteen bytes, checksum.
  let end = 8 + 25
  guard png.count > end else { return png }
  let size = resolution.map(sizeChunk) ?? []
  return png[..<end] + size + notes.flatMap { textChunk($0.keyword, neutralised($0.text)) }
    + png[end...]
}

/// A `pHYs` chunk: pixels a metre, both ways.
private func sizeChunk(_ resolution: Int) -> [UInt8] {
  let perMetre = bigEndian(UInt32((Double(resolution) / 0.0254).rounded()))
  return chunk(Array("pHYs".utf8) + perMetre + perMetre + [1])
}

/// A name of four letters and what follows it, with length and checksum.
private func chunk(_ content: [UInt8]) -> [UInt8] {
  bigEndian(UInt32(content.count - 4)) + content + bigEndian(checksum(content))
}

/// An `iTXt` chunk: text in UTF-8, not compressed.
private func textChunk(_ keyword: String, _ text: String) -> [UInt8] {
  let language = "en-GB"
  let content =
    Array("iTXt".utf8) + Array(keyword.utf8) + [0, 0, 0] + Array(language.utf8) + [0, 0]
    + Array(text.utf8)
  return chunk(content)
}

private func bigEndian(_ value: UInt32) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
}

/// The cyclic redundancy check of ISO 3309, as PNG has it.
func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
  ~bytes.reduce(0xFFFF_FFFF) { sum, byte in
    (0..<8).reduce(sum ^ UInt32(byte)) { rest, _ in
      rest & 1 == 1 ? 0xEDB8_8320 ^ (rest >> 1) : rest >> 1
    }
  }
}

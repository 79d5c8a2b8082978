public import Charts
public import Frames

/// A picture laid out for a page, for documents that hold vectors with pixels beside them.
public struct PageDrawing: Equatable, Sendable {
  public var svg: [UInt8]
  /// Empty where this build has no cairo.
  public var png: [UInt8]
  /// Centimetres.
  public var width, height: Double

  /// - Parameters:
  ///   - picture: with its charts and tables as values.
  ///   - size: what its width and its letters are of.
  ///   - height: in centimetres; nil for what it needs.
  public init(
    _ picture: Picture, for size: PageSize = .page, height: Double? = nil
  ) throws(PictureError) {
    let pixels = height.map { $0 / 2.54 * 96 }
    let scene = PageScene.scene(picture, size, height: pixels)
    svg = Array(pageSVG(picture, size, height: pixels).utf8)
    (width, self.height) = (scene.width / 96 * 2.54, scene.height / 96 * 2.54)
    #if Cairo
    png = try pagePNG(picture, size, height: pixels, scale: 2).bytes
    #else
    png = []
    #endif
  }

  /// The scene of a picture, to be put on a page: 96 pixels an inch.
  public static func scene(
    _ picture: Picture, for size: PageSize = .page, height: Double? = nil
  ) -> Scene {
    PageScene.scene(picture, size, height: height.map { $0 / 2.54 * 96 })
  }
}

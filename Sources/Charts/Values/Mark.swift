extension Chart {
  /// A kind of mark.
  public enum Mark: String, CaseIterable, Equatable, Sendable {
    /// Through the numbers, with a gap where one is missing.
    case line
    /// From one number to another.
    case band
    /// From nought, or another number, along a row.
    case bar
    /// As a line, but each number stands until the next.
    case step
    /// Two ends with what lies between them.
    case interval
    /// From nought upwards.
    case column
    /// An area as large as its number.
    case tile
    case dot
  }

  /// What a mark is in its chart: which colour that is, is the palette's business.
  public enum Role: Equatable, Sendable {
    /// One of several, by its place.
    case series(Int)
    /// A range around a series.
    case range(Int)
    /// What stands beside the main line to compare it with: drawn with dashes.
    case beside(Int)
    /// What was before, or would be without: muted, with dashes.
    case baseline
    /// A sum of what stands above it.
    case total
    /// What takes away, or is late.
    case loss
    case muted
  }
}

extension Chart {
  /// One number with what stays with it.
  public struct Datum: Equatable, Sendable {
    /// Its place on the first axis: a time, or the place of a category.
    public var x: Double
    /// The number; nil where there is none.
    public var y: Double?
    /// The other end of a band or an interval, and where a bar begins that does not begin at nought.
    public var y2: Double?
    /// Id of its figure; empty for none.
    public var figure: String
    /// The number as it is printed; empty where it is not.
    public var text: String
    /// Its own part in place of its series'.
    public var role: Role?
    /// The name of a tile or of one part of a bar; empty for none.
    public var label: String

    public init(
      x: Double, _ y: Double?, from y2: Double? = nil, figure: String = "", text: String = "",
      role: Role? = nil, label: String = ""
    ) {
      self.x = x
      self.y = y
      self.y2 = y2
      self.figure = figure
      self.text = text
      self.role = role
      self.label = label
    }
  }
}

/// A table that is still being read.
public struct Loading: Hashable, Sendable {
  /// Its name, such as `contractor_spend`.
  public var table: String
  /// How much of it has been read, from 0 to 100.
  public var percent: Int

  public init(table: String, percent: Int) {
    self.table = table
    self.percent = percent
  }

  /// For a panel that cannot be drawn yet, and for the status line.
  var text: String { "loading \(table) … \(percent)%" }
}

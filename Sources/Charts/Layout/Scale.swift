/// Numbers along a line of a page: the first stands at its start, the last at its end.
public struct Scale: Equatable, Sendable {
  public var values: ClosedRange<Double>
  public var start, end: Double

  /// - Parameter values: where it has no width, it is given one.
  public init(_ values: ClosedRange<Double>, from start: Double, to end: Double) {
    let isPoint = values.lowerBound == values.upperBound
    self.values = isPoint ? values.lowerBound - 0.5...values.upperBound + 0.5 : values
    self.start = start
    self.end = end
  }

  public func place(_ value: Double) -> Double {
    let share = (value - values.lowerBound) / (values.upperBound - values.lowerBound)
    return start + share * (end - start)
  }

  public func value(at place: Double) -> Double {
    let share = (place - start) / (end - start)
    return values.lowerBound + share * (values.upperBound - values.lowerBound)
  }
}

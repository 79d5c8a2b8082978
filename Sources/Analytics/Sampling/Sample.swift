/// The value of each assumption in each draw.
///
/// Kept between runs: a lever changes nothing here, and an assumption re-maps its own column only.
public struct Sample: Sendable {
  /// Number of draws.
  public let count: Int
  /// The seed of the draws that were mapped.
  public let seed: UInt64
  /// In register order, in vectors; the last vector is filled with its last draw.
  let columns: [[Lanes]]
  private let ranges: [ThreePoint]

  var vectors: Int { (count + Lanes.scalarCount - 1) / Lanes.scalarCount }

  /// The draws mapped to a scenario's ranges; columns that `last` has already are taken from it.
  public init(_ draws: Draws, _ scenario: Scenario, _ inputs: ModelInputs, reusing last: Sample?) {
    count = draws.count
    seed = draws.seed
    let ranges = inputs.assumptions.map { scenario.assumptions[$0.id] ?? $0.range }
    self.ranges = ranges
    let last = last.flatMap { $0.count == draws.count && $0.seed == draws.seed ? $0 : nil }
    columns = inputs.assumptions.indices.map { place in
      if let last, last.ranges[place] == ranges[place] { return last.columns[place] }
      let spec = inputs.assumptions[place]
      let marginal = Marginal(
        ranges[place], scale: spec.scale, minimum: spec.minimum, maximum: spec.maximum)
      return Sample.mapped(draws.scores[place], marginal)
    }
  }

  /// Columns of any numbers, for runs that do not come from the register's draws.
  init(count: Int, columns: [[Lanes]]) {
    self.count = count
    seed = 0
    self.columns = columns
    ranges = []
  }

  /// The same from columns of numbers.
  init(columns: [[Double]]) {
    self.init(count: columns.first?.count ?? 0, columns: columns.map(Sample.packed))
  }

  /// The value of an assumption, by its place in the register, in a draw.
  public subscript(assumption: Int, draw: Int) -> Double {
    columns[assumption][draw / Lanes.scalarCount][draw % Lanes.scalarCount]
  }

  static func mapped(_ scores: [Double], _ marginal: Marginal) -> [Lanes] {
    packed(scores.map(marginal.value))
  }

  private static func packed(_ numbers: [Double]) -> [Lanes] {
    let width = Lanes.scalarCount
    return stride(from: 0, to: numbers.count, by: width).map { start in
      var lanes = Lanes()
      for lane in 0..<width { lanes[lane] = numbers[min(start + lane, numbers.count - 1)] }
      return lanes
    }
  }
}

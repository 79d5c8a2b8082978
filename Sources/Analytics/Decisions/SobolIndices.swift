/// First-order and total Sobol' indices of one input; nil where the variance is zero.
public struct SobolIndex: Equatable, Sendable {
  public var first, total: Double?

  public init(first: Double?, total: Double?) {
    self.first = first
    self.total = total
  }
}

/// Two independent samples A and B of the same inputs, from the first and the second half of a
/// Sobol' sequence's dimensions; model.md section 9.
public struct SobolDesign: Sendable {
  /// A column each input; uniform in (0, 1) until mapped.
  public let a, b: [[Double]]

  /// At most 40 inputs.
  public init(inputs: Int, count: Int, seed: UInt64) {
    let shifts = SobolSequence.shifts(seed: seed, count: 2 * inputs)
    let columns = (0..<2 * inputs).map {
      SobolSequence.uniforms(dimension: $0, count: count, shift: shifts[$0])
    }
    a = Array(columns[..<inputs])
    b = Array(columns[inputs...])
  }

  private init(a: [[Double]], b: [[Double]]) {
    self.a = a
    self.b = b
  }

  /// Each number mapped.
  public func mapped(_ transform: (Double) -> Double) -> SobolDesign {
    SobolDesign(a: a.map { $0.map(transform) }, b: b.map { $0.map(transform) })
  }

  /// The indices of a function of columns. It is asked for A, for B, and for A with each column
  /// from B in turn, which `replaced` names.
  ///
  /// First order (Saltelli 2010) `mean(f(B)·(f(AB_i) − f(A)))/V`, total (Jansen)
  /// `½·mean((f(A) − f(AB_i))²)/V`, V the population variance of f(A) and f(B) together.
  public func indices(
    _ function: (_ columns: [[Double]], _ replaced: Int?) -> [Double]
  ) -> [SobolIndex] {
    let atA = function(a, nil)
    let atB = function(b, nil)
    let both = atA + atB
    let variance = populationVariance(both)
    // Rounding may leave a constant function some variance.
    guard variance > 0, both.min() != both.max() else {
      return a.map { _ in SobolIndex(first: nil, total: nil) }
    }
    let count = Double(atA.count)
    return a.indices.map { input in
      var columns = a
      columns[input] = b[input]
      let mixed = function(columns, input)
      var first = 0.0
      var total = 0.0
      for place in atA.indices {
        let step = mixed[place] - atA[place]
        first += atB[place] * step
        total += step * step
      }
      return SobolIndex(first: first / count / variance, total: total / 2 / count / variance)
    }
  }

  private func populationVariance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
  }
}

/// The indices of a number.
public struct SobolIndices: Equatable, Sendable {
  /// Points in each sample.
  public var count: Int
  /// The factor that deliveries have in common.
  public var deliveryFactor: SobolIndex
  /// In register order.
  public var assumptions: [SobolIndex]

  public init(count: Int, deliveryFactor: SobolIndex, assumptions: [SobolIndex]) {
    self.count = count
    self.deliveryFactor = deliveryFactor
    self.assumptions = assumptions
  }
}

extension Model {
  /// Indices of a number on the independent normals behind the draws, so that
  /// dependence between assumptions does not blur them. nil once `isCancelled`.
  public func sobolIndices(
    _ scenario: Scenario, of number: AnalysedNumber = .npsv, seed: UInt64, count: Int = 1024,
    threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }
  ) -> SobolIndices? {
    let design = SobolDesign(inputs: inputs.assumptions.count + 1, count: count, seed: seed)
      .mapped(normalQuantile)
    let mapper = SampleMapper(inputs, scenario)
    let atA = mapper.columns(design.a)
    var isAbandoned = false
    let indices = design.indices { normals, replaced in
      isAbandoned = isAbandoned || isCancelled()
      guard !isAbandoned else { return normals[0] }
      // Only the delivery factor moves more than one assumption.
      let columns: [[Lanes]]
      if let replaced, replaced > 0 {
        columns = mapper.replacing(replaced - 1, of: atA, normals)
      } else {
        columns = mapper.columns(normals)
      }
      return values(
        of: number, scenario, Sample(count: count, columns: columns), threads: threads)
    }
    guard !isAbandoned, let delivery = indices.first else { return nil }
    return SobolIndices(
      count: count, deliveryFactor: delivery, assumptions: Array(indices.dropFirst()))
  }
}

/// From independent normals, the delivery factor's first, to values of assumptions.
private struct SampleMapper {
  let specs: [AssumptionSpec]
  let marginals: [Marginal]

  init(_ inputs: ModelInputs, _ scenario: Scenario) {
    specs = inputs.assumptions
    marginals = inputs.assumptions.map {
      Marginal(
        scenario.assumptions[$0.id] ?? $0.range, scale: $0.scale, minimum: $0.minimum,
        maximum: $0.maximum)
    }
  }

  func columns(_ normals: [[Double]]) -> [[Lanes]] { specs.indices.map { column($0, normals) } }

  func replacing(_ place: Int, of columns: [[Lanes]], _ normals: [[Double]]) -> [[Lanes]] {
    var columns = columns
    columns[place] = column(place, normals)
    return columns
  }

  private func column(_ place: Int, _ normals: [[Double]]) -> [Lanes] {
    let scores = Draws.correlated(normals[0], normals[place + 1], loading: specs[place].loading)
    return Sample.mapped(scores, marginals[place])
  }
}

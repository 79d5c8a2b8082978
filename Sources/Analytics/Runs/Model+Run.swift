extension Model {
  /// The draws of a count and a seed.
  public func draws(_ count: Int, seed: UInt64) -> Draws {
    Draws(count: count, seed: seed, assumptions: inputs.assumptions)
  }

  /// The draws mapped to a scenario's ranges.
  public func sample(_ scenario: Scenario, _ draws: Draws, reusing last: Sample? = nil) -> Sample {
    Sample(draws, scenario, inputs, reusing: last)
  }

  /// Computes a scenario on every draw of a sample; nil once `isCancelled`, which is asked between
  /// blocks of 64 draws. The number of threads changes no bit of the answer.
  public func run(
    _ scenario: Scenario, _ sample: Sample, detail: Detail = Detail(), threads: Int = 2,
    isCancelled: @Sendable () -> Bool = { false }
  ) -> Run? {
    let compiled = compile(scenario)
    let layout = DrawLayout(inputs, detail, labels: compiled.constants.labels)
    let kernel = DrawKernel(compiled, layout, neverNegative: grossIsNeverNegative(scenario))
    // As many for every number of threads: sums are over pieces, and their order gives their last bit.
    let blocks = (sample.vectors + Lanes.block - 1) / Lanes.block
    let pieces = max(1, min(blocks / 2, 16))
    let bounds = (0...pieces).map { blocks * $0 / pieces * Lanes.block }
      .map { min($0, sample.vectors) }
    let parts = parallel(pieces, threads: threads) { piece -> (DrawTable, DrawSums)? in
      let range = bounds[piece]..<bounds[piece + 1]
      let first = range.lowerBound * Lanes.scalarCount
      let last = min(range.upperBound * Lanes.scalarCount, sample.count)
      var table = DrawTable(layout, count: last - first)
      var kernel = kernel
      var sums = kernel.noSums
      for vector in range {
        if (vector - range.lowerBound) % Lanes.block == 0, isCancelled() { return nil }
        let factors = Factors { sample.columns[$0][vector] }
        let place = vector - range.lowerBound
        let lanes = sample.count - vector * Lanes.scalarCount
        if lanes >= Lanes.scalarCount {
          kernel.evaluate(factors, into: &table, at: place, adding: &sums)
        } else {
          // The last vector is filled with its last draw, which counts once.
          var own = kernel.noSums
          kernel.evaluate(factors, into: &table, at: place, adding: &own)
          sums.add(own, lanes: lanes)
        }
      }
      return (table, sums)
    }
    let done = parts.compactMap { $0 }
    guard done.count == parts.count, var sums = done.first?.1 else { return nil }
    for part in done.dropFirst() { sums.add(part.1) }
    return Run(
      scenario: scenario, count: sample.count, seed: sample.seed, layout: layout,
      parts: done.map(\.0), sums: sums)
  }

  /// Whether no stream can be below 0: contractors and legacy systems cost no less than what
  /// replaces them.
  private func grossIsNeverNegative(_ scenario: Scenario) -> Bool {
    inputs.assumptions.allSatisfy { spec in
      switch spec.id {
      case .contractorCostMultiple, .legacyUpkeepMultiple: spec.minimum >= 1
      default: spec.minimum >= 0 || spec.id == .legacyDrift
      }
    }
  }
}

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
    let layout = DrawLayout(inputs, detail, years: compiled.years)
    let kernel = DrawKernel(compiled, layout, neverNegative: grossIsNeverNegative(scenario))
    let pieces = max(1, min(threads, (sample.vectors + Lanes.block - 1) / Lanes.block))
    let bounds = (0...pieces).map { sample.vectors * $0 / pieces }
    let parts = parallel(pieces, threads: threads) { piece -> DrawTable? in
      let range = bounds[piece]..<bounds[piece + 1]
      let first = range.lowerBound * Lanes.scalarCount
      let last = min(range.upperBound * Lanes.scalarCount, sample.count)
      var table = DrawTable(layout, count: last - first)
      var kernel = kernel
      for vector in range {
        if (vector - range.lowerBound) % Lanes.block == 0, isCancelled() { return nil }
        let factors = Factors { sample.columns[$0][vector] }
        kernel.evaluate(factors, into: &table, at: vector - range.lowerBound)
      }
      return table
    }
    let tables = parts.compactMap { $0 }
    guard tables.count == parts.count else { return nil }
    return Run(
      scenario: scenario, count: sample.count, seed: sample.seed, layout: layout, parts: tables)
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

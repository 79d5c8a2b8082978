/// The metrics of a few draws, gathered year by year; model.md 6.9. Undefined is NaN here.
struct MetricLanes {
  private var benefit = Lanes.zero, cost = Lanes.zero, cash = Lanes.zero
  private var lastBenefit = Lanes.zero, lastCash = Lanes.zero
  private var investment = Lanes.zero, outagesAvoided = Lanes.zero
  /// Net benefit so far, undiscounted, at the end of the last year added.
  private var balance = Lanes.zero
  private var payback = Lanes.zero
  private var moved = SIMDMask<Lanes.MaskStorage>(repeating: false)
  private var years = 0

  /// Adds the next year; `cash` is with the Exchequer's.
  @inline(__always)
  mutating func add(
    benefit: Lanes, cash: Lanes, cost: Lanes, investment: Lanes, outagesAvoided: Lanes,
    factor: Double
  ) {
    self.benefit += benefit * factor
    self.cost += cost * factor
    self.cash += (cash - cost) * factor
    lastBenefit = benefit
    lastCash = cash
    self.investment += investment
    self.outagesAvoided += outagesAvoided
    let before = balance
    balance += benefit - cost
    moved .|= balance .!= .zero
    let crossing = Lanes(repeating: Double(years)) - before / (balance - before)
    payback.replace(with: crossing, where: (before .< .zero) .& (balance .>= .zero))
    years += 1
  }

  /// In the order of `Metric.allCases`.
  var values: [Lanes] {
    let undefined = Lanes(repeating: .nan)
    return [
      benefit, cost, benefit - cost,
      (benefit / cost).replacing(with: undefined, where: cost .== .zero),
      (.one - cost / benefit).replacing(with: undefined, where: benefit .== .zero),
      cash,
      payback.replacing(with: undefined, where: .!moved .| (balance .< .zero)),
      lastBenefit, lastCash, investment, outagesAvoided,
    ]
  }
}

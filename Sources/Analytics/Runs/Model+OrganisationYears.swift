/// What an organisation brings and costs in a year, in each draw, £bn a year.
public struct OrganisationYear: Sendable {
  public internal(set) var benefit: [Double] = []
  public internal(set) var cash: [Double] = []
  public internal(set) var exchequer: [Double] = []
  public internal(set) var cost: [Double] = []
}

extension Model {
  /// Organisations in single years, by their places in the inputs and in `years`, on every draw of a
  /// sample, in the order asked for.
  public func organisationYears(
    _ scenario: Scenario, _ sample: Sample, of wanted: [(organisation: Int, year: Int)],
    threads: Int = 2
  ) -> [OrganisationYear] {
    let compiled = compile(scenario)
    let blocks = (sample.vectors + Lanes.block - 1) / Lanes.block
    let parts = parallel(blocks, threads: threads) { block -> [OrganisationYear] in
      var curves = Curves(compiled)
      var found = wanted.map { _ in OrganisationYear() }
      for vector in block * Lanes.block..<min((block + 1) * Lanes.block, sample.vectors) {
        let factors = Factors { sample.columns[$0][vector] }
        curves.evaluate(factors)
        let lanes = min(Lanes.scalarCount, sample.count - vector * Lanes.scalarCount)
        for (place, asked) in wanted.enumerated() {
          let cell = curves.cell(organisation: asked.organisation, year: asked.year, factors)
          for lane in 0..<lanes {
            found[place].benefit.append(cell.benefit[lane])
            found[place].cash.append(cell.cash[lane])
            found[place].exchequer.append(cell.exchequer[lane])
            found[place].cost.append(cell.cost[lane])
          }
        }
      }
      return found
    }
    return wanted.indices.map { place in
      var whole = OrganisationYear()
      for part in parts {
        whole.benefit += part[place].benefit
        whole.cash += part[place].cash
        whole.exchequer += part[place].exchequer
        whole.cost += part[place].cost
      }
      return whole
    }
  }
}

/// A number of which an analysis says what it depends on.
public enum AnalysedNumber: Hashable, Sendable {
  case metric(Metric)
  /// A national series in a year, by its place in the years.
  case national(YearlySeries, year: Int)
  /// Of an organisation, by its place in the inputs.
  case npsv(organisation: Int)
  case benefit(organisation: Int, year: Int)
  case cash(organisation: Int, year: Int)

  /// Net present social value.
  public static let npsv = AnalysedNumber.metric(.npsv)
}

extension Model {
  /// A number on every draw of a sample; NaN where it is undefined.
  func values(
    of number: AnalysedNumber, _ scenario: Scenario, _ sample: Sample, threads: Int
  ) -> [Double] {
    func run(_ detail: Detail) -> Run? {
      self.run(scenario, sample, detail: detail, threads: threads)
    }
    func year(_ organisation: Int, _ year: Int) -> OrganisationYear? {
      organisationYears(
        scenario, sample, of: [(organisation: organisation, year: year)], threads: threads
      ).first
    }
    switch number {
    case .metric(let metric): return run(.national)?[metric] ?? []
    case .national(let series, let year): return run(.national)?[series, year] ?? []
    case .npsv(let place): return run(Detail())?.npsv(organisation: place) ?? []
    case .benefit(let place, let index): return year(place, index)?.benefit ?? []
    case .cash(let place, let index): return year(place, index)?.cash ?? []
    }
  }

  /// A number where every assumption is at its P50; nil where it is undefined.
  public func central(_ scenario: Scenario, of number: AnalysedNumber) -> Double? {
    let centre = Sample(columns: inputs.assumptions.map { [range($0, scenario).p50] })
    return values(of: number, scenario, centre, threads: 1).first.flatMap { $0.isNaN ? nil : $0 }
  }
}

import Analytics

extension Explainer {
  /// What the projection itself says of a node, so that both print the same; `.some(nil)` where
  /// that is undefined, nil where the projection does not have it.
  func projected(_ node: Node) -> Double?? {
    guard case .quantity(let q) = node else { return nil }
    if let metric = Metric(rawValue: q.name.rawValue), q.organisation == nil {
      return .some(projection.metrics[metric])
    }
    if let place = q.organisation, q.name == .npsv {
      return .some(projection.organisations[place].npsv)
    }
    guard let year = q.year else { return nil }
    let series =
      q.organisation.map { organisation(q, projection.organisations[$0]) }
      ?? national(q, projection.national)
    return series.map { .some($0[year]) }
  }

  private func national(_ q: Quantity, _ series: NationalSeries) -> [Double]? {
    switch q.name {
    case .benefit: series.benefit
    case .cash: series.cash
    case .exchequer: series.exchequer
    case .nonCash: series.nonCash
    case .investment: series.investment
    case .running: series.running
    case .conversion: series.conversion
    case .remediation: series.remediation
    case .cost: series.cost
    case .netBenefit: series.netBenefit
    case .gross: q.stream.flatMap { series.gross[$0] }
    case .net: q.stream.flatMap { series.net[$0] }
    case .outages: series.outages
    case .outagesBaseline: series.outagesBaseline
    default: nil
    }
  }

  private func organisation(_ q: Quantity, _ series: OrganisationSeries) -> [Double]? {
    switch q.name {
    case .benefit: series.benefit
    case .cash: series.cash
    case .exchequer: series.exchequer
    case .cost: series.cost
    case .netBenefit: series.netBenefit
    case .gross: q.stream.flatMap { series.gross[$0] }
    case .net: q.stream.flatMap { series.net[$0] }
    case .legacyShare: series.legacyShare
    case .legacyShareBaseline: series.legacyShareBaseline
    default: nil
    }
  }

  /// What the draws say of a node; nil where there are none, or they do not keep it. Of what adds up
  /// they keep the mean alone, but for the benefit and the present value.
  func range(_ node: Node) -> Summary? {
    summary(node) ?? expected(node).map { Summary(mean: $0) }
  }

  /// The mean over the draws of a quantity by year; of an organisation those that the run keeps.
  private func expected(_ node: Node) -> Double? {
    guard let account = uncertainty?.expected, case .quantity(let q) = node, let year = q.year,
      account.years.indices.contains(year)
    else { return nil }
    guard let place = q.organisation else { return national(q, account.national)?[year] }
    let own = account.organisations[place]
    switch q.name {
    case .legacyShare: return own.legacyShare[year]
    case .legacyShareBaseline: return own.legacyShareBaseline[year]
    case .benefit where year == account.years.count - 1: return own.benefit
    case .cash where year == account.years.count - 1: return own.cash
    case .exchequer where year == account.years.count - 1: return own.exchequer
    case .cost where year == account.years.count - 1: return own.cost
    default: return own.series.flatMap { organisation(q, $0)?[year] }
    }
  }

  private func summary(_ node: Node) -> Summary? {
    guard case .quantity(let q) = node else { return nil }
    if let known = headlineRange(q) { return known }
    guard let uncertainty else { return nil }
    if let place = q.organisation {
      guard uncertainty.organisations.indices.contains(place) else { return nil }
      let summaries = uncertainty.organisations[place]
      switch q.name {
      case .finalBenefit: return summaries.finalBenefit
      case .npsv: return summaries.npsv
      case .benefit:
        return q.year.flatMap {
          summaries.benefit.indices.contains($0) ? summaries.benefit[$0] : nil
        }
      default: return nil
      }
    }
    if let metric = Metric(rawValue: q.name.rawValue) { return uncertainty.metrics[metric] }
    guard let series = YearlySeries(rawValue: q.name.rawValue), let year = q.year else {
      return nil
    }
    return uncertainty.yearly[series]?[year]
  }
}

public import Analytics

/// Every figure of a projection is a number.
public func requireFinite(_ projection: Projection) {
  let national = projection.national
  let series = [
    national.benefit, national.cash, national.exchequer, national.nonCash, national.investment,
    national.running, national.conversion, national.remediation, national.cost,
    national.netBenefit, national.outages, national.outagesBaseline,
  ]
  require(series.joined().allSatisfy(\.isFinite), "a national figure that is no number")
  for organisation in projection.organisations {
    let series = [
      organisation.benefit, organisation.cash, organisation.exchequer, organisation.cost,
      organisation.legacyShare, organisation.legacyShareBaseline, [organisation.npsv],
    ]
    require(
      series.joined().allSatisfy(\.isFinite), "a figure of \(organisation.code) is no number")
  }
  for metric in Metric.allCases {
    require(projection.metrics[metric]?.isFinite != false, "\(metric) is no number")
  }
}

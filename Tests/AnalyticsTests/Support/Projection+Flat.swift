import Analytics

extension Projection {
  /// Every number under `central` and `organisations` of the contract's answer, by its path.
  var flat: [String: Double] {
    var flat: [String: Double] = [:]
    func put(_ path: String, _ values: [Double]) {
      for (year, value) in values.enumerated() { flat["\(path).\(year)"] = value }
    }
    let series: [(String, [Double])] = [
      ("benefit", national.benefit), ("cash", national.cash), ("exchequer", national.exchequer),
      ("non_cash", national.nonCash), ("investment", national.investment),
      ("running", national.running), ("conversion", national.conversion),
      ("remediation", national.remediation), ("cost", national.cost),
      ("net_benefit", national.netBenefit), ("outages", national.outages),
      ("outages_baseline", national.outagesBaseline),
    ]
    for (name, values) in series { put("central.\(name)", values) }
    for stream in Stream.allCases {
      put("central.gross.\(stream.rawValue)", national.gross[stream] ?? [])
      put("central.net.\(stream.rawValue)", national.net[stream] ?? [])
    }
    for metric in Metric.allCases {
      flat["central.metrics.\(metric.rawValue)"] = metrics[metric]
    }
    for organisation in organisations {
      let path = "organisations.\(organisation.code)"
      put("\(path).benefit", organisation.benefit)
      put("\(path).cash", organisation.cash)
      put("\(path).exchequer", organisation.exchequer)
      put("\(path).cost", organisation.cost)
      put("\(path).legacy_share", organisation.legacyShare)
      put("\(path).legacy_share_baseline", organisation.legacyShareBaseline)
      for stream in Stream.allCases {
        put("\(path).net.\(stream.rawValue)", organisation.net[stream] ?? [])
      }
      flat["\(path).npsv"] = organisation.npsv
    }
    return flat
  }
}

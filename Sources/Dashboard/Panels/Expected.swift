public import Analytics
public import Figures

/// One statistic on the face of every modelled number: the expected value, which adds up over
/// organisations, streams and years. The central case stands there only before there are draws, and
/// says so.
extension State {
  /// What the scenario brings and costs, as screens and packs show it; of an earlier position of the
  /// levers while the draws are being made (``uncertaintyIsStale``).
  public var account: Account? { uncertainty?.expected ?? projection?.account }

  /// The baseline's, by the same statistic on the same draws; nil while it is being computed.
  var baselineAccount: Account? {
    guard let uncertainty else { return baselineProjection?.account }
    return baselines[uncertainty.draws]?.expected
  }

  /// An organisation's benefit by year in the baseline as a thin line behind the one of now; nil
  /// where it is the same.
  func ghost(of code: String, unit: String, _ theme: Theme) -> Curves.Curve? {
    guard let before = baselineAccount?.organisations.first(where: { $0.code == code })?.series,
      before.benefit != account(of: code)?.series?.benefit
    else { return nil }
    var ghost = curve(
      "before", "\(code).baseline.benefit", before.benefit, theme.muted, dashed: true,
      statistic: statistic, unit: unit, of: code)
    ghost.isBefore = true
    return ghost
  }

  /// A national series in the baseline as a thin line behind the one of now; nil where it is the
  /// same.
  func ghost(
    _ id: String, unit: String, _ theme: Theme, label: String = "before",
    series: (Account) -> [Double]
  ) -> Curves.Curve? {
    guard lab.guessing == nil, scenario != baseline, let before = baselineAccount.map(series),
      let now = account.map(series), before != now
    else { return nil }
    var ghost = curve(
      label, "baseline.\(id)", before, theme.muted, dashed: true, statistic: statistic, unit: unit)
    ghost.isBefore = true
    return ghost
  }

  /// An organisation's part of it.
  public func account(of code: String) -> OrganisationAccount? {
    account?.organisations.first { $0.code == code }
  }

  /// What the numbers of the account are, in a word or two that follow a number.
  public var basisWords: String { account?.basis == .central ? "central case" : "expected" }

  /// The same behind a panel's title, where there is room for it; the central case is always named.
  var basisNote: String {
    columns >= 100 || account?.basis == .central ? ", \(basisWords)" : ""
  }

  /// The same as data.
  public var statistic: Statistic { account?.basis == .central ? .central : .mean }

  /// A number of the account as data.
  func accounted(
    _ number: Double?, _ unit: String, of body: String = "", in period: String = ""
  ) -> FigureValue {
    FigureValue(number: number, unit: unit, statistic: statistic, body: body, period: period)
  }

  /// The expected benefit of the last year that is of the streams of the headline, after overlap;
  /// contractors and legacy lie outside it.
  var likeForLike: (headline: Double, outside: Double)? {
    guard let net = account?.national.net else { return nil }
    func sum(_ streams: [Stream]) -> Double {
      streams.reduce(0) { $0 + (net[$1]?.last ?? 0) }
    }
    return (sum([.automation, .channel, .fraud]), sum([.contractors, .legacy]))
  }
}

extension Summary {
  /// Where eight in ten runs lie, in £bn: `8 in 10 runs £12bn to £32bn`; nil where undefined.
  var spread: String? {
    guard let p10, let p90 else { return nil }
    return "8 in 10 runs \(Numbers.billions(p10)) to \(Numbers.billions(p90))"
  }

  /// The expected value with its range, in £bn: `expected £21bn; 8 in 10 runs £12bn to £32bn`; nil
  /// where undefined.
  public var range: String? {
    guard let mean, let spread else { return nil }
    return "expected \(Numbers.billions(mean)); \(spread)"
  }

  /// The expected value as data, with P10 and P90 as its range; nil where undefined.
  func value(_ unit: String, of body: String = "", in period: String = "") -> FigureValue? {
    mean.map {
      FigureValue(
        number: $0, low: p10, high: p90, unit: unit, statistic: .mean, body: body, period: period)
    }
  }
}

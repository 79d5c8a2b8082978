import Analytics
import Figures

/// What a lever of one organisation brings in the last year, now and before: its stream's benefit, or
/// all of it where it moves every stream.
struct LeverEffect {
  var text: String
  /// Nil where it can do nothing.
  var figure: Figure?

  /// Nil for the nation and sectors, before anything is computed, and while a guess is open.
  init?(_ state: State, _ lever: Lever, _ scope: LeverScope) {
    guard case .organisation(let code) = scope, state.lab.guessing == nil,
      let now = state.account(of: code)
    else { return nil }
    let before = state.baselineAccount?.organisations.first { $0.code == code }
    let stream = lever.stream
    if let stream, state.keyShare(stream.key(state.scenario.keySet), of: code) == 0 {
      text = "does nothing here: none of \(stream.key(state.scenario.keySet).words)"
      return
    }
    func value(_ account: OrganisationAccount) -> Double? {
      guard let stream else { return account.benefit }
      return account.series?.net[stream]?.last
    }
    guard let found = value(now) else { return nil }
    let printed = Numbers.billions(found)
    let was = before.flatMap(value).map { Numbers.billions($0) }
    let name = stream?.shortLabel ?? "Benefit"
    text = "\(name) \(printed) M" + (was == nil || was == printed ? "" : ", was \(was ?? "")")
    var posts = ""
    if lever == .contractorPosts {
      // The lever is the nation's number of posts; the organisation takes its share of the key.
      let own =
        state.scenario.value(of: lever, for: code, state.inputs) * 1000
        * state.keyShare(.contractor, of: code)
      posts = "; its share \(Numbers.telling(own, places: 0)) posts"
      text += posts
    }
    figure = state.modelled(
      stream.map { "\(code).net.\($0.rawValue)@\(state.lastYear)" }
        ?? "\(code).benefit@\(state.lastYear)",
      "\(stream?.label ?? "Benefit") in \(state.lastYear), \(state.name(of: scope))",
      "\(printed) a year, \(state.basisWords)"
        + (was.map { "; in \(state.baseline.name) \($0)" } ?? "") + posts,
      formula: stream == nil
        ? "Sum of the five streams: this lever moves all of them."
        : "The stream after overlap; its share of the key decides how much.",
      value: state.accounted(found, Money.billionsAYear, of: code, in: state.lastYear))
  }
}

extension Lever {
  /// The one stream that it moves; nil where it moves all of them.
  fileprivate var stream: Stream? {
    switch self {
    case .automationCoverage: .automation
    case .channelCoverage: .channel
    case .fraudCoverage: .fraud
    case .contractorPosts: .contractors
    case .legacyRemediation: .legacy
    case .startDelay, .pace, .riskMitigation: nil
    }
  }
}

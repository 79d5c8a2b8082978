import Analytics
import Figures
import Frames

/// The messages of panels that stand alone.
extension Headline {
  /// What the panel says, by a rule of its own; nil where there is none, or no numbers for it.
  func message(_ panel: String) -> String? {
    switch (state.place.screen, panel) {
    case (.overview, PlanPanel.id): plan
    case (.opportunity, "bridge"): overlap
    case (.opportunity, "whynot"), (.department, "whynot"): likeForLike
    case (.opportunity, "bank"): cash
    case (.opportunity, "unpublished"):
      unpublished
    case (.legacy, "paths"): legacyPath
    case (.legacy, "red"): redRated
    case (.legacy, "queue"): redList
    case (.contractors, "costs"):
      prose(.thirdParties).map {
        "\($0) on third parties, and claims of its cost that disagree"
      }
    case (.outages, "counts"): outages
    case (.outages, "path"): outagePath
    case (.outages, "incidents"):
      "\(Numbers.count(Double(state.evidence.incidents.count))) dated incidents and whom they hit"
    case (.services, "channels"): services
    case (.services, ServiceCards.id): ServiceCards.sentence(state)?.text
    case (.evidence, "facts"), (.evidence, "sources"): facts
    case (.evidence, "disputes"): disputes
    case (.evidence, "timeline"): commitments
    case (.evidence, "quality"):
      "\(Numbers.count(Double(state.evidence.quality.count))) reported values are left out of the "
        + "workforce sums"
    case (.lab, "tornado"): tornado
    case (.lab, "delay"): delay
    case (.lab, "information"): information
    case (.lab, "indices"): indices
    case (.lab, "required"): required
    case (.lab, "comparison"): comparison
    case (.departments, BankGauge.id): BankGauge.sentence(state)
    case (.lab, "reference"): reference
    case (.evidence, "cases"): reference
    case (.lab, "levers"): "Levers of the scenario \(state.scenarioName), for all organisations"
    case (.department, "levers"):
      state.organisation.map { "Levers of the scenario \(state.scenarioName), \($0.name)" }
    case (.lab, "assumptions"), (.evidence, "assumptions"):
      "\(Numbers.count(Double(state.inputs.assumptions.count))) uncertain assumptions, each with "
        + "its P10, P50 and P90"
    default: nil
    }
  }

  /// Applies while none of it is published.
  private var unpublished: String? {
    let roles: [Role] = [.headlineInvestment, .headlineTimeframe, .headlineCashable]
    guard roles.allSatisfy({ state.evidence.fact($0)?.statement != nil }) else { return nil }
    return prose(.headline).map {
      "The headline of \($0) has no published cost, timetable or cash share"
    }
  }

  private var overlap: String? {
    guard let national = state.account?.national, let net = national.benefit.last else {
      return nil
    }
    let gross = Stream.allCases.reduce(0) { $0 + (national.gross[$1]?.last ?? 0) }
    return
      "Of \(money(gross)) a year gross in \(state.lastYear), \(money(net)) is left after overlap"
  }

  private var cash: String? {
    guard let national = state.account?.national, let net = national.benefit.last,
      let cash = national.cash.last
    else { return nil }
    return "\(money(cash)) of \(money(net)) a year in \(state.lastYear) releases cash"
  }

  private var legacyPath: String? {
    guard
      let organisation = state.inputs.organisations.first(where: {
        $0.legacyClass == .central && $0.ownLegacyShare == nil
      }),
      let series = state.account(of: organisation.code), let with = series.legacyShare.last,
      let without = series.legacyShareBaseline.last
    else { return nil }
    return
      "Legacy, \(state.className(.central)), by \(state.lastYear): \(Numbers.share(with)) with the policy, "
      + "\(Numbers.share(without)) without"
  }

  private var redRated: String? {
    // Not a count that only a floor or a blog stands for.
    guard let most = LegacyTable.rows(state).first, let counted = most.counted,
      (counted.value ?? 0) > 0, !most.isSecondHand
    else { return nil }
    return "Most red-rated systems: \(state.evidence.name(of: most.code)), "
      + "\(counted.number) (\(counted.period))"
  }

  private var redList: String? {
    guard let queue = state.redList, let never = queue.outlook.shareNeverClear,
      queue.count.value != nil
    else { return nil }
    return
      "The red list of \(queue.count.figureValue.bare) systems never clears in \(Numbers.share(never)) "
      + "of runs"
  }

  private var outagePath: String? {
    guard let national = state.account?.national, let with = national.outages.last,
      let without = national.outagesBaseline.last
    else { return nil }
    let range: String
    if let summary = state.uncertainty?.yearly[.outages]?.last, let low = summary.p10,
      let high = summary.p90
    {
      let ends = [low, high].map { Numbers.count($0.rounded()) }
      range = "expected with the policy (8 in 10 runs \(ends[0]) to \(ends[1]))"
    } else {
      range = "with the policy in the central case"
    }
    return
      "\(state.outagesOwner) by \(state.lastYear): \(Numbers.count(with.rounded())) outages a year "
      + "\(range), \(Numbers.count(without.rounded())) without it"
  }

  private var disputes: String? {
    let groups = Set(state.evidence.facts.map(\.conflict)).subtracting([""])
    return groups.isEmpty
      ? nil : "\(Numbers.count(Double(groups.count))) groups of published figures that do not agree"
  }

  private var commitments: String? {
    let rows = state.evidence.milestones
    guard !rows.isEmpty else { return nil }
    let states = rows.map { (row: $0, state: PromiseState($0, on: state.evidence.date)) }
    let missed = states.count { [.late, .missed, .dropped].contains($0.state) }
    let next = states.filter { $0.state == .due }.map(\.row)
      .min { ($0.date, $0.id) < ($1.date, $1.id) }
    return "\(Numbers.count(Double(rows.count))) commitments and events, "
      + "\(Numbers.count(Double(missed))) of them late, missed or dropped"
      + (content != nil
        ? ""
        : next.map { "; next due: \($0.title) (\(state.shortName($0.body)), \($0.date))" } ?? "")
  }

  private var tornado: String? {
    guard case .tornado(_, let bars)? = state.lastResult(.tornado)?.result, let bar = bars.first
    else { return nil }
    return "\(label(bar.assumption)) moves net present social value most: \(money(bar.atP10)) to "
      + money(bar.atP90) + " in the central case"
  }

  private var delay: String? {
    guard case .delay(let cost?)? = state.lastResult(.delay)?.result else { return nil }
    let basis = cost.difference.mean == nil ? "in the central case" : "expected"
    let loss = cost.difference.mean ?? cost.central
    return "A year's delay \(loss < 0 ? "gains" : "costs") \(money(abs(loss))) of net present "
      + "social value, \(basis), on a fixed horizon"
  }

  private var information: String? {
    guard case .information(let worth)? = state.lastResult(.information)?.result else { return nil }
    return "To know everything before deciding would be worth \(money(worth.perfect))"
  }

  private var plan: String? {
    let plan = PlanAgainstFact(
      state.evidence, years: state.projection?.years ?? [], state.uncertainty)
    guard let spends = plan.spends, let last = plan.span.last else { return nil }
    return plan.unfunded.map {
      "Of \(money(spends)) to \(last), \(money($0)) has no published source"
    } ?? "What the scenario spends to \(last) is no more than what is funded"
  }

  private var likeForLike: String? {
    guard case .headline(let summary)? = state.lastResult(.headline)?.result,
      let steps = summary.steps(of: state.organisation?.code), let left = steps[.likeForLike]?.mean,
      let all = steps[.benefit]?.mean
    else { return nil }
    let top =
      state.organisation == nil
      ? state.inputs.fixed[.headlinePotential]?.value ?? 0 : steps[.fullPotential]?.mean ?? 0
    return "Of \(money(top)) a year, \(money(left)) is expected like for like by "
      + "\(state.lastYear), \(money(all)) in all"
  }

  private var required: String? {
    guard case .requirements(let found)? = state.lastResult(.requirements)?.result else {
      return nil
    }
    let reach = found.list.contains { $0.goal == .headline && $0.value != nil }
    let top = money(state.inputs.fixed[.headlinePotential]?.value ?? 0)
    return "Expected net present social value is \(money(found.npsv)); "
      + (reach
        ? "an assumption alone can reach \(top) a year"
        : "no assumption alone reaches \(top) a year")
  }

  /// The present scenario against the one that is expected to be worth most.
  private var comparison: String? {
    guard case .comparison(let found, _)? = state.lastResult(.comparison)?.result,
      let best = found.scenarios.indices.dropFirst()
        .max(by: { (found.scenarios[$0].npsv.mean ?? 0) < (found.scenarios[$1].npsv.mean ?? 0) }),
      let pair = found.pairs.first(where: { $0.a == 0 && $0.b == best }),
      let mean = pair.difference.mean, let chance = pair.probabilityABetter
    else { return nil }
    let scenarios = state.lab.analyses[.comparison]?.request.scenarios ?? []
    let name = scenarios.indices.contains(best) ? scenarios[best].name : found.scenarios[best].id
    return "Against \(name): net present social value \(money(abs(mean))) "
      + "\(mean < 0 ? "less" : "more") expected, better in \(Numbers.share(chance)) of runs"
  }

  private var reference: String? {
    let found = state.referenceClass.summary(of: .overrun)
    guard let middle = found.spread.p50 else { return nil }
    return "Half of \(found.count) published programmes cost over "
      + "\(Numbers.decimal(middle, places: 2)) times their plan"
  }

  private var indices: String? {
    guard case .indices(let indices)? = state.lastResult(.indices)?.result else { return nil }
    let assumptions = zip(state.inputs.assumptions.map(\.label), indices.assumptions)
    let all = [("Delivery, common to all", indices.deliveryFactor)] + assumptions
    let known = all.compactMap { name, index in index.first.map { (name: name, share: $0) } }
    guard let most = known.max(by: { ($0.share, $1.name) < ($1.share, $0.name) }) else {
      return nil
    }
    return "\(most.name) explains most of the spread: \(Numbers.share(most.share)) alone"
  }

  private func label(_ assumption: Assumption) -> String {
    state.inputs.assumptions.first { $0.id == assumption }?.label ?? assumption.rawValue
  }

}

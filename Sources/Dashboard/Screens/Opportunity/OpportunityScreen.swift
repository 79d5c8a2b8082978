import Analytics
import Figures
import Frames

/// Lever to sector to organisation, the bridge from gross to net, and who can bank it.
struct OpportunityScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [
      SplitPanel.panel(state), bridge(state), WhyNotPanel.panel(state), bank(state),
      unpublished(state),
      MatrixPanel.panel(state),
      RankingPanel.panel(
        state, title: "Organisations by benefit in \(state.lastYear), \(state.basisWords)"),
    ]
  }

  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect] {
    let columns: [[String]]
    if rect.columns >= 140 {
      columns = [["split", "whynot", "ranking"], ["bridge", "bank", "unpublished", "matrix"]]
    } else if rect.columns >= 100 {
      columns = [["split", "whynot", "unpublished"], ["bridge", "bank", "ranking", "matrix"]]
    } else {
      columns = [["split", "bridge", "whynot", "bank", "unpublished", "matrix", "ranking"]]
    }
    return PanelColumns(columns).layout(panels, state, in: rect)
  }

  /// Gross by stream, what is counted twice, and what is left.
  private func bridge(_ state: State) -> Panel {
    let national = state.account?.national
    let year = state.lastYear
    let streams = Stream.allCases.map { stream in
      ModelledBars.Row(
        stream.label, short: stream.shortLabel, national?.gross[stream]?.last,
        id: "gross.\(stream.rawValue)@\(year)",
        formula: "Potential x reach x realisation x adoption, before overlap.",
        series: stream.colour)
    }
    let (gross, grossText) = ModelledBars.summing(streams)
    let total = gross.reduce(0) { $0 + $1.value }
    let net = national?.benefit.last ?? 0
    let texts = MoneyColumn([total]).taking(total, to: net)
    let parts = gross.map(\.text).joined(separator: " + ")
    var rows =
      gross + [
        .init(
          "Gross", total, id: "total_gross@\(year)",
          formula: "Sum of the five streams before overlap: \(parts) = \(grossText).", .total),
        .init(
          "Less overlap", short: "Overlap", total - net, id: "overlap_deducted@\(year)",
          formula: "What the smaller of two streams shares with the larger: gross "
            + "\(texts.sum) less net \(texts.rest).", .loss),
        .init(
          "Net", net, id: "benefit@\(year)",
          formula: "Gross less overlap: the benefit in the metrics.", .total),
      ]
    for (place, text) in [texts.sum, texts.less, texts.rest].enumerated() {
      rows[gross.count + place].text = text
    }
    // Each stream stands on those before it; the overlap is what the net falls short of the gross.
    var reached = 0.0
    for index in gross.indices {
      rows[index].start = reached
      reached += gross[index].value
    }
    rows[gross.count + 1].start = net
    return ModelledBars(
      id: "bridge", title: "Gross to net, \(year)\(state.basisNote)", rows: rows
    )
    .panel(state)
  }

  /// Cash, Exchequer and the rest; cost beside them.
  private func bank(_ state: State) -> Panel {
    let national = state.account?.national
    let year = state.lastYear
    let (parts, _) = ModelledBars.summing(
      [
        .init(
          "Cash-releasing", national?.cash.last, id: "cash@\(year)",
          formula: "Cash shares of automation and channels, contractors, and legacy spending "
            + "below today's.", .aside),
        .init(
          Money.purse.capitalised, national?.exchequer.last, id: "exchequer@\(year)",
          formula: "Fraud and error: annually managed spending and receipts, not departmental "
            + "budgets.", .aside),
        .init(
          "Not cash", national?.nonCash.last, id: "non_cash@\(year)",
          formula: "Benefit that is staff time or cost avoided.", .aside),
      ])
    return ModelledBars(
      id: "bank", title: "Who can bank it, \(year)\(state.basisNote)",
      rows: parts + [
        .init(
          "Cost that year", national?.cost.last, id: "cost@\(year)",
          formula: "Investment, running, conversion and remediation.", .loss)
      ],
      note: Note(
        "Of automation \(Numbers.share(1 - state.central(.automationCashShare))) is taken to be "
          + "staff time, so most benefit is not cash. Fraud prevented is largely a transfer; it is "
          + "kept apart.", [staffTime(state)])
    ).panel(state)
  }

  /// What of automation cannot leave a budget: what its cash share leaves.
  private func staffTime(_ state: State) -> Figure {
    let share = state.central(.automationCashShare)
    return state.modelled(
      "staff_time.automation", "Share of automation's benefit that is staff time",
      Numbers.share(1 - share),
      formula: "1 less the cash share of automation, \(Numbers.share(share)) "
        + "(assumption.\(Assumption.automationCashShare.rawValue)).",
      inputs: ["assumption.\(Assumption.automationCashShare.rawValue)"],
      value: .central(1 - share, "share"))
  }

  /// What is published, and what is not, about the headline.
  private func unpublished(_ state: State) -> Panel {
    let evidence = state.evidence
    let range = evidence.fact(.headlineRange).flatMap { evidence.source($0.sourceID)?.title }
    let roles: [(Role, String)] = [
      (.headline, evidence.roles[.review] == nil ? "Headline" : "Headline of the review"),
      (.headlineRange, range ?? "Its range"),
      (.headlineShare, "As a share of public spending"),
      (.headlineSplit, "By department or body"),
      (.headlineInvestment, "Investment that it needs"),
      (.headlineTimeframe, "Time until it is reached"),
      (.headlineCashable, "Part of it that is cash"),
    ]
    let rows = roles.compactMap { role, label in evidence.fact(role).map { (label, $0) } }
    guard !rows.isEmpty else {
      return .waiting(
        "unpublished", "What is known of the headline", evidence.absence(of: .headline))
    }
    return Panel(
      "unpublished", "What is known of the headline",
      table: Table(
        [
          Column("what", flexible: true, least: 28), Column("figure", trailing: true),
          Column("unit", priority: 1, most: 10),
        ],
        rows.map { label, fact in
          let statement = fact.statement.map(Statement.init)
          return Table.Row(
            [
              Text(label + (statement.map { $0.rest.isEmpty ? "" : ": \($0.rest)" } ?? "")),
              Text(
                statement?.answer ?? state.number(fact), signs: state.signs(fact),
                statement == nil ? .strong : .plain, number: 0,
                value: fact.value ?? fact.high ?? fact.low),
              Text(statement == nil ? Numbers.words(of: fact.unit) : "", .muted),
            ], Item(state.evidence.figure(fact)))
        }, header: .whereRoomy))
  }
}

/// A statement in place of a number: what fits where a number would stand, and the rest of it.
private struct Statement {
  var answer = ""
  var rest: String

  init(_ text: String) {
    rest = text
    let end = text.firstIndex { ";:".contains($0) } ?? text.endIndex
    guard text[..<end].count <= 14 else { return }
    answer = String(text[..<end])
    rest = String(text[end...].drop { ";: ".contains($0) })
  }
}

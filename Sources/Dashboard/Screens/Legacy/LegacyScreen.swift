import Analytics
import Figures
import Frames

/// Share of systems that are legacy, where it is heading, red-rated systems and when they are
/// cleared, money, cyber.
struct LegacyScreen: Screen {
  func panels(_ state: State) -> [Panel] {
    [
      LegacyTable.panel(state), shares(state), redList(state), paths(state), redListPath(state),
      RemediationPanel.panel(state), counts(state), money(state), cyber(state),
    ]
  }

  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect] {
    // The table is wide and comes whole: what has few words stands beside it.
    if rect.columns >= 100 {
      return PanelColumns(
        [
          [LegacyTable.id, "paths", "counts", RemediationPanel.id],
          ["shares", "queue", "left", "money", "cyber"],
        ], weights: [4, 3], whole: [LegacyTable.id]
      ).layout(panels, state, in: rect)
    }
    return PanelColumns([panels.map(\.id)]).layout(panels, state, in: rect)
  }

  /// The colour of legacy among the streams: one measure of different bodies has one colour.
  private static let colour = Stream.legacy.colour

  private func shares(_ state: State) -> Panel {
    let roles: [Role] = [
      .legacyShareBefore, .legacyShare, .legacyShareHealth, .legacySharePolice, .legacyUnknown,
    ]
    let known = roles.compactMap { role in
      state.evidence.fact(role).map { fact in
        let label =
          switch role {
          case .legacyUnknown: "Cannot say"
          case .legacyShareHealth, .legacySharePolice: state.shortName(fact.body)
          default: "\(state.className(.central).capitalised), \(fact.period)"
          }
        return (label, fact)
      }
    }
    guard !known.isEmpty else {
      return .waiting(
        "shares", "Legacy share of systems, %", state.evidence.absence(of: .legacyShare))
    }
    return Panel(
      "shares", "Legacy share of systems, %",
      bars: Bars(
        known.map { label, fact in
          Bars.Row(
            BarRow(
              label, value: fact.value ?? (((fact.low ?? 0) + (fact.high ?? 0)) / 2),
              low: fact.low == fact.high ? nil : fact.low,
              high: fact.low == fact.high ? nil : fact.high,
              text: state.number(fact),
              signs: state.signs(fact), series: Self.colour),
            Item(state.evidence.figure(fact)))
        },
        note: Note(
          "Surveys whose coverage may differ; a range is what its bodies report. The change of "
            + "the share is one year's, between two estimates.")))
  }

  /// The classes of estate with an organisation of each that has no levers of its own.
  private func examples(_ state: State) -> [(String, OrganisationAccount, kind: LegacyClass)] {
    LegacyClass.allCases.compactMap { kind in
      let members = state.inputs.organisations.filter { $0.legacyClass == kind }
      let plain =
        members.first {
          state.scenario.overrides[$0.code] == nil && $0.ownLegacyShare == nil
        } ?? members.first
      return plain.flatMap { state.account(of: $0.code) }.map {
        (state.className(kind), $0, kind)
      }
    }
  }

  private func paths(_ state: State) -> Panel {
    let rows = examples(state)
    return Panel(
      "paths", "Share to \(state.lastYear) (without)\(state.basisNote): M", flow: .across,
      items: rows.map { label, series, _ in
        Item(
          state.modelled(
            "\(series.code).legacy_share@\(state.lastYear)",
            "Legacy share in \(state.lastYear), \(label)",
            "\(Numbers.share(series.legacyShare.last ?? 0)) with the policy, "
              + "\(Numbers.share(series.legacyShareBaseline.last ?? 0)) without, \(state.basisWords)",
            formula: "Each year the share gains the observed drift and loses what is remediated: "
              + "L(t+1) = (L(t) + a)/(1 + a + r).",
            note: "The drift rests on one year's change between two surveys; zero is in its range.",
            value: state.accounted(
              series.legacyShare.last, "share", of: series.code, in: state.lastYear),
            others: [
              Figure.Beside(
                "\(series.code).legacy_share_baseline@\(state.lastYear)",
                state.accounted(
                  series.legacyShareBaseline.last, "share", of: series.code, in: state.lastYear))
            ]))
      }
    ) { sheet, rect in
      var chart = Curves(labels: state.projection?.years ?? [])
      for row in rows {
        let style = sheet.theme.series(row.kind.colour)
        for (label, series, id) in [
          (row.0, row.1.legacyShare, "legacy_share"),
          ("", row.1.legacyShareBaseline, "legacy_share_baseline"),
        ] {
          let code = row.1.code
          var curve = state.curve(
            label, "\(code).\(id)", series, style, dashed: label.isEmpty,
            statistic: state.statistic, unit: "share", of: code)
          if label.isEmpty { curve.title = row.0 + ", without" }
          chart.curves.append(curve)
        }
        if var ghost = state.ghost(
          "\(row.1.code).legacy_share", unit: "share", sheet.theme, label: "",
          series: { account in
            account.organisations.first { $0.code == row.1.code }?.legacyShare ?? []
          })
        {
          ghost.title = row.0 + ", before"
          chart.curves.append(ghost)
        }
      }
      (chart.measure, chart.unit, chart.scale) = ("% of systems", "%", 100)
      sheet.curves(
        chart,
        captions: rows.map {
          "\($0.0) \(Numbers.share($0.1.legacyShare.last ?? 0)) "
            + "(\(Numbers.share($0.1.legacyShareBaseline.last ?? 0)))"
        }, in: rect)
    }
  }

  private func money(_ state: State) -> Panel {
    var lines: [(String, String, Figure)] = []
    if let fact = state.evidence.fact(.legacyUpkeep) {
      lines.append(("Upkeep against modern", state.number(fact), state.evidence.figure(fact)))
    }
    let premium = state.account?.legacyPremium ?? LegacyMoney.premium(state)
    lines.append(
      (
        "Premium over a modern estate", Numbers.billions(premium),
        state.modelled(
          "legacy_premium", "What legacy upkeep costs over a modern estate, first year",
          "\(Numbers.billions(premium)) a year, \(state.basisWords)",
          formula: "Run share x digital spend x (m - 1)L/(1 + (m - 1)L), by organisation, summed.",
          value: state.accounted(premium, Money.billionsAYear))
      ))
    if let national = state.account?.national {
      let total = national.remediation.reduce(0, +)
      lines.append(
        (
          "Remediation, all years", Numbers.billions(total),
          state.modelled(
            "total_remediation", "Cost of the extra remediation, undiscounted",
            "\(Numbers.billions(total)), \(state.basisWords)",
            formula: "Years of legacy upkeep for each system retired, with the cost overrun.",
            value: state.accounted(total, Money.billions))
        ))
      let saved = national.net[.legacy]?.last ?? 0
      lines.append(
        (
          "Upkeep avoided, \(state.lastYear)", Numbers.billions(saved),
          state.modelled(
            "net.legacy@\(state.lastYear)",
            "Legacy upkeep avoided in \(state.lastYear), after overlap",
            "\(Numbers.billions(saved)) a year, \(state.basisWords)",
            formula: "Upkeep on the baseline path less upkeep on the policy path, less overlap.",
            value: state.accounted(saved, Money.billionsAYear, in: state.lastYear))
        ))
    }
    let said = LegacyTable.shown(state)
    let published = state.evidence.facts.filter {
      $0.theme == .legacy && $0.id != state.evidence.roles[.legacyUpkeep]
        && $0.unit.hasPrefix(Money.sign) && !said.contains($0.id)
    }
    lines += published.map { fact in
      (
        "\(state.shortName(fact.body)): \(fact.measure)", state.number(fact),
        state.evidence.figure(fact)
      )
    }
    return Panel(
      "money", "Upkeep and remediation\(state.basisNote)",
      table: Table(
        [Column("", flexible: true), Column("", trailing: true)],
        lines.map {
          Table.Row(
            [Text($0.0), Text($0.1, signs: state.signs($0.2), number: 0)], Item($0.2))
        },
        header: .never))
  }

  /// What else is counted of legacy systems: counts that do not agree stand one below the other.
  private func counts(_ state: State) -> Panel {
    let said = LegacyTable.shown(state)
    // Rivals of the share stand beside it.
    let share = state.evidence.fact(.legacyShare)?.conflict ?? ""
    return FactList.panel(
      state, id: "counts", title: "Systems counted (! disputed)",
      facts: state.evidence.facts.filter {
        $0.theme == .legacy && !$0.unit.hasPrefix(Money.sign)
          && ($0.conflict.isEmpty || $0.conflict != share)
          && !$0.measure.hasPrefix("Legacy share of systems") && !said.contains($0.id)
      }, looksFor: "the theme legacy")
  }

  private func cyber(_ state: State) -> Panel {
    FactList.panel(
      state, id: "cyber", title: "Cyber and the wider role",
      facts: state.evidence.facts.filter { $0.theme == .cyber }, looksFor: "the theme cyber")
  }
}

/// What legacy costs beyond a modern estate of the same size.
enum LegacyMoney {
  /// £bn a year at the start, over all organisations (model.md section 6.4).
  static func premium(_ state: State) -> Double {
    let multiple = state.central(.legacyUpkeepMultiple)
    let spend = state.inputs.fixed[.nationalDigitalSpend]?.value ?? 0
    let run = state.central(.runShare)
    return state.inputs.organisations.reduce(0) { sum, organisation in
      let share =
        organisation.ownLegacyShare?.value
        ?? state.central(organisation.legacyClass.startingShare)
      let weight = state.keyShare(.digitalSpend, of: organisation.code)
      let extra = (multiple - 1) * share
      return sum + run * spend * weight * extra / (1 + extra)
    }
  }
}

extension LegacyClass {
  /// The assumption that holds the class's share at the start.
  var startingShare: Assumption {
    switch self {
    case .central: .legacyShareCentral
    case .nhs: .legacyShareNHS
    case .police: .legacySharePolice
    }
  }
}

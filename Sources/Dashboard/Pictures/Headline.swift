import Analytics
import Figures
import Frames

/// The message of a picture, by rules from its figures: what a screen or a panel is about, in
/// about ten words. Where there is no rule, or no figure for it, the first figure speaks.
struct Headline {
  let state: State
  /// What the picture shows; nil for the line at the top of a screen, which is by rule alone.
  let content: PictureContent?

  init(_ state: State, _ content: PictureContent?) {
    self.state = state
    self.content = content
  }

  var text: String {
    guard let content else { return rule(state.place.screen) ?? state.place.screen.title }
    let byRule: String?
    if let panel = content.single {
      byRule = rule(panel.id)
    } else {
      byRule = rule(state.place.screen)
    }
    return byRule ?? first(content) ?? content.single?.title ?? content.frame.title
  }

  private func rule(_ screen: ScreenID) -> String? {
    switch screen {
    case .overview: benefit
    case .opportunity: potential
    case .legacy: legacy
    case .contractors: thirdParties
    case .outages: outages
    case .services: services
    case .departments: largest
    case .department: department
    case .lab: worth
    case .evidence: facts
    }
  }

  func rule(_ panel: String) -> String? {
    switch (state.place.screen, panel) {
    case (_, "fan"): benefit
    case (_, "ranking"): largest
    case (.departments, "departments"): largest
    case (.department, "projection"): department
    case (.overview, "levers"), (.overview, "tiles"): potential
    case (.legacy, "shares"): legacy
    case (.lab, "results"): worth
    default: message(panel)
    }
  }

  var facts: String {
    "\(Numbers.count(Double(state.evidence.facts.count))) published facts from "
      + "\(Numbers.count(Double(state.evidence.sources.count))) sources"
  }

  var benefit: String? {
    state.account?.metrics[.finalBenefit].map {
      said($0, national(.finalBenefit), " a year by \(state.lastYear)", of: "benefit")
    }
  }

  /// What is expected, with where eight in ten runs lie; without draws the central case.
  private func said(
    _ value: Double, _ summary: Summary?, _ when: String, of what: String
  ) -> String {
    let number = money(value) + when
    guard let low = summary?.p10, let high = summary?.p90 else {
      return "Modelled \(what), central case: \(number)"
    }
    guard content != nil else {
      return "Expected \(what): \(number); 8 in 10 runs \(money(low)) to \(money(high))"
    }
    return "Expected \(what): \(number), in 8 of 10 runs between "
      + "\(money(low)) and \(money(high))"
  }

  var potential: String? {
    prose(.headline).map { "Unrealised benefit: \($0), \(state.evidence.roles.said)" }
  }

  var legacy: String? {
    fact(.legacyShare).map { fact in
      let start =
        "\(state.number(fact)) of \(state.evidence.ofGovernment)systems were legacy\(dated(fact))"
      guard let other = self.fact(.legacyShareBefore), let now = fact.value,
        let before = other.value, before != now
      else { return start }
      return start + ", \(before < now ? "up" : "down") from \(state.number(other))\(dated(other))"
    }
  }

  var thirdParties: String? {
    prose(.thirdParties).map {
      "\($0) went on contractors, services and consultants"
        + (state.evidence.fact(.thirdParties).map(dated) ?? "")
    }
  }

  var outages: String? {
    guard let fact = fact(.outageCount) else { return nil }
    return "\(state.evidence.name(of: fact.body)) had \(state.number(fact)) critical outages in "
      + fact.period
  }

  var services: String? {
    fact(.noDigitalPath).map {
      "\(state.number($0)) of \(state.evidence.ofGovernment)services had no digital pathway"
        + dated($0)
    }
  }

  /// The organisation with the largest benefit.
  var largest: String? {
    let most = state.account?.organisations.max {
      ($0.benefit, $1.code) < ($1.benefit, $0.code)
    }
    guard let most,
      let organisation = state.inputs.organisations.first(where: { $0.code == most.code })
    else { return nil }
    let basis = state.account?.basis == .central ? "modelled" : "expected"
    return "Largest \(basis) benefit in \(state.lastYear): \(organisation.name), "
      + "\(money(most.benefit)) a year"
  }

  var department: String? {
    guard let organisation = state.organisation,
      let account = state.account(of: organisation.code)
    else { return nil }
    let draws = state.uncertainty?.organisations.first { $0.code == organisation.code }
    let number = money(account.benefit) + " a year by \(state.lastYear)"
    guard let summary = draws?.finalBenefit, let low = summary.p10, let high = summary.p90 else {
      return "\(organisation.name): \(number), \(state.basisWords)"
    }
    let said =
      ": expected \(number), 8 in 10 runs \(money(low)) to \(money(high))"
    let whole = organisation.name + said
    return whole.count < 125 ? whole : state.briefName(organisation.code, organisation.name) + said
  }

  var worth: String? {
    state.account?.metrics[.npsv].map {
      said($0, national(.npsv), "", of: "net present social value")
    }
  }

  /// Sums in words on a page, in as few letters as on the rest of a screen.
  func money(_ billions: Double) -> String {
    content == nil ? Numbers.billions(billions) : Numbers.billions(billions, .prose)
  }

  private func national(_ metric: Metric) -> Summary? { state.uncertainty?.metrics[metric] }

  /// The first figure in its own words: whole where that is short enough, else without whom and
  /// when, which stand in the picture, too.
  private func first(_ content: PictureContent) -> String? {
    // Of a panel the item that it begins with, which of a curve is its newest point.
    let item = content.single.flatMap { panel in
      panel.items.indices.contains(panel.initialItem) ? panel.items[panel.initialItem] : nil
    }
    guard let figure = item?.figure ?? content.figures.first?.figure else { return nil }
    let odd = figure.cautions.isEmpty ? "" : " (\(Caution.words(figure.cautions)))"
    let text = inProse(figure.text) + odd
    let measure = figure.label.split(separator: ",").first.map(String.init) ?? figure.label
    return ["\(figure.label): \(text)", "\(measure): \(text)", measure].first { $0.count <= 100 }
  }

  /// A published sum with its own digits, as sentences have it: `£14.5 billion a year`.
  func prose(_ role: Role) -> String? {
    state.evidence.fact(role).map { content == nil ? $0.printed : inProse($0.printed) }
  }

  private func inProse(_ text: String) -> String {
    let units = [("bn", " billion"), ("m", " million")]
    return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      let stem = word.hasSuffix(";") || word.hasSuffix(",") ? word.dropLast() : word
      guard stem.hasPrefix(Money.sign) || stem.hasPrefix(Numbers.minus + Money.sign),
        let unit = units.first(where: { stem.hasSuffix($0.0) })
      else { return String(word) }
      return stem.dropLast(unit.0.count) + unit.1 + word.dropFirst(stem.count)
    }.joined(separator: " ")
  }

  /// When a fact was so, as a sentence goes on: ` in 2024`.
  private func dated(_ fact: Fact) -> String {
    fact.period.isEmpty || fact.period == "undated" ? "" : " in \(fact.period)"
  }

  /// A fact that has a number.
  private func fact(_ role: Role) -> Fact? {
    state.evidence.fact(role).flatMap { $0.value == nil ? nil : $0 }
  }
}

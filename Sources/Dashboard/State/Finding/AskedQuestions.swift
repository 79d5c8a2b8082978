import Figures

extension Catalogue {
  /// What people ask in their own words, with further words for the same, and the panel that answers
  /// it.
  static let asked: [(words: String, also: String, screen: ScreenID, panel: String)] = [
    (
      "does it pay for itself: is it worth it",
      "enough to pay, payback, pays back, break even, value for money, NPSV, return", .lab,
      "results"
    ),
    (
      "which assumption matters most", "what drives it, most important, sensitive, tornado", .lab,
      "tornado"
    ),
    ("what must be true to break even", "needed, threshold, switching value", .lab, "required"),
    ("what would it be worth to know (EVPI)", "perfect information, find out", .lab, "information"),
    (
      "who can bank it: cash and cuts", "how much cash would the treasury see, cashable, exchequer",
      .opportunity, "bank"
    ),
    (
      "why not the whole headline", "why less than the headline, gap, where does the rest go",
      .opportunity, "whynot"
    ),
    ("efficiency targets and cuts: what digital could bank", "budgets", .departments, BankGauge.id),
    (
      "what was promised next, missed, late: roadmap", "who is late with promises, overdue, broken",
      .evidence, "timeline"
    ),
    ("who disagrees: disputed figures", "rival claims, contradictions", .evidence, "disputes"),
    ("when is the red list clear", "red-rated, remediated, fixed", .legacy, "queue"),
    (
      "what does the plan spend against what is funded", "settlement, transformation fund, money",
      .overview, PlanPanel.id
    ),
    (
      "government app, wallet, driving licence: how many use it", "users, take-up, downloads",
      .services, "cards"
    ),
    ("digital ID: what it costs", "price, identity card", .services, "digitalid"),
    (
      "reference class: what other programmes cost", "overrun, business cases, track record", .lab,
      "reference"
    ),
    (
      "what a year of delay costs",
      "a year's delay, late, later, waiting, postponed, cost of delay",
      .lab, "delay"
    ),
    ("what went wrong: outages and incidents", "who was affected, attack", .outages, "incidents"),
    (
      "which services are on paper: no digital pathway", "offline, form based, phone", .services,
      "channels"
    ),
    (
      "how many systems are red-rated, and whose", "at risk, highest risk, funded", .legacy,
      LegacyTable.id
    ),
    (
      "which department saves most: the largest benefit", "biggest, gains most, ranking",
      .departments,
      "departments"
    ),
    (
      "is the headline cash, what does it cost, by when", "timetable, investment, 45bn",
      .opportunity,
      "unpublished"
    ),
    (
      "how sure is this: what the model cannot tell", "trust, reliable, certain, limits, wrong",
      .evidence,
      "limits"
    ),
    (
      "who spends most on contractors", "consultants, agency staff, rising, falling", .contractors,
      "departments"
    ),
  ]
}

import Analytics
import Briefings
import Dashboard
import Documents
import Figures
import Testing

/// Sentences are there when the figures bear them out, and gone when they do not.
@Suite struct RuleTests {
  private func rules(_ brief: Document) -> Set<String> { Set(brief.sentences.map(\.rule)) }

  @Test(arguments: [
    (nil, "opportunity.levers_do_not_add_up", true), (nil, "legacy.red_list", true),
    (nil, "contractors.multiples_disagree", true), (nil, "opportunity.headline_out_of_reach", true),
    (nil, "opportunity.headline_in_reach", false), (nil, "legacy.path", false),
    ("HO", "legacy.red_rated_counted", true), ("HO", "legacy.red_rated_not_published", false),
    ("HMRC", "legacy.red_rated_counted", false), ("HMRC", "legacy.red_rated_not_published", true),
    ("HO", "efficiency.target_share", true), ("HO", "efficiency.target", false),
    ("HMRC", "efficiency.target", true), ("DFT", "efficiency.not_published", true),
    ("HMRC", "efficiency.not_published", false), ("HO", "fraud.not_published", true),
    ("DWP", "fraud.not_published", false), ("HO", "contractors.incomplete_years", true),
    ("NHS", "contractors.not_published", true), ("NHS", "efficiency.target", true),
    ("NHS", "legacy.share_published", true), ("HO", "legacy.share_published", false),
    ("NHS", "outages.count", true),
    ("HMRC", "outages.count", false), ("DHSC", "outages.not_published", true),
    ("NHS", "contractors.latest_year", false), ("HO", "limits.missing", true),
  ])
  func rulesApplyWhereTheFiguresAre(code: String?, rule: String, applies: Bool) throws {
    #expect(rules(try Packs.load().brief(code)).contains(rule) == applies)
  }

  /// The levers and the headline disagree only as long as their numbers do.
  @Test func aContradictionThatEndsIsNotSaid() throws {
    let agreeing = try Packs.load().with { fact in
      if fact.id == "opportunity.lever_sum" { fact.value = 45 }
    }
    #expect(!rules(try agreeing.made(nil)).contains("opportunity.levers_do_not_add_up"))
  }

  @Test func aLowHeadlineIsInReach() throws {
    let low = try Packs.load().with { fact in
      if fact.id == "opportunity.total" { (fact.value, fact.low) = (5, 5) }
    }
    let brief = try low.made(nil)
    #expect(rules(brief).contains("opportunity.headline_in_reach"))
    #expect(!rules(brief).contains("opportunity.headline_out_of_reach"))
    #expect(brief.markdown.contains("over £5 billion a year"))
  }

  /// A fact that gets a number is no longer said to be missing.
  @Test func whatIsPublishedIsNotSaidToBeMissing() throws {
    let split = try Packs.load().with { fact in
      if fact.id == "opportunity.investment" { fact.value = 3 }
    }
    let text = try split.made(nil).markdown
    #expect(!text.contains("the investment that it needs"))
    #expect(text.contains("its split by department or body"))
  }

  @Test(arguments: [0, 64])
  func withoutDrawsThereAreNoRanges(draws: Int) throws {
    let brief = try Packs.load().made(nil, draws: draws)
    #expect(rules(brief).contains("limits.no_draws") == (draws == 0))
    #expect(rules(brief).contains("projection.chance") == (draws > 0))
    let line = try #require(brief.sentences.first { $0.rule == "note.benefit" })
    #expect(
      line.passage.figures.contains { $0.text.contains("eight times in ten") } == (draws > 0))
  }

  /// A pack's lines to take are those of the note: a minister can say them aloud.
  @Test(arguments: Packs.subjects)
  func threeLinesToTake(code: String?) throws {
    let packs = try Packs.load()
    let brief = try packs.brief(code)
    let note = try #require(Briefing(try packs.state(department: code), department: code)?.note())
    func said(_ document: Document) -> [String] {
      let lines = document.sections[0].blocks.flatMap { block -> [Sentence] in
        switch block {
        case .message(let sentence): [sentence]
        case .points(let sentences): sentences
        default: []
        }
      }
      return lines.map { References(document).plain($0.passage) }
    }
    #expect(brief.sections[0].title == "Lines to take")
    #expect(brief.sentences.prefix(4).map(\.rule) == note.sentences.prefix(4).map(\.rule))
    #expect(said(brief).count == 4)
    for word in ["NPSV", "net present", "P10", "P90", "draws", "allocation"] {
      #expect(!said(brief).contains { $0.contains(word) }, "\(word)")
    }
  }

  @Test func twoScenariosAreCompared() throws {
    let brief = try Packs.load().comparison("blueprint", "delayed")
    let text = brief.markdown
    #expect(
      rules(brief).isSuperset(of: ["note.compare", "note.compare_chance", "compare.driver"]))
    #expect(text.contains("the lever \"Start delay\""))
    #expect(
      text.contains(
        "Full programme from 2025-26 (counterfactual) and Full programme from 2028-29 compared"))
    let same = try Packs.load().comparison("blueprint", "blueprint")
    #expect(rules(same).contains("note.compare_same"))
    #expect(rules(same).isDisjoint(with: ["note.compare", "note.compare_chance"]))
    #expect(["(A)", "(B)"].allSatisfy { same.markdown.contains("(counterfactual) \($0)") })
  }

  /// The chance and the range are those of the differences, draw by draw.
  @Test(arguments: [nil, "HMRC"])
  func differencesAreTakenDrawByDraw(code: String?) throws {
    let packs = try Packs.load()
    let model = packs.model
    let draws = model.draws(64, seed: packs.inputs.seed)
    let place = packs.inputs.organisations.firstIndex { $0.code == code }
    let values = try ["blueprint", "delayed"].map { id -> [Double] in
      let scenario = Scenario(try #require(packs.inputs.presets.first { $0.id == id }))
      let run = try #require(model.run(scenario, model.sample(scenario, draws)))
      return try #require(place.map { run.npsv(organisation: $0) } ?? run[.npsv])
    }
    let differences = zip(values[0], values[1]).map { $0 - $1 }
    let share = Double(differences.count { $0 > 0 }) / 64
    let brief = try packs.comparison("blueprint", "delayed", department: code)
    let chance = try #require(brief.figures.first { $0.id == "compare.chance" })
    #expect(chance.text == Numbers.share(share))
    let summary = Summary(differences)
    let found = brief.figures.filter { $0.id == "compare.npsv" }.compactMap(\.value)
    let range = try #require(found.first { $0.low != nil })
    #expect(abs(try #require(range.number) - (try #require(summary.mean))) < 1e-9)
    #expect(range.low == summary.p10 && range.high == summary.p90)
  }

  /// Two scenarios with the same levers differ by what is assumed.
  @Test func assumptionsCanBeWhatDrivesADifference() throws {
    let packs = try Packs.load()
    let state = try packs.state()
    var scenario = state.scenario
    scenario.assumptions[.costOverrun] = ThreePoint(fixed: 2.9)
    let other = try packs.state(scenario)
    let brief = try #require(Briefing(state, with: other)?.pack)
    let driver = try #require(brief.sentences.first { $0.rule == "compare.driver" })
    #expect(driver.passage.plain.hasPrefix("What drives it most is no lever but assumptions"))
    let note = try #require(Briefing(state, with: other)?.note())
    #expect(note.markdown.contains("Assumptions, keys and discounting alone"))
    #expect(brief.tables.contains { $0.header.first == "Assumption" && $0.rows.count == 1 })
  }

  /// Nothing is made of a scenario that does nothing.
  @Test(arguments: [nil, "DFE"])
  func aScenarioThatDoesNothingSaysSo(code: String?) throws {
    let packs = try Packs.load()
    let state = try packs.state("do_nothing", department: code)
    let brief = try #require(Briefing(state, department: code)?.pack)
    #expect(rules(brief).contains("note.no_benefit"))
    let silent = [
      "note.benefit", "note.worth", "opportunity.headline_out_of_reach",
      "opportunity.like_for_like", "projection.cash", "projection.drivers",
    ]
    #expect(rules(brief).isDisjoint(with: silent))
  }

  @Test func anUnknownOrganisationHasNoPack() throws {
    let packs = try Packs.load()
    #expect(Briefing(try packs.state(), department: "NOBODY") == nil)
  }
}

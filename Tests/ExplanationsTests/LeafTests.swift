import Analytics
import Explanations
import Figures
import Testing

/// What a derivation ends in.
@Suite struct LeafTests {
  let world: World

  init() throws { world = try World.load() }

  @Test func aFactIsItsOwnSource() throws {
    let total = try #require(try world.explainer().explain("opportunity.total"))
    #expect(total.value == 45 && total.text == "over £45bn a year" && total.kind == .fact)
    #expect(total.mark == .reported && total.asOf == "2025-01-21" && total.isOld)
    let source = try #require(total.sources.first)
    #expect(source.publisher.contains("Department") && source.address.hasPrefix("https://"))
    #expect(source.locator == "Executive summary; Services" && !source.licence.isEmpty)
    #expect(total.formula.isEmpty && total.inputs.isEmpty)
  }

  @Test func aStatementHasNoNumber() throws {
    let statement = try #require(
      try world.explainer().explain("legacy.by_department_not_published"))
    #expect(statement.value == nil && !statement.text.isEmpty)
  }

  @Test func everyFactAndObservationIsExplained() throws {
    let explainer = try world.explainer()
    let evidence = world.evidence
    for fact in evidence.facts {
      let explanation = try #require(explainer.explain(fact.id), "\(fact.id)")
      #expect(explanation.value == fact.value && explanation.text == evidence.figure(fact).text)
      #expect(explanation.contradictions.map(\.id) == evidence.contradictions(of: fact).map(\.id))
    }
    for table in ObservationTable.allCases {
      for row in evidence.rows(table) {
        let figure = evidence.figure(row, in: table)
        #expect(explainer.explain(figure.id) != nil, "\(figure.id)")
      }
    }
  }

  @Test func anAssumptionNamesTheFactsItRestsOn() throws {
    let explainer = try world.explainer()
    let potential = try #require(explainer.explain("assumption.automation_potential"))
    #expect(potential.value == 36 && potential.mark == .reported)
    #expect(potential.inputs.contains("opportunity.automation"))
    #expect(potential.words.contains("P10 23.7") && potential.words.contains("P90 45"))
    #expect(potential.sources.contains { $0.address.hasPrefix("https://") })
    // Fixed parameters, too.
    #expect(explainer.explain("fixed.national_digital_spend")?.inputs == ["spend.total"])
  }

  /// Set by a user it rests on nothing but the user.
  @Test func anAssumptionThatIsSetIsAJudgement() throws {
    let explainer = try world.explainer("digigov1:blueprint:automation_potential=30")
    let potential = try #require(explainer.explain("assumption.automation_potential"))
    #expect(potential.value == 30 && potential.mark == .modelled && potential.inputs.isEmpty)
    #expect(potential.words.contains("the register has 36"))
  }

  @Test func leversAreDecisions() throws {
    let explainer = try world.explainer("digigov1:blueprint:HMRC.pace=0.8")
    #expect(explainer.explain("lever.pace")?.value == 1)
    #expect(explainer.explain("lever.HMRC.pace")?.value == 0.8)
    #expect(explainer.explain("HMRC.pace")?.id == "lever.HMRC.pace")
    // An organisation without its own has the national value.
    #expect(explainer.explain("lever.NHS.pace")?.inputs == ["lever.pace"])
    #expect(
      explainer.explain("HMRC.half_time.automation")?.inputs.contains("lever.HMRC.pace") == true)
    #expect(explainer.explain("NHS.half_time.automation")?.inputs == ["half_time.automation"])
  }

  @Test func keysShareOut() throws {
    let explainer = try world.explainer()
    let share = try #require(explainer.explain("share.automation.HMRC"))
    #expect(share.inputs == ["key.automation.HMRC", "key.automation"])
    #expect(abs((share.value ?? 0) - 0.0159) < 5e-4)
    #expect(explainer.explain("key.automation.HMRC")?.value == 38.6415)
  }

  /// A result has the worst mark of its inputs; without a modelled one it is derived.
  @Test func marks() throws {
    let explainer = try world.explainer()
    #expect(explainer.explain("discount_rate@2030-31")?.mark == .reported)
    #expect(explainer.explain("discount_factor@2030-31")?.mark == .derived)
    #expect(explainer.explain("discount_factor@2030-31")?.confidence == .c)
    #expect(explainer.explain("key.channel.NHS")?.mark == .modelled)
    #expect(explainer.explain("share.channel.HMRC")?.mark == .modelled)
    #expect(explainer.explain("benefit@2030-31")?.mark == .modelled)
  }

  @Test func everyLeafOfAProjectionIsReadAndNotComputed() throws {
    let explainer = try world.explainer(World.lines[3])
    var open = ["npsv", "cash_npv", "HMRC.npsv", "outages_avoided", "payback_years"]
    var seen = Set(open)
    var leaves: Set<Explanation.Kind> = []
    while let id = open.popLast() {
      let explanation = try #require(explainer.explain(id), "\(id)")
      if explanation.inputs.isEmpty, !id.hasPrefix("discount_factor@") {
        leaves.insert(explanation.kind)
      }
      for next in explanation.inputs where seen.insert(next).inserted { open.append(next) }
    }
    #expect(leaves == [.fact, .assumption, .lever, .constant, .weight, .rate])
  }
}

import Analytics
import Explanations
import Figures
import Testing

/// Derivations are the projection's own numbers, and can be computed again from what they name.
@Suite struct DerivationTests {
  let world: World

  init() throws { world = try World.load() }

  /// Every number of an answer of `project`, by its id.
  private func contract(_ projection: Projection) -> [(id: String, value: Double?)] {
    var numbers: [(String, Double?)] = Metric.allCases.map {
      ($0.rawValue, projection.metrics[$0])
    }
    func add(_ name: String, _ series: [Double]) {
      for (year, value) in zip(projection.years, series) {
        numbers.append(("\(name)@\(year)", value))
      }
    }
    let national = projection.national
    for (name, series) in [
      ("benefit", national.benefit), ("cash", national.cash), ("exchequer", national.exchequer),
      ("non_cash", national.nonCash), ("investment", national.investment),
      ("running", national.running), ("conversion", national.conversion),
      ("remediation", national.remediation), ("cost", national.cost),
      ("net_benefit", national.netBenefit), ("outages", national.outages),
      ("outages_baseline", national.outagesBaseline),
    ] { add(name, series) }
    for stream in Stream.allCases {
      add("gross.\(stream.rawValue)", national.gross[stream] ?? [])
      add("net.\(stream.rawValue)", national.net[stream] ?? [])
    }
    for organisation in projection.organisations {
      let code = organisation.code
      numbers.append(("\(code).npsv", organisation.npsv))
      for (name, series) in [
        ("benefit", organisation.benefit), ("cash", organisation.cash),
        ("exchequer", organisation.exchequer), ("cost", organisation.cost),
        ("legacy_share", organisation.legacyShare),
        ("legacy_share_baseline", organisation.legacyShareBaseline),
      ] { add("\(code).\(name)", series) }
      for stream in Stream.allCases {
        add("\(code).net.\(stream.rawValue)", organisation.net[stream] ?? [])
      }
    }
    return numbers
  }

  @Test(arguments: World.lines)
  func everyNumberOfAnAnswerHasItsValue(line: String) throws {
    let projection = world.model.central(try world.scenario(line))
    let explainer = try world.explainer(line)
    let wrong = contract(projection).filter { id, value in
      guard let explanation = explainer.explain(id) else { return true }
      return explanation.value != value || explanation.id != id
    }
    #expect(wrong.map(\.id) == [])
  }

  /// Walks from every number of an answer to the leaves: each step computes again from the inputs
  /// that it names, has the worst mark among them, and never comes back to itself.
  @Test(arguments: World.lines)
  func everyStepComputesAgain(line: String) throws {
    let explainer = try world.explainer(line)
    var open = contract(world.model.central(try world.scenario(line))).map(\.id)
    var seen = Set(open)
    var wrong: [String] = []
    while let id = open.popLast() {
      guard let explanation = explainer.explain(id) else {
        wrong.append("\(id) is not explained")
        continue
      }
      let inputs = explainer.inputs(of: explanation)
      if inputs.map(\.id) != explanation.inputs { wrong.append("\(id) lost inputs") }
      if explanation.isComputed {
        let again = explanation.recomputed(from: inputs.map(\.value))
        if !agree(again, explanation.value) {
          wrong.append("\(id): \(explanation.value as Any), again \(again as Any)")
        }
        if inputs.contains(where: { $0.mark > explanation.mark }) { wrong.append("\(id): mark") }
        if explanation.formula.isEmpty { wrong.append("\(id): no formula") }
      } else if explanation.kind == .computed {
        wrong.append("\(id) has no arithmetic")
      }
      if explanation.sources.isEmpty || explanation.asOf.isEmpty {
        wrong.append("\(id): no source")
      }
      for next in explanation.inputs where seen.insert(next).inserted { open.append(next) }
    }
    #expect(wrong.prefix(10) == [])
    #expect(seen.count > 10_000)
  }

  /// A shape that cannot end would be a derivation that rests on itself.
  @Test func noDerivationRestsOnItself() throws {
    let explainer = try world.explainer(World.lines[3])
    var done: Set<String> = []
    func walk(_ id: String, _ above: Set<String>) -> Bool {
      guard !above.contains(id) else { return false }
      guard done.insert(id).inserted, let explanation = explainer.explain(id) else { return true }
      return explanation.inputs.allSatisfy { walk($0, above.union([id])) }
    }
    #expect(walk("npsv", []) && walk("cash_npv", []) && walk("outages_avoided", []))
  }

  /// The number that docs/METHOD.md works out by hand.
  @Test func workedByHand() throws {
    let explainer = try world.explainer()
    let gross = try #require(explainer.explain("gross.automation@2028-29")?.value)
    #expect(abs(gross - 1.4382) < 5e-5)
    #expect(explainer.explain("half_time.automation")?.text == "8.58 years")
    let adoption = try #require(explainer.explain("adoption.automation@2028-29"))
    #expect(
      adoption.inputs == ["assumption.adoption_shape", "maturity@2028-29", "half_time.automation"])
    #expect(abs((adoption.value ?? 0) - 0.079901) < 5e-7)
  }

  /// Inputs stand in the order in which the words name them.
  @Test func inputsAreInTheOrderOfTheWords() throws {
    let explainer = try world.explainer()
    let cash = try #require(explainer.explain("NHS.legacy_cash@2030-31"))
    #expect(
      cash.words
        == "min(max(upkeep at start − upkeep, 0), gross legacy) * net legacy / gross legacy")
    #expect(
      cash.inputs == [
        "NHS.upkeep_at_start", "NHS.upkeep@2030-31", "NHS.gross.legacy@2030-31",
        "NHS.net.legacy@2030-31",
      ])
  }

  /// What the draws say is not computed from the central case.
  @Test func whatDrawsSay() throws {
    let scenario = try world.scenario("digigov1:blueprint")
    let uncertainty = try #require(
      world.model.uncertainty(scenario, draws: 128, seed: world.inputs.seed))
    let explainer = Explainer(
      inputs: world.inputs, evidence: world.evidence, projection: world.model.central(scenario),
      uncertainty: uncertainty)
    #expect(explainer.explain("npsv")?.range == uncertainty.metrics[.npsv])
    #expect(explainer.explain("npsv.p10")?.value == uncertainty.metrics[.npsv]?.p10)
    #expect(
      explainer.explain("benefit.mean@2030-31")?.value == uncertainty.yearly[.benefit]?[5].mean)
    #expect(explainer.explain("HMRC.npsv.p90")?.value == uncertainty.organisations[12].npsv.p90)
    let chance = try #require(explainer.explain("probability_npsv_positive"))
    #expect(chance.value == uncertainty.probabilityNPSVPositive && !chance.isComputed)
    #expect(chance.inputs == ["npsv"] && chance.words.hasPrefix("128 draws, seed 20250121"))
    #expect(explainer.needsDraws("npsv.p10") && !explainer.needsDraws("npsv"))
    // Draws keep no investment by year.
    #expect(explainer.explain("investment.p50@2030-31") == nil)
    #expect(try world.explainer().explain("npsv.p50")?.value == nil)
  }

  @Test func wordsAndNumbersAreOneFormula() throws {
    let npsv = try #require(try world.explainer().explain("npsv"))
    #expect(npsv.words == "present value of benefit − present value of cost")
    #expect(npsv.text == "£31bn" && npsv.mark == .modelled && npsv.confidence == .d)
    let values = try world.explainer().inputs(of: npsv).compactMap(\.value)
    #expect(values.count == 2)
    #expect(npsv.formula.hasPrefix(npsv.words + " = " + npsv.numbers + " = 31.2"))
  }

  @Test func undefinedResultsSaySo() throws {
    let explainer = try world.explainer("digigov1:do_nothing")
    for id in ["bcr", "switching_value", "payback_years"] {
      let explanation = try #require(explainer.explain(id))
      #expect(explanation.value == nil && explanation.text == "none")
      #expect(explanation.formula.hasSuffix("= undefined"))
      #expect(explanation.note.hasPrefix("None where"))
    }
  }
}

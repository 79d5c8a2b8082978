import Analytics
import Explanations
import Figures
import Testing

/// Every step of the way from the headline, and every requirement, opens.
@Suite struct HeadlineDerivationTests {
  let world: World

  init() throws { world = try World.load() }

  private static let names =
    ["why_not"] + HeadlineStep.allCases.map(\.rawValue)

  private func explainer(_ line: String, draws: Int) throws -> (Explainer, HeadlineSummary) {
    let scenario = try world.scenario(line)
    let sample = world.model.sample(scenario, world.model.draws(draws, seed: world.inputs.seed))
    let summary = try #require(world.model.headlineSteps(scenario, sample)?.summary())
    let explainer = Explainer(
      inputs: world.inputs, evidence: world.evidence, projection: world.model.central(scenario),
      headlines: summary,
      requirements: world.model.requirements(scenario, sample, of: [.investmentPerBenefit]))
    return (explainer, summary)
  }

  /// The central step is the model's, and computes again from what it names, down to the leaves.
  @Test(arguments: World.lines)
  func centralSteps(line: String) throws {
    let scenario = try world.scenario(line)
    let explainer = try world.explainer(line)
    var wrong: [String] = []
    for code in [nil] + world.inputs.organisations.map({ $0.code as String? }) {
      let steps = try #require(world.model.headlineSteps(ofCentral: scenario, of: code))
      for name in Self.names {
        let id = (code.map { $0 + "." } ?? "") + name + "@2040-41"
        guard let found = explainer.explain(id) else {
          wrong.append("\(id) does not open")
          continue
        }
        let step = HeadlineStep(rawValue: name) ?? .benefit
        if abs((found.value ?? .nan) - (steps[step] ?? 0)) > 1e-9 {
          wrong.append("\(id): \(found.value as Any), not \(steps[step] as Any)")
        }
        let again = found.recomputed(from: explainer.inputs(of: found).map(\.value))
        if !agree(again, found.value), abs((again ?? 1) - (found.value ?? 0)) > 1e-12 {
          wrong.append("\(id) computes to \(again as Any)")
        }
      }
    }
    #expect(wrong.prefix(10) == [])
  }

  /// Expected values, whose steps add up to the whole.
  @Test func expectedSteps() throws {
    let (explainer, summary) = try explainer("digigov1:blueprint", draws: 64)
    for code in ["", "HO.", "NHS."] {
      let whole = try #require(explainer.explain("\(code)why_not.mean@2040-41"))
      let steps = try #require(summary.steps(of: code.isEmpty ? nil : String(code.dropLast())))
      #expect(whole.isComputed && whole.isOfDraws && whole.mark == .modelled)
      #expect(agree(whole.value, steps[.benefit]?.mean))
      let parts = explainer.inputs(of: whole)
      #expect(agree(whole.recomputed(from: parts.map(\.value)), whole.value))
      #expect(parts.count == (code.isEmpty ? 10 : 9))
      for name in Self.names where name != "why_not" {
        for statistic in ["mean", "p10", "p90"] {
          let id = "\(code)\(name).\(statistic)@2040-41"
          let found = try #require(explainer.explain(id), "\(id)")
          #expect(found.value != nil && explainer.needsHeadlines(id), "\(id)")
        }
      }
      let alike = try #require(explainer.explain("\(code)like_for_like.mean@2040-41"))
      #expect(alike.inputs.count == 7 && agree(alike.value, steps[.likeForLike]?.mean))
    }
    let beyond = try #require(explainer.explain("beyond_headline.mean@2040-41"))
    #expect(abs((beyond.value ?? 0) - 1) < 1e-9)
    // The draws keep the last year alone.
    #expect(explainer.explain("not_realised.mean@2030-31") == nil)
    #expect(explainer.explain("not_realised@2030-31")?.value != nil)
  }

  @Test func requirements() throws {
    let (explainer, _) = try explainer("digigov1:blueprint", draws: 64)
    for goal in Requirement.Goal.allCases {
      for assumption in Assumption.allCases {
        let id = "\(goal.rawValue).\(assumption.id)"
        let found = try #require(explainer.explain(id), "\(id)")
        #expect(explainer.requirement(id) == assumption && explainer.needsDraws(id))
        #expect(found.inputs == ["assumption.\(assumption.id)"] && !found.isComputed)
      }
    }
    let even = try #require(explainer.explain("break_even.investment_per_benefit"))
    #expect(even.value != nil && even.note.hasPrefix("The expected net present social value"))
    let reach = try #require(explainer.explain("reaches_headline.investment_per_benefit"))
    #expect(reach.value == nil && reach.text == "does not matter")
  }
}

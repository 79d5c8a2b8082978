import Analytics
import Figures

extension Explainer {
  /// Whether a quantity is a step on the way from the headline.
  func isOnTheWay(_ q: Quantity) -> Bool {
    if [.benefit, .cost, .nonCash].contains(q.name) { return q.year == years.count - 1 }
    return q.name == .whyNot || q.name == .beyondHeadline || q.name.headlineStep != nil
  }

  /// What the draws say of a step in the last year, of which alone they are kept.
  func headlineRange(_ q: Quantity) -> Summary? {
    guard let headlines, q.year == years.count - 1, isOnTheWay(q),
      let steps = headlines.steps(of: q.organisation.map(code))
    else { return nil }
    let step = q.name == .whyNot ? .benefit : q.name.headlineStep ?? .fullPotential
    guard let summary = steps[step] else { return nil }
    guard q.name == .beyondHeadline else { return summary }
    return summary.less(inputs.fixed[.headlinePotential]?.value ?? 0)
  }

  func label(_ goal: Requirement.Goal, _ assumption: Assumption) -> String {
    let name = spec(assumption)?.label ?? assumption.id
    return switch goal {
    case .breakEven: "\(name) at which the expected net present social value is nought"
    case .headline: "\(name) at which the expected benefit of \(years.last ?? "") is the headline"
    }
  }

  /// Explains what an assumption alone would have to be. It is found by search, so no formula leads
  /// to it; what it was sought in stands in words.
  func required(_ goal: Requirement.Goal, _ assumption: Assumption) -> Explanation {
    let node = Node.requirement(goal, assumption)
    guard let requirements, let found = requirements[assumption, goal],
      let spec = spec(assumption)
    else {
      var unknown = leaf(node, .drawn, "no draws were made")
      unknown.sources = [ownSource(node)]
      unknown.inputs = [id(of: .assumption(assumption))]
      return unknown
    }
    let limits = "\(significant(spec.minimum)) to \(significant(spec.maximum))"
    var explanation = leaf(
      node, .drawn,
      "held at one value in every draw, all else drawn as before, and sought inside its bounds, "
        + "\(limits)")
    explanation.sources = [ownSource(node)]
    explanation.inputs = [id(of: .assumption(assumption))]
    if found.value == nil { explanation.text = found.matters ? "no value does" : "does not matter" }
    let most = Explanation.text(
      of: found.most, unit: goal == .breakEven ? Money.billions : Money.billionsAYear)
    let now = Explanation.text(
      of: goal == .breakEven ? requirements.npsv : requirements.benefit,
      unit: goal == .breakEven ? Money.billions : Money.billionsAYear)
    let what =
      goal == .breakEven
      ? "The expected net present social value is \(now) as it is drawn"
      : "The expected benefit, like for like with the headline, is \(now) as it is drawn"
    explanation.note =
      what
      + (found.matters
        ? "; the most that it brings is \(most), at \(significant(found.best))." : ".")
    return explanation
  }
}

extension Summary {
  /// The same of numbers that are all less by an amount.
  fileprivate func less(_ amount: Double) -> Summary {
    Summary(
      p5: p5.map { $0 - amount }, p10: p10.map { $0 - amount }, p25: p25.map { $0 - amount },
      p50: p50.map { $0 - amount }, p75: p75.map { $0 - amount }, p90: p90.map { $0 - amount },
      p95: p95.map { $0 - amount }, mean: mean.map { $0 - amount }, sd: sd)
  }
}

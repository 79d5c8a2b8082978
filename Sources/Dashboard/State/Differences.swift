public import Analytics
import Figures

/// What a change of the levers changed, in sentences: for whoever cannot see what moved.
extension State {
  /// What has been changed since an earlier state: whose lever, from what to what. Empty where
  /// nothing has.
  public func changes(since before: State) -> [String] {
    let (old, new) = (before.scenario, scenario)
    guard before.baseline == baseline else {
      let changed = new == baseline ? "" : ", changed"
      return ["The scenario is \(baseline.name)\(changed), before \(before.baseline.name)."]
    }
    var sentences: [String] = []
    for spec in inputs.levers {
      let now = new.value(of: spec.id, for: nil, inputs)
      let then = old.value(of: spec.id, for: nil, inputs)
      if now != then {
        let own = inputs.organisations.filter { new.overrides[$0.code]?[spec.id] != nil }.map(
          \.name)
        sentences.append(
          sentence(spec, "all organisations", now, then)
            + (own.isEmpty
              ? ""
              : " \(Self.list(own)) \(own.count == 1 ? "keeps its" : "keep their")"
                + " own value."))
      }
      sentences += ownChanges(of: spec, from: old, to: new)
    }
    for spec in inputs.assumptions {
      let (now, then) = (range(spec.id, in: new), range(spec.id, in: old))
      guard now != then else { continue }
      sentences.append("\(spec.label): \(words(now)) \(spec.unit), was \(words(then)).")
    }
    if old.keySet != new.keySet {
      sentences.append("Key set: \(new.keySet.rawValue), was \(old.keySet.rawValue).")
    }
    if old.discounting != new.discounting {
      sentences.append(
        "Discounting: \(words(new.discounting)), was \(words(old.discounting)).")
    }
    return sentences
  }

  /// A lever and whose it is, as prompts and answers name it.
  public func words(of lever: Lever, in scope: LeverScope) -> String {
    "\(spec(lever)?.label ?? lever.id), \(name(of: scope))"
  }

  /// Organisations whose own value of a lever has changed, those with the same change together.
  private func ownChanges(of spec: LeverSpec, from old: Scenario, to new: Scenario) -> [String] {
    var groups: [(now: Double, then: Double, codes: [String])] = []
    for organisation in inputs.organisations {
      let code = organisation.code
      guard old.overrides[code]?[spec.id] != new.overrides[code]?[spec.id] else { continue }
      let now = new.value(of: spec.id, for: code, inputs)
      let then = old.value(of: spec.id, for: code, inputs)
      if let place = groups.firstIndex(where: { ($0.now, $0.then) == (now, then) }) {
        groups[place].codes.append(code)
      } else {
        groups.append((now, then, [code]))
      }
    }
    return groups.map { group in
      let sector = sectors.first { organisations(in: .sector($0)) == group.codes }
      let whose =
        group.codes.count > 1 && sector != nil
        ? "sector \(sector ?? "")" : Self.list(group.codes.map { name(of: .organisation($0)) })
      return sentence(spec, whose, group.now, group.then)
    }
  }

  private func sentence(
    _ spec: LeverSpec, _ whose: String, _ now: Double, _ then: Double
  ) -> String {
    "\(spec.label), \(whose): \(Numbers.typed(now)) \(spec.unit), was \(Numbers.typed(then))."
  }

  private static func list(_ names: [String]) -> String {
    names.count <= 3
      ? names.joined(separator: " and ") : "\(names[0]) and \(names.count - 1) others"
  }

  private func words(_ range: ThreePoint) -> String {
    range.p10 == range.p90
      ? Numbers.typed(range.p50)
      : "\(Numbers.typed(range.p50)) (\(Numbers.typed(range.p10)) to \(Numbers.typed(range.p90)))"
  }

  private func words(_ discounting: Discounting) -> String {
    switch discounting {
    case .schedule(let name): name
    case .flat(let rate): Numbers.typed(rate)
    }
  }
}

extension State {
  /// What a change of the levers does, in sentences: benefit in the last year and net present social
  /// value, now and before. They are those of one organisation where no other lever has moved.
  public func outcomes(since before: State) -> [String] {
    let code = onlyChanged(since: before)
    let earlier = before.outcomes(of: code)
    let now = outcomes(of: code)
    guard !now.isEmpty else { return [] }
    let whose = name(of: code.map(LeverScope.organisation) ?? .nation)
    let sentences = now.enumerated().map { place, now in
      let then = earlier.indices.contains(place) ? earlier[place].text : "not computed"
      return "\(now.label), \(whose): \(now.text)\(now.unit), "
        + (then == now.text ? "as before." : "was \(then).")
    }
    let delay = Lever.startDelay
    let isDelayed = ([nil] + inputs.organisations.map { Optional($0.code) }).contains { code in
      scenario.value(of: delay, for: code, inputs)
        != before.scenario.value(of: delay, for: code, inputs)
    }
    return sentences
      + ["Modelled, \(basisWords)" + (isDelayed ? "; \(AnswerLine.horizon)." : ".")]
  }

  /// The organisation whose own levers are all that has been changed since.
  private func onlyChanged(since before: State) -> String? {
    var rest = before.scenario
    rest.overrides = scenario.overrides
    guard rest == scenario else { return nil }
    let codes = inputs.organisations.map(\.code).filter {
      scenario.overrides[$0] != before.scenario.overrides[$0]
    }
    return codes.count == 1 ? codes[0] : nil
  }

  /// Of the nation or of one organisation; expected values where there are draws.
  private func outcomes(of code: String?) -> [(label: String, text: String, unit: String)] {
    guard lab.guessing == nil, let account else { return [] }
    let benefit: Double?
    let npsv: Double?
    if let code {
      let own = account.organisations.first { $0.code == code }
      (benefit, npsv) = (own?.benefit, own?.npsv)
    } else {
      (benefit, npsv) = (account.metrics[.finalBenefit], account.metrics[.npsv])
    }
    func text(_ value: Double?) -> String { value.map { Numbers.billions($0) } ?? "none" }
    return [
      ("Benefit in \(lastYear)", text(benefit), " a year"),
      ("Net present social value", text(npsv), ""),
    ]
  }
}

extension Comparison {
  /// What came of it, in sentences: each scenario less each that was named after it, then each by
  /// itself; £bn of net present social value.
  ///
  /// - Parameter names: of the scenarios, in their order.
  public func sentences(_ names: [String]) -> [String] {
    let count = Numbers.count(Double(draws))
    let common =
      draws > 0
      ? "Net present social value, modelled, on the same \(count) draws."
      : "Net present social value, modelled, central case."
    let differences = pairs.map { pair in
      let (a, b) = (names[pair.a], names[pair.b])
      guard let mean = pair.difference.mean, let low = pair.difference.p10,
        let high = pair.difference.p90, let share = pair.probabilityABetter
      else {
        let difference = scenarios[pair.a].central - scenarios[pair.b].central
        return "\(a) less \(b): \(Numbers.billions(difference))."
      }
      return "\(a) less \(b): expected \(Numbers.billions(mean)), in 8 of 10 runs between "
        + "\(Numbers.billions(low)) and \(Numbers.billions(high)). The first is better in "
        + "\(Numbers.share(share)) of the runs."
    }
    let alone = zip(names, scenarios).map { name, scenario in
      "\(name) by itself: "
        + "\(scenario.npsv.range ?? Numbers.billions(scenario.central) + ", central case")."
    }
    return [common] + differences + alone
  }
}

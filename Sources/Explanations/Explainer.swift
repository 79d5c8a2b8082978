public import Analytics
public import Figures

/// Explains the numbers of a scenario and of the evidence: where each comes from, down to facts,
/// assumptions and levers.
///
/// Pure; keeps what it has worked out, so one explainer is for one thread. Making one is quick
/// where the projection is known already.
public final class Explainer {
  let inputs: ModelInputs
  let evidence: Evidence
  let projection: Projection
  let uncertainty: Uncertainty?
  let headlines: HeadlineSummary?
  let requirements: Requirements?
  /// Places of the organisations by code.
  let places: [String: Int]
  var values: [Node: Double?] = [:]
  var standings: [Node: Standing] = [:]

  var scenario: Scenario { projection.scenario }
  var years: [String] { projection.years }

  /// - Parameters:
  ///   - inputs: those that the projection was computed from.
  ///   - evidence: the published figures that derivations end in.
  ///   - projection: the central case of the scenario; it gives the years as well.
  ///   - uncertainty: what the draws say of the same scenario, for ranges beside central values.
  ///   - headlines: what they say of the way from the headline.
  ///   - requirements: what would have to be true of it.
  public init(
    inputs: ModelInputs, evidence: Evidence, projection: Projection,
    uncertainty: Uncertainty? = nil, headlines: HeadlineSummary? = nil,
    requirements: Requirements? = nil
  ) {
    self.inputs = inputs
    self.evidence = evidence
    self.projection = projection
    self.uncertainty = uncertainty
    self.headlines = headlines
    self.requirements = requirements
    places = Dictionary(
      zip(inputs.organisations.map(\.code), inputs.organisations.indices),
      uniquingKeysWith: { first, _ in first })
  }

  /// Explains the central case of a scenario, which it computes.
  public convenience init(inputs: ModelInputs, evidence: Evidence, scenario: Scenario) {
    self.init(
      inputs: inputs, evidence: evidence, projection: Model(inputs).central(scenario))
  }

  /// The explanation of what an id names: a fact, an observation, a metric, a series with its year
  /// (`benefit@2030-31`), the same of an organisation (`HMRC.npsv`), a lever, an assumption, an
  /// allocation key; nil where it names nothing.
  public func explain(_ id: String) -> Explanation? { node(id).map(explanation) }

  /// What a figure is called; nil for an id that names none. Nothing is computed for it.
  public func label(of id: String) -> String? {
    node(id).map { derivation(of: $0) == nil ? read($0).label : label($0) }
  }

  /// What went into a number, in order.
  public func inputs(of explanation: Explanation) -> [Explanation] {
    explanation.inputs.compactMap(explain)
  }

  /// Whether an id names what only draws can say: a percentile, a mean or a chance.
  public func needsDraws(_ id: String) -> Bool {
    switch node(id) {
    case .statistic, .chance, .requirement: true
    default: false
    }
  }

  /// Whether an id names a step on the way from the headline, of which only
  /// `Model.headlineSteps` knows the draws.
  public func needsHeadlines(_ id: String) -> Bool {
    switch node(id) {
    case .quantity(let q), .statistic(_, let q): isOnTheWay(q)
    default: false
    }
  }

  /// The assumption that an id asks the requirements of; nil where it asks for none.
  public func requirement(_ id: String) -> Assumption? {
    if case .requirement(_, let assumption) = node(id) { assumption } else { nil }
  }

  func explanation(_ node: Node) -> Explanation {
    if let derivation = derivation(of: node) { return computed(node, derivation) }
    return read(node)
  }

  private func computed(_ node: Node, _ derivation: Derivation) -> Explanation {
    let values = derivation.inputs.map(value)
    let names = derivation.inputs.map { short($0, beside: node) }
    let standing = standing(node)
    let value = value(node)
    let unit = unit(node)
    if case .efficiencyTarget(let place) = node, let figure = derivedTarget(place) {
      return Explanation(
        id: id(of: node), label: figure.label, kind: .computed, value: value, unit: unit,
        text: figure.text, mark: figure.mark, confidence: figure.confidence ?? standing.confidence,
        asOf: figure.asOf, isOld: figure.isOld(on: evidence.date),
        sources: sourcesOfTarget(place), words: derivation.formula.words(names),
        numbers: derivation.formula.numbers(values), inputs: derivation.inputs.map(id(of:)),
        contradictions: [], note: derivation.note, range: nil, arithmetic: derivation.formula)
    }
    return Explanation(
      id: id(of: node), label: label(node), kind: .computed, value: value, unit: unit,
      text: Explanation.text(of: value, unit: unit), mark: standing.mark,
      confidence: standing.confidence,
      asOf: evidence.date, isOld: false, sources: [ownSource(node)],
      words: derivation.formula.words(names), numbers: derivation.formula.numbers(values),
      inputs: derivation.inputs.map(id(of:)), contradictions: [], cautions: cautions(node),
      note: derivation.note, range: range(node), arithmetic: derivation.formula,
      isOfDraws: isOfDraws(node))
  }

  private func isOfDraws(_ node: Node) -> Bool {
    if case .statistic = node { true } else { false }
  }

  private func cautions(_ node: Node) -> [Caution] {
    switch node {
    case .share(let key, let place): cautions(key, place)
    case .weights(let key): cautions(key)
    default: []
    }
  }

  /// The value of a node: from the projection where it has it, else computed.
  func value(_ node: Node) -> Double? {
    if let known = values[node] { return known }
    let value = projected(node) ?? evaluated(node)
    values[node] = .some(value)
    return value
  }

  private func evaluated(_ node: Node) -> Double? {
    guard let derivation = derivation(of: node) else { return readValue(node) }
    return derivation.formula.value(derivation.inputs.map(value))
  }
}

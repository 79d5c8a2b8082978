public import Figures

extension Explainer {
  /// What a screen says of a figure that no formula of the explainer makes: the outcome of an
  /// analysis, a body in a list, a month of a return. Its inputs can be explained in turn where they
  /// have ids of their own.
  public func explanation(of figure: Figure) -> Explanation {
    let isModelled = figure.mark == .modelled
    let sources = figure.source.map { [citation($0, figure.locator)] } ?? []
    return Explanation(
      id: figure.id, label: figure.label, kind: isModelled ? .computed : .observation,
      value: figure.value?.number, unit: figure.value?.unit ?? "", text: figure.text,
      mark: figure.mark, confidence: figure.confidence ?? (isModelled ? .d : .c),
      asOf: figure.asOf.isEmpty && isModelled ? evidence.date : figure.asOf,
      isOld: figure.isOld(on: evidence.date),
      sources: sources.isEmpty && isModelled ? [ownSource()] : sources, words: figure.formula,
      numbers: "", inputs: figure.inputs.filter { node($0) != nil },
      contradictions: figure.contradictions.map { Contradiction(id: "", text: $0) },
      cautions: figure.cautions, note: figure.note, range: nil, arithmetic: nil)
  }
}

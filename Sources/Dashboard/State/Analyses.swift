import Analytics
import Frames

extension State {
  /// Asks for the analyses that are on the screen and not known yet, once the draws are at rest: a
  /// key that is held never waits for them.
  mutating func askForAnalyses() -> [Effect] {
    let isChanged = scenario != baseline && baselineAccount != nil
    guard AnalysisKind.screens.contains(place.screen) || isChanged, lab.guessing == nil,
      !uncertaintyIsStale, lab.restedDraws > 0, lab.answeredDraws >= lab.restedDraws
    else { return [] }
    let unknown = AnalysisKind.allCases.filter { kind in
      guard kind == .change ? isChanged : !kind.panels(on: place.screen).isEmpty else {
        return false
      }
      let wanted = request(kind)
      return !wanted.asksTheSame(as: lab.analyses[kind]?.request)
        && !wanted.asksTheSame(as: lab.analysing[kind])
    }
    return shown(unknown).map { kind in
      var wanted = request(kind)
      lab.analysisRequest += 1
      wanted.number = lab.analysisRequest
      lab.analysing[kind] = wanted
      return .analyse(wanted)
    }
  }

  /// In what share of the draws the scenario is better than the one it is measured against, or worse
  /// where that is expected; on common draws, by net present social value. Nil until it is known.
  var chanceOfChange: (share: Double, isWorse: Bool)? {
    guard scenario != baseline, case .comparison(let found, _)? = result(.change),
      let share = found.pairs.first?.probabilityABetter
    else { return nil }
    return (share, request(.change).scenarios.first == baseline)
  }

  /// Takes an answer; one to an older request is dropped.
  mutating func take(_ analysis: Analysis) {
    let kind = analysis.request.kind
    guard lab.analysing[kind]?.number == analysis.request.number else { return }
    lab.analysing[kind] = nil
    lab.analyses[kind] = analysis
  }

  /// The result of an analysis of the present scenario; nil while it is being computed.
  func result(_ kind: AnalysisKind) -> AnalysisResult? {
    guard let known = lab.analyses[kind], known.request.asksTheSame(as: request(kind)) else {
      return nil
    }
    return known.result
  }

  /// The newest result of an analysis, perhaps of an earlier scenario, so that a chart moves rather
  /// than goes away while a lever does.
  func lastResult(_ kind: AnalysisKind) -> (result: AnalysisResult, isStale: Bool)? {
    lab.analyses[kind].map { ($0.result, result(kind) == nil) }
  }

  /// The scenarios that are compared, the present one first.
  var contenders: [Scenario] {
    var others = lab.compared
    if others.isEmpty {
      others = [baseline] + inputs.presets.map(Scenario.init)
    }
    let different = others.reduce(into: [Scenario]()) { list, next in
      if next != scenario, !list.contains(next) { list.append(next) }
    }
    return [scenario] + different.prefix(3)
  }

  private func request(_ kind: AnalysisKind) -> AnalysisRequest {
    let scenarios: [Scenario]
    switch kind {
    case .tornado, .indices, .delay, .headline, .requirements, .reference, .remediation:
      scenarios = [scenario]
    case .otherKey: scenarios = scenario == baseline ? [scenario] : [scenario, baseline]
    case .attribution: scenarios = [scenario, baseline]
    case .comparison: scenarios = contenders
    case .change:
      let (now, before) = (account?.metrics[.npsv] ?? 0, baselineAccount?.metrics[.npsv] ?? 0)
      scenarios = now < before ? [baseline, scenario] : [scenario, baseline]
    case .information:
      // It compares the scenarios of the data: levers do not matter to it.
      var plain = scenario
      (plain.id, plain.name, plain.overrides) = ("", "", [:])
      plain.levers = inputs.presets.first?.levers ?? [:]
      scenarios = [plain]
    }
    let isBeside = AnalysisKind.besideBefore.contains(kind) && hasBefore
    return AnalysisRequest(
      number: 0, kind: kind, scenarios: scenarios, before: isBeside ? baseline : nil,
      draws: lab.restedDraws, points: lab.points)
  }

  /// Those of the analyses that a panel shows which is open at the present size, and the one of the
  /// change, which every screen shows.
  private func shown(_ kinds: [AnalysisKind]) -> [AnalysisKind] {
    let always = kinds.filter { $0 == .change }
    let kinds = kinds.filter { $0 != .change }
    // Where none is asked for, nobody has to know which panels are open.
    guard !kinds.isEmpty, columns >= Smallest.columns, rows >= Smallest.rows else { return always }
    if case .panel(let panel) = lab.wanted {
      return kinds.filter { $0.panels(on: place.screen).contains(panel) } + always
    }
    // A picture has no header and no footer, and so a little more room.
    let whole = Rect(column: 0, row: 0, columns: columns, rows: rows)
    let panels = panels
    let open = [body, whole].map { rect in
      layout(panels, in: rect).filter { $0.value.rows > 1 }
    }
    let isAlone = place.enlarged || (!place.panel.isEmpty && open[0][place.panel] == nil)
    return kinds.filter { kind in
      lab.wanted == .all && kind != .requirements
        || kind.panels(on: place.screen).contains { id in
          isAlone ? place.panel == id : open.contains { $0[id] != nil }
        }
    } + always
  }
}

extension AnalysisKind {
  /// The screens that show analyses.
  fileprivate static let screens: Set<ScreenID> = [.lab, .opportunity, .department, .legacy]

  /// Those whose panels show what was before beside what is.
  fileprivate static let besideBefore: Set<AnalysisKind> = [
    .tornado, .delay, .headline, .requirements, .reference, .remediation,
  ]

  /// The panels of a screen that show the analysis.
  fileprivate func panels(on screen: ScreenID) -> [String] {
    switch (self, screen) {
    case (.tornado, .lab): ["tornado"]
    case (.indices, .lab): ["indices"]
    case (.information, .lab): ["information"]
    case (.attribution, .lab): ["attribution"]
    case (.delay, .lab): ["delay"]
    case (.comparison, .lab): ["comparison", "fans"]
    case (.requirements, .lab): ["required"]
    case (.reference, .lab): ["reference"]
    case (.headline, .opportunity), (.headline, .department): ["whynot"]
    case (.remediation, .legacy): ["worth"]
    case (.otherKey, .department): ["projection", "keys"]
    default: []
    }
  }
}

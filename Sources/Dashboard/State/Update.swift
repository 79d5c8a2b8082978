import Analytics
import Frames

/// How many draws are taken while a key is held, and when it rests.
public enum Ladder {
  static let held = 1024
  public static let rested = 4096
}

extension State {
  /// What an action changes, before the analyses that follow from it.
  mutating func respond(to action: Action) -> [Effect] {
    guard clearsMessage(action) else { return take(action) }
    message = ""
    guard isFirstRun else { return take(action) }
    isFirstRun = false
    return [.hintSeen] + take(action)
  }

  private mutating func take(_ action: Action) -> [Effect] {
    switch action {
    case .began: return begin()
    case .answered(let answer): return take(answer)
    case .resized(let columns, let rows):
      (self.columns, self.rows) = (columns, rows)
    case .terminalOpened(let depth, let isFirstRun):
      settings.depth = depth
      self.isFirstRun = isFirstRun
    case .groundLearned(let isLight):
      // It does not go over what the user has chosen meanwhile.
      if settings.followsGround { settings.theme = isLight ? .light : .dark }
    case .settingsChanged(let settings): self.settings = settings
    case .pictureTaken(let settings):
      layers = []
      lab.guessing = nil
      self.settings = settings
    case .analysesWanted(let wanted): lab.wanted = wanted
    case .went(let place):
      self.place = place
      return askForDetail()
    case .placeOpened(let place):
      open(place)
      return askForDetail()
    case .messageRead: message = ""
    case .frontRead: _ = layers.popLast()
    case .frontLeft: layers = []
    case .offersPutOff: layers.removeAll { if case .offer = $0 { true } else { false } }
    case .wentOn: break
    case .exported(let text), .told(let text), .copied(let text): message = text
    case .loading(let progress): loading = progress
    case .loaded(let evidence):
      self.evidence = evidence
      loading = nil
      return askForDetail()
    case .sessionOffered(let lost): layers.insert(.offer(lost), at: 0)
    case .themeChosen(let theme): choose(theme)
    case .copyAsked(let kind): return copy(kind)
    case .redrawAsked: return [.redraw]
    case .suspendAsked: return [.suspend]
    case .quitAsked: return leave()
    case .terminalClosed: return [.quit]
    case .analysed(let analysis): take(analysis)
    case .scenarioFiles(let news): return take(news)
    case .clicked(let position) where !layers.isEmpty: return clickLayer(position)
    case .clicked(let position):
      if let effects = grab(position) { return effects }
      navigate(action)
    case .dragged(let position) where lab.drag != nil: return drag(to: position)
    case .saveAsked: askForName()
    case .rowChosen(let row): moveLayer(by: row - (layers.last?.chosen ?? row))
    case .leverStepped, .leverReset, .leversReset, .leverTyped, .assumptionsReset, .undone, .redone:
      return changeLevers(action)
    case .presetsAsked where layers.isEmpty:
      navigate(action)
      return [.scenarios(.list)]
    case .paletteAsked where layers.isEmpty:
      navigate(action)
      return [.scenarios(.list)]
    case .typed, .retyped, .erased, .shelfWished, .confirmed, .cancelled, .sessionDiscarded,
      .exportThemeStepped, .glossaryAsked:
      let effects = changeLayer(action)
      return effects.isEmpty ? askForDetail() : effects
    default:
      navigate(action)
      return askForDetail()
    }
    return []
  }

  /// The effects that fill the screen for the first time.
  private mutating func begin() -> [Effect] {
    request += 1
    lab.guessing = nil
    lab.analysing = [:]
    let first = wantedFirst
    // Where nothing has been moved yet, one answer says both.
    guard scenario != baseline else { return first }
    return [.project(Request(number: request, scenario: baseline, draws: 0, isBaseline: true))]
      + first
  }

  /// Asks for everything that depends on the scenario anew.
  mutating func reproject() -> [Effect] {
    request += 1
    uncertaintyIsStale = lab.restedDraws > 0
    // The runner stops them, so that the draws have the processors.
    lab.analysing = [:]
    return wantedFirst
  }

  /// The present scenario's central case, and its draws where there are any.
  private var wantedFirst: [Effect] {
    (lab.restedDraws > 0 ? [0, firstDraws] : [0]).map(wanted)
  }

  /// The draws that are asked for first: few, so that something is seen soon, or at once all where the
  /// picture is to change once.
  private var firstDraws: Int {
    settings.reducedMotion ? lab.restedDraws : min(Ladder.held, lab.restedDraws)
  }

  /// The present scenario with so many draws, and what the open page needs beside the nation.
  private func wanted(draws: Int) -> Effect {
    .project(
      Request(
        number: request, scenario: scenario, draws: draws, organisation: organisation?.code,
        cash: targetYears))
  }

  /// Asks for what an opened page needs beside the nation, where the draws were made without it;
  /// nothing else has changed.
  private mutating func askForDetail() -> [Effect] {
    guard uncertainty != nil, !hasDetail(account) else { return [] }
    request += 1
    return [wanted(draws: firstDraws)]
  }

  /// Whether an account has what the open page needs: of expected values the years of an organisation
  /// are there for its own page only, and cash in the years of the targets for the list of all.
  func hasDetail(_ account: Account?) -> Bool {
    guard let account else { return false }
    if let code = organisation?.code {
      return account.organisations.first { $0.code == code }?.series != nil
    }
    return targetYears.allSatisfy { code, year in
      guard let place = account.years.firstIndex(of: year) else { return true }
      return account.organisations.first { $0.code == code }?.cash(ofYear: place) != nil
    }
  }

  private mutating func take(_ answer: Answer) -> [Effect] {
    switch answer {
    case .central(let projection, let asked):
      if asked.scenario == baseline { baselineProjection = projection }
      if !asked.isBaseline, asked.number == request { self.projection = projection }
    case .uncertain(let uncertainty, let asked):
      if asked.scenario == baseline { baselines[uncertainty.draws] = uncertainty }
      guard asked.number == request, !asked.isBaseline else { return [] }
      self.uncertainty = uncertainty
      uncertaintyIsStale = false
      lab.answeredDraws = asked.draws
      let more = asked.draws < lab.restedDraws ? [wanted(draws: lab.restedDraws)] : askForDetail()
      return more + askForBaseline(draws: asked.draws)
    }
    return []
  }

  /// Asks for the baseline on as many draws as the scenario has, where they are not known: mostly it
  /// is where the scenario began.
  private func askForBaseline(draws: Int) -> [Effect] {
    guard !hasDetail(baselineAccount) else { return [] }
    return [
      .project(
        Request(
          number: request, scenario: baseline, draws: draws, isBaseline: true,
          organisation: organisation?.code, cash: targetYears))
    ]
  }

  private func clearsMessage(_ action: Action) -> Bool {
    switch action {
    case .released, .scenarioFiles(.listed): false
    case .scenarioFiles: true
    default: !action.isFromOutside
    }
  }
}

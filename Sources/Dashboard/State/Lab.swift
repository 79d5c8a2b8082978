public import Analytics

/// What the Scenario lab adds to a state: whose levers move, in which unit results are shown, what
/// has been saved, guessed and analysed. Kept when the screen is left.
public struct Lab: Equatable, Sendable {
  /// Whose levers the Lab's sliders move.
  public var scope = LeverScope.nation
  public var unit = MoneyUnit.billions
  /// Scenarios as they were saved or opened, which nobody loses by leaving.
  public var kept: Set<Scenario> = []
  /// The user's scenarios, as the folder was last read, by name.
  public var shelf: [SavedScenario] = []
  /// What the present scenario is compared with, at most three; empty leaves the choice to the
  /// program.
  public var compared: [Scenario] = []
  /// The newest result of each analysis, with what was asked.
  public var analyses: [AnalysisKind: Analysis] = [:]
  /// What has been asked and not answered.
  public var analysing: [AnalysisKind: AnalysisRequest] = [:]
  /// The number of the latest analysis asked for.
  public var analysisRequest = 0
  /// Which analyses are wanted.
  public var wanted = Wanted.shown
  /// How many draws are enough to be at rest; analyses are made on as many. None leaves the central
  /// case alone.
  public var restedDraws = Ladder.rested
  /// Points of analyses that have a design of their own.
  public var points = 1024
  /// How many draws the newest answer was asked on.
  public var answeredDraws = 0
  /// A guess that is being made: results stand as they were before.
  public var guessing: Guessing?
  /// The guesses so far, the oldest first.
  public var guesses: [Guess] = []
  /// The slider that the mouse holds.
  public var drag: Drag?
  /// Whether leaving with unsaved changes has been asked once.
  public var askedToLeave = false

  public init() {}

  /// Which analyses of a screen are asked for.
  public enum Wanted: Hashable, Sendable {
    /// Those of the panels that are open.
    case shown
    /// Those of one panel, though it may be folded: for a picture of it alone.
    case panel(String)
    /// Those of folded panels as well, but for what must be true where that is folded: its figures
    /// have explanations of their own, and it takes the longest.
    case all
  }
}

extension State {
  /// Takes in what happened and says what is to be done. Pure and total.
  public mutating func update(_ action: Action) -> [Effect] {
    defer { forgetTheOldest() }
    if !action.isFromOutside {
      if action != .quitAsked, staysAfterAll(action) { return [] }
      endDrag(before: action)
    }
    return respondBehindOffer(to: action) + askForAnalyses()
  }

  /// Whether there are changes that no file has: the scenario is neither the one at the start nor
  /// one that was opened or saved.
  public var hasUnsavedChanges: Bool {
    scenario != (undo.first?.scenario ?? scenario) && !lab.kept.contains(scenario)
  }

  /// Leaves; with unsaved changes only when asked again.
  mutating func leave() -> [Effect] {
    guard hasUnsavedChanges, !lab.askedToLeave else { return [.quit] }
    lab.askedToLeave = true
    let takesText = layers.last?.takesText == true
    message =
      "Changes are not saved. "
      + (takesText ? "ctrl+c again leaves, Esc stays." : "S saves them, q again leaves, Esc stays.")
    return []
  }

  /// Whatever else is done takes the wish to leave back. Esc says no more than that: one stays where
  /// one is.
  private mutating func staysAfterAll(_ action: Action) -> Bool {
    guard lab.askedToLeave else { return false }
    lab.askedToLeave = false
    guard action == .wentUp || action == .cancelled else { return false }
    message = "Not left. The changes are still not saved."
    return true
  }

  /// The scenario in one word that `--scenario` takes, with draws, seed and data; section 4 of the
  /// contract.
  public var scenarioLine: String {
    ScenarioLine(
      scenario, inputs, draws: lab.restedDraws > 0 ? lab.restedDraws : Ladder.rested, seed: seed
    ).text(inputs)
  }
}

extension Action {
  /// Whether it came from the program itself and not from the user.
  var isFromOutside: Bool {
    switch self {
    case .answered, .analysed, .resized, .exported, .scenarioFiles, .copied, .told: true
    case .loading, .loaded, .sessionOffered: true
    case .began, .terminalOpened, .groundLearned, .settingsChanged, .pictureTaken: true
    case .analysesWanted, .messageRead, .frontRead, .frontLeft, .offersPutOff: true
    default: false
    }
  }
}

public import Analytics
public import Figures
public import Frames

/// A way to move inside a panel.
public enum Direction: String, Hashable, Sendable { case up, down, left, right }

/// What happened. Named by the happening, not by what is done about it.
public enum Action: Equatable, Sendable {
  /// Somebody begins to look: all that a screen shows at rest is wanted anew.
  case began
  /// A terminal shows the dashboard, in so many colours; perhaps for the first time on this computer.
  case terminalOpened(ColourDepth, isFirstRun: Bool)
  /// What the terminal's ground is like is known.
  case groundLearned(isLight: Bool)
  case settingsChanged(Settings)
  /// A picture is taken of the screen alone, with these settings.
  case pictureTaken(Settings)
  case analysesWanted(Lab.Wanted)
  /// A place was gone to that no key leads to.
  case went(Place)
  /// The same, with a way back.
  case placeOpened(Place)
  case screenChosen(ScreenID)
  case panelStepped(by: Int)
  /// A panel of the screen by its id.
  case panelChosen(String)
  /// A panel of the screen by its place, from 1, as Tab goes.
  case panelNumbered(Int)
  /// The meanings of terms, from the help.
  case glossaryAsked
  case moved(Direction)
  case paged(by: Int)
  case wentToFirst, wentToLast
  case entered, wentUp, wentBack, wentForward
  case departmentStepped(by: Int)
  case panelEnlarged
  case pictureSwitched
  case sortStepped, sortTurned
  case filterAsked, filterTurned
  case paletteAsked, bigAsked
  case copyAsked(CopyKind)
  /// What came of copying, in one line.
  case copied(String)
  case themeChosen(ThemeName)
  case helpAsked, cardAsked, whyAsked, presetsAsked, exportAsked
  /// What came of an export, in one line.
  case exported(String)
  /// The next theme for the file, in the list of forms.
  case exportThemeStepped
  /// A table is being read, and this far.
  case loading(Loading)
  /// It is there.
  case loaded(Evidence)
  case sessionOffered(LostSession)
  /// A lost session is not wanted: a question comes first.
  case sessionDiscarded
  /// Something from outside that the user has to know, in one line.
  case told(String)
  /// The line for the user has been said.
  case messageRead
  /// What stands in front has been read out, or all of it is left for something else.
  case frontRead, frontLeft
  /// Sessions that are offered wait for another time.
  case offersPutOff
  /// The user goes on with something that changes nothing.
  case wentOn
  /// Steps of the lever: 1, 10 or a tenth, up or down.
  case leverStepped(by: Double)
  case leverReset, leversReset, assumptionsReset
  /// A value typed for a lever by its name, wherever one is.
  case leverTyped(Lever, LeverScope, String)
  /// Whose levers the sliders move is to be chosen; results are wanted in the next unit.
  case scopesAsked, unitSwitched
  /// Results of the next change are hidden until a guess has been made.
  case guessAsked
  case saveAsked
  /// Something is wanted of the scenario that is chosen in the list.
  case shelfWished(ShelfWish)
  /// What came of work in the folder of scenarios.
  case scenarioFiles(ScenarioNews)
  case analysed(Analysis)
  case undone, redone
  case typed(String)
  /// What was typed is replaced.
  case retyped(String)
  case erased
  case confirmed, cancelled
  /// A row of the list in front, by its place, is the one chosen.
  case rowChosen(Int)
  case clicked(Position)
  case dragged(Position)
  case released
  case wheeled(Position, by: Int)
  case resized(columns: Int, rows: Int)
  case answered(Answer)
  case redrawAsked, suspendAsked, quitAsked, terminalClosed
}

/// What is to be done outside; an answer comes back as an action.
public enum Effect: Equatable, Sendable {
  case project(Request)
  case analyse(AnalysisRequest)
  case scenarios(ScenarioTask)
  /// Write what is on the screen into the working folder, never over a file.
  case export(ExportForm, theme: ThemeName = .light)
  /// A lost session goes on here, or is not wanted: its file has served. By its id.
  case sessionTakenUp(String)
  case sessionDiscarded(String)
  /// Give text to the clipboard, and write it to a file as well.
  case copy(Copy)
  /// The hint for the first run has been read.
  case hintSeen
  case redraw, suspend, quit
}

/// A projection asked for. Zero draws ask for the central case.
public struct Request: Equatable, Sendable {
  public var number: Int
  public var scenario: Scenario
  public var draws: Int
  /// Whether the answer is for the baseline that changes are measured against.
  public var isBaseline: Bool
  /// The organisation whose fan is wanted beside the nation's.
  public var organisation: String?
  /// The years in which organisations' expected cash is wanted, by their codes (`Detail.cash`).
  public var cash: [String: String]

  public init(
    number: Int, scenario: Scenario, draws: Int, isBaseline: Bool = false,
    organisation: String? = nil, cash: [String: String] = [:]
  ) {
    self.number = number
    self.scenario = scenario
    self.draws = draws
    self.isBaseline = isBaseline
    self.organisation = organisation
    self.cash = cash
  }
}

/// What came of a request.
public enum Answer: Equatable, Sendable {
  case central(Projection, Request)
  case uncertain(Uncertainty, Request)
}

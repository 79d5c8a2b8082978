public import Analytics
public import Figures
public import Frames

/// Which theme paints the screen.
public enum ThemeName: String, CaseIterable, Hashable, Sendable {
  case dark, light, contrast, mono
}

/// What the terminal and the command line decided before the first frame.
public struct Settings: Hashable, Sendable {
  public var theme: ThemeName
  /// How many colours can be shown; decides how filled bands are drawn.
  public var depth: ColourDepth
  /// Whether only ASCII may be drawn.
  public var ascii: Bool
  /// Keys that the user chose.
  public var keys = KeyChoices()

  /// Whether nothing moves by itself: the picture changes once for a change of levers, with all the
  /// draws, and not a first time with few.
  public var reducedMotion: Bool

  /// Whether one line says what each key changed, with the cursor in it, and nothing else moves: for
  /// whoever listens to the screen, or reads it by touch.
  public var speech = false

  /// Whether the theme goes with the terminal's ground once that is known; not after one was chosen.
  public var followsGround = false

  public init(
    theme: ThemeName = .dark, depth: ColourDepth = .trueColour, ascii: Bool = false,
    reducedMotion: Bool = false
  ) {
    self.theme = theme
    self.depth = depth
    self.ascii = ascii
    self.reducedMotion = reducedMotion
  }
}

/// A form that what is on the screen can be exported in. The raw value is the file's extension.
public enum ExportForm: String, CaseIterable, Hashable, Sendable {
  case svg, png, pdf, html, md, csv, txt, ansi, json

  /// What the form is good for, in a few words.
  var purpose: String {
    switch self {
    case .svg: "picture for a page, sharp at any size"
    case .png: "picture for a slide"
    case .pdf: "picture for paper, its text selectable"
    case .html: "page of its own, light and dark, with the table"
    case .md: "table and caption, for a message"
    case .csv: "table, for a spreadsheet"
    case .txt: "text"
    case .ansi: "text with colours, for a terminal"
    case .json: "cells with their styles"
    }
  }
}

/// Something in front of the screen that takes the keys until it is closed.
public enum Layer: Hashable, Sendable {
  case help(scroll: Int)
  /// What the terms on the screens mean: one of them by its name, all where that is empty.
  case glossary(term: String, scroll: Int)
  /// The focused panel in words: sentences on its charts, then its numbers.
  case inWords(scroll: Int)
  /// The source card of the focused number.
  case card(scroll: Int)
  /// Where the focused number comes from, step by step down to what it rests on.
  case why([WhyStep])
  /// Typing the value of the focused lever.
  case prompt(text: String, problem: String)
  /// Choosing a scenario of the data or one of the user's own.
  case presets(chosen: Int)
  /// Typing the name of a scenario.
  case naming(Naming)
  /// A question that has to be answered before something is lost.
  case asking(Question)
  /// Choosing whose levers the sliders move.
  case scopes(chosen: Int)
  /// Typing a guess of what a change does.
  case guess(text: String, problem: String)
  /// What came of a guess.
  case revealed
  /// Something that went wrong, with where and what to do.
  case notice(String)
  /// Choosing the form in which what is on the screen is exported, and the theme of the file.
  case exports(chosen: Int, theme: ThemeName = .light)
  /// A session that died, to be taken up or left.
  case offer(LostSession)
  /// Typing what the rows of the focused panel have to contain.
  case filter
  /// Finding a command, a place or a figure by its name.
  case palette(text: String, chosen: Int)
  /// The focused panel alone, its number in large digits.
  case big
}

/// Where the levers stand and what they are measured against: what undo goes back to.
public struct Standing: Hashable, Sendable {
  public var scenario, baseline: Scenario

  public init(scenario: Scenario, baseline: Scenario) {
    self.scenario = scenario
    self.baseline = baseline
  }
}

/// Everything the dashboard knows. One value: every screen is a function of it.
public struct State: Equatable, Sendable {
  @Shared public private(set) var inputs: ModelInputs
  public internal(set) var evidence: Evidence
  /// The table that is still being read; nil once all are there.
  public internal(set) var loading: Loading?
  private let redListOnce: RedListOnce
  @Shared public internal(set) var settings: Settings
  public internal(set) var columns, rows: Int

  public internal(set) var place: Place
  /// Places to go back to, the newest last.
  public internal(set) var past: [Place] = []
  /// Places to go forward to, the newest last.
  public internal(set) var future: [Place] = []
  /// Where each screen was left.
  public internal(set) var memory: [ScreenID: Place] = [:]
  public internal(set) var layers: [Layer] = []
  /// One line of talk for the user; the next key clears it.
  public internal(set) var message = ""

  /// Whether the hint for whoever opens the program for the first time is to be seen; the first key
  /// takes it away for ever.
  public internal(set) var isFirstRun = false
  /// What the palette knows; gathered when it is opened.
  var catalogue: Catalogue?

  /// Seed of the draws; the same one for every scenario, so that a picture moves because a lever did.
  public let seed: UInt64
  @Shared public internal(set) var scenario: Scenario
  /// The scenario that changes are measured against and that levers go back to.
  @Shared public internal(set) var baseline: Scenario
  public internal(set) var undo = Trail()
  public internal(set) var redo = Trail()

  /// The central case of `scenario`; nil only before the first answer.
  @Shared public internal(set) var projection: Projection? = nil
  /// The central case of `baseline`.
  @Shared public internal(set) var baselineProjection: Projection? = nil
  /// The draws' summaries of `scenario`; nil while none has been computed for it.
  @Shared public internal(set) var uncertainty: Uncertainty? = nil
  /// The draws' summaries of `baseline`, by how many they are over: changes are taken on the same
  /// draws.
  @Shared public internal(set) var baselines: [Int: Uncertainty] = [:]
  let befores = Befores()
  let kept = Kept()
  /// Whether `uncertainty` belongs to an earlier lever position.
  public internal(set) var uncertaintyIsStale = false
  /// The number of the latest request; answers to older ones are dropped.
  public internal(set) var request = 0

  @Shared public internal(set) var lab = Lab()
  /// What a user who listens has been told.
  var listening = Listening()
  /// Whether the opportunity is drawn as a treemap instead of bars.
  public internal(set) var treemap = false

  public init(
    inputs: ModelInputs, evidence: Evidence, scenario: Scenario, baseline: Scenario? = nil,
    seed: UInt64? = nil, settings: Settings = Settings(), place: Place = Place(.overview),
    columns: Int = 80, rows: Int = 24, draws: Int = Ladder.rested,
    points: Int = 1024
  ) {
    self.inputs = inputs
    self.evidence = evidence
    self.seed = seed ?? inputs.seed
    redListOnce = RedListOnce(evidence, seed: inputs.seed)
    self.scenario = scenario
    self.baseline = baseline ?? scenario
    self.settings = settings
    self.place = place
    self.columns = columns
    self.rows = rows
    (lab.restedDraws, lab.points) = (draws, points)
  }
}

extension State {
  /// Whether all that the screen shows has been answered on as many draws as there are to be.
  public var isAtRest: Bool {
    !uncertaintyIsStale && projection != nil && lab.answeredDraws >= lab.restedDraws
      && lab.analysing.isEmpty
  }

  /// The red-rated systems as a queue; nil where the evidence lacks what it needs.
  var redList: RedListCase? { redListOnce.found }

  /// Computes what rests on the data alone and no first screen shows, so that the screens which do
  /// find it there. On any thread.
  public func prepare() { _ = redList }

  /// The organisation whose page is open.
  var organisation: Organisation? {
    guard place.screen == .department, let code = place.path.first else { return nil }
    return inputs.organisations.first { $0.code == code }
  }

  /// An organisation's series of the central case.
  public func series(of code: String) -> OrganisationSeries? {
    projection?.organisations.first { $0.code == code }
  }

  /// The value of a lever in force, for one organisation or nationally.
  public func value(of lever: Lever, for code: String?) -> Double {
    scenario.value(of: lever, for: code, inputs)
  }

  /// The register's row of a lever.
  func spec(_ lever: Lever) -> LeverSpec? { inputs.levers.first { $0.id == lever } }
}

extension Scenario {
  /// The value of a lever in force: the organisation's own, else the national one, else the
  /// register's default.
  func value(of lever: Lever, for code: String?, _ inputs: ModelInputs) -> Double {
    code.flatMap { overrides[$0]?[lever] } ?? levers[lever]
      ?? inputs.levers.first { $0.id == lever }?.defaultValue ?? 0
  }
}

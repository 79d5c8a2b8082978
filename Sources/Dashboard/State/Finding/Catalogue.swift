import Analytics
import Explanations
import Figures

/// Everything that can be found by its name.
struct Catalogue: Equatable, Sendable {
  /// What an entry is; the order is that of entries which match equally well.
  enum Kind: String, CaseIterable, Sendable {
    case command, screen, organisation, question, sector, scenario, lever, ownLever, herePanel,
      panel,
      assumption, body, promise, term, fact, source

    /// What stands beside an entry without a key.
    var name: String {
      switch self {
      case .ownLever: "lever"
      case .herePanel: "panel here"
      default: rawValue
      }
    }

    /// What a match is worth beside how well it matches: there are few commands and screens and
    /// many facts, and whoever types a name mostly means the former.
    fileprivate var worth: Int {
      switch self {
      case .command, .screen: 10
      case .organisation: 12
      case .sector, .scenario, .lever, .question: 8
      case .herePanel: 9
      case .panel: 4
      case .ownLever, .assumption, .body, .promise, .term: 0
      case .fact: -4
      case .source: -8
      }
    }
  }

  /// What choosing an entry does.
  enum Goal: Equatable, Sendable {
    case act(Action)
    case open(Place)
    /// A scenario that comes with the data, by its id.
    case start(String)
    /// A scenario that the user saved, by its id; one in a file elsewhere, by its path; one in a line.
    case saved(String)
    case file(String)
    case line(String)
    case lever(Lever, organisation: String?)
    /// What a term means.
    case term(String)
    /// A lever with a value typed in, to be set with Enter.
    case setting(Lever, organisation: String?, text: String)
    /// What there is about a body, by its code.
    case body(String)
    /// A figure by its id, looked for on these screens in turn; its card is shown.
    case figure(String, on: [ScreenID])
  }

  struct Entry: Equatable, Sendable {
    var kind: Kind
    var title: String
    /// The key that does the same; else empty.
    var key: String
    var goal: Goal
    fileprivate let texts: [Searchable]

    /// Whether each of these words begins a word of what it is found by.
    func has(_ words: [String]) -> Bool {
      words.allSatisfy { word in texts.contains { $0.hasWord(beginningWith: word) } }
    }

    /// - Parameter also: other texts by which it is found: an id, a code, a value.
    init(_ kind: Kind, _ title: String, key: String = "", also: String..., goal: Goal) {
      self.kind = kind
      self.title = title
      self.key = key
      self.goal = goal
      texts = [Searchable(title)] + also.filter { !$0.isEmpty }.map { Searchable($0) }
    }
  }

  /// What is said where nothing is found.
  static let nothing =
    "Nothing is called that. Commands, screens, organisations, sectors, scenarios, levers, panels, "
    + "assumptions, bodies, promises, terms, facts and sources can be found by parts of their names."

  let entries: [Entry]

  /// The entries that match what was typed, the best first; all of them where nothing was typed.
  func matches(_ typed: String) -> [Entry] {
    let fuzzy = Fuzzy(typed)
    guard !fuzzy.isEmpty else { return entries }
    var found: [(score: Int, length: Int, place: Int)] = []
    for (place, entry) in entries.enumerated() {
      guard let score = fuzzy.score(entry.texts) else { continue }
      found.append((score + entry.kind.worth, entry.title.utf8.count, place))
    }
    found.sort { ($1.score, $0.length, $0.place) < ($0.score, $1.length, $1.place) }
    return found.map { entries[$0.place] }
  }
}

extension Catalogue {
  /// All that a state knows by name.
  init(_ state: State) {
    entries =
      Self.commands(state) + Self.organisations(state) + Self.questions(state)
      + Self.sectors(state)
      + Self.scenarios(state) + Self.levers(state) + Self.herePanels(state) + Self.panels(state)
      + Self.ofOrganisations(state)
      + Self.assumptions(state) + Self.promises(state) + Self.terms
      + Self.bodies(state) + Self.facts(state) + Self.sources(state)
  }

  /// The rows of the key table, screens among them, and the themes, which have no keys.
  private static func commands(_ state: State) -> [Entry] {
    let situation = Situation(state)
    var rows: [Binding] = []
    for row in Keymap.table where !row.help.isEmpty && row.action != .paletteAsked {
      // Where a key has two meanings the one that holds here is offered.
      if let place = rows.firstIndex(where: { $0.help == row.help }) {
        if row.applies(situation) { rows[place] = row }
      } else {
        rows.append(row)
      }
    }
    let known = rows.map { row in
      if case .screenChosen(let screen) = row.action {
        return Entry(
          .screen, row.help, key: row.shown, also: screen.rawValue, goal: .act(row.action))
      }
      return Entry(.command, row.help, key: row.shown, also: row.footer, goal: .act(row.action))
    }
    let themes = ThemeName.allCases.map {
      Entry(.command, "theme \($0.rawValue)", goal: .act(.themeChosen($0)))
    }
    return known.filter { $0.kind == .screen } + known.filter { $0.kind == .command } + themes
  }

  private static func organisations(_ state: State) -> [Entry] {
    state.inputs.organisations.map {
      Entry(
        .organisation, "\($0.name) (\($0.code))", also: $0.code,
        goal: .open(Place(.department, path: [$0.code])))
    }
  }

  private static func sectors(_ state: State) -> [Entry] {
    var names: [String] = []
    for organisation in state.inputs.organisations where !names.contains(organisation.sector) {
      names.append(organisation.sector)
    }
    return names.map { name in
      let path = [Stream.automation.rawValue, name]
      return Entry(
        .sector, "\(name): automation by organisation", goal: .open(Place(.opportunity, path: path))
      )
    }
  }

  private static func scenarios(_ state: State) -> [Entry] {
    state.inputs.presets.map {
      Entry(.scenario, "start from \($0.name)", also: $0.id, goal: .start($0.id))
    }
      + state.lab.shelf.map { saved in
        Entry(
          .scenario, "open \(saved.scenario?.name ?? saved.id), saved", also: saved.id,
          goal: .saved(saved.id))
      }
  }

  /// What was typed, where it is a scenario itself: a line, or the path of a file.
  static func carried(_ typed: String) -> Entry? {
    let text = ScenarioName.trimmed(typed)
    let line = TravelledText.cleaned(typed)
    if TravelledText.isLine(line) {
      return Entry(.scenario, "open this scenario line", goal: .line(line))
    }
    return text.hasSuffix(".json")
      ? Entry(.scenario, "open the scenario file \(text)", goal: .file(text)) : nil
  }

  private static func levers(_ state: State) -> [Entry] {
    // On an organisation's page its own levers are meant before those of all.
    let here = state.organisation?.code
    let national = state.inputs.levers.map { lever in
      Entry(
        here != nil && lever.perOrganisation ? .ownLever : .lever,
        here == nil ? lever.label : "\(lever.label), all organisations", also: lever.id.id,
        goal: .lever(lever.id, organisation: nil))
    }
    let own = state.inputs.organisations.flatMap { organisation in
      state.inputs.levers.filter(\.perOrganisation).map { lever in
        Entry(
          organisation.code == here ? .lever : .ownLever, "\(lever.label), \(organisation.name)",
          also: "\(organisation.code).\(lever.id.id)",
          goal: .lever(lever.id, organisation: organisation.code))
      }
    }
    return national + own
  }

  /// The panels of the page that is open, where it is none that a number key opens.
  private static func herePanels(_ state: State) -> [Entry] {
    guard state.place.screen == .department || !state.place.path.isEmpty else { return [] }
    return state.panels.filter(\.hasBox).map { panel in
      var opened = state.place
      opened.panel = panel.id
      return Entry(
        .herePanel, "\(panel.title), \(state.breadcrumb.last ?? "")", also: panel.id,
        goal: .open(opened))
    }
  }

  private static func questions(_ state: State) -> [Entry] {
    asked.map { question in
      var place = Place(question.screen)
      place.panel = question.panel
      return Entry(.question, question.words, also: question.also, goal: .open(place))
    }
      + state.inputs.presets.map {
        Entry(
          .question, "compare with \($0.name)", also: $0.id, "against, or",
          goal: .open(Place(.lab, panel: "comparison")))
      }
  }

  /// What is told of every organisation, by the panel of its page.
  private static let told: [(words: String, panel: String)] = [
    ("legacy and red-rated systems", "legacy"), ("contractors and consultancy", "contractors"),
    ("outages and incidents", "outages"), ("services, volumes and channels", "services"),
    ("promised and targets", "promises"), ("efficiency target and what the model banks", "target"),
    ("staff, digital staff, pay and budget", "identity"), ("what to ask of it", "ask"),
  ]

  private static func ofOrganisations(_ state: State) -> [Entry] {
    state.inputs.organisations.flatMap { organisation in
      told.map {
        Entry(
          .panel, "\(organisation.name): \($0.words)", also: organisation.code,
          goal: .open(Place(.department, path: [organisation.code], panel: $0.panel)))
      }
    }
  }

  /// `two years late`: the start of the page's organisation, or of all, that much later than in the
  /// scenario that levers are measured by.
  static func delayed(_ typed: String, _ state: State) -> Entry? {
    guard let delay = state.delay(typed), let spec = state.spec(.startDelay) else { return nil }
    let whose = delay.code.map { state.name(of: .organisation($0)) } ?? "all organisations"
    return Entry(
      .lever, "\(spec.label) \(Numbers.typed(delay.years)) years, \(whose)",
      goal: .setting(.startDelay, organisation: delay.code, text: Numbers.typed(delay.years)))
  }

  /// Terms of art, and all of them together.
  private static let terms: [Entry] =
    [Entry(.term, "glossary: what terms mean", goal: .term(""))]
    + Glossary.terms.map {
      Entry(
        .term, "\($0.name): what it means", also: $0.also.joined(separator: ", "),
        goal: .term($0.name))
    }

  /// What was promised and what happened, by its words.
  private static func promises(_ state: State) -> [Entry] {
    state.evidence.milestones.map { row in
      Entry(
        .promise, "\(row.title), \(row.date)", also: row.status.rawValue,
        goal: .figure("timeline.\(row.id)", on: [.evidence]))
    }
  }

  /// The panels of every screen as it is when one first comes to it.
  private static func panels(_ state: State) -> [Entry] {
    ScreenID.numbered.flatMap { screen in
      let place = Place(screen)
      return state.at(place).panels.map { panel in
        var opened = place
        opened.panel = panel.id
        return Entry(.panel, "\(panel.title), \(screen.title)", goal: .open(opened))
      }
    }
  }

  private static func assumptions(_ state: State) -> [Entry] {
    state.inputs.assumptions.map {
      Entry(.assumption, $0.label, also: $0.id.id, goal: .figure($0.id.id, on: [.evidence, .lab]))
    }
  }

  /// Bodies beside the organisations, which have pages of their own.
  private static func bodies(_ state: State) -> [Entry] {
    let codes = Set(state.inputs.organisations.map(\.code))
    return state.evidence.bodies.filter { !codes.contains($0.code) }
      .map { Entry(.body, $0.name, also: $0.code, goal: .body($0.code)) }
  }

  private static func facts(_ state: State) -> [Entry] {
    state.evidence.facts.map { fact in
      Entry(
        .fact, "\(fact.measure), \(state.evidence.name(of: fact.body)), \(fact.period)",
        also: fact.id, fact.printed, fact.printed.replacing(Money.sign, with: ""),
        goal: .figure(fact.id, on: fact.theme.screens))
    }
  }

  private static func sources(_ state: State) -> [Entry] {
    state.evidence.sources.map { source in
      Entry(
        .source, source.title + (source.publisher.isEmpty ? "" : ", " + source.publisher),
        also: source.id, goal: .figure(source.id, on: [.evidence]))
    }
  }
}

extension Figures.Theme {
  /// Where its facts are looked for: the theme's own screen, then the list of all.
  fileprivate var screens: [ScreenID] {
    switch self {
    case .opportunity: [.opportunity, .overview, .evidence]
    case .legacy, .cyber: [.legacy, .evidence]
    case .contractors: [.contractors, .evidence]
    case .outages: [.outages, .evidence]
    case .services, .skills: [.services, .evidence]
    case .next, .context: [.evidence]
    }
  }
}

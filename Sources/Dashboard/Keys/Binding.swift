import Frames

/// One row of the key table: which keys, what they mean, and when they apply.
///
/// The input loop, the footer and the help are all made from these rows.
struct Binding: Sendable {
  var keys: [KeyPress]
  var action: Action
  /// Keys as the footer and the help print them: `1-9`, `← →`.
  var shown: String
  /// One or two words for the footer; empty keeps the key out of it.
  var footer: String
  /// What the key does, for the help.
  var help: String
  var section: Section
  var applies: @Sendable (Situation) -> Bool

  enum Section: String, CaseIterable, Sendable {
    case screens = "Screens"
    case moving = "Moving"
    case numbers = "Numbers and pictures"
    case levers = "Levers"
    case program = "Program"
  }

  init(
    _ keys: [KeyPress], _ action: Action, shown: String, footer: String = "", help: String = "",
    _ section: Section, when applies: @escaping @Sendable (Situation) -> Bool = { _ in true }
  ) {
    self.keys = keys
    self.action = action
    self.shown = shown
    self.footer = footer
    self.help = help
    self.section = section
    self.applies = applies
  }
}

/// A state with its focused panel and item, found once for all the rows of the table, and only when
/// a row asks: most keys mean the same wherever the focus is.
@dynamicMemberLookup struct Situation {
  var state: State { focus.state }
  private let focus: Focus

  /// - Parameter panels: those of the present screen, where they have been made already.
  init(_ state: State, _ panels: [Panel]? = nil) {
    focus = Focus(state, panels)
  }

  /// The state, and what the focus is on; copies of the situation share them.
  private final class Focus {
    let state: State
    private var made: [Panel]?
    private(set) lazy var panels = made ?? state.panels
    private(set) lazy var panel = state.focusedPanel(of: panels)
    private(set) lazy var item = state.focusedItem(of: panels)
    private(set) lazy var hasFigure = item?.figure != nil

    init(_ state: State, _ made: [Panel]?) { (self.state, self.made) = (state, made) }
  }

  var panel: Panel? { focus.panel }
  var item: Item? { focus.item }
  /// Whether what has the focus is a number. Asked for by several keys, and a figure takes long to
  /// make.
  var hasFigure: Bool { focus.hasFigure }
  var panelCount: Int { focus.panels.count }
  var onLever: Bool { item?.isSlider == true }
  /// What the rows of the focused panel have to contain; empty where nothing is filtered.
  var filter: String { panel.flatMap { state.place.arrangements[$0.id]?.filter } ?? "" }

  subscript<Value>(dynamicMember path: KeyPath<State, Value>) -> Value { state[keyPath: path] }
}

extension KeyPress {
  /// A typed character.
  static func of(_ character: Character) -> KeyPress { KeyPress(.character(character)) }
  static func control(_ character: Character) -> KeyPress {
    KeyPress(.character(character), .control)
  }
  static func plain(_ key: Key) -> KeyPress { KeyPress(key) }
}

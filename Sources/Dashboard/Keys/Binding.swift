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

/// A state with its focused panel and item, found once for all the rows of the table.
@dynamicMemberLookup struct Situation {
  let state: State
  let panel: Panel?
  let item: Item?
  let panelCount: Int

  /// - Parameter panels: those of the present screen, where they have been made already.
  init(_ state: State, _ panels: [Panel]? = nil) {
    self.state = state
    let panels = panels ?? state.panels
    panelCount = panels.count
    panel = state.focusedPanel(of: panels)
    item = state.focusedItem(of: panels)
  }

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

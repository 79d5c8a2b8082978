extension Action {
  /// The name by which a configuration gives the action other keys. What has no name of its own
  /// here is called as it is in the program: `panelEnlarged` would be `panel-enlarged`.
  var keyName: String {
    switch self {
    case .screenChosen(let screen): screen.rawValue
    case .panelStepped(let step): step > 0 ? "next-panel" : "previous-panel"
    case .panelChosen(let id): "panel-" + id
    case .panelNumbered(let number): "panel-" + Self.ordinals[min(max(number, 1), 9) - 1]
    case .moved(let direction): direction.rawValue
    case .paged(let pages): pages > 0 ? "page-down" : "page-up"
    case .wentToFirst: "first"
    case .wentToLast: "last"
    case .entered: "open"
    case .wentUp: "up-level"
    case .departmentStepped(let step): step > 0 ? "next-organisation" : "previous-organisation"
    case .wentBack: "back"
    case .wentForward: "forward"
    case .cardAsked: "source"
    case .whyAsked: "why"
    case .pictureSwitched: "switch-picture"
    case .sortStepped: "sort"
    case .sortTurned: "sort-reverse"
    case .scopesAsked: "scope"
    case .unitSwitched: "unit"
    case .guessAsked: "guess"
    case .saveAsked: "save"
    case .assumptionsReset: "reset-assumptions"
    case .filterAsked: "filter"
    case .filterTurned: "filter-invert"
    case .paletteAsked: "palette"
    case .bigAsked: "big"
    case .wordsAsked: "in-words"
    case .copyAsked(let kind): "copy-" + kind.rawValue
    case .exportAsked: "export"
    case .panelEnlarged: "enlarge"
    case .leverStepped(let step): Self.leverName(step)
    case .leverReset: "reset-lever"
    case .undone: "undo"
    case .redone: "redo"
    case .presetsAsked: "scenarios"
    case .leversReset: "reset-levers"
    case .helpAsked: "help"
    case .quitAsked: "quit"
    case .suspendAsked: "suspend"
    case .redrawAsked: "redraw"
    default: Self.dashed("\(self)")
    }
  }

  private static let ordinals = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  private static func leverName(_ step: Double) -> String {
    let size = abs(step) == 10 ? "-ten" : abs(step) < 1 ? "-tenth" : ""
    return (step > 0 ? "lever-up" : "lever-down") + size
  }

  private static func dashed(_ name: String) -> String {
    name.prefix { $0.isLetter }.reduce(into: "") {
      $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1)
    }
  }
}

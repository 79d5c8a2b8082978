/// A screen of the dashboard. The raw value is the name that `--view` takes.
public enum ScreenID: String, CaseIterable, Hashable, Sendable {
  case overview, opportunity, legacy, contractors, outages, services, departments
  case department, lab, evidence

  /// The name in tabs, breadcrumbs and help.
  public var title: String {
    switch self {
    case .overview: "Overview"
    case .opportunity: "Opportunity"
    case .legacy: "Legacy and cyber"
    case .contractors: "Contractors"
    case .outages: "Outages"
    case .services: "Services"
    case .departments: "Departments"
    case .department: "Department"
    case .lab: "Scenario lab"
    case .evidence: "Evidence"
    }
  }

  /// The short name for the row of tabs.
  var tab: String {
    switch self {
    case .legacy: "Legacy"
    case .lab: "Lab"
    default: title
    }
  }

  /// The name where all tabs have to stand in half a line.
  var shortTab: String {
    switch self {
    case .overview: "Over"
    case .opportunity: "Opp"
    case .legacy: "Leg"
    case .contractors: "Cont"
    case .outages: "Out"
    case .services: "Serv"
    case .departments, .department: "Dept"
    case .lab: "Lab"
    case .evidence: "Evid"
    }
  }

  /// The screens that number keys open, in order; the department page belongs to Departments.
  static let numbered: [ScreenID] = [
    .overview, .opportunity, .legacy, .contractors, .outages, .services, .departments, .lab,
    .evidence,
  ]
}

/// Where the user is: a screen, how deep in it, and what has the focus.
public struct Place: Hashable, Sendable {
  public var screen: ScreenID
  /// What was drilled into, outermost first: a stream and a sector, or an organisation's code.
  public var path: [String]
  /// Id of the panel that has the focus; empty means the first one.
  public var panel: String
  /// The item chosen in each panel, by the panel's id.
  public var items: [String: Int]
  /// Which of the chosen item's numbers has the focus in each panel, by the panel's id.
  public var numbers: [String: Int] = [:]
  /// How the rows of panels are filtered and sorted, by the panel's id.
  public var arrangements: [String: Arrangement] = [:]
  /// Whether the focused panel fills the screen.
  public var enlarged: Bool

  public init(
    _ screen: ScreenID, path: [String] = [], panel: String = "", items: [String: Int] = [:],
    enlarged: Bool = false
  ) {
    self.screen = screen
    self.path = path
    self.panel = panel
    self.items = items
    self.enlarged = enlarged
  }
}

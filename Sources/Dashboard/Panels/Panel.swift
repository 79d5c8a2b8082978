import Analytics
import Charts
import Figures
import Frames

/// Something in a panel that can have the focus: nearly always a row with its numbers.
struct Item {
  /// The numbers of the item with their provenance, its own first: left and right walk through
  /// them, `s` shows the card of each. Made when they are asked for: a screen has hundreds, and
  /// only those in focus are ever read.
  var figures: [Figure] { makeFigures() }
  /// The item's own number.
  var figure: Figure? { makeFigures().first }
  /// Where Enter goes.
  var destination: Place?
  /// The slider that the item is.
  var lever: LeverTarget?
  /// The assumption or choice that the item is.
  var setting: Setting?

  private let makeFigures: () -> [Figure]

  init(
    _ figure: @autoclosure @escaping () -> Figure? = nil, opens destination: Place? = nil,
    lever: LeverTarget? = nil
  ) {
    makeFigures = { figure().map { [$0] } ?? [] }
    self.destination = destination
    self.lever = lever
  }

  /// An item of several numbers; a cell that shows one names it by its place among them
  /// (``Text/number``).
  init(
    figures: @autoclosure @escaping () -> [Figure], opens destination: Place? = nil,
    lever: LeverTarget? = nil
  ) {
    makeFigures = figures
    self.destination = destination
    self.lever = lever
  }

  /// Whether arrows move it and Enter types its value.
  var isSlider: Bool { lever != nil || setting != nil }

  /// Whether Enter does anything but typing a value.
  var opens: Bool { !isSlider && (destination != nil || figure != nil) }
}

/// A titled box of a screen, with the items that can have the focus in it. How it looks is a
/// function of the size it is given; what it holds is not.
struct Panel {
  /// Which arrows walk through the items.
  enum Flow: Sendable { case down, across }

  /// What the panel shows, where it is rows that can be filtered and sorted.
  enum Content {
    case table(Table)
    case bars(Bars)
    case drawn
  }

  var id: String
  var title: String
  /// What the signs in it mean, for who sees them; stands behind the title.
  var legend = ""
  var flow: Flow = .down
  /// The item that has the focus first.
  var initialItem = 0
  /// Whether it stands in a box with its title.
  var hasBox = true
  /// Its charts for a page, where they do not follow from its rows or lines.
  var charts: (() -> [Chart])?
  /// The item whose number stands in the title, in its first words; nil where none does.
  var titleItem: Int?
  /// What the chart in it lacks; said below it and wherever the panel is told in words. The last
  /// item is its number.
  var missing: MissingPeriods?
  /// How many rows it has use for at a width inside its box, where that does not follow from its
  /// rows and note.
  var needs: ((_ columns: Int) -> PanelNeed)?
  /// Made when they are asked for: of most panels a key needs nothing but the title.
  var items: [Item] { contents.made.items }
  var content: Content { contents.made.content }
  var draw: (inout Sheet, Rect) -> Void { contents.made.draw }
  /// How many items there are, where that is known without making them.
  private var count: Int?
  /// How many items there are.
  var itemCount: Int { count ?? items.count }

  /// The panel with other contents, made of its own when they are asked for.
  func remade(_ make: @escaping (Made) -> Made) -> Panel {
    var panel = self
    panel.contents = Contents { [contents] in make(contents.made) }
    return panel
  }

  /// What a panel holds, and how it is drawn.
  struct Made {
    var items: [Item]
    var content = Content.drawn
    var draw: (inout Sheet, Rect) -> Void
  }

  /// Made once, by the first who asks; copies of the panel share it.
  private final class Contents {
    private let make: () -> Made
    private(set) lazy var made = make()

    init(_ make: @escaping () -> Made) { self.make = make }
  }

  private var contents: Contents

  init(
    _ id: String, _ title: String, flow: Flow = .down, initialItem: Int = 0, items: [Item],
    draw: @escaping (inout Sheet, Rect) -> Void
  ) {
    self.id = id
    self.title = title
    self.flow = flow
    self.initialItem = initialItem
    contents = Contents { Made(items: items, draw: draw) }
  }

  /// A panel whose contents are made only if it is drawn, or its items are asked for.
  ///
  /// - Parameter count: how many items there will be, where that is known before.
  init(
    _ id: String, _ title: String, initialItem: Int = 0, count: Int? = nil,
    made: @escaping () -> Made
  ) {
    self.id = id
    self.title = title
    self.initialItem = initialItem
    self.count = count
    contents = Contents(made)
  }
}

/// A screen: what it holds, and where its panels stand at a size.
protocol Screen: Sendable {
  func panels(_ state: State) -> [Panel]
  /// Rectangles for the panels by id; a panel without one is not shown at this size (it still can
  /// be reached by Tab, and is then enlarged).
  func layout(_ panels: [Panel], _ state: State, in rect: Rect) -> [String: Rect]
}

/// Every screen, by its id. Adding one is a folder and a line here.
let screens: [ScreenID: any Screen] = [
  .overview: OverviewScreen(),
  .opportunity: OpportunityScreen(),
  .legacy: LegacyScreen(),
  .contractors: ContractorsScreen(),
  .outages: OutagesScreen(),
  .services: ServicesScreen(),
  .departments: DepartmentsScreen(),
  .department: DepartmentScreen(),
  .lab: LabScreen(),
  .evidence: EvidenceScreen(),
]

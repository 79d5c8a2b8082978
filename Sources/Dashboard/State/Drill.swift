import Analytics
import Figures

extension State {
  /// A level as it was when it was last left, so that what led down from it has the focus again.
  func left(_ screen: ScreenID, _ path: [String]) -> Place {
    past.last { $0.screen == screen && $0.path == path }
      ?? memory[screen].flatMap { $0.path == path ? $0 : nil } ?? Place(screen, path: path)
  }

  /// From a number's card to the publication that it is from, in the list of sources.
  mutating func openSource() {
    guard let source = focusedFigure?.source else {
      message = "This project computed it; its formula is on the card, and no publication has it."
      return
    }
    var there = self
    there.place = Place(.evidence, panel: "sources")
    let list = there.panels.first { $0.id == "sources" }
    let index = list?.items.firstIndex { $0.figure?.source?.id == source.id }
    open(Place(.evidence, panel: "sources", items: index.map { ["sources": $0] } ?? [:]))
  }

  /// From an item's last number to the first of the next one, and the same way back.
  mutating func stepAcross(by step: Int, in panel: Panel) {
    let now = chosenItem(in: panel)
    moveItem(by: step, in: panel)
    let next = chosenItem(in: panel)
    guard next != now, panel.items.indices.contains(next) else { return }
    place.numbers[panel.id] = step > 0 ? nil : max(panel.items[next].figures.count - 1, 0)
  }
}

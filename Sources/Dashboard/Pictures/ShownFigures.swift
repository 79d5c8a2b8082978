public import Figures

extension State {
  /// Every figure of the present screen: those of the rows of all its panels, then the points that
  /// its charts are drawn through, of panels that have room. What `digigov explain` looks in for an
  /// id that it cannot derive.
  public var shownFigures: [Figure] {
    let content = PictureContent(self, panel: nil)
    let numbers = PictureNumbers(state: self, content: content, scenario: "")
    return panels.flatMap(\.items).flatMap(\.figures)
      + content.panels.flatMap(numbers.points).map(\.figure)
  }
}

import Analytics
import Figures

extension State {
  /// What a part of a place's path is called in the breadcrumb.
  func pathName(_ part: String) -> String {
    if let stream = Stream(rawValue: part), place.screen == .opportunity { return stream.label }
    if place.screen == .contractors {
      if part == ReturnLevel.all { return "All its bodies" }
      if let measure = ReturnMeasure(rawValue: part) { return measure.label }
    }
    // Sectors have names of their own; some are a body's code as well.
    if inputs.organisations.contains(where: { $0.sector == part }),
      place.screen == .opportunity || place.screen == .departments
    {
      return part
    }
    return evidence.body(part)?.name ?? evidence.source(part)?.title
      ?? part.capitalised
  }
}

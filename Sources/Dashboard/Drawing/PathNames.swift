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
    return evidence.body(part)?.name ?? evidence.source(part)?.title
      ?? part.prefix(1).uppercased() + part.dropFirst()
  }
}

import Analytics
import Frames

extension CommandFailure {
  /// A name that is not known, with those that are and the one that may be meant: exit code 2.
  static func unknown(_ what: String, _ typed: String, allowed: [String]) -> CommandFailure {
    CommandFailure(
      code: 2,
      message: "unknown \(what) \(neutralised(typed)); allowed \(allowed.joined(separator: " "))"
        + meant(typed, among: allowed))
  }

  /// "; did you mean HO?", where one of the known names is near.
  static func meant(_ typed: String, among allowed: [String]) -> String {
    let clean = TravelledText.cleaned(typed)
    let small = allowed.first { $0.lowercased() == clean.lowercased() }
    guard let found = small ?? Nearest.match(clean, among: allowed) else { return "" }
    return "; did you mean \(found)?"
  }
}

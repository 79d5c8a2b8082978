import Dashboard
import Frames
import Screenshots
import Store

/// Writes what is on the screen into the working folder.
struct Export {
  let answers: Answers
  /// Where files go; the process's working folder.
  var folder = "."

  /// Writes the file and says what came of it, in one line for the user. A page of HTML is light or
  /// dark as its reader likes, unless another theme than light is asked for.
  func write(_ form: ExportForm, _ state: State, theme: ThemeName = .light) -> String {
    guard let format = PictureFormat(rawValue: form.rawValue) else {
      return "\(form.rawValue) cannot be written."
    }
    let path = freePath(state, form)
    // A killed export may have left a part under a number that is long in coming again.
    WholeFile.sweep(folder) { $0.hasPrefix("digigov-") && $0.hasSuffix(".\(form.rawValue)") }
    do {
      let picture = picture(state, theme)
      let dark = format == .html && theme == .light ? self.picture(state, .dark) : nil
      let files = try OutputRules(force: false, data: nil).outputs([.init(path: path)])
      let bytes = try format.written(picture, for: .page, dark: dark).bytes
      for file in files { try file.write(bytes) }
      return "Wrote \(path)."
    } catch let failure as CommandFailure {
      return "Not written: \(failure.message)."
    } catch {
      return "\(path) was not written: \(error)."
    }
  }

  /// The screen as it is at rest, without what stands in front of it, on as many draws as every
  /// picture has.
  private func picture(_ state: State, _ theme: ThemeName) -> Picture {
    var state = state
    _ = state.update(.pictureTaken(Settings(theme: theme)))
    if !state.isAtRest { state = state.settled(by: answers) }
    return state.picture(panel: state.place.enlarged ? state.shownPanel : nil)
  }

  /// A name that says the view, and that no file has.
  private func freePath(_ state: State, _ form: ExportForm) -> String {
    let parts = ["digigov", state.place.screen.rawValue] + state.place.path
    let name = parts.joined(separator: "-").lowercased()
      .map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "-" }
    let stem = (folder == "." ? "" : folder + "/") + String(name)
    var path = "\(stem).\(form.rawValue)"
    var number = 2
    while WholeFile.status(of: path) != nil {
      path = "\(stem)-\(number).\(form.rawValue)"
      number += 1
    }
    return path
  }
}

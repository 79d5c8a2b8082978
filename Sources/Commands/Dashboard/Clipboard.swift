import Dashboard
import Terminal

/// Gives text to the terminal's clipboard and always to a file as well: whether a terminal takes
/// what it is given cannot be known.
struct Clipboard {
  /// Where the files go; nil where there is no place for them.
  let folder: String?

  /// Gives text to the terminal's clipboard; nil where there is no terminal.
  var send: ((String) -> Void)?

  /// Takes the text along and says what came of it, in one line for the user.
  func take(_ copy: Copy) -> String {
    let file = write(copy)
    let fits = copy.text.utf8.count <= TerminalClipboard.largest
    if fits { send?(copy.text) }
    switch file {
    case .success(let path):
      guard fits else {
        return "Too long for a terminal's clipboard (\(copy.text.utf8.count) bytes); in \(path)."
      }
      return send == nil
        ? "Wrote \(copy.name) to \(path)." : "Copied \(copy.name); also in \(path)."
    case .failure(let problem):
      return fits && send != nil
        ? "Copied \(copy.name); no file: \(problem.reason)."
        : "\(copy.name) was not copied: \(problem.reason)."
    }
  }

  private func write(_ copy: Copy) -> Result<String, WholeFile.Failure> {
    guard let folder else { return .failure(.init(reason: "HOME and XDG_STATE_HOME are not set")) }
    let path = "\(folder)/copied.\(copy.kind == .table ? "md" : "txt")"
    guard Surroundings.make(folder: folder) else { return .failure(.init()) }
    return Result { () throws(WholeFile.Failure) in
      try WholeFile.replace(path, with: Array((copy.text + "\n").utf8))
      return path
    }
  }
}

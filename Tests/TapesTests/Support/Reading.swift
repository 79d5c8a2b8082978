import Tapes

extension Tape {
  /// A tape in the folder `/home/me`, with the tapes beside it that a Source may name.
  static func reading(
    _ text: String, file: String = "a.tape", allowsOutside: Bool = false,
    beside others: [String: String] = [:]
  ) throws(TapeError) -> Tape {
    let rules = TapeRules(folder: "/home/me", allowsOutside: allowsOutside) {
      path throws(Unreadable) in
      guard let text = others[path] else { throw Unreadable(reason: "No such file") }
      return Array(text.utf8)
    }
    return try Tape(Array(text.utf8), file: file, rules: rules)
  }
}

/// The defects of a tape, one in a line; `none` where it has none.
func defects(
  _ text: String, allowsOutside: Bool = false, beside others: [String: String] = [:]
) -> String {
  do throws(TapeError) {
    _ = try Tape.reading(text, allowsOutside: allowsOutside, beside: others)
    return "none"
  } catch {
    return error.description
  }
}

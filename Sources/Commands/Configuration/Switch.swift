/// What the dashboard does or leaves, for good: by an option of the command line, else a variable of
/// the environment, else the configuration file, else not.
enum Switch: String, CaseIterable {
  /// A dialogue of lines in place of the screen.
  case plain
  /// One line of the screen says what a key did, and nothing else moves.
  case speech
  /// The picture changes once for a change, not by steps.
  case reducedMotion = "reduced-motion"

  /// The variable of the environment that sets it: 1 is yes, 0 is no, empty says nothing.
  var variable: String {
    "DIGIGOV_" + String(rawValue.map { $0 == "-" ? "_" : $0 }).uppercased()
  }

  /// What it does, for the file that has every default.
  var meaning: String {
    switch self {
    case .plain: "Whether digigov opens as a dialogue of lines on a terminal, for screen readers"
    case .speech:
      "Whether one line says what each key changed, with the cursor there, for screen readers"
    case .reducedMotion: "Whether the picture changes once for a change, not by steps"
    }
  }

  /// Whether it is on, and what says so.
  /// - Parameter option: what the command line says; nil for nothing.
  func resolved(
    _ file: Configuration, _ environment: [String: String], option: Bool? = nil
  ) -> (isOn: Bool, from: String) {
    if let option { return (option, "from the command line") }
    if let wish = environment[variable], !wish.isEmpty { return (wish != "0", "from \(variable)") }
    if let line = file.switches[self] { return (line.value, "from the file, line \(line.number)") }
    return (false, "default")
  }
}

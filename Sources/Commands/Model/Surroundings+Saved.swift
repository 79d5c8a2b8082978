#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension Surroundings {
  /// Folder of the scenarios that the user saved: `digigov/scenarios` under `XDG_DATA_HOME`, which
  /// is `~/.local/share` where it is not set; nil where there is no home either.
  static var savedScenarios: String? {
    if let data = path("XDG_DATA_HOME") { return data + "/digigov/scenarios" }
    return path("HOME").map { $0 + "/.local/share/digigov/scenarios" }
  }

  /// Folder of the sessions that are not over: `digigov/sessions` under `XDG_STATE_HOME`, which is
  /// `~/.local/state` where it is not set; nil where there is no home either.
  static var sessions: String? {
    if let state = path("XDG_STATE_HOME") { return state + "/digigov/sessions" }
    return path("HOME").map { $0 + "/.local/state/digigov/sessions" }
  }

  /// The user's configuration: `digigov/config` under `XDG_CONFIG_HOME`, which is `~/.config` where
  /// it is not set; nil where there is no home either.
  static var configurationFile: String? {
    if let folder = path("XDG_CONFIG_HOME") { return folder + "/digigov/config" }
    return path("HOME").map { $0 + "/.config/digigov/config" }
  }

  /// How long ago a time in seconds since 1970 was, in words: `2 minutes ago`.
  static func age(since seconds: Int) -> String {
    let past = max(time(nil) - seconds, 0)
    let (count, unit): (Int, String) =
      switch past {
      case ..<60: (past, "second")
      case ..<3600: (past / 60, "minute")
      case ..<86_400: (past / 3600, "hour")
      default: (past / 86_400, "day")
      }
    return "\(count) \(unit)\(count == 1 ? "" : "s") ago"
  }

  /// The user's own folder.
  static var home: String? { path("HOME") }

  /// An absolute path of the environment.
  private static func path(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let path = unsafe String(cString: value)
    return path.hasPrefix("/") ? path : nil
  }
}

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

  /// The user's configuration: `digigov/config` under `XDG_CONFIG_HOME`, which is `~/.config` where
  /// it is not set; nil where there is no home either.
  static var configurationFile: String? {
    if let folder = path("XDG_CONFIG_HOME") { return folder + "/digigov/config" }
    return path("HOME").map { $0 + "/.config/digigov/config" }
  }

  /// An absolute path of the environment.
  private static func path(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let path = unsafe String(cString: value)
    return path.hasPrefix("/") ? path : nil
  }
}

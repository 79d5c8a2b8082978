import Datasets

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What the process was started with.
enum Surroundings {
  /// The environment's variables.
  static var environment: [String: String] {
    var found: [String: String] = [:]
    for name in names {
      if let value = unsafe getenv(name) { found[name] = unsafe String(cString: value) }
    }
    return found
  }

  /// The variables that the program reads; it looks at no others.
  private static let names = [
    "DIGIGOV_DATA", "DIGIGOV_THREADS", "DIGIGOV_THEME", "DIGIGOV_ASCII", "DIGIGOV_REDUCED_MOTION",
    "NO_COLOR",
    "CLICOLOR_FORCE", "FORCE_COLOR", "COLORTERM", "COLORFGBG", "TERM",
  ]

  /// Whether a variable says yes: anything but nothing and 0.
  static func isSet(_ name: String) -> Bool {
    let wish = environment[name] ?? ""
    return !(wish.isEmpty || wish == "0")
  }

  /// Where the program's own file is.
  static var programPath: String {
    let own = "/proc/self/exe"
    return unsafe access(own, F_OK) == 0 ? own : CommandLine.arguments.first ?? "digigov"
  }

  /// How many threads may compute: `DIGIGOV_THREADS`, else as many as there are processors.
  static var threads: Int {
    if let text = environment["DIGIGOV_THREADS"], let count = Int(text), count > 0 {
      return min(count, 64)
    }
    return max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1)
  }

  /// The data folder, found by the option or where the contract says.
  static func dataFolder(_ option: String?) throws -> DataFolder {
    do {
      return try DataFolder.locate(
        option: option, environment: environment, programPath: programPath)
    } catch {
      throw CommandFailure(code: 3, message: "\(error)")
    }
  }
}

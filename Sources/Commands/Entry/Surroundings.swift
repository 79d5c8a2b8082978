import Datasets
import Frames
import Terminal

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
    "DIGIGOV_DATA", "DIGIGOV_THREADS", "DIGIGOV_THEME", "DIGIGOV_ASCII", "DIGIGOV_PLAIN",
    "DIGIGOV_SPEECH", "DIGIGOV_REDUCED_MOTION", "NO_COLOR",
    "CLICOLOR_FORCE", "FORCE_COLOR", "COLORTERM", "COLORFGBG", "TERM",
  ]

  /// Whether a variable says yes: anything but nothing and 0.
  static func isSet(_ name: String) -> Bool {
    let wish = environment[name] ?? ""
    return !(wish.isEmpty || wish == "0")
  }

  /// Where the program's own file is: what the system says, else where a shell would find the name
  /// that it was called by.
  static var programPath: String {
    let own = "/proc/self/exe"
    if unsafe access(own, F_OK) == 0 { return own }
    let name = ProcessArguments.words.first ?? "digigov"
    guard !name.contains("/") else { return name }
    return programFolders.map { "\($0)/\(name)" }.first { unsafe access($0, X_OK) == 0 } ?? name
  }

  /// The folders in which a shell looks for programs.
  static var programFolders: [String] {
    guard let value = unsafe getenv("PATH") else { return [] }
    return unsafe String(cString: value).split(separator: ":").map(String.init)
  }

  /// Where files stand that are not to stay.
  static var temporaryFolder: String {
    guard let value = unsafe getenv("TMPDIR"), unsafe value.pointee == 0x2F else { return "/tmp" }
    return unsafe String(cString: value)
  }

  /// How many threads may compute: `DIGIGOV_THREADS`, else as many as there are processors.
  static var threads: Int {
    (try? checkedThreads()) ?? 1
  }

  /// The same; what the variable says has to be a number.
  static func checkedThreads() throws(CommandFailure) -> Int {
    guard let text = environment["DIGIGOV_THREADS"], !text.isEmpty else {
      return max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1)
    }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int(text), count > 0
    else {
      throw CommandFailure(
        code: 2,
        message: "DIGIGOV_THREADS=\(neutralised(text)): allowed a whole number from 1, as digits")
    }
    return min(count, 64)
  }

  /// The data folder, found by the option or where the contract says. A change that was cut off is
  /// ended first.
  static func dataFolder(_ option: String?) throws -> DataFolder {
    do {
      var folder = try DataFolder.locate(
        option: option, environment: environment, programPath: programPath)
      folder.threads = threads
      FolderChange.settle(folder)
      return folder
    } catch {
      // The path may hold line feeds: what follows one would be taken for another message.
      throw CommandFailure(code: 3, message: neutralised("\(error)"))
    }
  }
}

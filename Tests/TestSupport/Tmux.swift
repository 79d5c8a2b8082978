import Subprocess

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A real terminal for tests: a private tmux server with one pane, in which an interactive shell
/// with the prompt `ready$ ` runs. Everything is read and written from outside, as a user does.
public struct Tmux: Sendable {
  private let socket: String

  /// What tmux said when it would not do something.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String

    public init(description: String) { self.description = description }
  }

  /// Opens a terminal, gives it to `body`, and throws it away with all that runs in it.
  /// - Parameter environment: variables of the shell and so of the program; nil unsets one.
  public static func session(
    columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:],
    _ body: (Tmux) async throws -> Void
  ) async throws {
    let tmux = Tmux(socket: "digigov-test-\(UInt64.random(in: 0 ... .max))")
    let shell = tmux.shell(environment)
    try await tmux.run(
      "-f", "/dev/null", "set-option", "-g", "default-terminal", "tmux-256color", ";",
      "set-option", "-g", "escape-time", "0", ";",
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", shell)
    do {
      try await tmux.wait { $0.contains("ready$") }
      try await body(tmux)
    } catch {
      _ = try? await tmux.run("kill-server")
      throw error
    }
    try await tmux.run("kill-server")
  }

  /// Whether tmux can be found; tests that need it are skipped where it cannot.
  public static var isInstalled: Bool {
    guard let path = unsafe getenv("PATH") else { return false }
    return unsafe String(cString: path).split(separator: ":").contains {
      unsafe access("\($0)/tmux", X_OK) == 0
    }
  }

  private func shell(_ environment: [String: String?]) -> String {
    // Nothing of the machine that runs the tests decides how a program looks.
    let fixed: [String: String?] = [
      "LC_ALL": "C.UTF-8", "PS1": "ready$ ", "COLORTERM": nil, "NO_COLOR": nil,
      "FORCE_COLOR": nil, "CLICOLOR_FORCE": nil, "LINES": nil, "COLUMNS": nil, "HISTFILE": nil,
      // A crash ends at once, without a backtrace that waits for a key.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    let all = fixed.merging(environment) { $1 }.sorted { $0.key < $1.key }
    let unset = all.filter { $0.value == nil }.map { "-u \($0.key)" }
    let set = all.compactMap { name, value in value.map { "\(name)=\(Self.quoted($0))" } }
    return "exec env \((unset + set).joined(separator: " ")) bash --norc --noprofile -i"
  }

  /// A word for the shell.
  public static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  @discardableResult private func run(_ arguments: [String]) async throws -> String {
    let result = try await Subprocess.run(
      .name("tmux"), arguments: Arguments(["-u", "-L", socket] + arguments),
      environment: .inherit.updating(["LC_ALL": "C.UTF-8", "TMUX": nil]),
      output: .string(limit: 1 << 22), error: .string(limit: 1 << 16))
    guard result.terminationStatus.isSuccess else {
      throw Failure(
        description: "tmux \(arguments.joined(separator: " ")): \(result.standardError)")
    }
    return result.standardOutput
  }

  @discardableResult private func run(_ arguments: String...) async throws -> String {
    try await run(arguments)
  }

  /// Presses keys by tmux's names: `Left`, `S-Left`, `C-z`, `Escape`, `F1`, `PPage`, `a`.
  public func press(_ keys: String...) async throws {
    try await run(["send-keys", "--"] + keys)
  }

  /// Types text as it is.
  public func type(_ text: String) async throws {
    try await run("send-keys", "-l", "--", text)
  }

  /// Types a line for the shell.
  public func enter(_ line: String) async throws {
    try await type(line)
    try await press("Enter")
  }

  /// Sends bytes as a terminal would, for what no key of tmux sends.
  public func send(bytes: [UInt8]) async throws {
    try await run(["send-keys", "-H"] + bytes.map { String($0, radix: 16) })
  }

  /// Pastes text, between marks where the program has asked for them.
  public func paste(_ text: String) async throws {
    try await run("set-buffer", "--", text)
    try await run("paste-buffer", "-p")
  }

  public func resize(columns: Int, rows: Int) async throws {
    try await run("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// What the screen shows, row by row without trailing blanks; with `styled` the colours and
  /// attributes are in it as escape sequences.
  public func screen(styled: Bool = false, unwrapped: Bool = false) async throws -> String {
    try await run(["capture-pane", "-p"] + (styled ? ["-e"] : []) + (unwrapped ? ["-J"] : []))
  }

  /// From now on keeps every byte that is sent to the terminal in a file.
  public func record(to file: String) async throws {
    try await run("pipe-pane", "-o", "cat >> \(Self.quoted(file))")
  }

  /// A value of tmux's own: `alternate_on`, `cursor_flag`, `mouse_any_flag`, `cursor_x`.
  public func value(of name: String) async throws -> String {
    try await run("display-message", "-p", "#{\(name)}").trimmed
  }

  /// The process that runs in front of the shell; nil when it is the shell's turn.
  public func foregroundProcess() async throws -> Int? {
    let result = try await Subprocess.run(
      .name("ps"), arguments: ["-o", "pid=,stat=", "-t", try await value(of: "pane_tty")],
      output: .string(limit: 1 << 16))
    let shell = try await value(of: "pane_pid")
    let rows = result.standardOutput.split(separator: "\n").map { $0.split(separator: " ") }
    return rows.first { $0.count == 2 && $0[0] != shell && $0[1].contains("+") }
      .flatMap { Int($0[0]) }
  }

  /// Whether something comes to be in time; asks again and again.
  public func comes(
    within seconds: Double = 20, _ isThere: () async throws -> Bool
  ) async throws -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
      if try await isThere() { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return false
  }

  /// Waits until the screen satisfies a condition.
  /// - Throws: a failure with the last screen when the time is up.
  public func wait(seconds: Double = 20, for condition: (String) -> Bool) async throws {
    var last = ""
    let isSeen = try await comes(within: seconds) {
      last = try await screen()
      return condition(last)
    }
    if !isSeen {
      throw Failure(description: "Not seen within \(seconds) s; the screen was:\n\(last)")
    }
  }

  /// Waits until a value of tmux's own is the one expected.
  public func wait(until name: String, is expected: String, seconds: Double = 20) async throws {
    if try await comes(within: seconds, { try await value(of: name) == expected }) { return }
    throw Failure(
      description: "\(name) was not \(expected) within \(seconds) s, but "
        + "\(try await value(of: name)); the screen was:\n\(try await screen())")
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

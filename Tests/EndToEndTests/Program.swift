import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The program under test: the one that `DIGIGOV_PROGRAM` names (the release program under
/// `make test`), else the one that was built with the tests.
enum Program {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let variables = ProcessInfo.processInfo.environment

  static let path = variables["DIGIGOV_PROGRAM"] ?? "\(root)/.build/debug/digigov"
  /// The configuration of whoever runs the tests is not theirs.
  static let environment = [
    "DIGIGOV_DATA": variables["DIGIGOV_DATA"] ?? "\(root)/data",
    "XDG_CONFIG_HOME": "/nonexistent",
    // What tests leave behind is not offered to anyone, nor the other way round.
    "XDG_STATE_HOME": FileManager.default.temporaryDirectory
      .appending(path: "digigov-test-state-\(ProcessInfo.processInfo.processIdentifier)").path,
  ]

  /// Whether there is a file that takes nothing because its disk is full.
  static let canFillUp = FileManager.default.fileExists(atPath: "/dev/full")

  /// A terminal of its own, in which the shell knows the program as `digigov`.
  static func inTerminal(
    columns: Int = 80, rows: Int = 24, environment: [String: String?] = [:],
    _ body: (Tmux) async throws -> Void
  ) async throws {
    let all = Self.environment.mapValues(Optional.some).merging(environment) { $1 }
    try await Tmux.session(columns: columns, rows: rows, environment: all) { tmux in
      try await tmux.enter("digigov() { \(Tmux.quoted(path)) \"$@\"; }; clear")
      try await body(tmux)
    }
  }

  /// What the program prints when nothing of it is a terminal.
  static func piped(
    _ arguments: [String] = [], environment: [String: String?] = [:], input: String = ""
  ) async throws -> Finished {
    let fixed: [String: String?] = ["LC_ALL": "C.UTF-8", "NO_COLOR": nil]
    return try await Finished.run(
      path, arguments,
      environment: fixed.merging(Self.environment.mapValues(Optional.some)) { $1 }
        .merging(environment) { $1 }, input: input)
  }
}

/// A file for one test, gone when the test is over.
struct TemporaryFile: ~Copyable {
  let path = FileManager.default.temporaryDirectory
    .appending(path: "digigov-test-\(UInt64.random(in: 0 ... .max))").path

  var bytes: [UInt8] { (try? Data(contentsOf: URL(filePath: path))).map(Array.init) ?? [] }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension Tmux {
  /// What was sent to the terminal, `end` with it: the file gets a byte later than the screen does.
  /// - Throws: a failure when `end` does not come.
  func recorded(in file: borrowing TemporaryFile, through end: String) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    let isSent = try await comes {
      bytes = file.bytes
      return bytes.contains(end)
    }
    if isSent { return bytes }
    throw Failure(description: "\(end) was not sent; the screen was:\n\(try await screen())")
  }

  /// Starts the dashboard and waits until it is drawn and at rest, with the draws that it shows
  /// then.
  func openDashboard(_ arguments: String = "") async throws {
    try await enter("digigov \(arguments)")
    try await wait(until: "alternate_on", is: "1")
    // The beginning of 4,096 draws: the status line is cut where the screen is narrow.
    try await wait { $0.contains("Overview") && $0.contains(" 4,0") }
  }

  /// The screen once it has stopped changing.
  func settledScreen(styled: Bool = false) async throws -> String {
    var last = try await screen(styled: styled)
    var same = 0
    while same < 3 {
      try await Task.sleep(for: .milliseconds(80))
      let now = try await screen(styled: styled)
      same = now == last ? same + 1 : 0
      last = now
    }
    return last
  }

  /// Waits until the screen is the one expected, colours and attributes too; fails with the lines
  /// that differ. The footer may tell of another way back.
  func expectScreen(
    _ expected: String, at location: SourceLocation = #_sourceLocation
  ) async throws {
    var last = ""
    let isShown = try await comes {
      last = try await screen(styled: true)
      return last.cells.dropLast() == expected.cells.dropLast()
    }
    if isShown { return }
    // Only the rows in which something that can be seen differs.
    let rows = zip(expected.cells, last.cells).enumerated().filter { $0.element.0 != $0.element.1 }
    let (before, now) = (
      expected.split(separator: "\n", omittingEmptySubsequences: false),
      last.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let lines = rows.map { row, _ in
      "\(row + 1): \(before.indices.contains(row) ? before[row] : "")\n"
        + "\(row + 1): \(now.indices.contains(row) ? now[row] : "")"
    }.joined(separator: "\n").replacing("\u{1B}", with: "␛")
    Issue.record("The screen is not the one expected:\n\(lines)", sourceLocation: location)
  }

  /// The status with which the program ended, as the shell has it.
  func status() async throws -> Int? {
    try await wait(until: "alternate_on", is: "0")
    try await enter("echo \"[status $?]\"")
    // The line that was typed holds no digit there.
    let ends = /\[status (\d+)\]/
    try await wait { $0.contains(ends) }
    return try await screen().matches(of: ends).last.flatMap { Int($0.output.1) }
  }

  /// What is wrong with the terminal that the program has left; empty when it is as it was found.
  func leftBehind() async throws -> [String] {
    try await wait(until: "alternate_on", is: "0")
    var wrong: [String] = []
    for (name, expected) in [
      ("cursor_flag", "1"), ("mouse_any_flag", "0"), ("keypad_flag", "0"),
      ("keypad_cursor_flag", "0"), ("insert_flag", "0"), ("wrap_flag", "1"),
    ] where try await value(of: name) != expected { wrong.append("\(name) is not \(expected)") }
    let names: [Substring] = ["echo", "icanon", "isig", "ixon", "opost"]
    try await enter("clear; stty -a")
    func settings(in screen: String) -> Set<Substring> {
      Set(screen.split(whereSeparator: { $0.isWhitespace || $0 == ";" }))
    }
    try await wait { screen in
      let found = settings(in: screen)
      return names.allSatisfy { found.contains($0) || found.contains("-\($0)") }
    }
    let found = settings(in: try await screen())
    wrong += names.filter { !found.contains($0) }.map { "stty says -\($0)" }
    return wrong
  }
}

extension [UInt8] {
  func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    return indices.contains { self[$0...].starts(with: wanted) }
  }
}

extension String {
  /// The rows of a styled screen, a cell with its style after the other. Nothing of the ink of a
  /// blank can be seen, so it is left out.
  fileprivate var cells: [[String]] {
    var style: [String: String] = [:]
    return split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var cells: [String] = []
      var rest = line
      while let character = rest.popFirst() {
        guard character == "\u{1B}", rest.first == "[", let end = rest.firstIndex(of: "m") else {
          let seen =
            character == " " ? style.filter { ["bg", "4", "7", "9"].contains($0.key) } : style
          let words = seen.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
          cells.append("\(character) \(words.joined(separator: " "))")
          continue
        }
        let numbers = rest[..<end].dropFirst().split(
          separator: ";", omittingEmptySubsequences: false)
        style.set(numbers.map { Int($0) ?? 0 }[...])
        rest = rest[end...].dropFirst()
      }
      // Whether cells to the end of a line were erased or written is not to be seen; tmux gives the
      // written ones alone.
      while let last = cells.last, last.hasPrefix(" "), !last.contains("7=") { cells.removeLast() }
      return cells
    }
  }
}

extension [String: String] {
  /// Takes in the numbers of one sequence that sets the style.
  fileprivate mutating func set(_ numbers: ArraySlice<Int>) {
    var rest = numbers
    while let number = rest.popFirst() {
      switch number {
      case 0: removeAll()
      case 1...9: self["\(number)"] = "on"
      case 22: (self["1"], self["2"]) = (nil, nil)
      case 23...29: self["\(number - 20)"] = nil
      case 38, 48:
        let more = rest.prefix(rest.first == 2 ? 4 : 2)
        rest = rest.dropFirst(more.count)
        self[number == 38 ? "fg" : "bg"] = "\(Array(more))"
      case 39: self["fg"] = nil
      case 49: self["bg"] = nil
      case 30...37, 90...97: self["fg"] = "\(number)"
      case 40...47, 100...107: self["bg"] = "\(number)"
      default: break
      }
    }
  }
}

import TestSupport
import Testing

/// The program in a real terminal, by keys from outside.
@Suite(
  "In a terminal", .serialized, .enabled(if: Tmux.isInstalled, "tmux is needed"),
  .timeLimit(.minutes(2)))
struct DashboardTests {
  @Test(
    "Opens, walks through the screens, quits and leaves the terminal as it was",
    arguments: [(80, 24), (120, 36), (160, 48)])
  func walks(columns: Int, rows: Int) async throws {
    try await Program.inTerminal(columns: columns, rows: rows) { tmux in
      try await tmux.openDashboard()
      // The hint of the first run goes with the first key; a place to go back to adds a key to the
      // footer.
      try await tmux.press("2")
      try await tmux.wait { $0.prefix(columns).contains("Opportunity") }
      try await tmux.press("1")
      try await tmux.wait { $0.prefix(columns).contains("Overview") }
      let overview = try await tmux.settledScreen(styled: true)
      let screens = [
        "2": "Opportunity", "3": "Legacy", "4": "Contractors", "5": "Outages", "6": "Services",
        "7": "Departments", "8": "Scenario lab", "9": "Evidence",
      ]
      for (key, name) in screens.sorted(by: { $0.key < $1.key }) {
        try await tmux.press(key)
        // The breadcrumb is in the first line.
        try await tmux.wait { $0.prefix(columns).contains(name) }
      }
      try await tmux.press("7", "Enter")
      try await tmux.wait {
        $0.prefix(columns).contains(columns < 100 ? "› NHS" : "› National Health Service")
      }
      // Up to its sector, then to all of them.
      try await tmux.press("Escape")
      try await tmux.wait { $0.prefix(columns).count { $0 == "›" } == 1 }
      try await tmux.press("Escape")
      try await tmux.wait { !$0.prefix(columns).contains("›") }
      try await tmux.press("?")
      try await tmux.wait { $0.contains("Help") }
      // A key within 25 ms of Esc would be alt with that key.
      try await tmux.press("Escape")
      try await tmux.wait { !$0.contains("Help") }
      try await tmux.press("1")
      try await tmux.expectScreen(overview)
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      #expect(try await tmux.leftBehind() == [])
    }
  }

  @Test("Follows the size of the window, however often it changes")
  func resizes() async throws {
    try await Program.inTerminal { tmux in
      try await tmux.openDashboard()
      let first = try await tmux.settledScreen(styled: true)
      for (columns, rows) in [(120, 36), (160, 48), (20, 3), (1, 1), (300, 90)] {
        try await tmux.resize(columns: columns, rows: rows)
        try await Task.sleep(for: .milliseconds(60))
      }
      for step in 0..<40 {
        try await tmux.resize(columns: 40 + step * 7 % 90, rows: 10 + step * 5 % 40)
      }
      try await tmux.resize(columns: 80, rows: 24)
      try await tmux.expectScreen(first)
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
    }
  }

  @Test("Sends nothing while nothing happens")
  func rests() async throws {
    let bytes = TemporaryFile()
    try await Program.inTerminal { tmux in
      try await tmux.openDashboard()
      _ = try await tmux.settledScreen()
      try await tmux.record(to: bytes.path)
      try await Task.sleep(for: .seconds(1))
      #expect(bytes.bytes == [])
      // It would have been there.
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      _ = try await tmux.recorded(in: bytes, through: "[status 0]")
    }
  }

  @Test("The letters of an escape sequence that nobody knows are not keys")
  func swallows() async throws {
    try await Program.inTerminal { tmux in
      try await tmux.openDashboard()
      let before = try await tmux.settledScreen(styled: true)
      for text in ["\u{1B}[99q", "\u{1B}[?1;2c", "\u{1B}]11;rgb:1e/2q\u{7}", "\u{1B}[5;9;1;7;8q"] {
        try await tmux.send(bytes: Array(text.utf8))
      }
      try await tmux.expectScreen(before)
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
    }
  }

  @Test("In a locale that is not UTF-8 no byte is above 127")
  func keepsToASCII() async throws {
    let bytes = TemporaryFile()
    try await Program.inTerminal(environment: ["LC_ALL": "C"]) { tmux in
      try await tmux.record(to: bytes.path)
      try await tmux.openDashboard()
      for key in ["2", "4", "7", "8"] { try await tmux.press(key) }
      _ = try await tmux.settledScreen()
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      let sent = try await tmux.recorded(in: bytes, through: "[status 0]")
      #expect(sent.count > 1000)
      #expect(sent.filter { $0 > 127 } == [])
    }
  }

  @Test(
    "Colours are as deep as the environment says, and NO_COLOR means none", arguments: Depth.all)
  func keepsToDepth(_ depth: Depth) async throws {
    let bytes = TemporaryFile()
    var sent: [UInt8] = []
    try await Program.inTerminal(environment: depth.environment) { tmux in
      try await tmux.record(to: bytes.path)
      try await tmux.openDashboard()
      for key in ["2", "8"] { try await tmux.press(key) }
      _ = try await tmux.settledScreen()
      try await tmux.press("q")
      #expect(try await tmux.status() == 0)
      sent = try await tmux.recorded(in: bytes, through: "[status 0]")
    }
    let text = String(decoding: sent, as: UTF8.self)
    let codes = text.matches(of: /\u{1B}\[([0-9;]*)m/).map { String($0.output.1) }
    let colours = codes.filter { code in
      code.split(separator: ";").compactMap { Int($0) }
        .contains { (30...49).contains($0) || (90...107).contains($0) }
    }
    #expect(colours.contains { $0.contains("38;2;") } == (depth == .direct))
    #expect(colours.contains { $0.contains("38;5;") } == (depth == .indexed))
    #expect(colours.isEmpty == (depth == .none))
  }

  struct Depth: Equatable, CustomTestStringConvertible {
    var environment: [String: String?]
    var testDescription: String { "\(environment)" }
    static let none = Depth(environment: ["NO_COLOR": "1", "COLORTERM": "truecolor"])
    static let basic = Depth(environment: ["TERM": "xterm"])
    static let indexed = Depth(environment: ["NO_COLOR": ""])
    static let direct = Depth(environment: ["COLORTERM": "truecolor"])
    static let all = [none, basic, indexed, direct]
  }
}

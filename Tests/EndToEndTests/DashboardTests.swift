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
      let overview = try await tmux.settledScreen().withoutFooter
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
      try await tmux.wait { $0.prefix(columns).contains("Departments ›") }
      try await tmux.press("Escape")
      try await tmux.wait { !$0.prefix(columns).contains("Departments ›") }
      try await tmux.press("?")
      try await tmux.wait { $0.contains("Help") }
      // A key within 25 ms of Esc would be alt with that key.
      try await tmux.press("Escape")
      try await tmux.wait { !$0.contains("Help") }
      try await tmux.press("1")
      try await tmux.wait { $0.prefix(columns).contains("Overview") }
      let again = try await tmux.settledScreen().withoutFooter
      #expect(again == overview, "\(difference(from: overview, to: again))")
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
      try await tmux.wait { $0.contains("Overview") }
      let last = try await tmux.settledScreen(styled: true)
      #expect(last == first, "\(difference(from: first, to: last))")
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
      try await tmux.press("2")
      try await tmux.wait { $0.prefix(80).contains("Opportunity") }
      #expect(!bytes.bytes.isEmpty)
    }
  }

  @Test("The letters of an escape sequence that nobody knows are not keys")
  func swallows() async throws {
    try await Program.inTerminal { tmux in
      try await tmux.openDashboard()
      let before = try await tmux.settledScreen()
      for text in ["\u{1B}[99q", "\u{1B}[?1;2c", "\u{1B}]11;rgb:1e/2q\u{7}", "\u{1B}[5;9;1;7;8q"] {
        try await tmux.send(bytes: Array(text.utf8))
      }
      #expect(try await tmux.settledScreen() == before)
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
      #expect(bytes.bytes.count > 1000)
      #expect(bytes.bytes.filter { $0 > 127 } == [])
    }
  }

  @Test("With NO_COLOR no colour code is sent, without it some are")
  func keepsToNoColour() async throws {
    for (value, coloured) in [("1", false), ("", true)] {
      let bytes = TemporaryFile()
      try await Program.inTerminal(environment: ["NO_COLOR": value]) { tmux in
        try await tmux.record(to: bytes.path)
        try await tmux.openDashboard()
        for key in ["2", "8"] { try await tmux.press(key) }
        _ = try await tmux.settledScreen()
      }
      let text = String(decoding: bytes.bytes, as: UTF8.self)
      let codes = text.matches(of: /\u{1B}\[([0-9;]*)m/)
        .flatMap { $0.output.1.split(separator: ";").compactMap { Int($0) } }
        .filter { (30...49).contains($0) || (90...107).contains($0) }
      #expect(codes.isEmpty == !coloured)
    }
  }
}

extension String {
  /// The footer shows the keys that work, `<` among them once there is a way back.
  fileprivate var withoutFooter: String {
    split(separator: "\n").dropLast().joined(separator: "\n")
  }
}

import TestSupport
import Testing

/// Only what changes is sent. So a mistake of one byte stays on the screen until all of it is drawn
/// anew, and that is how it is found: what was there before is what is there after.
@Suite(
  "Drawn anew", .serialized, .timeLimit(.minutes(2)),
  .withEmulator)
struct RedrawTests {
  private static let escape = "\u{1B}"

  /// Terminals that differ in what they can do: colours, erasing in colour, erasing some cells.
  private static let terminals: [(type: String, colours: String?)] = [
    ("xterm-256color", "truecolor"), ("screen-256color", nil), ("linux", nil),
  ]

  @Test("After any keys, sizes and clicks the screen is the one that drawing all of it gives")
  func walk() async throws {
    try await withThrowingTaskGroup { group in
      for (place, terminal) in Self.terminals.enumerated() {
        let steps = Self.walk(seed: UInt64(place + 1), steps: 60)
        group.addTask { try await compare(terminal.type, colours: terminal.colours, steps) }
      }
      try await group.waitForAll()
    }
  }

  @Test("A wide character in place of another leaves the cursor where the next one is to go")
  func wideInPlaceOfWide() async throws {
    let delete = "\u{7F}"
    let steps = ["2", "/", "漢ab漢", delete + "字", delete + "가x", delete + delete + "漢"]
    try await compare("xterm-256color", steps.map { Self.typed($0, redraw: true) })
  }

  @Test(
    "Lines that curses has the terminal scroll are drawn on where they have gone",
    arguments: ["xterm-256color", "linux"])
  func scrolls(type: String) async throws {
    let keys = ["4", "e"] + Array(repeating: Self.escape + "OB", count: 24) + ["g", "w", "j", "j"]
    let steps = keys.map { Self.typed($0) } + [Self.typed("k", redraw: true)]
    try await compare(type, columns: 71, rows: 26, steps)
  }

  /// Runs the steps; where all is drawn anew after one of them, nothing may change.
  private func compare(
    _ type: String, colours: String? = nil, columns: Int = 120, rows: Int = 40,
    _ steps: [Emulator.Order.Step]
  ) async throws {
    // The terminal says what it is before anything else, so that nothing waits for it.
    var order = Emulator.Order(
      program: [Program.path, "--reduced-motion"], columns: columns, rows: rows,
      steps: [Self.typed(Self.escape + "[?62c")] + steps)
    order.environment["TERM"] = type
    order.environment["COLORTERM"] = .some(colours)
    let home = TemporaryFile()
    for name in ["XDG_STATE_HOME", "XDG_DATA_HOME"] { order.environment[name] = home.path }
    order.rest = 0.1
    // A changed scenario would ask whether to leave.
    order.kill = 0
    let screens = try await Emulator.run(order)
    // The start, the answer, the steps, and the end.
    try #require(screens.count == 2 + steps.count + 1 && screens.last?.status == -9)
    for (place, (step, screen)) in zip(steps, screens.dropFirst(2)).enumerated()
    where step.redraw == true {
      let differences = try #require(screen.differences)
      let what = "\(type), step \(place), \(step.send ?? "to \(step.resize ?? [])")"
      #expect(differences.isEmpty, "\(what): \(differences.prefix(4))")
    }
  }

  private static func typed(_ text: String, redraw: Bool? = nil) -> Emulator.Order.Step {
    // The order's texts are bytes.
    .init(
      send: String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) })), redraw: redraw)
  }

  // A walk: the same for a seed.

  private static let keys =
    (1...9).map(String.init) + "eswtboO[]<>?gGjkHL0zZpvu!".map(String.init)
    + ["\t", "\r", escape, escape + "[Z", escape + "[5~", escape + "[6~"]
    + "AABBBCD".map { escape + "O\($0)" }
  private static let texts = ["漢字", "e\u{301}", "o", "\u{7F}", "\u{7F}가", "\u{15}", escape + "OD"]

  private static func walk(seed: UInt64, steps: Int) -> [Emulator.Order.Step] {
    var random = SeededGenerator(seed: seed)
    var (columns, rows) = (120, 40)
    func next() -> String {
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<2:
        return ["/", ":"].randomElement(using: &random)! + texts.randomElement(using: &random)!
      case 2..<5: return texts.randomElement(using: &random)!
      case 5:
        let theme = ["dark", "light", "contrast", "mono"].randomElement(using: &random)!
        return "\(escape)\(escape):theme \(theme)\r"
      case 6..<9:
        let column = Int.random(in: 1...columns, using: &random)
        let row = Int.random(in: 1...rows, using: &random)
        let place = "\(column);\(row)"
        return Bool.random(using: &random)
          ? "\(escape)[<0;\(place)M\(escape)[<0;\(place)m" : "\(escape)[<65;\(place)M"
      default: return keys.randomElement(using: &random)!
      }
    }
    return (0..<steps).map { step in
      if step % 9 == 8 {
        columns = Int.random(in: 60...160, using: &random)
        rows = Int.random(in: 17...48, using: &random)
        return .init(resize: [columns, rows], redraw: true)
      }
      let count = Bool.random(using: &random) ? 1 : Int.random(in: 2...6, using: &random)
      return typed((0..<count).map { _ in next() }.joined(), redraw: true)
    }
  }
}

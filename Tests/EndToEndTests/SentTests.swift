import TestSupport
import Testing

/// How much is sent: counted, not timed.
@Suite(
  "Bytes to the terminal", .serialized, .timeLimit(.minutes(3)),
  .withEmulator)
struct SentTests {
  @Test(
    "A lever key in the lab takes less than 2 kB, and nothing is sent for a cell that stays",
    arguments: [("xterm-256color", "truecolor"), ("tmux-256color", nil)] as [(String, String?)])
  func leverKeys(type: String, colours: String?) async throws {
    let (left, right, down) = ("\u{1B}OD", "\u{1B}OC", "\u{1B}OB")
    let levers = 8
    // All but the start delay are at an end from which the left leads, or between the ends. The
    // answers to the last two keys are known by then, so that each changes the screen once.
    let keys = (0..<levers).flatMap { lever in
      (lever == 0 ? [] : [down]) + (lever == 5 ? [right, left, right] : [left, right, left])
    }
    var order = Emulator.Order(
      program: [Program.path, "--view", "lab"], columns: 120, rows: 40,
      // Nothing is left to be saved at the end.
      steps: (keys + ["r"]).map { .init(send: $0) })
    order.environment["TERM"] = type
    order.environment["COLORTERM"] = .some(colours)
    let home = TemporaryFile()
    order.environment["XDG_STATE_HOME"] = home.path
    let steps = try await Emulator.run(order).dropFirst()
    #expect(steps.last?.status == 0)
    try #require(steps.count == keys.count + 2)
    var sent: [Int] = []
    for (place, (key, screen)) in zip(keys, steps).enumerated() {
      #expect(screen.needless == 0, "\(type), key \(place)")
      // A lever's first key is the one that waits for draws.
      if key != down, place > 0, keys[place - 1] != down {
        sent.append(try #require(screen.sent))
      }
    }
    #expect(sent.count == 2 * levers)
    #expect(sent.allSatisfy { $0 > 0 }, "\(sent)")
    // Of this median 1,000 to 1,200 is what is measured.
    #expect(sent.sorted()[sent.count / 2] < 1500, "\(type): \(sent)")
    #expect(sent.allSatisfy { $0 < 3000 }, "\(type): \(sent)")
  }

  @Test("A key that means nothing sends nothing, also as the first after a change of size")
  func idleKeys() async throws {
    var order = Emulator.Order(
      program: [Program.path], columns: 120, rows: 40,
      steps: [.init(send: "Q"), .init(resize: [100, 30]), .init(send: "Q"), .init(send: "Q")])
    let home = TemporaryFile()
    order.environment["XDG_STATE_HOME"] = home.path
    let screens = try await Emulator.run(order)
    #expect(screens.last?.status == 0)
    try #require(screens.count == 6)
    #expect(try #require(screens[2].sent) > 1000)
    #expect([1, 3, 4].map { screens[$0].sent } == [0, 0, 0])
  }
}

import TestSupport
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The program's bytes through a terminal emulator that others wrote: what it shows is the frame,
/// cell for cell, colours and attributes too.
@Suite(
  "In an emulator", .serialized, .timeLimit(.minutes(2)),
  .withEmulator)
struct EmulatorTests {
  /// What happens, for the terminal and for a tape that makes the frame to compare with.
  struct Step {
    var order: Emulator.Order.Step
    var tape: String

    static func keys(_ text: String, _ tape: String) -> Step {
      Step(order: .init(send: text), tape: tape)
    }
    static func resize(_ columns: Int, _ rows: Int) -> Step {
      Step(order: .init(resize: [columns, rows]), tape: "Resize \(columns) \(rows)")
    }
    /// A click on a cell, counted from 0.
    static func click(_ column: Int, _ row: Int) -> Step {
      let place = "\(column + 1);\(row + 1)"
      return keys("\u{1B}[<0;\(place)M\u{1B}[<0;\(place)m", "Click \(row + 1) \(column + 1)")
    }
  }

  @Test("From the light theme to the dark one")
  func changes() async throws {
    try await compare(
      theme: "light", columns: 100, rows: 30,
      [
        .keys("8", "Type \"8\""), .keys("\u{1B}OD", "Left"), .keys("e", "Type \"e\""),
        .keys("\u{1B}", "Escape"), .keys("r", "Type \"r\""), .keys(":", "Type \":\""),
        .keys("theme dark", "Type \"theme dark\""), .keys("\r", "Enter"),
        .keys("1", "Type \"1\""),
      ])
  }

  @Test("Through every screen, keys, sizes, layers, the mouse and a change of theme")
  func walks() async throws {
    let screens = (1...9).map { Step.keys("\($0)", "Type \"\($0)\"") }
    try await compare(
      theme: "dark", columns: 100, rows: 30,
      screens + [
        .resize(120, 40), .keys("7", "Type \"7\""), .keys("\u{1B}OB", "Down"),
        .keys("G", "Type \"G\""), .keys("\r", "Enter"), .resize(80, 24), .keys("\t", "Tab"),
        .resize(33, 9), .resize(160, 48), .keys("?", "Type \"?\""),
        .keys("\u{1B}[6~", "PageDown"), .keys("\u{1B}", "Escape"), .keys("8", "Type \"8\""),
        .keys("\u{1B}OD", "Left"), .keys("HH", "Type \"HH\""), .keys("z", "Type \"z\""),
        .click(20, 5), .click(20, 5), .keys("\u{1B}", "Escape"),
        // Nothing is left to be saved at the end.
        .keys("r", "Type \"r\""), .keys("9", "Type \"9\""),
        .keys("\u{1B}[<65;21;6M", "ScrollDown"), .keys("e", "Type \"e\""), .resize(1, 1),
        .resize(300, 90), .keys("\u{1B}", "Escape"), .keys(":", "Type \":\""),
        .keys("theme light", "Type \"theme light\""), .keys("\r", "Enter"),
        .keys("1", "Type \"1\""),
      ])
  }

  @Test("Without colours, and in ASCII", arguments: ["mono", "contrast"])
  func isPlain(theme: String) async throws {
    try await compare(
      theme: theme, columns: 80, rows: 24,
      [
        .keys("2", "Type \"2\""), .keys("t", "Type \"t\""), .keys("8", "Type \"8\""),
        .keys("\u{1B}OC", "Right"), .keys("s", "Type \"s\""),
      ], arguments: ["--ascii"])
  }

  @Test("Killed at any time while levers change, it leaves sessions that are whole")
  func diesWithoutHarm() async throws {
    let home = TemporaryFile()
    let sessions = home.path + "/digigov/sessions"
    var seen = 0
    for round in 0..<16 {
      var order = Emulator.Order(
        program: [Program.path, "--view", "lab"], columns: 120, rows: 40,
        // d throws away what is offered of the round before, and means nothing where nothing is.
        steps: ["d", "H", "\u{1B}OD", "z", "\u{1B}OD", "L", "H"].map { .init(send: $0) })
      order.environment["XDG_STATE_HOME"] = home.path
      order.rest = 0.03
      order.kill = Double(round + 1) * 0.011
      #expect(try await Emulator.run(order).last?.status == -9)
      for file in (try? FileManager.default.contentsOfDirectory(atPath: sessions)) ?? []
      where file.hasSuffix(".json") {
        let text = try String(contentsOf: URL(filePath: "\(sessions)/\(file)"), encoding: .utf8)
        #expect(text.hasPrefix("{\"schema\"") && text.hasSuffix("}\n"), "\(file)")
        seen += 1
      }
    }
    #expect(seen > 8, "next to nothing was ever saved")
  }

  @Test(
    "An answer of the terminal that comes late and in pieces is no key, and none of it is shown",
    arguments: [
      ["\u{1B}]11;rgb:0000/0000/0000\u{7}"], ["\u{1B}]11;rgb:0000/00", "00/0000\u{1B}\\"],
      ["\u{1B}]11;rgb:0000/0000/0000\u{1B}", "\\"], ["\u{1B}]", "11;rgb:0000/0000/0000\u{7}"],
      ["\u{1B}[?62;1", "8;9c"],
    ])
  func swallows(pieces: [String]) async throws {
    var order = Emulator.Order(
      program: [Program.path], columns: 100, rows: 30, steps: pieces.map { .init(send: $0) })
    order.environment["COLORFGBG"] = .some(nil)
    let screens = try await Emulator.run(order)
    #expect(screens.last?.status == 0)
    for screen in screens.dropLast() {
      #expect(screen.rows == screens[0].rows && screen.cursor == screens[0].cursor)
    }
    // It was an answer: the light ground is what changes.
    if pieces[0].contains("]11;rgb:0000/00") {
      order.steps = pieces.map { .init(send: $0.replacing("0", with: "f")) }
      let light = try await Emulator.run(order)
      #expect(light.map(\.texts) == screens.map(\.texts))
      #expect(light[pieces.count].rows != light[0].rows)
    }
  }

  @Test("An answer that comes after it was left does not come to the shell", arguments: [0, 0.7])
  func waitsForTheAnswer(seconds: Double) async throws {
    var order = Emulator.Order(program: [Program.path], columns: 80, rows: 24, steps: [])
    order.rest = 0.05
    order.late = seconds
    let end = try await Emulator.run(order).last
    #expect(end?.status == 0 && end?.left == "")
  }

  @Test(
    "Where nobody reads what it draws, it still ends when it is told to",
    arguments: [15, 1, 2, 11, 0])
  func endsUnread(signal: Int32) async throws {
    var order = Emulator.Order(program: [Program.path], columns: 120, rows: 40, steps: [])
    order.deaf = signal
    #expect(try await Emulator.run(order).last?.status == -Int(signal))
  }

  /// Runs the steps in both, and holds each screen against its frame.
  private func compare(
    theme: String, columns: Int, rows: Int, _ steps: [Step], arguments: [String] = []
  ) async throws {
    let frames = try await frames(theme, columns, rows, steps.map(\.tape), arguments)
    let screens = try await Emulator.run(
      Emulator.Order(
        program: [Program.path, "--theme", theme] + arguments, columns: columns, rows: rows,
        steps: steps.map(\.order)))
    #expect(screens.last?.status == 0)
    try #require(screens.count == frames.count + 1)
    for (place, (screen, frame)) in zip(screens, frames).enumerated() {
      let step = place == 0 ? "the start" : steps[place - 1].tape
      let differences = frame.differences(from: screen)
      #expect(
        differences.isEmpty,
        "\(theme), after \(step): \(differences.count) cells\n\(differences.prefix(4))")
    }
  }

  /// The frames of a tape of the steps, the start first.
  private func frames(
    _ theme: String, _ columns: Int, _ rows: Int, _ steps: [String], _ arguments: [String]
  ) async throws -> [PictureOfFrame] {
    let folder = TemporaryFile()
    try FileManager.default.createDirectory(
      atPath: folder.path, withIntermediateDirectories: true)
    var tape = ["Set Columns \(columns)", "Set Rows \(rows)"]
    for (place, step) in ([""] + steps).enumerated() {
      tape += [step, "Screenshot \"\(folder.path)/\(place).json\""]
    }
    let file = folder.path + "/steps.tape"
    try Data((tape.joined(separator: "\n") + "\n").utf8).write(to: URL(filePath: file))
    let end = try await Program.piped(
      ["play", file, "--theme", theme, "--allow-outside"] + arguments)
    try #require(end.status == 0, "\(end.errors)")
    return try (0...steps.count).map { place in
      let data = try Data(contentsOf: URL(filePath: "\(folder.path)/\(place).json"))
      return try JSONDecoder().decode(PictureOfFrame.self, from: data)
    }
  }
}

extension Trait where Self == ConditionTrait {
  /// Only where the emulator is; where continuous integration lacks it, the tests fail.
  static var withEmulator: ConditionTrait {
    .enabled(
      if: Emulator.isThere || Emulator.isRequired,
      "Python or pyte is missing: make emulator installs it, DIGIGOV_PYTHON names another Python")
  }
}

/// The emulator: a Python with pyte, and the script that runs a program in it.
enum Emulator {
  static let python =
    ProcessInfo.processInfo.environment["DIGIGOV_PYTHON"]
    ?? "\(Program.root)/.venv-emulator/bin/python"
  static var isThere: Bool { FileManager.default.isExecutableFile(atPath: python) }
  /// Continuous integration never does without.
  static let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"

  struct Order: Encodable {
    var program: [String]
    var columns, rows: Int
    var environment: [String: String?] = [
      "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "NO_COLOR": nil,
    ].merging(Program.environment.mapValues(Optional.some)) { $1 }
    /// Longer than an Esc alone is waited for.
    var rest = 0.4
    var steps: [Step]
    /// How many seconds after the last step the program is killed; nil leaves it.
    var kill: Double?
    /// The signal, 0 for ctrl+c, that the program gets when it draws and nobody reads; nil reads.
    var deaf: Int32?
    /// How many seconds after a typed q the terminal answers what it was asked; nil never.
    var late: Double?

    struct Step: Encodable {
      var send: String?
      var resize: [Int]?
      /// Has the program then draw all anew; what that changes is the step's `differences`.
      var redraw: Bool?
    }
  }

  struct Screen: Decodable {
    /// Bytes that came in the step, and cells that were written although they looked so already.
    var sent, needless: Int?
    var cursor: [Int]?
    var rows: [[[String]]]?
    var status: Int?
    /// What was left for the shell to read.
    var left: String?
    /// What drawing all anew has changed, in words.
    var differences: [String]?

    var texts: [[String]]? { rows?.map { $0.map { $0[0] } } }
  }

  static func run(_ order: Order) async throws -> [Screen] {
    // The hint for the first run is no part of any frame of a tape.
    let state = (order.environment["XDG_STATE_HOME"] ?? nil).map { $0 + "/digigov" }
    if let state {
      try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
      try Data().write(to: URL(filePath: state + "/hint-seen"))
    }
    let input = String(decoding: try JSONEncoder().encode(order), as: UTF8.self)
    let end = try await Finished.run(
      python, ["\(Program.root)/Scripts/emulate-terminal"], environment: [:], input: input)
    try #require(end.status == 0, "\(end.errors)")
    return try JSONDecoder().decode([Screen].self, from: Data(end.output))
  }
}

/// A frame as the program writes it.
struct PictureOfFrame: Decodable {
  var columns, rows: Int
  var cursor: [Int]?
  var styles: [Style]
  var lines: [Line]

  struct Style: Decodable {
    var foreground, background: String?
    var bold, italic, underline, reverse, dim: Bool?

    var flags: String {
      [("b", bold), ("i", italic), ("u", underline), ("r", reverse)]
        .filter { $0.1 == true }.map(\.0).joined()
    }
  }

  struct Line: Decodable {
    var text: String
    /// Column, width and style of each run.
    var spans: [[Int]]
  }

  /// The cells in which a screen is not this frame, in words.
  func differences(from screen: Emulator.Screen) -> [String] {
    guard let shown = screen.rows, shown.count == rows, shown.allSatisfy({ $0.count == columns })
    else { return ["\(screen.rows?.count ?? 0) rows, not \(rows) of \(columns) columns"] }
    var differences: [String] = []
    if screen.cursor != cursor {
      differences.append("cursor \(screen.cursor ?? []), not \(cursor ?? [])")
    }
    for row in 0..<rows {
      let line = lines[row]
      var styles = [Style?](repeating: nil, count: columns)
      for span in line.spans {
        for column in span[0]..<span[0] + span[1] { styles[column] = self.styles[span[2]] }
      }
      // The texts of a row one after the other: a wide one has an empty second half.
      let text = shown[row].map { $0[0] }.joined()
      if text != line.text + String(repeating: " ", count: max(text.count - line.text.count, 0)) {
        differences.append("row \(row): \(text), not \(line.text)")
      }
      for column in 0..<columns {
        let cell = shown[row][column]
        let style = styles[column]
        let isBlank = cell[0] == " "
        let flags = style?.flags ?? ""
        // Nothing of a blank cell's ink can be seen.
        let ink = isBlank && !flags.contains("r") ? cell[1] : style?.foreground?.hex ?? ""
        let visible = isBlank ? flags.filter { "ru".contains($0) } : flags
        let seen = isBlank ? cell[3].filter { "ru".contains($0) } : cell[3]
        if cell[1] != ink || cell[2] != style?.background?.hex ?? "" || seen != visible {
          differences.append("\(column), \(row): \(cell), not \(style.map { "\($0)" } ?? "plain")")
        }
      }
    }
    return differences
  }
}

extension String {
  fileprivate var hex: String { hasPrefix("#") ? String(dropFirst()) : self }
}

public import Analytics
public import Dashboard
import Frames
import Screenshots
import Store

/// Plays a tape over the dashboard on a clock of its own: sleeping and typing move it, work takes
/// no time on it. The same tape over the same data gives the same bytes everywhere.
public struct Player {
  private let tape: Tape
  private let export: Exporter
  private let keepsTheme: Bool
  private let castVersion: CastVersion

  private var session: Session
  private var clock = Duration.zero
  /// Time that is seen: what passes while the tape hides is not.
  private var seen = Duration.zero
  private var cast: Cast?
  private var isHidden = false
  /// Words for the cast that wait for the screen to be shown again.
  private var waiting: [String] = []
  private var typingSpeed = Duration.milliseconds(50)
  private var waitTimeout = Duration.seconds(15)
  private var waitPattern: String?
  /// What pictures are laid out for; nil for that of the terminal.
  private var page: PageSize?
  private var clipboard = ""
  private var pointer: Position?
  private var files: [TapeFile] = []
  private var outputs: [(Command, Path)] = []
  /// The screen after each command, where an output wants it.
  private var log: String?

  /// - Parameters:
  ///   - tape: what is played.
  ///   - model: answers what the keys ask for.
  ///   - threads: how many may compute.
  ///   - export: makes a picture of a state.
  ///   - start: the state to begin with; its size is the tape's.
  ///   - keepsTheme: whether the start's theme holds against the tape's own.
  ///   - records: whether a cast is wanted even if no output asks for one.
  ///   - castVersion: of casts that outputs ask for.
  public init(
    _ tape: Tape, from start: State, model: Model, threads: Int = 1,
    keepsTheme: Bool = false, records: Bool = false, castVersion: CastVersion = .three,
    export: @escaping Exporter
  ) {
    self.tape = tape
    self.export = export
    self.keepsTheme = keepsTheme
    self.castVersion = castVersion
    var start = start
    _ = start.update(.resized(columns: tape.size.columns, rows: tape.size.rows))
    session = Session(start, Answers(model, seed: start.seed, threads: threads))
    let formats = tape.commands.compactMap { command in
      if case .output(let path) = command.step { path.format } else { nil }
    }
    if records || formats.contains(.cast) {
      cast = Cast(title: "digigov: " + start.place.screen.title)
    }
    if formats.contains(.ascii) || formats.contains(.test) { log = "" }
  }

  /// Plays the tape to its end.
  /// - Throws: `.unmet` where the screen is not what the tape says, `.unmade` where a picture could
  ///   not be made.
  public mutating func play() throws(TapeError) -> Played {
    for command in tape.commands {
      try perform(command)
      if log != nil, !isHidden {
        let screen = plainText(session.frame())
        log?.append(screen + String(repeating: "─", count: 80) + "\n")
      }
    }
    isHidden = false
    show()
    cast?.end(at: seen)
    for (command, path) in outputs { try make(path, for: command) }
    return Played(files: files, cast: cast, state: session.settled(), time: clock)
  }

  private mutating func perform(_ command: Command) throws(TapeError) {
    switch command.step {
    case .press(let keys, let speed, let count):
      for _ in 0..<count {
        for key in keys { send([.key(key)], speed) }
      }
    case .wheel(let action, let speed, let count):
      let place = pointer ?? middle
      for _ in 0..<count { send([.mouse(action, place)], speed) }
    case .click(let place):
      pointer = place
      send([.mouse(.press, place), .mouse(.release, place)], nil)
    case .drag(let start, let end):
      pointer = end
      send([.mouse(.press, start), .mouse(.drag, end), .mouse(.release, end)], nil)
    case .paste:
      if !clipboard.isEmpty { send([.paste(clipboard)], nil) }
    case .copy(let text): clipboard = text
    case .resize(let columns, let rows):
      session.send(.resize(columns: columns, rows: rows))
      if let at = pointer, at.column >= columns || at.row >= rows { pointer = nil }
    case .sleep(let time): pass(time)
    case .wait(let scope, let limit, let pattern):
      try wait(scope, limit ?? waitTimeout, pattern ?? waitPattern, command)
    case .set(let setting): set(setting)
    case .hide: isHidden = true
    case .show:
      isHidden = false
      if !waiting.isEmpty { show() }
      for label in waiting { cast?.mark(label, at: seen) }
      waiting = []
    case .caption(let text), .note(let text): mark(text)
    case .expect(let text):
      let screen = plainText(session.frame())
      if !screen.contains(text) {
        throw unmet(command, "the screen does not hold \"\(neutralised(text))\"", screen)
      }
    case .output(let path): outputs.append((command, path))
    case .screenshot(let path): try make(path, for: command)
    case .state(let path):
      let text = stateText(session.settled())
      files.append(TapeFile(path: path.text, bytes: Array(text.utf8)))
    case .nothing: break
    }
  }

  private var middle: Position {
    Position(column: session.state.columns / 2, row: session.state.rows / 2)
  }

  private mutating func set(_ setting: Setting) {
    switch setting {
    case .picture(let size): page = size
    case .theme(let name): if !keepsTheme { session.change(name) }
    case .typingSpeed(let time): typingSpeed = time
    case .waitTimeout(let time): waitTimeout = time
    case .waitPattern(let pattern): waitPattern = pattern
    case .columns, .rows, .width, .height, .fontSize: break
    }
  }

  /// Events that come at once, then the time that typing takes.
  private mutating func send(_ events: [Event], _ speed: Duration?) {
    for event in events { session.send(event) }
    pass(speed ?? typingSpeed)
  }

  /// Lets time pass over the screen as it is.
  private mutating func pass(_ time: Duration) {
    if time > .zero { show() }
    clock += time
    if !isHidden { seen += time }
  }

  private mutating func show() {
    if cast != nil, !isHidden {
      let frame = session.frame()
      cast?.show(frame, at: seen)
    }
  }

  private mutating func mark(_ label: String) {
    guard cast != nil else { return }
    if isHidden {
      waiting.append(label)
    } else {
      show()
      cast?.mark(label, at: seen)
    }
  }

  /// Nothing on this screen changes by itself, so a pattern that is not there now never comes.
  private mutating func wait(
    _ scope: Step.Scope, _ limit: Duration, _ pattern: String?, _ command: Command
  ) throws(TapeError) {
    guard let pattern else { return }
    let frame = session.frame()
    let screen = plainText(frame)
    var text = screen[...]
    if scope == .line {
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      let row = frame.cursor?.row ?? 0
      text = lines.indices.contains(row) ? lines[row] : ""
    } else {
      while text.last == "\n" { text.removeLast() }
    }
    do {
      if try Regex(pattern).firstMatch(in: text) != nil { return }
    } catch {
      throw .unmade(Remark(file: command.file, place: command.place, text: "\(error)"))
    }
    pass(limit)
    throw unmet(
      command, "/\(neutralised(pattern))/ did not come within \(limit.seconds) s", screen)
  }

  private func unmet(_ command: Command, _ text: String, _ screen: String) -> TapeError {
    .unmet(Remark(file: command.file, place: command.place, text: text), screen: screen)
  }

  /// Makes a file of the present screen, or of the whole session.
  private mutating func make(_ path: Path, for command: Command) throws(TapeError) {
    let frame = session.frame()
    var bytes: [UInt8]?
    switch path.format {
    case .txt: bytes = Array(plainText(frame).utf8)
    case .ansi: bytes = Array(ansi(frame, colours: .trueColour).utf8)
    case .ascii, .test: bytes = log.map { Array($0.utf8) }
    case .cast: bytes = cast.map { Array($0.text(castVersion).utf8) }
    case .svg, .png, .pdf, .html, .json, .md, .csv:
      do {
        bytes = try export(path.format.rawValue, session.settled(), frame, page)
      } catch {
        throw unmade(command, path, "\(error)")
      }
    }
    guard let bytes else {
      throw unmade(command, path, "this program cannot make .\(path.format.rawValue) files")
    }
    files.append(TapeFile(path: path.text, bytes: bytes))
  }

  private func unmade(_ command: Command, _ path: Path, _ reason: String) -> TapeError {
    .unmade(
      Remark(
        file: command.file, place: command.place, text: "\(neutralised(path.text)): \(reason)"))
  }
}

extension Duration {
  /// The number of seconds without needless digits: `15`, `0.5`.
  fileprivate var seconds: String {
    let (seconds, attoseconds) = components
    return Decimal.text(Double(seconds) + Double(attoseconds) / 1e18)
  }
}

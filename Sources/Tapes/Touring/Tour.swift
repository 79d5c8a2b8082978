public import Analytics
public import Dashboard
public import Frames
import Store

/// A tape shown live: it types by itself, stops at each caption until a key is pressed, and asks
/// for a guess before it reveals what it has hidden.
public struct Tour {
  /// A question with what the room guessed, and what the caption after the answer says.
  public struct Guess: Equatable, Sendable {
    public var question, guess: String
    public var outcome = ""
  }

  private enum Mode: Equatable {
    case playing
    case reading(String, note: String)
    case asking(String, note: String, typed: String)
    /// The guesses once more; any key leaves.
    case ending
    case over
  }

  /// The guesses so far.
  public private(set) var guesses: [Guess] = []

  private let beats: [Beat]
  private let keepsTheme: Bool
  private var session: Session
  private var next = 0
  private var mode = Mode.playing
  /// Until when the present picture stands; nil stands for now.
  private var wait: Duration?
  /// What is shown while the screen is hidden.
  private var frozen: Frame?
  /// Whether the next caption says what came of the last guess.
  private var awaitsOutcome = false

  public init(
    _ tape: Tape, from start: State, model: Model, threads: Int = 1,
    keepsTheme: Bool = false
  ) {
    beats = Beat.all(of: tape)
    self.keepsTheme = keepsTheme
    session = Session(start, Answers(model, seed: start.seed, threads: threads))
  }

  public var isOver: Bool { mode == .over }

  /// How long the present picture stands if no key is pressed; nil for ever.
  public var pause: Duration? { mode == .playing ? wait ?? .zero : nil }

  /// What to show now.
  public mutating func frame() -> Frame {
    let screen = frozen ?? session.frame()
    let settings = session.state.settings
    switch mode {
    case .playing, .over: return screen
    case .reading(let text, let note):
      return captioned(
        screen,
        Words(
          title: "Tour", paragraphs: [text, note].filter { !$0.isEmpty },
          hint: "any key goes on, q leaves"), settings)
    case .asking(let text, let note, let typed):
      return captioned(
        screen,
        Words(
          title: "What do you think?", paragraphs: [text, note].filter { !$0.isEmpty },
          typed: typed, hint: "Enter reveals, Esc leaves"), settings)
    case .ending:
      let lines = guesses.flatMap { guess in
        let said = guess.guess.isEmpty ? "no guess" : guess.guess
        return [guess.question, "You said: \(said)"]
          + (guess.outcome.isEmpty ? [] : [guess.outcome])
      }
      return captioned(
        screen,
        Words(
          title: "The end",
          paragraphs: lines.isEmpty ? ["That was the tour."] : ["What was guessed"] + lines,
          hint: "any key leaves"), settings, inMiddle: true)
    }
  }

  /// Goes on after the present picture has stood as long as it should.
  public mutating func advance() {
    guard mode == .playing else { return }
    wait = nil
    while mode == .playing, wait == nil { step() }
  }

  /// Takes a key, or whatever else the terminal says.
  public mutating func handle(_ event: Event) {
    switch event {
    case .resize:
      session.send(event)
      if frozen != nil { frozen = nil }
    case .closed: mode = .over
    case .key(let press): handle(press)
    case .paste(let text):
      if case .asking(let question, let note, let typed) = mode {
        mode = .asking(question, note: note, typed: limited(typed + text))
      }
    case .mouse: break
    }
  }

  private mutating func handle(_ press: KeyPress) {
    if press == KeyPress(.character("c"), .control) {
      mode = .over
      return
    }
    switch mode {
    case .playing:
      if leaves(press) { mode = .over } else { skip() }
    case .reading:
      if leaves(press) {
        mode = .over
      } else {
        mode = .playing
        advance()
      }
    case .asking(let question, let note, let typed):
      switch press.key {
      case .enter:
        guesses.append(Guess(question: question, guess: typed))
        awaitsOutcome = true
        mode = .playing
        advance()
      case .escape: mode = .over
      case .backspace: mode = .asking(question, note: note, typed: String(typed.dropLast()))
      case .character(let character) where press.modifiers.isEmpty:
        mode = .asking(question, note: note, typed: limited(typed + String(character)))
      default: break
      }
    case .ending, .over: mode = .over
    }
  }

  private func leaves(_ press: KeyPress) -> Bool {
    press == KeyPress(.character("q")) || press == KeyPress(.escape)
  }

  private func limited(_ text: String) -> String {
    String(text.filter { !$0.isNewline }.prefix(60))
  }

  /// Goes to the next words at once.
  private mutating func skip() {
    while mode == .playing {
      wait = nil
      step()
    }
  }

  private mutating func step() {
    guard next < beats.count, !session.hasEnded else {
      frozen = nil
      mode = .ending
      return
    }
    defer { next += 1 }
    switch beats[next] {
    case .event(let event, let time):
      session.send(event)
      // What nobody sees takes no time.
      if frozen == nil, time > .zero { wait = time }
    case .rest(let time): if frozen == nil { wait = time }
    case .caption(let text, let note):
      if awaitsOutcome, !guesses.isEmpty {
        guesses[guesses.count - 1].outcome = text
        awaitsOutcome = false
      }
      mode = .reading(text, note: note)
    case .question(let text, let note): mode = .asking(text, note: note, typed: "")
    case .setting(.theme(let name)): if !keepsTheme { session.change(name) }
    case .setting: break
    case .hide: frozen = session.frame()
    case .show: frozen = nil
    }
  }
}

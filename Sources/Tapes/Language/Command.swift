import Dashboard
import Frames
import Screenshots

/// A command of a tape and where it stands.
struct Command: Equatable, Sendable {
  var file: String
  var place: Place
  var step: Step
}

/// What a command does.
enum Step: Equatable, Sendable {
  /// Keys one after the other, all of them so many times; each is followed by the typing speed,
  /// which is the tape's own where it is nil.
  case press([KeyPress], speed: Duration?, count: Int)
  case wheel(MouseAction, speed: Duration?, count: Int)
  case sleep(Duration)
  /// Waits for a pattern; nil stands for the tape's own, then for none.
  case wait(Scope, limit: Duration?, pattern: String?)
  case set(Setting)
  case hide, show
  case copy(String)
  case paste
  case click(Position)
  case drag(from: Position, to: Position)
  case resize(columns: Int, rows: Int)
  case caption(String)
  case note(String)
  case expect(String)
  case output(Path)
  case screenshot(Path)
  case state(Path)
  /// Accepted, with a warning.
  case nothing

  /// What `Wait` looks at.
  enum Scope: Equatable, Sendable { case screen, line }
}

/// A file that a tape writes, as it was typed, with what its extension says.
struct Path: Equatable, Sendable {
  var text: String
  var format: Format
}

/// What a tape can write.
enum Format: String, CaseIterable, Sendable {
  case svg, png, pdf, html, txt, ansi, json, md, csv
  /// The whole session.
  case cast
  /// The screen after each command, each followed by a rule: VHS's form for tests.
  case ascii, test

  /// Those of one screen.
  static let pictures: [Format] = [.svg, .png, .pdf, .html, .txt, .ansi, .json, .md, .csv]
}

/// What `Set` changes.
enum Setting: Equatable, Sendable {
  case columns(Int)
  case rows(Int)
  /// Pixels, for tapes made for VHS.
  case width(Int)
  case height(Int)
  case fontSize(Int)
  case theme(ThemeName)
  /// What pictures are laid out for; nil for that of the terminal.
  case picture(PageSize?)
  case typingSpeed(Duration)
  case waitTimeout(Duration)
  case waitPattern(String)
}

import Frames

/// The smallest part of a tour: what happens next, or what is said.
enum Beat: Equatable, Sendable {
  /// An event, and how long its result stands before the next one.
  case event(Event, Duration)
  case rest(Duration)
  /// Words to read, with the speaker's note to them.
  case caption(String, note: String)
  /// A question that is asked before its answer is shown.
  case question(String, note: String)
  case setting(Setting)
  /// The screen stays as it is until it is revealed.
  case hide, show

  /// The beats of a tape. What it looks at and writes is nothing for a tour; a caption while the
  /// screen is hidden is a question; a note belongs to the caption before it.
  static func all(of tape: Tape) -> [Beat] {
    var beats: [Beat] = []
    var speed = Duration.milliseconds(50)
    var clipboard = ""
    var isHidden = false
    for command in tape.commands {
      switch command.step {
      case .press(let keys, let own, let count):
        for _ in 0..<count { beats += keys.map { .event(.key($0), own ?? speed) } }
      case .paste: beats.append(.event(.paste(clipboard), speed))
      case .copy(let text): clipboard = text
      case .click(let place):
        beats += [
          .event(.mouse(.press, place), .zero), .event(.mouse(.release, place), speed),
        ]
      case .sleep(let time): beats.append(.rest(time))
      case .caption(let text):
        beats.append(isHidden ? .question(text, note: "") : .caption(text, note: ""))
      case .note(let text): add(note: text, to: &beats)
      case .set(.typingSpeed(let time)): speed = time
      case .set(let setting): beats.append(.setting(setting))
      case .hide, .show:
        isHidden = command.step == .hide
        beats.append(isHidden ? .hide : .show)
      case .wheel, .drag, .resize, .wait, .expect, .output, .screenshot, .state, .nothing: break
      }
    }
    return beats
  }

  private static func add(note: String, to beats: inout [Beat]) {
    switch beats.last {
    case .caption(let text, ""): beats[beats.count - 1] = .caption(text, note: note)
    case .question(let text, ""): beats[beats.count - 1] = .question(text, note: note)
    default: beats.append(.caption(note, note: ""))
    }
  }
}

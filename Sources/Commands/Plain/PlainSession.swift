import Dashboard
import Frames

/// Leaving, and what is kept for whoever did not mean to.
extension PlainDialogue {
  /// Has the session on disk before anything is said: whoever has heard an answer loses nothing of
  /// it.
  mutating func keep() {
    desk.keeper.keep(state.session)
    desk.keeper.flush()
    gather()
  }

  /// Takes in what there is to say of sessions.
  mutating func gather() {
    for action in desk.keeper.gather() {
      if case .sessionOffered(let found) = action {
        lost = found
      } else {
        take(action)
      }
    }
  }

  mutating func offer(_ lost: LostSession) {
    say("A session was lost. " + lost.words.map { "\($0): \($1)." }.joined(separator: " "))
    say(
      "Say restore to take it up, discard to throw it away; else it waits for the next start.")
  }

  mutating func restore() {
    guard let lost else { return say("No lost session waits.") }
    take(.sessionOffered(lost), .confirmed)
    say("Taken up: \(lost.session.back.count) to undo.")
  }

  /// Asks first.
  mutating func discard() {
    guard let lost else { return say("No lost session waits.") }
    take(.sessionOffered(lost), .sessionDiscarded)
  }

  /// `quit`: asks once where something is not saved.
  mutating func quit() {
    take(.quitAsked)
    take(.messageRead)
    guard !hasEnded else { return leave(keeping: false) }
    say(
      "Changes are not saved. \"save NAME\" saves them, \"quit\" again leaves without them, "
        + "anything else stays.")
  }

  /// A key that ends programs, perhaps pressed by mistake: asks once as well, and the changes are
  /// there at the next start.
  mutating func wishToLeave(by key: String) {
    defer { flush() }
    let isUnsaved = state.hasUnsavedChanges
    take(.quitAsked)
    take(.messageRead)
    guard !hasEnded else { return leave(keeping: isUnsaved) }
    say(
      "Changes are not saved. \"save NAME\" saves them, \(key) again leaves and the next start "
        + "offers them, anything else stays.")
  }

  /// The end of what was piped in: lines that were written beforehand can be sent again, so nothing
  /// is kept for the next start, and that is said.
  mutating func endOfPipe() {
    defer { flush() }
    if state.hasUnsavedChanges { say("Changes are not saved, and gone: \"save NAME\" saves them.") }
    leave(keeping: false)
  }

  mutating func leave(keeping: Bool) {
    defer { flush() }
    hasEnded = true
    let isKept = desk.keeper.end(wasLeft: !keeping)
    guard keeping else { return }
    say(isKept ? "Your changes are kept; the next start offers them." : "Your changes are lost.")
  }
}

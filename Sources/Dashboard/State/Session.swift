import Analytics

/// What would be lost with a session: where the levers stand, the way there and back, and where
/// the user is.
public struct Session: Hashable, Sendable {
  public var standing: Standing
  /// The ways back and forward from there.
  public var back, forward: Trail
  public var place: Place

  public init(standing: Standing, back: Trail, forward: Trail, place: Place) {
    self.standing = standing
    self.back = back
    self.forward = forward
    self.place = place
  }
}

/// A session whose process has died, and what is known of it.
public struct LostSession: Hashable, Sendable {
  public var session: Session
  /// What the outside knows it by.
  public var id: String
  /// How long ago it was kept, in words: `2 minutes ago`.
  public var age: String
  /// How many more are waiting behind it.
  public var others: Int

  public init(session: Session, id: String, age: String, others: Int) {
    self.session = session
    self.id = id
    self.age = age
    self.others = others
  }
}

/// How much of the way is kept.
public enum History {
  /// Steps back, and forward, that a session's file holds; the session itself has no limit.
  public static let steps = 500
  /// Places to go back to, and forward to.
  static let places = 200
}

extension State {
  /// Keeps the places within their bounds.
  mutating func forgetTheOldest() {
    past.keepLast(History.places)
    future.keepLast(History.places)
  }

  /// What is worth keeping; nil while there is no change that could be undone.
  public var session: Session? {
    guard !undo.isEmpty else { return nil }
    return Session(standing: standing, back: undo, forward: redo, place: place)
  }

  /// An offer comes unasked, perhaps under the fingers of somebody who types: the keys that it does
  /// not take are for the screen behind it, and it stays.
  mutating func respondBehindOffer(to action: Action) -> [Effect] {
    guard case .offer(let lost)? = layers.last, !action.isFromOutside, !action.answersOffer else {
      return respond(to: action)
    }
    layers.removeLast()
    defer { layers.insert(.offer(lost), at: 0) }
    return respond(to: action)
  }

  /// Asks before a lost session is thrown away.
  mutating func askToDiscard(_ lost: LostSession) {
    let count = lost.session.back.count
    layers += [
      .offer(lost),
      .asking(
        Question(
          text: "Throw away \(count == 1 ? "1 change" : "\(count) changes"), kept \(lost.age)? "
            + "They cannot be brought back.", loss: .session(lost.id))),
    ]
  }

  /// Goes on where a lost session ended. What has been changed here meanwhile can be undone to.
  mutating func takeUp(_ lost: LostSession) -> [Effect] {
    let session = lost.session
    let own = undo.isEmpty ? [] : undo.standings(from: standing) + [standing]
    undo = Trail(session.back.standings(from: session.standing) + own, to: session.standing)
    redo = session.forward
    open(session.place)
    return [.sessionTakenUp(lost.id)] + take(session.standing)
  }
}

extension Action {
  /// Whether it is for the offer of a lost session, while that is in front.
  fileprivate var answersOffer: Bool {
    switch self {
    case .confirmed, .cancelled, .sessionDiscarded, .clicked, .dragged, .released, .wheeled: true
    default: false
    }
  }
}

extension LostSession {
  /// What is offered, in pairs of term and text.
  public var words: [(String, String)] {
    let changes = session.back.count
    let again = session.forward.count
    var lines = [
      ("Kept", age),
      (
        "Changes",
        "\(changes) to undo" + (again > 0 ? " and \(again) to redo" : "") + ", from "
          + session.standing.baseline.name
      ),
      (
        "Place",
        ([session.place.screen.title] + session.place.path).joined(separator: ", ")
      ),
    ]
    if others > 0 {
      lines.append(("Others", "\(others) more, offered when this one is settled"))
    }
    return lines
  }
}

extension Array {
  fileprivate mutating func keepLast(_ limit: Int) {
    if count > limit { removeFirst(count - limit) }
  }
}

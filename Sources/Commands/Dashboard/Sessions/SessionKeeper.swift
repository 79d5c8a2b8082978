import Analytics
import Dashboard
import Store
import Synchronization
import Terminal

/// Keeps the session on disk while levers are changed, and finds sessions whose process has died.
/// Files are touched on a queue of its own, so that no key waits for a disk.
final class SessionKeeper: Sendable {
  private let folder: SessionFolder?
  private let text: SessionText
  private let waker: Waker
  private let queue = WorkQueue()
  private let shared = Mutex(Shared())

  /// What the loop and the queue both look at.
  private struct Shared {
    /// The session as it should be on disk; nil where there is nothing to keep.
    var wanted: Session?
    /// What the file holds.
    var written: Session?
    /// Whether the session has ended: nothing is written any more.
    var isOver = false
    /// Whether a write is on its way.
    var isScheduled = false
    var answers: [Action] = []
    /// The present session's files, once there are any.
    var ours: SessionFolder.Claim?
    /// Sessions of dead processes that are held, by their names.
    var lost: [String: SessionFolder.Claim] = [:]
    /// Why the last write failed, so that it is told once.
    var failure: String?
  }

  /// How long writes wait for one another: what a crash can cost at most.
  private static let interval = Duration.milliseconds(100)

  /// - Parameter path: the folder of sessions; nil where the user has no home, and nothing is
  ///   kept.
  init(_ path: String?, _ inputs: ModelInputs, waker: Waker) {
    folder = path.map(SessionFolder.init(path:))
    text = SessionText(inputs: inputs)
    self.waker = waker
  }

  /// Looks for a session whose process has died; it comes as an action.
  func look() {
    guard let folder else { return }
    queue.async { [self] in
      let found = folder.lost()
      var isOffered = false
      for (place, (claim, changed)) in found.enumerated() {
        guard !isOffered else {
          folder.leave(claim)
          continue
        }
        let others = found.count - place - 1
        let offer = self.offer(claim, of: folder, changed: changed, others: others)
        // One that cannot be read does not stand in the way of an older one.
        if case .sessionOffered = offer { isOffered = true }
        say(offer)
      }
    }
  }

  private func offer(
    _ claim: SessionFolder.Claim, of folder: SessionFolder, changed: Int, others: Int
  ) -> Action {
    let file = folder.file(claim)
    let reason: String
    do throws(WholeFile.Failure) {
      let bytes = try WholeFile.bytes(of: file, waits: false)
      do throws(SessionText.Refusal) {
        let session = try text.session(bytes)
        shared.withLock { $0.lost[claim.name] = claim }
        return .sessionOffered(
          LostSession(
            session: session, id: claim.name, age: Surroundings.age(since: changed),
            others: others))
      } catch {
        reason = error.reason
      }
    } catch {
      reason = error.reason
    }
    folder.leave(claim)
    return .told("A session was lost and cannot be taken up: \(reason). It stays in \(file).")
  }

  /// Has the session written, soon and in the background; only what is different.
  func keep(_ session: Session?) {
    guard folder != nil else { return }
    let mustSchedule = shared.withLock { shared in
      guard !shared.isOver, shared.wanted != session else { return false }
      shared.wanted = session
      defer { shared.isScheduled = true }
      return !shared.isScheduled
    }
    if mustSchedule { queue.async { [self] in writeAndPause() } }
  }

  /// Writes at once, and what comes in the meantime after a pause.
  private func writeAndPause() {
    let (session, isOver) = shared.withLock { ($0.wanted, $0.isOver) }
    if isOver { return }
    write(session)
    queue.async(after: Self.interval) { [self] in
      let isBehind = shared.withLock { shared in
        shared.isScheduled = !shared.isOver && shared.wanted != session
        return shared.isScheduled
      }
      if isBehind { writeAndPause() }
    }
  }

  private func write(_ session: Session?) {
    guard let folder else { return }
    do throws(WholeFile.Failure) {
      let ours = shared.withLock { $0.ours }
      guard let session else {
        if let ours { folder.end(ours) }
        shared.withLock { ($0.ours, $0.written) = (nil, nil) }
        return
      }
      let claim: SessionFolder.Claim
      if let ours { claim = ours } else { claim = try folder.new() }
      shared.withLock { $0.ours = claim }
      try WholeFile.replace(folder.file(claim), with: text.bytes(session), mode: 0o600)
      shared.withLock { ($0.failure, $0.written) = (nil, session) }
    } catch {
      let isNew = shared.withLock { shared in
        defer { shared.failure = error.reason }
        return shared.failure != error.reason
      }
      guard isNew else { return }
      say(
        .told(
          "The session is not kept safe: \(error.reason), in \(folder.path). Your work stays here."
        ))
    }
  }

  /// Waits until what has been found is there to be gathered, and the session is on disk: for who
  /// answers line by line.
  func flush() {
    guard folder != nil else { return }
    queue.sync { [self] in
      let (session, isBehind) = shared.withLock {
        ($0.wanted, !$0.isOver && $0.wanted != $0.written && $0.failure == nil)
      }
      if isBehind { write(session) }
    }
  }

  /// The user has taken up a lost session, or has thrown it away: its file goes once this session
  /// is on disk.
  /// - Parameter session: this session as it is after that.
  func settle(_ id: String, _ session: Session?) {
    guard let folder else { return }
    shared.withLock { $0.wanted = session }
    queue.async { [self] in
      guard let claim = shared.withLock({ $0.lost.removeValue(forKey: id) }) else { return }
      let session = shared.withLock { $0.wanted }
      write(session)
      let isSafe = shared.withLock { $0.failure == nil || session == nil }
      if isSafe { folder.end(claim) } else { folder.leave(claim) }
    }
  }

  /// The end of the session: nothing of it stays when the user has left it, all of it does when
  /// the terminal went away.
  /// - Returns: whether a session stays for the next start.
  @discardableResult func end(wasLeft: Bool) -> Bool {
    guard let folder else { return false }
    defer { shared.withLock { $0.ours = nil } }
    queue.sync { [self] in
      write(wasLeft ? nil : shared.withLock { $0.wanted })
      let held = shared.withLock { shared in
        defer { (shared.isOver, shared.lost) = (true, [:]) }
        return Array(shared.lost.values) + [shared.ours].compactMap(\.self)
      }
      held.forEach(folder.leave)
    }
    return shared.withLock { !wasLeft && $0.ours != nil && $0.failure == nil }
  }

  /// What there is to say since the last time.
  func gather() -> [Action] {
    shared.withLock { shared in
      defer { shared.answers = [] }
      return shared.answers
    }
  }

  private func say(_ action: Action) {
    shared.withLock { $0.answers.append(action) }
    waker.wake()
  }
}

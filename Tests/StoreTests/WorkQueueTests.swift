import Store
import Synchronization
import Testing

/// Work in the background: one piece after the other, none lost.
@Suite struct WorkQueueTests {
  private final class Notes: Sendable {
    let numbers = Mutex<[Int]>([])
    func add(_ number: Int) { numbers.withLock { $0.append(number) } }
    var all: [Int] { numbers.withLock { $0 } }
  }

  @Test func piecesAreDoneInTheirOrder() {
    let (queue, notes) = (WorkQueue(), Notes())
    for number in 0..<1000 { queue.async { notes.add(number) } }
    queue.sync { notes.add(1000) }
    #expect(notes.all == Array(0...1000))
  }

  @Test func whatIsLaterIsNotWaitedFor() {
    let (queue, notes) = (WorkQueue(), Notes())
    queue.async(after: .seconds(3600)) { notes.add(0) }
    queue.sync { notes.add(1) }
    #expect(notes.all == [1])
  }

  @Test func laterWorkIsDone() async throws {
    let (queue, notes) = (WorkQueue(), Notes())
    queue.async(after: .milliseconds(20)) { notes.add(2) }
    queue.async { notes.add(1) }
    for _ in 0..<1000 where notes.all.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
    #expect(notes.all == [1, 2])
  }

  @Test func heldWorkWaitsForTheBeginning() {
    let (queue, notes) = (WorkQueue(isHeld: true), Notes())
    queue.async { notes.add(1) }
    notes.add(0)
    queue.begin()
    queue.sync { notes.add(2) }
    #expect(notes.all == [0, 1, 2])
  }
}

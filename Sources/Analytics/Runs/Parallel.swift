import Synchronization

/// The results of `count` pieces of work in their order, on up to `threads` threads. What a piece
/// gives may not depend on the others, so the number of threads changes no result.
package func parallel<Result: Sendable>(
  _ count: Int, threads: Int, _ work: @Sendable (Int) -> Result
) -> [Result] {
  guard threads > 1, count > 1 else { return (0..<count).map(work) }
  let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
  let next = Atomic<Int>(0)
  SystemThread.run(on: min(threads, count)) {
    while true {
      let piece = next.add(1, ordering: .relaxed).oldValue
      guard piece < count else { return }
      let result = work(piece)
      results.withLock { $0[piece] = result }
    }
  }
  // By place: a sequence of a type that only the caller knows costs a look through every conformance
  // of the program.
  return results.withLock { results in
    var all: [Result] = []
    all.reserveCapacity(count)
    for piece in 0..<count { if let result = results[piece] { all.append(result) } }
    return all
  }
}

/// The results of two pieces of work that do not depend on each other, on two threads where there
/// may be as many.
package func both<First: Sendable, Second: Sendable>(
  threads: Int, _ first: @Sendable () -> First, and second: @Sendable () -> Second
) -> (First, Second) {
  let firstResult = Mutex<First?>(nil)
  let secondResult = Mutex<Second?>(nil)
  _ = parallel(2, threads: threads) { piece in
    if piece == 0 {
      let result = first()
      firstResult.withLock { $0 = result }
    } else {
      let result = second()
      secondResult.withLock { $0 = result }
    }
  }
  guard let left = firstResult.withLock(\.self), let right = secondResult.withLock(\.self) else {
    preconditionFailure("both pieces were done")
  }
  return (left, right)
}

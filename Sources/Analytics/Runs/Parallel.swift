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
  let results = parallel(2, threads: threads) { piece -> (First?, Second?) in
    piece == 0 ? (first(), nil) : (nil, second())
  }
  guard let first = results[0].0, let second = results[1].1 else {
    preconditionFailure("both pieces were done")
  }
  return (first, second)
}

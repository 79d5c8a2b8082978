#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Threads of the system's own. Dispatch waits for ever where there may be no more threads, and traps
/// on Linux where it cannot open another file.
package enum SystemThread {
  /// Starts a thread that does a piece of work, and whose end nobody waits for.
  /// - Returns: False where the system gives no thread.
  package static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
    guard let thread = thread(work) else { return false }
    pthread_detach(thread)
    return true
  }

  private static func thread(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
    let handed = unsafe Unmanaged.passRetained(Errand(work))
    #if canImport(Glibc)
    var thread = pthread_t()
    #else
    var thread: pthread_t?
    #endif
    let failure = withoutSignals {
      unsafe pthread_create(&thread, nil, carryOut, handed.toOpaque())
    }
    if failure == 0 { return thread }
    unsafe handed.release()
    return nil
  }

  /// Does a piece of work on so many threads, the caller's among them, and returns when all have done.
  /// Where the system gives fewer threads, fewer do it.
  static func run(on count: Int, _ work: @Sendable () -> Void) {
    withoutActuallyEscaping(work) { work in
      var others: [pthread_t] = []
      while others.count < count - 1, let other = thread(work) { others.append(other) }
      work()
      for other in others { pthread_join(other, nil) }
    }
  }

  /// What a thread is handed.
  private final class Errand: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  #if canImport(Glibc)
  private typealias Handed = UnsafeMutableRawPointer?
  #else
  private typealias Handed = UnsafeMutableRawPointer
  #endif

  /// What a thread does, as the system calls it.
  private static let carryOut: @convention(c) (Handed) -> UnsafeMutableRawPointer? = { handed in
    let handed: UnsafeMutableRawPointer? = unsafe handed
    guard let handed = unsafe handed else { return nil }
    unsafe Unmanaged<Errand>.fromOpaque(handed).takeRetainedValue().work()
    return nil
  }

  /// Threads that are started meanwhile leave signals to those that wait for them; only what a
  /// thread brings on itself reaches it.
  private static func withoutSignals<Result>(_ body: () -> Result) -> Result {
    var blocked = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&blocked)
    for signal in [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS] {
      unsafe sigdelset(&blocked, signal)
    }
    unsafe pthread_sigmask(SIG_BLOCK, &blocked, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    return body()
  }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Threads that help the caller with one piece of work and end with it.
///
/// They are the system's own: Dispatch waits for ever where there may be no more threads, and traps
/// on Linux where it cannot open another file.
enum Helpers {
  /// Does the same on so many threads, the caller's among them, and returns when all have done.
  /// Where the system gives fewer threads, fewer do it.
  static func run(_ count: Int, _ work: @Sendable () -> Void) {
    withoutActuallyEscaping(work) { work in
      let errand = Errand(work)
      let ends = withoutSignals { start(count - 1, errand) }
      work()
      for end in ends { end() }
    }
  }

  /// What a helper is handed.
  private final class Errand: Sendable {
    let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  /// Starts so many helpers, or as many as there may be; each comes as what waits for its end.
  private static func start(_ count: Int, _ errand: Errand) -> [() -> Void] {
    var ends: [() -> Void] = []
    while ends.count < count, let end = start(errand) { ends.append(end) }
    return ends
  }

  private static func start(_ errand: Errand) -> (() -> Void)? {
    let handed = unsafe Unmanaged.passRetained(errand)
    #if canImport(Glibc)
    var thread = pthread_t()
    let isStarted = unsafe pthread_create(&thread, nil, carryOut, handed.toOpaque()) == 0
    let helper = thread
    if isStarted { return { pthread_join(helper, nil) } }
    #else
    var thread: pthread_t?
    let isStarted = unsafe pthread_create(&thread, nil, carryOut, handed.toOpaque()) == 0
    if isStarted, let helper = unsafe thread { return { unsafe pthread_join(helper, nil) } }
    #endif
    unsafe handed.release()
    return nil
  }

  #if canImport(Glibc)
  private typealias Handed = UnsafeMutableRawPointer?
  #else
  private typealias Handed = UnsafeMutableRawPointer
  #endif

  /// What a helper does, as the system calls it.
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

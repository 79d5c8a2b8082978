#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A hold on a data folder. Those that read it share one; what puts files in place there has one
/// alone, for moments. The system lets go of a hold however its process ends, and nothing of it is
/// written: it is a lock on the folder itself.
public struct FolderHold: Sendable {
  /// Negative where nothing is held.
  private let descriptor: Int32

  /// For one reading of the folder. Where no hold is to be had, not in five seconds either, the
  /// reading goes on without: what is being put in place is looked for in any case.
  static func reading(_ path: String) -> FolderHold {
    taken(path, LOCK_SH, within: .seconds(5)) ?? FolderHold(descriptor: -1)
  }

  /// For a change of the folder, alone; nil where others hold it for longer than `patience`. A file
  /// system without locks gives one that holds nothing.
  public static func changing(_ path: String, within patience: Duration) -> FolderHold? {
    taken(path, LOCK_EX, within: patience)
  }

  private static func taken(
    _ path: String, _ kind: Int32, within patience: Duration
  ) -> FolderHold? {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return FolderHold(descriptor: -1) }
    let end = ContinuousClock.now + patience
    while flock(descriptor, kind | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK:
        guard ContinuousClock.now < end else {
          close(descriptor)
          return nil
        }
        usleep(2000)
      default:
        close(descriptor)
        return FolderHold(descriptor: -1)
      }
    }
    return FolderHold(descriptor: descriptor)
  }

  /// Lets go.
  public func release() { if descriptor >= 0 { close(descriptor) } }
}

import CTerminal

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Programs that others wrote, run to their end with this one's environment and terminal.
public enum OtherProgram {
  /// - Parameter words: its path, then what it is given.
  /// - Returns: whether it ran and ended well.
  public static func run(_ words: [String]) -> Bool {
    var arguments: [UnsafeMutablePointer<CChar>?] = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { for place in unsafe arguments.indices { unsafe free(arguments[place]) } }
    return unsafe cc_run(&arguments) == 0
  }
}

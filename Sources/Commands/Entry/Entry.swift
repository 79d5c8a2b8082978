import ArgumentParser
import Frames

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The way into the program and, in one place, the way out: every failure becomes one message on
/// standard error and an exit code (1 failed, 2 wrong usage, 3 invalid data).
@MainActor public func runDigigov() -> Never {
  do {
    var command = try Digigov.parseAsRoot()
    try command.run()
    exit(0)
  } catch let failure as CommandFailure {
    complain(failure.message)
    exit(failure.code)
  } catch let code as ExitCode {
    exit(code.rawValue)
  } catch {
    let code = Digigov.exitCode(for: error)
    let message = Digigov.fullMessage(for: error)
    if code == .success {
      print(message)
      exit(0)
    }
    complain(message.droppingPrefix("Error: "))
    exit(code == .validationFailure ? 2 : 1)
  }
}

/// Says something on standard error, with the program's name before it.
func complain(_ message: String) {
  // What was typed stands in messages: nothing in it may reach the terminal as a command.
  let text = message.split(separator: "\n", omittingEmptySubsequences: false)
    .map { neutralised(String($0)) }.joined(separator: "\n")
  let bytes = Array("digigov: \(text)\n".utf8)
  _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
}

extension String {
  fileprivate func droppingPrefix(_ prefix: String) -> String {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
  }
}

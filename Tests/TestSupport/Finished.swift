import Subprocess

/// How a program ended that ran without a terminal, and what it wrote.
public struct Finished: Sendable {
  /// The exit code; 128 and the signal's number where a signal ended it, as a shell has it.
  public let status: Int
  public let output: [UInt8]
  public let errors: String

  public var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs a program to its end with pipes for output and errors.
  /// - Parameters:
  ///   - environment: changes to this process's own; nil unsets a variable.
  ///   - input: what it reads on standard input.
  public static func run(
    _ program: String, _ arguments: [String] = [], environment: [String: String?] = [:],
    input: String = ""
  ) async throws -> Finished {
    var updates: [Environment.Key: String?] = [:]
    for (name, value) in environment { updates[Environment.Key(stringLiteral: name)] = value }
    // env takes a name as well as a path.
    let result = try await Subprocess.run(
      .name("env"), arguments: Arguments([program] + arguments),
      environment: .inherit.updating(updates), input: .string(input),
      output: .bytes(limit: 1 << 24), error: .string(limit: 1 << 20))
    let status =
      switch result.terminationStatus {
      case .exited(let code): Int(code)
      case .signaled(let signal): 128 + Int(signal)
      }
    return Finished(
      status: status, output: result.standardOutput, errors: result.standardError)
  }
}

/// How a command ends when it cannot do what it was asked: an exit code and a message for people.
struct CommandFailure: Error {
  /// 1 failed, 2 wrong usage, 3 invalid data, 141 where nobody reads any more.
  let code: Int32
  /// One message that says what was wrong, where, and what is allowed; empty where nothing is said.
  let message: String
}

public import Dashboard
public import Frames
public import Screenshots

/// Makes a picture of a screen: from a path's extension (`svg`), the state and its frame, and what it
/// is laid out for, where it is not to be that of the terminal. Nil where it cannot make that kind.
public typealias Exporter = (
  _ kind: String, _ state: State, _ frame: Frame, _ page: PageSize?
) throws -> [UInt8]?

/// A file that a tape asked for.
public struct TapeFile: Equatable, Sendable {
  /// As the tape has it, relative to the working folder.
  public var path: String
  public var bytes: [UInt8]
}

/// What came of a tape.
public struct Played: Equatable, Sendable {
  /// In the order of the tape, its outputs last; a path that it names twice is in it twice.
  public var files: [TapeFile]
  /// The session, where it was asked to be recorded.
  public var cast: Cast?
  /// The state at the end.
  public var state: State
  /// How much time the tape took on its own clock.
  public var time: Duration
}

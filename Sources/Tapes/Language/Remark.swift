/// One line about a place in a tape: a defect, a warning or a failure.
public struct Remark: Equatable, Sendable, CustomStringConvertible {
  /// The tape's path as it was given.
  public var file: String
  public var place: Place
  public var text: String

  public init(file: String, place: Place, text: String) {
    self.file = file
    self.place = place
    self.text = text
  }

  public var description: String { "\(file):\(place.line):\(place.column): \(text)" }
}

/// Why a tape was not read or not played to its end.
public enum TapeError: Error, Equatable, CustomStringConvertible {
  /// The tape does not say what to do; every defect, in order.
  case malformed([Remark])
  /// What the tape expects or waits for is not on the screen, which follows as text.
  case unmet(Remark, screen: String)
  /// A file could not be made.
  case unmade(Remark)

  public var description: String {
    switch self {
    case .malformed(let defects): defects.map(\.description).joined(separator: "\n")
    case .unmet(let remark, let screen): "\(remark)\nThe screen was:\n\(screen)"
    case .unmade(let remark): remark.description
    }
  }
}

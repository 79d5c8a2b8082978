/// A way to go on where a return is in question: an option of the import.
public enum ReturnAnswer: Hashable, Sendable {
  /// The file's figures are in a unit such as `£000`, and are read as such.
  case units(file: String, unit: String)
  /// The file is of this month.
  case month(file: String, Month)
  /// A name means this body.
  case alias(name: String, code: String)
  /// A name is of a body that is not counted yet.
  case newBody(String)

  /// What it says, to be read as an answer: `the month is July 2026`.
  public var words: String {
    switch self {
    case .units(_, let unit): "read the figures as \(unit)"
    case .month(_, let month): "the month is \(month.words)"
    case .alias(let name, let code): "\"\(name)\" is \(code)"
    case .newBody(let name): "\"\(name)\" is a body of its own"
    }
  }

  /// Gives the answer to an import.
  public func apply(to options: inout ReturnsImport.Options) {
    switch self {
    case .units(let file, _): options.unitsOf.insert(file)
    case .month(let file, let month): options.months[file] = month
    case .alias(let name, let code): options.aliases[name] = code
    case .newBody(let name): options.newBodies.append(name)
    }
  }
}

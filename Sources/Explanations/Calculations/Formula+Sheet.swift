/// How a formula names its inputs in a spreadsheet.
struct SheetNames {
  /// The cell of an input, or the name that the cell has.
  var cell: (Int) -> String
  /// The cells from one input to another; nil where others lie between them.
  var range: (Int, Int) -> String?
  /// How many inputs there are.
  var count: Int
}

extension Formula {
  /// What stands in a cell for an undefined number.
  static let undefined = "\"[x]\""

  /// The formula as a spreadsheet computes it, in the notation of Office Open XML, without the sign
  /// of equality: `EXP(F12)*pace`.
  func sheet(_ names: SheetNames) -> String {
    switch self {
    case .total:
      guard names.count > 0 else { return "0" }
      if let range = names.range(0, names.count - 1) { return "SUM(\(range))" }
      return (0..<names.count).map(names.cell).joined(separator: "+")
    case .payback: return Self.payback(names)
    case .input(let place): return names.cell(place)
    case .number(let value):
      let isWhole = value.rounded() == value && abs(value) < 1e15
      return isWhole ? "\(Int(value))" : "\(value)"
    case .sum(let parts):
      return parts.isEmpty ? "0" : "(" + join(parts, "+", names) + ")"
    case .product(let parts): return parts.isEmpty ? "1" : join(parts, "*", names)
    case .difference(let a, let b): return "(\(a.sheet(names))-\(b.factor(names)))"
    case .quotient(let a, let b): return "\(a.sheet(names))/\(b.factor(names))"
    case .quotientOrNought(let a, let b):
      return "IF(\(b.sheet(names))=0,0,\(a.sheet(names))/\(b.factor(names)))"
    case .power(let a, let b): return "\(a.factor(names))^\(b.factor(names))"
    case .exponential(let a): return "EXP(\(a.sheet(names)))"
    case .logarithm(let a): return "LN(\(a.sheet(names)))"
    case .larger(let a, let b): return "MAX(\(a.sheet(names)),\(b.sheet(names)))"
    case .smaller(let a, let b): return "MIN(\(a.sheet(names)),\(b.sheet(names)))"
    }
  }

  private func join(_ parts: [Formula], _ sign: String, _ names: SheetNames) -> String {
    parts.map { part in
      if case .quotient = part { part.factor(names) } else { part.sheet(names) }
    }.joined(separator: sign)
  }

  /// In brackets where what stands before it would take it apart.
  private func factor(_ names: SheetNames) -> String {
    switch self {
    case .product, .quotient, .power: "(\(sheet(names)))"
    default: sheet(names)
    }
  }

  /// From the last year on backwards: the year at whose end the running sum is below 0 for the last
  /// time, and the part of the next that brings it to 0.
  private static func payback(_ names: SheetNames) -> String {
    guard names.count > 0, let all = names.range(0, names.count - 1) else { return undefined }
    func sum(_ place: Int) -> String { "SUM(\(names.range(0, place) ?? names.cell(0)))" }
    var text = "IF(SUMSQ(\(all))=0,\(undefined),0)"
    for place in 0..<names.count {
      let years =
        place + 1 < names.count ? "\(place + 1)-\(sum(place))/\(names.cell(place + 1))" : undefined
      text = "IF(\(sum(place))<0,\(years),\(text))"
    }
    return text
  }
}

/// What a name says that holds the department's own name and little more.
enum DepartmentPart: Equatable {
  /// The department without its agencies: "(excl agencies)", "(core)", "HQ".
  case itself
  /// A sum: "(incl. agencies)", "group (all)", "and its agencies".
  case rollup

  /// Nil where the words beside the department's name say more than that.
  init?(_ words: [String]) {
    let said = Set(words)
    guard
      said.isSubset(of: Self.leavingOut.union(Self.alone).union(RollupWords.all).union(["other"]))
    else { return nil }
    let isSum = !said.isDisjoint(with: RollupWords.telling)
    self = isSum && said.isDisjoint(with: Self.leavingOut) ? .rollup : .itself
  }

  private static let leavingOut: Set<String> = [
    "excl", "exc", "ex", "excluding", "exclude", "excluded", "without", "minus", "less", "not",
    "wo",
  ]
  private static let alone: Set<String> = [
    "core", "hq", "headquarter", "head", "central", "centre", "main", "parent", "proper", "itself",
    "c", "own", "only", "ministerial", "ministry", "office", "civil", "return", "data",
  ]
}

/// Names of rows that sum up others.
enum RollupWords {
  /// Whether a name can only be a sum's: "Total", "All bodies", "Overall", "Agencies".
  static func isRollup(_ name: String) -> Bool {
    let words = Set(NormalName(name).words)
    if !words.isDisjoint(with: ["total", "subtotal", "sum", "overall", "aggregate", "rollup"]) {
      return true
    }
    return !words.isEmpty && words.isSubset(of: all) && !words.isDisjoint(with: telling)
  }

  /// Words that say by themselves that a row is of several bodies.
  static let telling: Set<String> = [
    "all", "whole", "entire", "everything", "everyone", "combined", "consolidated", "grand",
    "group", "family", "total", "subtotal", "sum", "overall", "aggregate", "rollup", "wide", "incl",
    "inc", "including", "include", "included", "inclusive", "plus", "with", "agency", "alb", "ndpb",
    "body",
  ]

  /// Those, and what may stand beside them.
  static let all: Set<String> = telling.union([
    "sub", "roll", "up", "organisation", "department", "departmental", "arm", "length", "non",
    "armslength", "executive", "public", "its", "it", "their", "associated", "sponsored", "partner",
    "staff", "workforce", "figure", "across", "by",
  ])
}

/// Finds rows that sum up the other rows of their department.
enum Rollups {
  /// Which of some returns of one department, month and file equals the sum of the others in
  /// everything that it says.
  ///
  /// - Parameter candidates: places of those that may be one. A body that is known is a body, even
  ///   if it should be as large as all others.
  /// - Returns: its place; nil for none.
  static func place(
    in values: [[ReturnMeasure: Double]], of candidates: [Int]
  ) -> Int? {
    guard values.count > 1, !candidates.isEmpty else { return nil }
    let sums = values.reduce(into: [ReturnMeasure: Double]()) { $0.merge($1) { $0 + $1 } }
    // Each row is rounded, to a whole person or pound at worst.
    let slack = 0.5 * Double(values.count)
    return candidates.first { place in
      let row = values[place].filter { $0.value != 0 }
      let isSum = row.allSatisfy { measure, value in
        abs((sums[measure] ?? 0) - 2 * value) <= slack + abs(value) * 1e-6
      }
      // Small numbers agree by chance. Heads and full-time equivalents are one and the same.
      let large = row.filter { abs($0.value) >= 100 * slack }
        .map { $0.key.isCost ? $0.key : .payrollFTE }
      return isSum && Set(large).count >= 2
    }
  }
}

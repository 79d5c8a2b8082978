/// What a name says that holds the department's own name and little more.
enum DepartmentPart: Equatable {
  /// The department without its agencies: "(excl agencies)", "(core)", "HQ".
  case itself
  /// A sum: "(incl. agencies)", "group (all)", "and its agencies".
  case rollup

  /// What the words say that stand beside the department's name, in their order, or alone. Nil
  /// where they say more than that.
  init?(_ words: [String]) {
    // "Home Office excluding NCA": what is left out is no matter.
    let before = words.prefix { !Self.leavingOut.contains($0) }
    if before.count < words.count, before.allSatisfy(Self.alone.contains) {
      self = .itself
      return
    }
    let said = Set(words)
    // "Other" alone names a body that the return does not.
    guard said != ["other"] else { return nil }
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

  /// Whether a name says a total of rows, and not a group that might have more than the file.
  static func isTotal(_ name: String) -> Bool {
    !Set(NormalName(name).words).isDisjoint(with: ["total", "subtotal", "sum"])
  }

  /// Words that say by themselves that a row is of several bodies.
  static let telling: Set<String> = [
    "all", "whole", "entire", "everything", "everyone", "combined", "consolidated", "grand",
    "group", "family", "total", "subtotal", "sum", "overall", "aggregate", "rollup", "wide",
    "wider", "incl",
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
  /// Which of some returns of one department, month and file equals the sum of the others in two
  /// kinds of figures at least: a slip in a third does not make it a body.
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
      // Small numbers agree by chance.
      let agreeing = values[place].filter { measure, value in
        abs(value) >= 100 * slack
          && abs((sums[measure] ?? 0) - 2 * value) <= slack + abs(value) * 1e-6
      }
      return kinds(agreeing) >= 2
    }
  }

  /// Whether a return is nearly the sum of the others in two kinds of figures, within a hundredth.
  static func isNear(_ place: Int, in values: [[ReturnMeasure: Double]]) -> Bool {
    kinds(
      values[place].filter { measure, value in
        let others = values.reduce(0) { $0 + ($1[measure] ?? 0) } - value
        return value >= 100 && abs(others - value) <= value / 100
      }) >= 2
  }

  /// Heads and full-time equivalents are one and the same.
  private static func kinds(_ values: [ReturnMeasure: Double]) -> Int {
    Set(values.keys.map { $0.isCost ? $0 : .payrollFTE }).count
  }
}

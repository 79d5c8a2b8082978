extension Evidence {
  /// What stands in place of a figure whose role names no row: which role, and which row it looks for.
  public func absence(of role: Role) -> String {
    let table = role.kind == .body ? "bodies.csv" : "facts.csv"
    guard let name = roles[role] else {
      return
        "Not in these data: the row of \(table) that the role \(role.rawValue) in datapackage.json "
        + "names; it names none."
    }
    return "Not in these data: the row \(name) of \(table), which the role \(role.rawValue) in "
      + "datapackage.json names."
  }

  /// The first of the roles that has no row, in such a sentence; nil where each has one.
  public func absence(of roles: [Role]) -> String? {
    roles.first { fact($0) == nil }.map { absence(of: $0) }
  }

  /// The same of a measure, which screens find by its name.
  public func absence(of measures: [String], in table: ObservationTable) -> String {
    "Not in these data: rows of \(table.rawValue).csv with the measure "
      + measures.joined(separator: " or ") + "."
  }

  /// The whole that these data cover, by its name.
  public var wholeName: String { roles[.whole].flatMap(body)?.name ?? "the whole" }

  /// Whether figures of a body are of the whole, or of the departments together.
  public func isCommon(_ code: String) -> Bool {
    code == roles[.whole] || code == roles[.government]
  }

  /// "central government " before a noun of whose it is; empty where the folder has no words for it.
  public var ofGovernment: String { roles[.governmentWords].map { $0 + " " } ?? "" }

  /// Whose the published count of outages is; nil where there is none.
  public var outagesOwner: String? { fact(.outageCount).map { name(of: $0.body) } }
}

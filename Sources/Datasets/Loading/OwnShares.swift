import Analytics
import Figures

/// Legacy shares that are published of single organisations: the facts of the role.
struct OwnShares {
  private(set) var byCode: [String: PublishedShare] = [:]
  private(set) var defects: [Defect] = []

  init() {}

  init(_ facts: Table, _ roles: Roles, organisations: Table?) {
    guard let start = roles[.ownLegacyShare].map({ $0 + "." }) else { return }
    let codes = organisations.map { table in
      Set((0..<table.count).map { table.text($0, "code") })
    }
    for row in facts.soundRows {
      let id = facts.text(row, "id")
      guard id.hasPrefix(start) else { continue }
      let code = String(id.dropFirst(start.count))
      guard codes?.contains(code) ?? true else {
        defects.append(
          facts.defect(
            row: row, column: "id", problem: "no organisation of the code \(code)",
            expected: "\(start) and a code of organisations.csv"))
        continue
      }
      guard facts.text(row, "unit") == "%", let value = facts.number(row, "value"), value > 0,
        value < 100
      else {
        defects.append(
          facts.defect(
            row: row, column: "value", problem: "no share of systems that a model can start from",
            expected: "a number above 0 and below 100, in the unit %"))
        continue
      }
      byCode[code] = PublishedShare(value: value / 100, fact: id)
    }
  }
}

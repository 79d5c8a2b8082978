extension ReturnsMerge {
  /// Returns with codes for names; what cannot be added up is logged and left out.
  mutating func placed(_ returns: [ReturnFile.Return]) throws(ImportError) -> [Placed] {
    var defects: [Defect] = []
    var placed: [Placed] = []
    for found in returns {
      guard let department = department(of: found, &defects),
        let body = body(of: found, department, &defects)
      else { continue }
      var whole = Placed(
        file: found.file, record: found.record, body: body, department: department,
        month: found.month, values: found.values)
      for (measure, text) in found.unreadable.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        let shown = text.count > 40 ? text.prefix(40) + "…" : text[...]
        leaveOut(whole, measure, nil, "unreadable", "\"\(shown)\" is no number")
      }
      if department.isEmpty {
        leaveOut(whole, "unassigned", "return names no department")
        continue
      }
      if found.month > collected {
        leaveOut(
          whole, "future-month",
          "return is dated after the month in which it was collected (\(collected.words))")
        continue
      }
      for measure in ReturnMeasure.allCases where !measure.isCost {
        guard let value = whole.values[measure], value < 0 else { continue }
        leaveOut(whole, measure, value, "negative", "fewer people than none")
        whole.values[measure] = nil
      }
      if !whole.values.isEmpty { placed.append(whole) }
    }
    guard defects.isEmpty else { throw .refused(defects) }
    return placed
  }

  /// The department's code; empty where the return names none, nil where the name is not known.
  func department(of found: ReturnFile.Return, _ defects: inout [Defect]) -> String? {
    guard !found.department.isEmpty else { return "" }
    if let code = names.department(of: found.department) { return code }
    let hint = names.nearest(to: found.department).map { ", the nearest \($0)" } ?? ""
    defects.append(
      Defect(
        file: found.file, row: found.record, column: "Main, parent or sponsoring department",
        value: found.department, problem: "unknown department",
        expected:
          "a name or code of bodies.csv\(hint), or --alias \"\(found.department)=CODE\""))
    return nil
  }

  /// The body's code; a body that the table does not have is added to its department.
  mutating func body(
    of found: ReturnFile.Return, _ department: String, _ defects: inout [Defect]
  ) -> String? {
    if let code = names.code(of: found.body) {
      if let name = names.entry(code)?.name, names.isMistyped(found.body),
        !spellings.contains(where: { $0.written == found.body })
      {
        spellings.append((found.body, name))
      }
      return code
    }
    if let known = newBodies.first(where: { $0.name.words == found.body.words }) {
      return known.code
    }
    guard !department.isEmpty else {
      defects.append(
        Defect(
          file: found.file, row: found.record, column: "Organisation name", value: found.body,
          problem: "unknown body that names no department",
          expected: "a name or code of bodies.csv, or --alias \"\(found.body)=CODE\""))
      return nil
    }
    let code = names.newCode(for: found.body, taken: Set(newBodies.map(\.code)))
    newBodies.append((code, found.body, department))
    bodies.append([
      "code": code, "name": found.body, "kind": "body", "parent": department,
      "note": "Added from a workforce return of \(found.month.words).",
    ])
    return code
  }
}

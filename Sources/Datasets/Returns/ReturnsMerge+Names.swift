extension ReturnsMerge {
  /// Returns without those that sum up others: by their name, or by what they say.
  mutating func withoutRollups(_ returns: [ReturnFile.Return]) -> [ReturnFile.Return] {
    var left: Set<Int> = []
    var groups: [[String]: [Int]] = [:]
    // A sum that names no department is one of the rows above it.
    var above: (file: String, department: String)?
    for (place, found) in returns.enumerated() {
      let department =
        departmentCode(of: found.department)
        ?? (found.department.isEmpty && above?.file == found.file ? above?.department : nil)
      if isAliased(found.body) {
        // The user says what it means.
      } else if RollupWords.isRollup(found.body)
        || department.map({ names.part(of: found.body, in: $0) == .rollup }) ?? false
      {
        leaveOut(found, department, "the name says a sum of several bodies")
        left.insert(place)
        continue
      }
      guard let department, !found.department.isEmpty else { continue }
      above = (found.file, department)
      if match(found.body, in: department)?.code == department {
        ownRows.insert([found.file, department, "\(found.month)"])
      }
      groups[[found.file, department, "\(found.month)"], default: []].append(place)
    }
    for (key, group) in groups.sorted(by: { $0.value[0] < $1.value[0] }) where group.count > 1 {
      let candidates = group.indices.filter { place in
        let name = returns[group[place]].body
        if let match = match(name, in: key[1]) { return match.code == key[1] && group.count > 2 }
        // Beside one body alone, a sum is a copy that has the department's name in its own.
        return group.count > 2 || names.mentions(key[1], in: name)
      }
      let values = group.map { returns[$0].values }
      guard let sum = Rollups.place(in: values, of: candidates) else {
        guard group.count > 2 else { continue }
        for place in candidates where Rollups.isNear(place, in: values) {
          let found = returns[group[place]]
          nearSums.insert([found.file, key[1], found.body])
        }
        continue
      }
      leaveOut(
        returns[group[sum]], key[1],
        "\(Self.shown(returns[group[sum]].body)) is the sum of the department's other returns of the month"
      )
      left.insert(group[sum])
    }
    checkTotals(returns, left: left)
    return returns.indices.filter { !left.contains($0) }.map { returns[$0] }
  }

  /// Logs a sum under its department, since it is no body of its own.
  private mutating func leaveOut(
    _ found: ReturnFile.Return, _ department: String?, _ why: String
  ) {
    leaveOut(
      Placed(
        file: found.file, record: found.record, body: department ?? "", written: found.body,
        department: department ?? "", month: found.month, values: found.values),
      .rollup, why.hasPrefix("\"") ? why : "\(Self.shown(found.body)): \(why)")
  }

  /// Returns with codes for names; what cannot be added up is left out.
  mutating func placed(_ returns: [ReturnFile.Return]) throws(ImportError) -> [Placed] {
    var defects: [Defect] = []
    var refused: Set<[String]> = []
    var placed: [Placed] = []
    for found in returns {
      let body: String?
      let department: String
      do throws(Defect) {
        department = try self.department(of: found)
        body = try self.body(of: found, department)
      } catch {
        // A name is refused once, however many rows have it.
        let file = options.skipsRefused ? error.file : ""
        if refused.insert([file, error.column ?? "", error.value ?? ""]).inserted {
          defects.append(error)
        }
        continue
      }
      var whole = Placed(
        file: found.file, record: found.record, body: body ?? "", written: found.body,
        department: department, month: found.month, values: found.values)
      if department.isEmpty {
        leaveOut(whole, .unassigned, "return names no department")
        continue
      }
      if found.month > collected {
        leaveOut(
          whole, .futureMonth,
          "return is dated after the month in which it was collected (\(collected.words))")
        continue
      }
      for (measure, text) in found.unreadable.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        leaveOut(whole, measure, nil, .unreadable, "\(Self.shown(text)) is no number")
      }
      for measure in ReturnMeasure.allCases where !measure.isCost {
        guard let value = whole.values[measure], value < 0 else { continue }
        leaveOut(whole, measure, value, .negative, "fewer people than none")
        whole.values[measure] = nil
      }
      if !whole.values.isEmpty { placed.append(whole) }
    }
    guard defects.isEmpty else { throw .refused(defects) }
    return placed
  }

  /// Returns with departments for what names none: what the user says for their file, else the
  /// body's own at the time.
  mutating func withDepartments(_ returns: [ReturnFile.Return]) -> [ReturnFile.Return] {
    returns.map { found in
      // What stands below a merged cell is of it, unless it is known to be another's.
      if found.isFilledDown, let department = departmentCode(of: found.department),
        let body = names.body(of: found.body, in: department)?.code,
        !names.isOf(department, body)
      {
        var found = found
        found.department = ""
        return found
      }
      guard found.isOfOneDepartment || DepartmentWords.sayNone(found.department) else {
        return found
      }
      var found = found
      if let code = options.department(of: found.file) {
        found.department = code
        note(found.file, "the department is \(code), by --department")
      } else if !RollupWords.isRollup(found.body),
        let body = names.body(of: found.body, in: "")?.code ?? names.department(of: found.body),
        let code = ownDepartment(of: body, in: found.month)
      {
        let written = found.department.isEmpty ? "none" : "\"\(found.department)\""
        note(
          found.file,
          "the department of \(body), where the file names \(written), is its own, \(code)")
        found.department = code
      }
      return found
    }
  }

  /// The department under which the folder has a body at a time: that of its returns of the year,
  /// else its parent, where that has months by then.
  private func ownDepartment(of body: String, in month: Month) -> String? {
    if let code = held.department(of: body, in: month) { return code }
    guard let entry = names.entry(body) else { return nil }
    let own = names.isDepartment(body) ? body : entry.parent
    guard let first = held.firstMonth(of: own), first <= month else { return nil }
    return own
  }

  /// The department's code; empty where the return names none.
  mutating func department(of found: ReturnFile.Return) throws(Defect) -> String {
    let column = "Main, parent or sponsoring department"
    let name = found.file.split(separator: "/").last ?? ""
    let option = "--department CODE, or of this file alone --department \"\(name)=CODE\""
    guard !found.department.isEmpty else {
      if !found.isOfOneDepartment { return "" }
      throw Defect(
        file: found.file, row: found.record, column: column,
        problem: "no such column, and no department of \(Self.shown(found.body)) at that time",
        expected: option)
    }
    guard let code = departmentCode(of: found.department) else {
      let isNone = DepartmentWords.sayNone(found.department)
      let near = names.nearest(to: found.department)
      var defect = Defect(
        file: found.file, row: found.record, column: column, value: found.department,
        problem: "unknown department",
        expected: "a name or code of bodies.csv"
          + (isNone ? ", or " + option : near.map { ", the nearest \($0.name)" } ?? "")
          + ", or --alias \"\(found.department)=CODE\"")
      if !isNone, let near {
        defect.answers = [.alias(name: found.department, code: near.code)]
      }
      throw defect
    }
    if let end = names.end(of: code), let last = end.advanced(by: 3), found.month > last {
      throw Defect(
        file: found.file, row: found.record, column: column, value: found.department,
        problem: "\(code) ended in \(end.words), and the return is of \(found.month.words)",
        expected: "the department that it became, or its own month")
    }
    return code
  }

  /// The body's code. A name that the table does not have is a new body of its department, unless
  /// it may be one that is counted already: then the user has to say which it is. Nil where the
  /// return is left out whoever it is of.
  private mutating func body(
    of found: ReturnFile.Return, _ department: String
  ) throws(Defect) -> String? {
    if let match = match(found.body, in: department), !match.isMistyped || !newNames.has(found.body)
    {
      if match.isMistyped, let name = names.entry(match.code)?.name,
        !spellings.contains(where: { $0.written == found.body })
      {
        spellings.append((found.body, name))
      }
      if !options.aliases.isEmpty, isAliased(found.body) {
        note(found.file, "\(Self.shown(found.body)) is \(match.code), by --alias")
      }
      return match.code
    }
    func refused(_ problem: String, _ expected: String, _ near: String? = nil) -> Defect {
      var defect = Defect(
        file: found.file, row: found.record, column: "Organisation name", value: found.body,
        problem: problem, expected: expected)
      defect.answers =
        (near.map { [.alias(name: found.body, code: $0)] } ?? [])
        + (department.isEmpty ? [] : [.newBody(found.body)])
      return defect
    }
    guard !department.isEmpty else {
      throw refused(
        "unknown body that names no department",
        "a name or code of bodies.csv, or --alias \"\(found.body)=CODE\"")
    }
    if found.month > collected { return nil }
    if !newNames.has(found.body) {
      let near = names.near(found.body, in: department)
      let name = near.map { names.entry($0)?.name ?? $0 } ?? ""
      let meant = near.map { "did you mean \(name)? then --alias \"\(found.body)=\($0)\"" }
      if held.holds(department, found.month) {
        throw refused(
          "unknown body, and the folder has \(department) \(found.month) already",
          (meant ?? "the body that it is, by --alias \"\(found.body)=CODE\"")
            + "; for one that the month lacks, --new-body \"\(found.body)\"", near)
      }
      if nearSums.contains([found.file, department, found.body]) {
        throw refused(
          "unknown body with nearly the sum of the department's other returns of the month",
          "no sum: take the row away; for a body, --new-body \"\(found.body)\"")
      }
      if let meant {
        guard near == department, isPartBeside(found, department) else {
          throw refused(
            "unknown body with a name like one that \(department) has",
            meant + "; for another body, --new-body \"\(found.body)\"", near)
        }
        note(
          found.file,
          "\(Self.shown(found.body)) stands beside \(department) itself, and is a body of its own")
      }
    }
    if newNames.has(found.body) {
      note(found.file, "\(Self.shown(found.body)) is a body of its own, by --new-body")
    }
    let code = names.newCode(for: found.body, taken: Set(newBodies.map(\.code)))
    newBodies.append((code, found.body, department))
    names.add(code, named: found.body, in: department)
    matches = [:]
    return code
  }

  /// Whether a name is the department's with a part of it in brackets, and the file has the
  /// department itself in the same month.
  private mutating func isPartBeside(_ found: ReturnFile.Return, _ department: String) -> Bool {
    let written = BracketedName(found.body)
    return !written.inside.isEmpty && names.part(of: written.outside, in: department) == .itself
      && ownRows.contains([found.file, department, "\(found.month)"])
  }

  private func isAliased(_ name: String) -> Bool {
    options.aliases.keys.contains { NormalName($0).key == NormalName(name).key }
  }

  /// The body of a name, found once for a department.
  private mutating func match(_ name: String, in department: String) -> BodyNames.Match? {
    if let known = matches[[name, department]] { return known }
    let found = names.body(of: name, in: department)
    matches[[name, department]] = .some(found)
    return found
  }

  private mutating func departmentCode(of name: String) -> String? {
    if let known = departmentCodes[name] { return known }
    let found = names.department(of: name)
    departmentCodes[name] = .some(found)
    return found
  }

  /// A text of a file, in quotes, not too long for a cell that is read.
  static func shown(_ text: String) -> String {
    "\"\(text.count > 40 ? text.prefix(40) + "…" : text[...])\""
  }

  /// Rows for the bodies of which something was added, and notes of the months of those that the
  /// user named, so that they are not added again.
  mutating func addBodies(_ accepted: [Placed]) {
    let added = Dictionary(grouping: accepted, by: \.body)
    newBodies.removeAll { added[$0.code] == nil }
    // A department may return its bodies without itself.
    let codes = Set(added.keys).union(accepted.map(\.department))
    for entry in names.predecessors
    where codes.contains(entry.code) && bodies.row(where: ["code": entry.code]) == nil {
      bodies.append([
        "code": entry.code, "name": entry.name, "kind": entry.kind, "parent": entry.parent,
        "note": entry.note,
      ])
    }
    for body in newBodies {
      let first = added[body.code]?.map(\.month).min() ?? .first
      bodies.append([
        "code": body.code, "name": body.name, "kind": "body", "parent": body.department,
        "note": AddedNote.adding([first], to: ""),
      ])
    }
    for (code, returns) in added {
      let months = returns.filter { newNames.has($0) }.map(\.month)
      guard !months.isEmpty, let row = bodies.row(where: ["code": code]) else { continue }
      bodies[row, "note"] = AddedNote.adding(months, to: bodies[row, "note"])
    }
  }
}

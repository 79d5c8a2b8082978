extension ReturnsMerge {
  /// One return of a body and month: the first, and of two departments the body's own. The same
  /// return in two files is no finding.
  mutating func withoutDuplicates(_ placed: [Placed]) -> [Placed] {
    var kept: [Placed] = []
    var places: [BodyMonth: Int] = [:]
    for found in placed {
      let key = BodyMonth(department: "", body: found.body, month: found.month)
      guard let place = places[key] else {
        places[key] = kept.count
        kept.append(found)
        continue
      }
      let first = kept[place]
      if first.department == found.department {
        if first.file == found.file || first.values != found.values {
          leaveOut(found, .duplicate, "same body, month and measure returned twice; first kept")
        }
        continue
      }
      let own = names.entry(found.body)?.parent
      let (stays, goes) = found.department == own ? (found, first) : (first, found)
      kept[place] = stays
      let name = names.entry(stays.department)?.name ?? stays.department
      leaveOut(
        goes, .duplicate, "same return filed under two departments; kept under \(name)",
        place: Place(department: stays.department, month: stays.month))
    }
    return kept
  }

  /// Returns without values that are far from what their bodies had before.
  mutating func sound(_ placed: [Placed]) -> [Placed] {
    let rows = placed.map { Outliers.Row(body: $0.body, month: $0.month, values: $0.values) }
    let outliers = Outliers(history, rows)
    return zip(placed, rows).map { found, row in
      var kept = found
      let reasons = outliers.reasons(of: row)
      for measure in ReturnMeasure.allCases {
        guard let reason = reasons[measure] else { continue }
        leaveOut(found, measure, found.values[measure], .outlier, reason)
        kept.values[measure] = nil
      }
      return kept
    }
  }

  /// The returns that the folder does not have yet. To a month that it has, nothing is added but
  /// what the user names, and of that only what the folder is without.
  ///
  /// - Throws: each return that the user names and the folder may have.
  mutating func withoutHeld(_ placed: [Placed]) throws(ImportError) -> [Placed] {
    var defects: [Defect] = []
    var kept: [Placed] = []
    let groups = Dictionary(grouping: placed) { Place(department: $0.department, month: $0.month) }
    for (place, group) in groups.sorted(by: {
      ($0.key.department, $0.key.month) < ($1.key.department, $1.key.month)
    }) {
      let members = held.members(of: place.department, place.month)
      var added: [Placed] = []
      var lacking: [(code: String, name: String)] = []
      for found in group {
        if let other = held.otherDepartment(of: found.body, found.month, than: found.department) {
          elsewhere.append(
            ReturnsImport.Elsewhere(
              body: found.body, month: found.month, filed: found.department, kept: other))
        } else {
          let isHeld = members.map { $0.has(found.body) } ?? false
          let isNamed = newNames.has(found)
          if isHeld == false, isNamed || members == nil {
            added.append(found)
            continue
          }
          if isHeld == nil, isNamed {
            if newNames.has(found, in: found.month) {
              added.append(found)
              continue
            }
            defects.append(undecided(found))
          }
          if isHeld == false { lacking.append((found.body, found.written)) }
        }
        repeated.insert(
          BodyMonth(department: place.department, body: found.body, month: place.month))
      }
      kept += added
      guard let members else { continue }
      var more = 0
      if !members.areTold, added.isEmpty {
        let count = held.returns(of: place.department, place.month) ?? group.count
        more = max(0, group.count - lacking.count - count)
      }
      heldMonths.append(
        ReturnsImport.HeldMonth(
          department: place.department, month: place.month, lacking: lacking, more: more,
          differences: differences(place, group, members)))
    }
    guard defects.isEmpty else { throw .refused(defects) }
    return kept
  }

  /// A return that the user calls a new one, in a month whose sum may have it.
  private func undecided(_ found: Placed) -> Defect {
    Defect(
      file: found.file, row: found.record, column: "Organisation name", value: found.written,
      problem:
        "the folder does not tell whether its sum of \(found.department) \(found.month) has \(found.body), which returned in other months of the year",
      expected:
        "no --new-body for it, or, where the sum is without it, --new-body \"\(found.written)=\(found.month)\""
    )
  }

  /// Where the files say other sums than the folder has of the very same bodies, or of some of
  /// them more than it has of all.
  private func differences(
    _ place: Place, _ group: [Placed], _ members: HeldMonths.Members
  ) -> [(column: String, held: String, found: String)] {
    let bodies = Set(group.map(\.body))
    guard bodies.isSubset(of: members.certain) else { return [] }
    let areAll = members.areTold && bodies == members.certain
    var sums: [String: (value: Double, places: Int)] = [:]
    for (measure, column, unit, places) in Self.monthColumns {
      let values = group.compactMap { $0.values[measure] }
      if !values.isEmpty { sums[column] = (values.reduce(0, +) / unit, places) }
    }
    return held.differences(place.department, place.month, from: sums, ofAll: areAll)
  }

  func addedMonths(_ accepted: [Placed]) -> [ReturnsImport.AddedMonth] {
    Dictionary(grouping: accepted) { Place(department: $0.department, month: $0.month) }
      .sorted { ($0.key.department, $0.key.month) < ($1.key.department, $1.key.month) }
      .map { place, group in
        ReturnsImport.AddedMonth(
          department: place.department, month: place.month, returns: group.count,
          isNew: !held.holds(place.department, place.month))
      }
  }
}

extension ReturnsMerge {
  /// Finds against every value of a return.
  mutating func leaveOut(
    _ found: Placed, _ rule: ReturnRule, _ why: String, place: Place? = nil
  ) {
    for measure in ReturnMeasure.allCases {
      guard let value = found.values[measure] else { continue }
      leaveOut(found, measure, value, rule, why, place: place)
    }
  }

  mutating func leaveOut(
    _ found: Placed, _ measure: ReturnMeasure, _ value: Double?, _ rule: ReturnRule, _ why: String,
    place: Place? = nil
  ) {
    let own = Place(department: found.department, month: found.month)
    findings.append(
      Finding(
        file: found.file, department: found.department, body: found.body, month: found.month,
        measure: measure,
        value: value, rule: rule, why: why,
        place: rule == .unassigned || rule == .futureMonth ? nil : place ?? own))
  }

  /// Whether a finding is worth a word: it is not about what the folder has already.
  func isTold(_ finding: Finding) -> Bool {
    guard let place = finding.place, held.holds(place.department, place.month) else { return true }
    return finding.rule != .rollup
      && !repeated.contains(
        BodyMonth(department: place.department, body: finding.body, month: place.month))
  }

  /// Rows of the log for what was left out of months that something was added to. A finding that
  /// the log has already is not written again.
  mutating func addFindings(_ accepted: [Placed]) {
    let places = Set(accepted.map { Place(department: $0.department, month: $0.month) })
    let added = Set(newBodies.map(\.code))
    var logged = Set(log.rows)
    for finding in findings where isTold(finding) {
      // A row of the log names a body of the table.
      guard finding.place.map(places.contains) ?? true,
        names.entry(finding.body) != nil || added.contains(finding.body)
      else { continue }
      let cells = [
        "department": finding.department, "body": finding.body, "month": "\(finding.month)",
        "measure": finding.measure.rawValue,
        "value": finding.value.map { Self.text($0, places: 6) } ?? "",
        "rule": finding.rule.rawValue, "why": finding.why,
      ]
      if logged.insert(log.header.map { cells[$0] ?? "" }).inserted { log.append(cells) }
    }
  }

  /// Rows of the log for what was decided in reading the files: under each department and month to
  /// which a file gave something.
  mutating func addDecisions(_ accepted: [Placed]) {
    var logged = Set(log.rows)
    for (file, returns) in Dictionary(grouping: accepted, by: \.file).sorted(by: { $0.key < $1.key }
    ) {
      let name = file.split(separator: "/").last.map(String.init) ?? file
      let places = Set(returns.map { Place(department: $0.department, month: $0.month) })
      for note in notes[file] ?? [] where note.isDecision {
        for place in places.sorted(by: { ($0.department, $0.month) < ($1.department, $1.month) }) {
          let cells = [
            "department": place.department, "body": place.department, "month": "\(place.month)",
            "measure": "returns", "rule": ReturnRule.decision.rawValue,
            "why": "\(name): \(note.words)",
          ]
          if logged.insert(log.header.map { cells[$0] ?? "" }).inserted { log.append(cells) }
        }
      }
    }
  }
}

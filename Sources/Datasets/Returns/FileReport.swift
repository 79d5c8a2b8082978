extension ReturnsImport {
  /// What became of one file.
  public struct FileReport: Sendable {
    public enum State: String, CaseIterable, Sendable {
      /// Something of it is added.
      case taken
      /// The folder has its months, or what it says is left out.
      case held
      /// Nothing of it is read.
      case refused
    }

    /// As it was named.
    public let file: String
    public internal(set) var state: State
    /// Codes of departments.
    public internal(set) var departments: [String] = []
    /// In their order.
    public internal(set) var months: [Month] = []
    /// How many returns it has, sums among them.
    public internal(set) var returns = 0
    /// How it was read, what was decided, and whether its own totals add up: a sentence each.
    public internal(set) var notes: [String] = []
    /// Values that are left out, by body, measure and rule, with the reason: a sentence each.
    public internal(set) var leftOut: [String] = []
    /// Why it is refused.
    public internal(set) var defects: [Defect] = []
  }
}

extension ReturnsImport.Outcome {
  /// Takes in the files that were refused, all in the order in which they were given.
  mutating func report(_ refused: [Defect], of files: [String]) {
    var all = Dictionary(reports.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    for defect in refused {
      all[defect.file, default: .init(file: defect.file, state: .refused)].defects.append(defect)
    }
    reports = files.compactMap { all.removeValue(forKey: $0) }
  }
}

extension ReturnsMerge {
  /// What became of each file.
  func reports(
    of returns: [ReturnFile.Return], _ accepted: [Placed], from files: [String]
  ) -> [ReturnsImport.FileReport] {
    let read = Dictionary(grouping: returns, by: \.file)
    let added = Dictionary(grouping: accepted, by: \.file)
    let found = Dictionary(grouping: findings.filter(isTold), by: \.file)
    return files.map { file in
      let rows = read[file] ?? []
      var report = ReturnsImport.FileReport(file: file, state: added[file] == nil ? .held : .taken)
      report.departments = Set(
        rows.compactMap { row in (departmentCodes[row.department] ?? nil) ?? nil }
          + (added[file] ?? []).map(\.department)
      ).sorted()
      report.months = Set(rows.map(\.month)).sorted()
      report.returns = rows.count
      report.notes = (notes[file] ?? []).map(\.words) + steps(in: added[file] ?? [])
      report.leftOut = (found[file] ?? []).map { finding in
        let name = finding.body.isEmpty ? finding.department : finding.body
        let value = finding.value.map { " " + Self.text($0, places: 2) } ?? ""
        return "\(name) \(finding.month) \(finding.measure.rawValue)\(value), "
          + "\(finding.rule.rawValue): \(finding.why)"
      }
      return report
    }
  }

  /// Bodies that have half as much again as in the year nearest, or two thirds: not enough to be left
  /// out, but to be looked at.
  private func steps(in returns: [Placed]) -> [String] {
    returns.flatMap { found in
      [
        (ReturnMeasure.payrollFTE, "staff"), (.payrollCost, "pay"),
        (.contingentCost, "contractors"),
      ]
      .compactMap { measure, word -> String? in
        guard let value = found.values[measure],
          let mean = history.mean(of: found.body, measure, near: found.month),
          value > mean * 1.5 || value < mean / 1.5,
          abs(value - mean) > (measure.isCost ? 1e6 : 100)
        else { return nil }
        let texts = [value, mean].map {
          measure.isCost ? Self.pounds($0) : Self.text($0, places: 0)
        }
        return "\(found.body) has \(word) of \(texts[0]); it had \(texts[1]) a month"
      }
    }
  }
}

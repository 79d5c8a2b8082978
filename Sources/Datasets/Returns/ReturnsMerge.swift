#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The rules by which returns become rows.
struct ReturnsMerge {
  /// A return of a known body under a known department.
  struct Placed {
    var file: String
    var record: Int
    var body, department: String
    var month: Month
    var values: [ReturnMeasure: Double]
  }

  private let names: BodyNames
  private let options: ReturnsImport.Options
  private let package: [UInt8]?
  private let packageVersion: String?
  private let collected: Month
  private var spend, bodyYears, log, sources, bodies: EditedTable
  private let costs: BodyHistory
  private var months: [ReturnsImport.AddedMonth] = []
  private var leftOut: [String: Int] = [:]
  private var newBodies: [(code: String, name: String, department: String)] = []
  private var spellings: [(written: String, taken: String)] = []
  private var logged: Set<[String]> = []

  /// Nil where the folder lacks a table of evidence.
  init?(_ reading: FolderReading, folder: DataFolder, _ options: ReturnsImport.Options) {
    guard let spend = reading.tables["contractor_spend"],
      let years = reading.tables["contractor_bodies"],
      let log = reading.tables["contractor_quality_log"], let sources = reading.tables["sources"],
      let bodies = reading.tables["bodies"]
    else { return nil }
    self.options = options
    self.spend = EditedTable(spend)
    bodyYears = EditedTable(years)
    self.log = EditedTable(log)
    self.sources = EditedTable(sources)
    self.bodies = EditedTable(bodies)
    costs = BodyHistory(years)
    names = BodyNames(
      bodies: bodies,
      departments: Set((0..<spend.count).map { spend.text($0, "body") }),
      aliases: options.aliases)
    package = try? RegularFile.bytes(of: folder.path + "/" + PackageName.file)
    packageVersion = reading.package.version
    let newest = (0..<spend.count).compactMap { Month(text: spend.text($0, "month")) }.max()
    let made = package.flatMap { PackageDate($0)?.month }
    collected = options.collected ?? made ?? newest ?? .first
    logged = Set(self.log.rows)
  }

  mutating func outcome(
    of returns: [ReturnFile.Return], from files: [String]
  ) throws(ImportError) -> ReturnsImport.Outcome {
    let before = [spend, bodyYears, log, sources, bodies].map(\.rows)
    var placed = withoutOutliers(withoutDuplicates(try placed(returns)))
    placed.removeAll { $0.values.isEmpty }
    var accepted: [Placed] = []
    let groups = Dictionary(grouping: placed) { [$0.department, $0.month.description] }
    // Every month is decided by what the folder held before any of them was added.
    let known = groups.mapValues { knownMembers($0[0].department, $0[0].month) }
    for key in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      accepted += decide(groups[key] ?? [], known[key] ?? .none)
    }
    if !accepted.isEmpty {
      let source = addSource(accepted, files)
      addMonths(accepted, source)
      addYears(accepted, source)
    }
    let tables = [spend, bodyYears, log, sources, bodies]
    var changed = zip(tables, before).filter { $0.rows != $1 }.map {
      (name: $0.0.file, bytes: $0.0.bytes)
    }
    if !changed.isEmpty, let description = renamedPackage(accepted) {
      changed.append((name: PackageName.file, bytes: description))
    }
    return ReturnsImport.Outcome(
      files: changed, months: months,
      leftOut: leftOut.sorted { $0.key < $1.key }.map { (rule: $0.key, count: $0.value) },
      bodies: newBodies, spellings: spellings, collected: collected)
  }
}

// MARK: - Whose return it is

extension ReturnsMerge {
  /// Returns with codes for names; what cannot be added up is logged and left out.
  private mutating func placed(_ returns: [ReturnFile.Return]) throws(ImportError) -> [Placed] {
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
  private func department(of found: ReturnFile.Return, _ defects: inout [Defect]) -> String? {
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
  private mutating func body(
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

// MARK: - What is left out

extension ReturnsMerge {
  /// One return of a body and month: the first, and of two departments the body's own.
  private mutating func withoutDuplicates(_ placed: [Placed]) -> [Placed] {
    var kept: [Placed] = []
    var places: [[String]: Int] = [:]
    for found in placed {
      let key = [found.body, found.month.description]
      guard let place = places[key] else {
        places[key] = kept.count
        kept.append(found)
        continue
      }
      let first = kept[place]
      if first.department == found.department {
        leaveOut(
          found, "duplicate", "same body, month and measure returned twice; first kept")
        continue
      }
      let own = names.entry(found.body)?.parent
      let (stays, goes) = found.department == own ? (found, first) : (first, found)
      kept[place] = stays
      let name = names.entry(stays.department)?.name ?? stays.department
      leaveOut(goes, "duplicate", "same return filed under two departments; kept under \(name)")
    }
    return kept
  }

  /// Pay and staff far above what the body had before are slips of the decimal point or of the
  /// column. A body without a past is held against what a person can cost.
  private mutating func withoutOutliers(_ placed: [Placed]) -> [Placed] {
    var kept = placed
    for (place, found) in placed.enumerated() {
      let others = placed.enumerated().filter {
        $0.offset != place && $0.element.body == found.body
      }
      .map(\.element)
      for (measure, word) in [(ReturnMeasure.payrollCost, "pay cost"), (.payrollFTE, "staff")] {
        guard let value = found.values[measure], value > 0 else { continue }
        let past = costs.values(of: found.body, measure) + others.compactMap { $0.values[measure] }
        if let median = Self.median(past), past.count >= 3, median > 0 {
          if value > 5 * median {
            leaveOut(
              found, measure, value, "outlier",
              "\(word) more than 5 times the median of the body: left out of sums")
            kept[place].values[measure] = nil
          }
        } else if measure == .payrollCost, let staff = found.values[.payrollFTE], staff > 0,
          value / staff > 100_000
        {
          leaveOut(
            found, measure, value, "outlier",
            "pay cost over £100,000 a month for each full-time equivalent: left out of sums")
          kept[place].values[measure] = nil
        }
      }
    }
    return kept
  }

  private static func median(_ values: [Double]) -> Double? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// Logs every value of a return.
  private mutating func leaveOut(_ found: Placed, _ rule: String, _ why: String) {
    for measure in ReturnMeasure.allCases {
      if let value = found.values[measure] { leaveOut(found, measure, value, rule, why) }
    }
  }

  private mutating func leaveOut(
    _ found: Placed, _ measure: ReturnMeasure, _ value: Double?, _ rule: String, _ why: String
  ) {
    leftOut[rule, default: 0] += 1
    let cells = [
      "department": found.department, "body": found.body, "month": "\(found.month)",
      "measure": measure.rawValue, "value": value.map { Self.text($0, places: 6) } ?? "",
      "rule": rule, "why": why,
    ]
    // Importing a file twice says the same thing once.
    let row = log.header.map { cells[$0] ?? "" }
    if logged.insert(row).inserted { log.append(cells) }
  }
}

// MARK: - What is added

extension ReturnsMerge {
  /// What the folder tells about who is in a department's month.
  private enum Members {
    /// The folder has nothing of the month.
    case none
    /// It has these bodies.
    case these(Set<String>)
    /// It has a sum, and does not say of whom.
    case unknown
  }

  /// A sum of a month has the bodies that returned in every month of the year, or all of the year
  /// where as many returned. Otherwise the tables do not say who it holds.
  private func knownMembers(_ department: String, _ month: Month) -> Members {
    guard let row = spend.row(where: ["body": department, "month": "\(month)"]) else {
      return .none
    }
    guard let count = Int(spend[row, "returns"]) else { return .unknown }
    let year = month.financialYear
    let monthsOfYear = spend.rows.indices.count {
      spend[$0, "body"] == department
        && Month(text: spend[$0, "month"])?.financialYear == year
    }
    let ofYear = bodyYears.rows.indices.filter {
      bodyYears[$0, "department"] == department && bodyYears[$0, "financial_year"] == year
    }
    let always = ofYear.filter { Int(bodyYears[$0, "months_returned"]) == monthsOfYear }
    for rows in [always, ofYear] where rows.count == count {
      return .these(Set(rows.map { bodyYears[$0, "body"] }))
    }
    return .unknown
  }

  /// The returns of a department's month that the folder does not have yet.
  private mutating func decide(_ group: [Placed], _ members: Members) -> [Placed] {
    guard let first = group.first else { return [] }
    var added = group
    switch members {
    case .none: break
    case .these(let codes):
      added = group.filter { !codes.contains($0.body) }
      for found in group where codes.contains(found.body) {
        leaveOut(found, "duplicate", "the folder has the month of the body; first kept")
      }
    case .unknown:
      added = []
      for found in group {
        leaveOut(found, "duplicate", "the folder has the month of the department; first kept")
      }
    }
    added = added.filter { found in
      let row = yearRow(found.body, found.department, found.month)
      let held = row.flatMap { Int(bodyYears[$0, "months_returned"]) } ?? 0
      guard held >= 12 else { return true }
      leaveOut(found, "duplicate", "the folder has twelve months of the body in the year")
      return false
    }
    if !added.isEmpty {
      var isNew = false
      if case .none = members { isNew = true }
      months.append(
        ReturnsImport.AddedMonth(
          department: first.department, month: first.month, returns: added.count, isNew: isNew))
    }
    return added
  }

  private mutating func addMonths(_ accepted: [Placed], _ source: String) {
    let groups = Dictionary(grouping: accepted) { [$0.department, $0.month.description] }
    for key in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let group = groups[key] else { continue }
      let row = spend.row(where: ["body": key[0], "month": key[1]]) ?? newMonth(key[0], key[1])
      spend[row, "returns"] = "\((Int(spend[row, "returns"]) ?? 0) + group.count)"
      for (measure, column, unit, places) in Self.monthColumns {
        let values = group.compactMap { $0.values[measure] }
        guard !values.isEmpty else { continue }
        let held = Numeral.double(spend[row, column]) ?? 0
        spend[row, column] = Self.text(held + values.reduce(0, +) / unit, places: places)
      }
      spend[row, "mark"] = "derived"
      spend[row, "source_id"] = source
    }
  }

  /// An empty row behind the department's earlier months.
  private mutating func newMonth(_ department: String, _ month: String) -> Int {
    let before = spend.rows.indices.last {
      spend[$0, "body"] == department && spend[$0, "month"] < month
    }
    let after = spend.rows.indices.first { spend[$0, "body"] == department }
    let place = before.map { $0 + 1 } ?? after ?? spend.rows.count
    spend.insert(["body": department, "month": month], at: place)
    return place
  }

  private func yearRow(_ body: String, _ department: String, _ month: Month) -> Int? {
    bodyYears.row(where: [
      "body": body, "department": department, "financial_year": month.financialYear,
    ])
  }

  /// A mean is carried on from its printed decimal, a sum from its three.
  private mutating func addYears(_ accepted: [Placed], _ source: String) {
    let groups = Dictionary(grouping: accepted) {
      [$0.department, $0.body, $0.month.financialYear]
    }
    for key in groups.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let group = groups[key], let first = group.first else { continue }
      let row = yearRow(key[1], key[0], first.month) ?? newYear(key[1], key[0], key[2])
      let held = Int(bodyYears[row, "months_returned"]) ?? 0
      for (measure, column) in [
        (ReturnMeasure.payrollFTE, "payroll_fte_mean"), (.nonPayrollFTE, "nonpayroll_fte_mean"),
      ] {
        let values = group.compactMap { $0.values[measure] }
        guard !values.isEmpty else { continue }
        let mean = Numeral.double(bodyYears[row, column])
        let weight = mean == nil ? 0 : Double(held)
        let total = (mean ?? 0) * weight + values.reduce(0, +)
        bodyYears[row, column] = Self.text(total / (weight + Double(values.count)), places: 1)
      }
      for (measure, column) in [
        (ReturnMeasure.payrollCost, "payroll_cost_gbp_m"),
        (.contingentCost, "contingent_cost_gbp_m"), (.consultancyCost, "consultancy_cost_gbp_m"),
      ] {
        let values = group.compactMap { $0.values[measure] }
        guard !values.isEmpty else { continue }
        let sum = Numeral.double(bodyYears[row, column]) ?? 0
        bodyYears[row, column] = Self.text(sum + values.reduce(0, +) / 1e6, places: 3)
      }
      bodyYears[row, "months_returned"] = "\(held + group.count)"
      bodyYears[row, "mark"] = "derived"
      bodyYears[row, "source_id"] = source
    }
  }

  /// An empty row behind the body's earlier years, else behind its department's rows.
  private mutating func newYear(_ body: String, _ department: String, _ year: String) -> Int {
    let own = bodyYears.rows.indices.filter { bodyYears[$0, "department"] == department }
    let before = own.last {
      bodyYears[$0, "body"] == body && bodyYears[$0, "financial_year"] < year
    }
    let after = own.first { bodyYears[$0, "body"] == body }
    let place = before.map { $0 + 1 } ?? after ?? own.last.map { $0 + 1 } ?? bodyYears.rows.count
    bodyYears.insert(
      ["body": body, "department": department, "financial_year": year], at: place)
    return place
  }

  private static let monthColumns: [(ReturnMeasure, String, Double, Int)] = [
    (.payrollFTE, "payroll_fte", 1, 1), (.payrollCost, "payroll_cost_gbp_m", 1e6, 3),
    (.nonPayrollFTE, "nonpayroll_fte", 1, 1), (.agencyFTE, "agency_fte", 1, 1),
    (.interimFTE, "interim_manager_fte", 1, 1),
    (.specialistFTE, "specialist_contractor_fte", 1, 1),
    (.contingentCost, "contingent_cost_gbp_m", 1e6, 3),
    (.consultancyCost, "consultancy_cost_gbp_m", 1e6, 3),
  ]

  /// A number with at most so many decimals and no zeros behind them.
  private static func text(_ value: Double, places: Int) -> String {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let (whole, part) = Int(scaled).quotientAndRemainder(dividingBy: Int(scale))
    var decimals = String(repeating: "0", count: places - "\(part)".count) + "\(part)"
    while decimals.last == "0" { decimals.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + "\(whole)" + (decimals.isEmpty ? "" : "." + decimals)
  }
}

// MARK: - Where it comes from

extension ReturnsMerge {
  /// A row of sources for what was added; its id.
  private mutating func addSource(_ accepted: [Placed], _ files: [String]) -> String {
    let months = accepted.map(\.month)
    guard let first = months.min(), let last = months.max() else { return "" }
    let span = first == last ? last.words : "\(first.words) to \(last.words)"
    let departments = Set(accepted.map(\.department)).sorted()
    let publisher = departments.map { names.entry($0)?.name ?? $0 }.joined(separator: "; ")
    let fileNames = files.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let cells = [
      "title":
        "Workforce management information of \(span), imported from \(fileNames.joined(separator: ", "))",
      "publisher": publisher,
      "date": options.published.isEmpty ? "\(last)" : options.published,
      "address": options.address, "licence": "Open Government Licence v3.0",
      "seen_how": "in the publication",
    ]
    if let row = sources.row(where: cells) { return sources[row, "id"] }
    var id = "workforce-import-\(last)"
    var number = 2
    while sources.row(where: ["id": id]) != nil {
      id = "workforce-import-\(last)-\(number)"
      number += 1
    }
    sources.append(cells.merging(["id": id]) { old, _ in old })
    return id
  }

  /// The package's description under a version of its own, since its figures are others now. Nil
  /// where there is none, or no version to change.
  private func renamedPackage(_ accepted: [Placed]) -> [UInt8]? {
    guard let last = accepted.map(\.month).max(), let package, let version = packageVersion,
      !version.isEmpty
    else { return nil }
    let mark = "-workforce-"
    let base = version.firstRange(of: mark).map { String(version[..<$0.lowerBound]) } ?? version
    let held = version.firstRange(of: mark).map { String(version[$0.upperBound...]) } ?? ""
    let new = base + mark + max(held, "\(last)")
    let text = String(decoding: package, as: UTF8.self)
    guard let key = text.firstRange(of: "\"version\""),
      let value = text[key.upperBound...].firstRange(of: "\"\(version)\"")
    else { return nil }
    return Array((text[..<value.lowerBound] + "\"\(new)\"" + text[value.upperBound...]).utf8)
  }
}

/// The month in which a package was made, where its description says so.
private struct PackageDate: Decodable {
  var created: String

  init?(_ bytes: [UInt8]) {
    guard let date = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
    self = date
  }

  var month: Month? { Month(text: String(created.prefix(7))) }
}

/// What bodies cost and held a month, before.
struct BodyHistory {
  private var months: [String: [(months: Int, cost: Double?, staff: Double?)]] = [:]

  init(_ years: Table) {
    for row in 0..<years.count {
      let count = years.number(row, "months_returned").map { Int($0) } ?? 0
      guard count > 0 else { continue }
      months[years.text(row, "body"), default: []].append(
        (
          count, years.number(row, "payroll_cost_gbp_m").map { $0 * 1e6 / Double(count) },
          years.number(row, "payroll_fte_mean")
        ))
    }
  }

  /// The mean of its year for each month that the body returned, in pounds or people.
  func values(of body: String, _ measure: ReturnMeasure) -> [Double] {
    (months[body] ?? []).flatMap { year in
      let value = measure == .payrollCost ? year.cost : measure == .payrollFTE ? year.staff : nil
      return value.map { [Double](repeating: $0, count: year.months) } ?? []
    }
  }
}

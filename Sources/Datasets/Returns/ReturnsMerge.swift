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

  let names: BodyNames
  let options: ReturnsImport.Options
  let package: [UInt8]?
  let packageVersion: String?
  let collected: Month
  var spend, bodyYears, log, sources, bodies: EditedTable
  let costs: BodyHistory
  var months: [ReturnsImport.AddedMonth] = []
  var leftOut: [String: Int] = [:]
  var newBodies: [(code: String, name: String, department: String)] = []
  var spellings: [(written: String, taken: String)] = []
  var logged: Set<[String]> = []

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
    package = try? folder.bytes(of: PackageName.file)
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

/// The month in which a package was made, where its description says so.
private struct PackageDate: Decodable {
  var created: String

  init?(_ bytes: [UInt8]) {
    guard let date = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
    self = date
  }

  var month: Month? { Month(text: String(created.prefix(7))) }
}

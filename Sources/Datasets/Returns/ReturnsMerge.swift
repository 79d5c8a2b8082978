import Figures

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
    /// Code and name as it is written.
    var body, written: String
    var department: String
    var month: Month
    var values: [ReturnMeasure: Double]
  }

  /// A value that is left out, and why.
  struct Finding {
    /// The file of the return.
    var file: String
    var department, body: String
    var month: Month
    var measure: ReturnMeasure
    /// Nil for what is no number.
    var value: Double?
    var rule: ReturnRule
    var why: String
    /// The department's month to whose sum it matters: of a return under two departments the one
    /// that is kept. Nil where it is of no month that could be summed.
    var place: Place?
  }

  /// A body's month.
  struct BodyMonth: Hashable {
    var department, body: String
    var month: Month
  }

  /// A department's month.
  struct Place: Hashable {
    var department: String
    var month: Month
  }

  var names: BodyNames
  let options: ReturnsImport.Options
  let newNames: NewBodyNames
  let package: [UInt8]?
  let packageVersion: String?
  let collected: Month
  let held: HeldMonths
  let history: BodyHistory
  var spend, bodyYears, log, sources, bodies: EditedTable
  var newBodies: [(code: String, name: String, department: String)] = []
  /// Names as they are written, by what they are taken for.
  var spellings: [(written: String, taken: String)] = []
  /// Returns that are nearly the sum of the others of their file: file, department and name.
  var nearSums: Set<[String]> = []
  /// Departments that return themselves: file, department and month.
  var ownRows: Set<[String]> = []
  var findings: [Finding] = []
  /// What the folder has already.
  var repeated: Set<BodyMonth> = []
  var heldMonths: [ReturnsImport.HeldMonth] = []
  var elsewhere: [ReturnsImport.Elsewhere] = []
  var matches: [[String]: BodyNames.Match?] = [:]
  var departmentCodes: [String: String?] = [:]
  /// How each file was read, by its name.
  var notes: [String: [ReturnNote]] = [:]

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
    history = BodyHistory(years)
    held = HeldMonths(
      spend: self.spend, years: bodyYears, sources: self.sources, bodies: self.bodies)
    newNames = NewBodyNames(options.newBodies)
    names = BodyNames(
      bodies: bodies, predecessors: reading.tables["predecessors"],
      government: reading.package.roles[.government],
      departments: Set((0..<spend.count).map { spend.text($0, "body") }),
      returned: Dictionary(
        (0..<years.count).map {
          (years.text($0, "department"), Set([years.text($0, "body")]))
        },
        uniquingKeysWith: { $0.union($1) }),
      aliases: options.aliases)
    package = try? folder.bytes(of: PackageName.file)
    packageVersion = reading.package.version
    let newest = (0..<spend.count).compactMap { Month(text: spend.text($0, "month")) }.max()
    let made = package.flatMap { PackageDate($0)?.month }
    collected = options.collected ?? made ?? newest ?? .first
  }

  /// What becomes of the returns. Where nothing is added, nothing is written: not even a finding.
  mutating func outcome(
    of returns: [ReturnFile.Return], from files: [String]
  ) throws(ImportError) -> ReturnsImport.Outcome {
    let before = [spend, bodyYears, log, sources, bodies].map(\.rows)
    let placed = sound(withoutDuplicates(try placed(withoutRollups(withDepartments(returns)))))
    let accepted = try withoutHeld(placed).filter { !$0.values.isEmpty }
    if !accepted.isEmpty {
      let source = addSource(accepted, files)
      addMonths(accepted, source)
      addYears(accepted, source)
      addBodies(accepted)
      addFindings(accepted)
      addDecisions(accepted)
    }
    let tables = [spend, bodyYears, log, sources, bodies]
    var changed = zip(tables, before).filter { $0.rows != $1 }.map {
      (name: $0.0.file, bytes: $0.0.bytes)
    }
    if !changed.isEmpty, let description = renamedPackage(accepted) {
      changed.append((name: PackageName.file, bytes: description))
    }
    let told = Dictionary(grouping: findings.filter(isTold), by: \.rule.rawValue)
    var outcome = ReturnsImport.Outcome(
      files: changed, months: addedMonths(accepted),
      leftOut: told.sorted { $0.key < $1.key }.map { (rule: $0.key, count: $0.value.count) },
      bodies: newBodies, spellings: spellings, held: heldMonths, elsewhere: elsewhere,
      collected: collected)
    outcome.reports = reports(of: returns, accepted, from: files)
    return outcome
  }

  /// Notes what was decided about a file, once.
  mutating func note(_ file: String, _ words: String, isDecision: Bool = true) {
    let note = ReturnNote(words: words, isDecision: isDecision)
    if notes[file]?.contains(note) != true { notes[file, default: []].append(note) }
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

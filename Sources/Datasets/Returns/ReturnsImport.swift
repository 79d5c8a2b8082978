/// Departments' monthly workforce returns, added to a data folder by the rules that its own tables
/// were made by: what is left out of the sums stands in `contractor_quality_log.csv` with the rule
/// and the reason.
///
/// Source of the returns: the workforce management information that departments publish each month.
public struct ReturnsImport: Sendable {
  /// What the user says beside the files.
  public struct Options: Sendable {
    /// The month of files that do not say theirs, or that say several of which it is one.
    public var month: Month?
    /// The same of single files, by their names or the last parts of these.
    public var months: [String: Month] = [:]
    /// The department's code, or name, of files and rows that name none.
    public var department: String?
    /// The same of single files.
    public var departments: [String: String] = [:]
    /// Whether figures in thousands and the like are read as such, in all files; else they are
    /// refused.
    public var takesUnits = false
    /// Files in which they are.
    public var unitsOf: Set<String> = []
    /// Whether files that are refused are left out, and the others taken.
    public var skipsRefused = false
    /// The month in which the returns were collected: later ones are dated in the future. Nil is
    /// the month in which the data folder was made.
    public var collected: Month?
    /// Codes of bodies by the names that the files write.
    public var aliases: [String: String]
    /// Bodies that are not counted yet, by the names that the files write or by their codes: only
    /// these are added to a month that the folder has, and only these may have a name near to
    /// another's. `NAME=2026-07` says so of a month of which the folder does not tell.
    public var newBodies: [String]
    /// Day of publication and address, for the new row of sources; both may be empty.
    public var published, address: String

    public init(
      month: Month? = nil, collected: Month? = nil, aliases: [String: String] = [:],
      newBodies: [String] = [], published: String = "", address: String = ""
    ) {
      (self.month, self.collected, self.aliases) = (month, collected, aliases)
      self.newBodies = newBodies
      (self.published, self.address) = (published, address)
    }

    func month(of file: String) -> Month? { Self.value(months, file) ?? month }

    func department(of file: String) -> String? { Self.value(departments, file) ?? department }

    func takesUnits(of file: String) -> Bool { takesUnits || unitsOf.contains(file) }

    private static func value<Value>(_ values: [String: Value], _ file: String) -> Value? {
      values[file] ?? file.split(separator: "/").last.flatMap { values[String($0)] }
    }
  }

  /// A department's month that is new, or that more bodies were added to.
  public struct AddedMonth: Hashable, Sendable {
    /// Its code.
    public let department: String
    /// The month of the returns.
    public let month: Month
    /// How many bodies were added.
    public let returns: Int
    /// Whether the folder had nothing of it.
    public let isNew: Bool
  }

  /// A department's month of which the folder has a sum already.
  public struct HeldMonth: Sendable {
    /// Its code.
    public let department: String
    /// The month of the returns.
    public let month: Month
    /// Known bodies that the folder's sum does not have, and their names in the files. They are
    /// not added, unless the user names them.
    public let lacking: [(code: String, name: String)]
    /// How many more returns the files have than the folder's sum and those that it lacks, where it
    /// does not tell whose they are; else 0.
    public let more: Int
    /// Columns in which the files have another sum of the same bodies, or of some of them more than
    /// the folder of all: what it has, which stays, and what they say.
    public let differences: [(column: String, held: String, found: String)]
  }

  /// A body's month that the folder has under another department than the files.
  public struct Elsewhere: Sendable {
    /// Codes of the body, of the department that the files name, and of the folder's.
    public let body: String
    /// The month of the return.
    public let month: Month
    /// The department that the files name, and the one under which the body stays.
    public let filed, kept: String
  }

  /// What came of it.
  public struct Outcome: Sendable {
    /// Files of the folder that are different now: name and bytes.
    public internal(set) var files: [(name: String, bytes: [UInt8])]
    /// In the order of departments and months.
    public internal(set) var months: [AddedMonth]
    /// Values left out, by rule.
    public internal(set) var leftOut: [(rule: String, count: Int)]
    /// Bodies that the folder did not have: code, name and department.
    public internal(set) var bodies: [(code: String, name: String, department: String)]
    /// Names taken for a body that is spelt otherwise.
    public internal(set) var spellings: [(written: String, taken: String)]
    /// Months that the folder has already and keeps as they are, but for bodies that the user
    /// names.
    public internal(set) var held: [HeldMonth]
    /// Bodies that the folder has under another department.
    public internal(set) var elsewhere: [Elsewhere]
    /// Files that have no column of something that the tables hold, in their order: what they say
    /// of it stays blank.
    public internal(set) var absent: [(file: String, measures: [ReturnMeasure])] = []
    /// What became of each file, in their order.
    public internal(set) var reports: [FileReport] = []
    /// The last month that was not taken for one of the future.
    public internal(set) var collected: Month
  }

  /// A file to read.
  public struct Source: Sendable {
    /// As it was named.
    public let name: String
    /// Gives its bytes, when they are wanted.
    public let bytes: @Sendable () throws(Defect) -> [UInt8]

    public init(name: String, bytes: @escaping @Sendable () throws(Defect) -> [UInt8]) {
      (self.name, self.bytes) = (name, bytes)
    }
  }

  /// Reads the files and says what the folder becomes; writes nothing.
  ///
  /// - Throws: `.refused` with each defect of the files, `.folder` for one of the folder.
  public static func outcome(
    of files: [(name: String, bytes: [UInt8])], into folder: DataFolder, _ options: Options
  ) throws(ImportError) -> Outcome {
    let sources = files.map { file in
      Source(name: file.name) { () throws(Defect) -> [UInt8] in file.bytes }
    }
    return try outcome(of: sources, into: folder, options)
  }

  /// The same of files that are read one after the other.
  ///
  /// - Parameters:
  ///   - files: what is to be read.
  ///   - folder: the data that they go into.
  ///   - options: what was decided about them.
  ///   - told: gets the number of files that were read.
  public static func outcome(
    of files: [Source], into folder: DataFolder, _ options: Options,
    told: (Int) -> Void = { _ in }
  ) throws(ImportError) -> Outcome {
    var refused: [Defect] = []
    var read: [ReturnFile] = []
    for (place, file) in files.enumerated() {
      do throws(ImportError) {
        let bytes: [UInt8]
        do throws(Defect) { bytes = try file.bytes() } catch { throw .refused([error]) }
        read.append(
          try ReturnFile(
            bytes, name: file.name, month: options.month(of: file.name),
            takesUnits: options.takesUnits(of: file.name)))
      } catch {
        guard case .refused(let found) = error else { throw error }
        refused += found
      }
      told(place + 1)
    }
    let reading = FolderReading(folder, tables: TableSchema.all)
    do throws(DataError) {
      try reading.refuseDefects()
    } catch {
      throw .folder(error)
    }
    var outcome: Outcome?
    while outcome == nil {
      do throws(ImportError) {
        outcome = try merged(read, reading, folder, options)
      } catch {
        guard case .refused(let found) = error else { throw error }
        refused += found
        let left = Set(found.map(\.file))
        guard options.skipsRefused, read.contains(where: { left.contains($0.name) }) else { break }
        read.removeAll { left.contains($0.name) }
      }
    }
    refused = refused.map { Self.compared($0, files, reading, folder, options) }
    guard var outcome, refused.isEmpty || options.skipsRefused else {
      let places = Dictionary(
        zip(files.map(\.name), files.indices), uniquingKeysWith: { first, _ in first })
      throw .refused(
        refused.enumerated().sorted {
          (places[$0.element.file] ?? 0, $0.offset) < (places[$1.element.file] ?? 0, $1.offset)
        }.map(\.element))
    }
    outcome.report(refused, of: files.map(\.name))
    return outcome
  }

  /// A question about a unit, with what the first body of the file was before beside what it
  /// would be.
  private static func compared(
    _ defect: Defect, _ files: [Source], _ reading: FolderReading, _ folder: DataFolder,
    _ options: Options
  ) -> Defect {
    guard case .units(let name, let unit)? = defect.answers.first,
      let source = files.first(where: { $0.name == name }), let bytes = try? source.bytes(),
      let file = try? ReturnFile(
        bytes, name: name, month: options.month(of: name), takesUnits: true),
      var merge = ReturnsMerge(reading, folder: folder, options),
      let words = merge.comparison(of: file.returns, unit)
    else { return defect }
    var defect = defect
    defect.problem = (defect.problem ?? "") + ", as which \(words)"
    return defect
  }

  private static func merged(
    _ files: [ReturnFile], _ reading: FolderReading, _ folder: DataFolder, _ options: Options
  ) throws(ImportError) -> Outcome {
    guard var merge = ReturnsMerge(reading, folder: folder, options) else {
      throw .folder(.notFound(places: [folder.path]))
    }
    for file in files { merge.notes[file.name] = file.notes }
    var outcome = try merge.outcome(of: files.flatMap(\.returns), from: files.map(\.name))
    outcome.absent = files.filter { !$0.absent.isEmpty }.map { ($0.name, $0.absent) }
    return outcome
  }
}

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
    /// Columns in which the files have another sum of the same bodies: what the folder has, which
    /// stays, and what they say.
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
    /// The last month that was not taken for one of the future.
    public internal(set) var collected: Month
  }

  /// Reads the files and says what the folder becomes; writes nothing.
  ///
  /// - Throws: `.refused` with each defect of the files, `.folder` for one of the folder.
  public static func outcome(
    of files: [(name: String, bytes: [UInt8])], into folder: DataFolder, _ options: Options
  ) throws(ImportError) -> Outcome {
    var defects: [Defect] = []
    var returns: [ReturnFile.Return] = []
    var absent: [(file: String, measures: [ReturnMeasure])] = []
    for file in files {
      do throws(ImportError) {
        let read = try ReturnFile(file.bytes, name: file.name, month: options.month)
        returns += read.returns
        if !read.absent.isEmpty { absent.append((file: file.name, measures: read.absent)) }
      } catch {
        guard case .refused(let found) = error else { throw error }
        defects += found
      }
    }
    guard defects.isEmpty else { throw .refused(defects) }
    let reading = FolderReading(folder, tables: TableSchema.all)
    do throws(DataError) {
      try reading.refuseDefects()
    } catch {
      throw .folder(error)
    }
    guard var merge = ReturnsMerge(reading, folder: folder, options) else {
      throw .folder(.notFound(places: [folder.path]))
    }
    var outcome = try merge.outcome(of: returns, from: files.map(\.name))
    outcome.absent = absent
    return outcome
  }
}

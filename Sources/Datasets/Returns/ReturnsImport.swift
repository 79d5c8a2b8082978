/// Departments' monthly workforce returns, added to a data folder by the rules that its own tables
/// were made by: what is left out of the sums stands in `contractor_quality_log.csv` with the rule
/// and the reason.
///
/// Source of the returns: the workforce management information that departments publish each month.
public struct ReturnsImport: Sendable {
  /// What the user says beside the files.
  public struct Options: Sendable {
    /// The month of files that do not say theirs.
    public var month: Month?
    /// The month in which the returns were collected: later ones are dated in the future. Nil is
    /// the month in which the data folder was made.
    public var collected: Month?
    /// Codes of bodies by the names that the files write.
    public var aliases: [String: String]
    /// Day of publication and address, for the new row of sources; both may be empty.
    public var published, address: String

    public init(
      month: Month? = nil, collected: Month? = nil, aliases: [String: String] = [:],
      published: String = "", address: String = ""
    ) {
      (self.month, self.collected, self.aliases) = (month, collected, aliases)
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

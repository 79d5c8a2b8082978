public import Figures

/// The months of a folder whose file is large: read piece by piece, on a thread of the caller's,
/// while all else is in use already.
public struct DeferredMonths: Sendable {
  /// Name of the table.
  public static let table = "contractor_spend"

  private let folder: DataFolder
  private let schema: TableSchema
  /// What the rows' codes have to name.
  private let keys: ForeignKeyCheck

  init(folder: DataFolder, schema: TableSchema, _ reading: FolderReading) {
    self.folder = folder
    self.schema = schema
    keys = ForeignKeyCheck(reading.tables, keysOf: [schema])
  }

  /// Rows that are checked at a time.
  private static let rows = 4096

  /// The months. A file with any defect is refused as a part of its folder, which is read again
  /// as a whole for that.
  /// - Parameter progress: is told how much has been read, from 0 to 1.
  public func load(progress: (Double) -> Void) throws(DataError) -> MonthlyReturns {
    if let months = sound(progress) { return months }
    return try folder.evidence().monthly
  }

  /// The months; nil where anything is wrong.
  private func sound(_ progress: (Double) -> Void) -> MonthlyReturns? {
    guard let bytes = try? RegularFile.bytes(of: folder.path + "/" + schema.file) else {
      return nil
    }
    var months = MonthlyReturns.Builder()
    var isSound = true
    let defects = SheetReader.read(bytes, file: schema.file, rows: Self.rows) { piece, end in
      let (table, defects) = TableCheck.read(piece, by: schema)
      isSound =
        piece.isWhole && defects.isEmpty && keys.defects(of: table).isEmpty
      guard isSound else { return false }
      // Once for all, by the length of the first rows: room for each piece would be moved each time.
      if months.isEmpty { months.reserve(bytes.count / max(end / max(piece.count, 1), 1)) }
      table.append(to: &months)
      progress(Double(end) / Double(bytes.count))
      return true
    }
    guard isSound, defects.isEmpty else { return nil }
    let (returns, hasRepeats) = months.finish()
    return hasRepeats ? nil : returns
  }
}

import Analytics
public import Figures
import Synchronization

/// The months of a folder whose file is large: read piece by piece, on a thread of the caller's,
/// while all else is in use already.
public struct DeferredMonths: Sendable {
  /// Name of the table.
  public static let table = "contractor_spend"

  private let folder: DataFolder
  private let schema: TableSchema
  /// Open since the other tables were read, so that it is of their time, whatever an import puts in
  /// its place meanwhile.
  private let file: RegularFile.Opened?
  /// What the rows' codes have to name.
  private let keys: ForeignKeyCheck

  init(folder: DataFolder, schema: TableSchema, _ reading: FolderReading) {
    self.folder = folder
    self.schema = schema
    file = reading.deferredFile
    keys = ForeignKeyCheck(reading.tables, keysOf: [schema])
  }

  /// Rows that are checked at a time.
  private static let rows = 4096
  /// A part of the file for one thread is no smaller than this, in bytes.
  private static let leastPart = 1 << 16

  /// The months, of the file that stood there when the rest was read. With any defect it is refused
  /// as a part of its folder, which is read again as a whole for that.
  /// - Parameter progress: is told how much has been read, from 0 to 1, on any thread; two threads may
  ///   change places.
  public func load(
    progress: @Sendable (Double) -> Void
  ) throws(DataError) -> MonthlyReturns {
    // A line break inside quotes may have parted a cell, which one part leaves whole.
    if let months = sound(2 * folder.threads, progress) ?? sound(1, progress) { return months }
    guard let bytes = try? file?.bytes() else { return try folder.evidence().monthly }
    return try folder.replacing([(schema.file, bytes)]).evidence().monthly
  }

  /// The months; nil where anything is wrong.
  private func sound(_ count: Int, _ progress: @Sendable (Double) -> Void) -> MonthlyReturns? {
    // The bytes are gone before the parts are put together.
    guard let parts = parts(count, progress) else { return nil }
    let (returns, hasRepeats) = MonthlyReturns.Builder(joining: parts).finish()
    return hasRepeats ? nil : returns
  }

  /// The parts of the file in their order, `count` at most, read on all threads; nil where anything is wrong.
  private func parts(
    _ count: Int, _ progress: @Sendable (Double) -> Void
  ) -> [MonthlyReturns.Builder]? {
    guard let bytes = try? file?.bytes(),
      let (header, ranges) = SheetReader.parts(
        of: bytes, file: schema.file, count: min(count, max(bytes.count / Self.leastPart, 1)))
    else { return nil }
    let size = ranges.reduce(0) { $0 + $1.count }
    let done = Atomic<Int>(0)
    let parts = parallel(ranges.count, threads: folder.threads) { part in
      // A copy of its own: what threads share they count in turns.
      months(Array(bytes[ranges[part]]), header) { took in
        let sum = done.add(took, ordering: .relaxed).newValue
        progress(Double(sum) / Double(size))
      }
    }
    let sound = parts.compactMap(\.self)
    guard sound.count == parts.count,
      sound.reduce(0, { $0 + $1.count }) < SheetReader.mostRecords
    else { return nil }
    return sound
  }

  /// The months of a part of the file; nil where anything in it is wrong.
  private func months(
    _ part: [UInt8], _ header: [String], _ took: (Int) -> Void
  ) -> MonthlyReturns.Builder? {
    var months = MonthlyReturns.Builder()
    let isSound = SheetReader.read(
      part, file: schema.file, header: header, rows: Self.rows
    ) { piece, size in
      let (table, defects) = TableCheck.read(piece, by: schema, isPiece: true)
      guard defects.isEmpty, keys.defects(of: table).isEmpty else { return false }
      // Once for all, by the length of the first rows: room for each piece would be moved each time.
      if months.isEmpty { months.reserve(part.count / max(size / max(piece.count, 1), 1) + 1) }
      table.append(to: &months)
      took(size)
      return true
    }
    return isSound ? months : nil
  }
}

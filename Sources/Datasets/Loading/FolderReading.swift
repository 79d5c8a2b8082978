import Analytics
import Figures

/// One pass over the files of a folder: the tables that could be read, and all that is wrong.
struct FolderReading {
  private(set) var tables: [String: Table] = [:]
  private(set) var package = PackageName()
  /// Of organisations that have a legacy share of their own.
  private(set) var ownShares = OwnShares()
  /// In the order of the tables, then of their rows and columns; what is absent from a table comes
  /// last.
  private(set) var defects: [Defect] = []

  /// How many threads may read and make rows; the number changes no result.
  let threads: Int
  /// The file of the table that is read later; nil where there is none, or it cannot be opened.
  let deferredFile: RegularFile.Opened?

  /// - Parameter deferred: name of a table that is read later; nothing is said of it.
  init(_ folder: DataFolder, tables schemas: [TableSchema], deferring deferred: String? = nil) {
    threads = folder.threads
    // All is of one moment: nothing is put in place in between.
    let hold = FolderHold.reading(folder.path)
    defer { hold.release() }
    deferredFile = schemas.first { $0.name == deferred }
      .flatMap { try? RegularFile.Opened(folder.place(of: $0.file)) }
    let read = schemas.filter { $0.name != deferred }
    // What the folder says of itself takes as long as a large table, and goes first.
    let parts = parallel(1 + read.count, threads: threads) { part -> Part in
      var found: [Defect] = []
      if part == 0 {
        let package = PackageName(folder, &found)
        return Part(package: package, defects: found)
      }
      let schema = read[part - 1]
      guard let sheet = Self.sheet(folder, schema, &found) else { return Part(defects: found) }
      let (table, faults) = TableCheck.read(sheet, by: schema)
      return Part(table: table, defects: found + faults)
    }
    for (schema, part) in zip(read, parts.dropFirst()) { tables[schema.name] = part.table }
    package = parts[0].package
    ownShares = readOwnShares(folder)
    defects = Self.sorted(
      parts.flatMap(\.defects) + across(read) + ownShares.defects, by: schemas)
    let missing = defects.filter { $0.problem == "missing file" }
    if let first = missing.first, missing.count == read.count(where: { !$0.isOptional }) {
      let inside = folder.folderInside.map { "; \($0), which stands in it, is one" } ?? ""
      defects = [
        Defect(
          file: first.file, problem: "missing file, as all tables are",
          expected: "a folder of data\(inside)")
      ]
    }
  }

  /// From the facts, which are read for it where the model's tables are asked for alone; what else
  /// is wrong with them is no matter of the model.
  private func readOwnShares(_ folder: DataFolder) -> OwnShares {
    guard package.roles[.ownLegacyShare] != nil else { return OwnShares() }
    var facts = tables["facts"]
    if facts == nil, let schema = TableSchema.all.first(where: { $0.name == "facts" }) {
      var ignored: [Defect] = []
      facts = Self.sheet(folder, schema, &ignored).map { TableCheck.read($0, by: schema).0 }
    }
    return facts.map {
      OwnShares($0, package.roles, organisations: tables["organisations"])
    } ?? OwnShares()
  }

  /// What one piece of work has found: of the folder's description, or of a table.
  private struct Part: Sendable {
    var package = PackageName()
    var table: Table?
    var defects: [Defect]
  }

  /// What holds of several tables together.
  private func across(_ schemas: [TableSchema]) -> [Defect] {
    let keys = ForeignKeyCheck(tables, keysOf: schemas)
    let pointing = schemas.compactMap { tables[$0.name] }
    let hasEvidence = schemas.contains { $0.part == .evidence }
    let found = parallel(2 + pointing.count, threads: threads) {
      [tables, outages = package.roles[.outages] ?? "NHS"] part -> [Defect] in
      switch part {
      case 0: hasEvidence ? EvidenceRules.defects(of: tables) : []
      case 1: ModelRules.defects(of: tables, outages: outages)
      default: keys.defects(of: pointing[part - 2])
      }
    }
    // A cell that names nothing comes before what follows from that.
    return found.dropFirst(2).flatMap { $0 } + found[1] + found[0]
  }

  /// Roles that name no row, and a headline that is not the model's: nothing that keeps the folder
  /// from being opened.
  var unmetRoles: [Defect] { RoleRules.unmet(package.roles, in: tables) }

  /// Refuses the whole for its first defect.
  func refuseDefects() throws(DataError) {
    if let first = defects.first { throw .invalid(first: first, others: defects.count - 1) }
  }

  private static func sheet(
    _ folder: DataFolder, _ schema: TableSchema, _ defects: inout [Defect]
  ) -> Sheet? {
    let file = schema.file
    do throws(RegularFile.Refusal) {
      let bytes = try folder.bytes(of: file)
      if let kind = NearMiss.kind(of: bytes, file: file) {
        defects.append(kind)
        return nil
      }
      let (sheet, faults) = SheetReader.read(bytes, file: file)
      let lacks = sheet.map { sheet in
        schema.columns.contains { !$0.isOptional && !sheet.header.contains($0.name) }
      }
      if lacks ?? true, let cause = NearMiss.cause(of: bytes, schema: schema) {
        defects.append(cause)
        return nil
      }
      defects += faults
      return sheet
    } catch {
      if schema.isOptional, case .missing = error { return nil }
      var expected = error.expected
      if case .missing = error, let like = folder.name(like: file) {
        expected += "; \(like) stands there"
      }
      defects.append(Defect(file: file, problem: error.problem, expected: expected))
      return nil
    }
  }

  private static func sorted(_ defects: [Defect], by schemas: [TableSchema]) -> [Defect] {
    guard defects.count > 1 else { return defects }
    let files = Dictionary(
      zip(schemas.map(\.file), schemas.indices), uniquingKeysWith: { first, _ in first })
    let columns = schemas.map { schema in
      Dictionary(
        zip(schema.columnNames, schema.columns.indices), uniquingKeysWith: { first, _ in first })
    }
    // What a table lacks comes after its rows: a mistyped id is both, and the row is the cause.
    let keyed = defects.enumerated().map { order, defect in
      let file = files[defect.file] ?? schemas.count
      let column = file < columns.count ? defect.column.flatMap { columns[file][$0] } : nil
      return (key: (file, defect.row ?? .max, column ?? -1, order), defect: defect)
    }
    return keyed.sorted { $0.key < $1.key }.map(\.defect)
  }
}

extension RegularFile.Refusal {
  var problem: String {
    switch self {
    case .missing: "missing file"
    case .notAFile: "not a regular file"
    case .unreadable(let reason): "unreadable file (\(reason))"
    case .tooLarge(let size): "file of \(size) bytes"
    }
  }

  var expected: String {
    switch self {
    case .missing, .notAFile: "a file of this name in the data folder"
    case .unreadable: "a file that may be read"
    case .tooLarge: "at most \(RegularFile.largestSize) bytes"
    }
  }
}

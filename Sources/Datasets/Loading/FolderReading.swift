/// One pass over the files of a folder: the tables that could be read, and all that is wrong.
struct FolderReading {
  private(set) var tables: [String: Table] = [:]
  private(set) var package = PackageName()
  /// In the order of the tables, then of their rows and columns; what is absent from a table comes
  /// last.
  private(set) var defects: [Defect] = []

  /// - Parameter deferred: name of a table that is read later; nothing is said of it.
  init(_ path: String, tables schemas: [TableSchema], deferring deferred: String? = nil) {
    var found: [Defect] = []
    for schema in schemas where schema.name != deferred {
      guard let sheet = Self.sheet(path, schema.file, &found) else { continue }
      let (table, defects) = TableCheck.read(sheet, by: schema)
      tables[schema.name] = table
      found += defects
    }
    for schema in schemas {
      if let table = tables[schema.name] {
        found += ForeignKeyCheck.defects(of: table, in: tables)
      }
    }
    found += ModelRules.defects(of: tables)
    if schemas.contains(where: { $0.part == .evidence }) {
      found += EvidenceRules.defects(of: tables)
    }
    package = PackageName(path, &found)
    defects = Self.sorted(found, by: schemas)
  }

  /// Refuses the whole for its first defect.
  func refuseDefects() throws(DataError) {
    if let first = defects.first { throw .invalid(first: first, others: defects.count - 1) }
  }

  private static func sheet(
    _ path: String, _ file: String, _ defects: inout [Defect]
  ) -> Sheet? {
    do throws(RegularFile.Refusal) {
      let bytes = try RegularFile.bytes(of: path + "/" + file)
      let (sheet, faults) = SheetReader.read(bytes, file: file)
      defects += faults
      return sheet
    } catch {
      defects.append(Defect(file: file, problem: error.problem, expected: error.expected))
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
